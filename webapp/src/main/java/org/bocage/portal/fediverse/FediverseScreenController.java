package org.bocage.portal.fediverse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.KeptSettings;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.editorial.workflow.Journal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Screen that lets the portal be followed from the fediverse, or no more, and tells how many follow and what they reply. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class FediverseScreenController implements SettingsScreen {

    private static final String KEY = "fediverse";
    private static final String ADDRESS = "/espace/reglages/fediverse";
    private static final int REPLIES = 20;

    private final FediverseSwitch fediverse;
    private final FediverseAddresses addresses;
    private final Followers followers;
    private final DeliveryQueue queue;
    private final Replies replies;
    private final Desk desk;
    private final Stores stores;
    private final KeptSettings settings;
    private final SiteAddress site;
    private final MessageSource messages;

    FediverseScreenController(
            FediverseSwitch fediverse,
            FediverseAddresses addresses,
            Followers followers,
            DeliveryQueue queue,
            Replies replies,
            Desk desk,
            Stores stores,
            KeptSettings settings,
            SiteAddress site,
            MessageSource messages) {
        this.fediverse = fediverse;
        this.addresses = addresses;
        this.followers = followers;
        this.queue = queue;
        this.replies = replies;
        this.desk = desk;
        this.stores = stores;
        this.settings = settings;
        this.site = site;
        this.messages = messages;
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return desk.administers() ? Optional.of(new SettingsPage.Link(KEY, ADDRESS, 0)) : Optional.empty();
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, HttpStatus.OK);
    }

    /** Switches it on or off; as long as the site has no address nobody could find it. */
    @PostMapping(ADDRESS)
    ModelAndView write(@RequestParam(defaultValue = "") String suivi, HttpServletRequest request) {
        boolean on = suivi.equals("oui");
        if (!on && !suivi.equals("non")) {
            return page(request, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (on && (site.known().isEmpty() || !addresses.isAtRoot())) {
            return page(request, HttpStatus.CONFLICT);
        }
        if (on != fediverse.isOn()) {
            stores.author().update(Identity.SYSTEM, session -> {
                fediverse.write(session, on);
                if (!on) {
                    queue.clear(session);
                }
                Journal.settings(
                        session,
                        desk.clock().instant(),
                        desk.account().name(),
                        KEY,
                        messages.getMessage("fediverse.title", null, Locale.FRENCH));
            });
            settings.refreshPages();
        }
        return new ModelAndView("redirect:" + ADDRESS + "?fait=fediverse-" + (on ? "ouvert" : "ferme"));
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status) {
        FediversePage page = new FediversePage(
                ADDRESS,
                fediverse.isOn(),
                site.known().isPresent(),
                site.known().isEmpty() || addresses.isAtRoot(),
                Arrays.stream(LocalActor.values())
                        .map(actor -> new FediversePage.Followed(
                                actor.key(), addresses.handle(actor), followers.count(actor)))
                        .toList(),
                queue.size(),
                replies());
        return new ModelAndView(
                "espace/fediverse", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private List<FediversePage.Reply> replies() {
        return replies.latest(REPLIES).stream()
                .map(one -> new FediversePage.Reply(
                        one.title(),
                        "/espace/" + one.workspace() + "/" + one.item(),
                        one.who(),
                        one.text(),
                        Moment.of(one.at(), desk.clock())))
                .toList();
    }
}
