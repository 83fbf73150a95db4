package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.editorial.workflow.Journal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public address of the site. For the administration alone: links that let somebody in are sent with it, so that whoever changes
 * it could lead others' elsewhere.
 */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
public class SiteAddressController implements SettingsScreen, SetupSteps {

    /** Address of the screen. */
    public static final String ADDRESS = "/espace/reglages/adresse";

    private static final String KEY = "adresse";

    private final Desk desk;
    private final SiteAddress siteAddress;
    private final Stores stores;
    private final MessageSource messages;

    SiteAddressController(Desk desk, SiteAddress siteAddress, Stores stores, MessageSource messages) {
        this.desk = desk;
        this.siteAddress = siteAddress;
        this.stores = stores;
        this.messages = messages;
    }

    /** Before the mails, which lead there; whoever gave the option has nothing to say here. */
    @Override
    public List<SetupStep> setupSteps() {
        return siteAddress.isFixed()
                ? List.of()
                : List.of(new SetupStep(KEY, ADDRESS, 33, siteAddress.known().isPresent()));
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return desk.administers()
                ? Optional.of(
                        new SettingsPage.Link(KEY, ADDRESS, siteAddress.known().isPresent() ? 0 : 1))
                : Optional.empty();
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        String shown = siteAddress.known().orElseGet(() -> TypedAddress.asked(request));
        return page(request, shown, List.of(), HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView keep(@RequestParam(defaultValue = "") String adresse, HttpServletRequest request) {
        if (siteAddress.isFixed()) {
            return page(request, "", List.of(), HttpStatus.CONFLICT);
        }
        TypedAddress typed = TypedAddress.of(TypedAddress.whole(adresse, request));
        if (!typed.problem().isEmpty()) {
            FormPage.Problem problem = new FormPage.Problem(KEY, say("champ"), say(typed.problem()));
            return page(request, adresse, List.of(problem), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        stores.author().update(Identity.SYSTEM, session -> {
            siteAddress.write(session, typed.address());
            Journal.settings(session, desk.clock().instant(), desk.account().name(), KEY, say("titre"));
        });
        return new ModelAndView("redirect:" + ADDRESS + "?fait=adresse-gardee");
    }

    private ModelAndView page(
            HttpServletRequest request, String typed, List<FormPage.Problem> problems, HttpStatus status) {
        String known = siteAddress.known().orElse("");
        String here = TypedAddress.asked(request);
        SiteAddressPage page = new SiteAddressPage(
                ADDRESS,
                typed,
                problems,
                known,
                siteAddress.isFixed(),
                here.isEmpty() || here.equals(known) ? "" : here,
                known.startsWith("http:"));
        return new ModelAndView(
                "espace/adresse", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private String say(String key) {
        return messages.getMessage("authoring.adresse." + key, null, Locale.FRENCH);
    }
}
