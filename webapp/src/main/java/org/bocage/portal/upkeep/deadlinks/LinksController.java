package org.bocage.portal.upkeep.deadlinks;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The links that lead nowhere any more, for those who review (OPS-04). */
@Controller
@OpenTo(People.REVIEWERS)
class LinksController implements SettingsScreen, WeekNotices {

    static final String ADDRESS = "/espace/reglages/liens";

    private final DeadLinks links;
    private final Stores stores;
    private final Desk desk;
    private final MessageSource messages;

    LinksController(DeadLinks links, Stores stores, Desk desk, MessageSource messages) {
        this.links = links;
        this.stores = stores;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * {@code liens.ftlh}.
     *
     * @param last when the last round began, null when there was none
     * @param running whether one is under way
     */
    public record LinksPage(
            String address, List<Row> rows, @Nullable Moment last, boolean running) {

        /** A link: where it leads, why not, since when, and where it stands. */
        public record Row(String link, String why, Moment since, boolean flagged, List<Place> places) {}

        /** A content, and where it is mended. */
        public record Place(String title, String address) {}
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        List<LinksPage.Row> rows = links.reported().stream().map(this::row).toList();
        Optional<Instant> last = links.last();
        return new ModelAndView(
                "espace/liens",
                Map.of(
                        "shell",
                        desk.shell(request, "reglages"),
                        "page",
                        new LinksPage(
                                ADDRESS,
                                rows,
                                last.map(at -> Moment.of(at, desk.clock())).orElse(null),
                                links.isRunning())));
    }

    private LinksPage.Row row(DeadLinks.Dead one) {
        return new LinksPage.Row(
                PublishedLinks.OURS.matcher(one.address()).matches() ? say("links.ours") : one.address(),
                say(one.why(), one.status()),
                Moment.of(one.since(), desk.clock()),
                one.flagged(),
                stores.author().read(desk.identity(), session -> {
                    List<LinksPage.Place> places = new ArrayList<>();
                    for (String item : one.items()) {
                        Optional<Node> node = Workspace.byId(session, item.substring(item.indexOf('/') + 1));
                        if (node.isPresent()) {
                            places.add(place(node.get()));
                        }
                    }
                    return places;
                }));
    }

    private static LinksPage.Place place(Node node) throws RepositoryException {
        return new LinksPage.Place(Review.title(node), WorkAddress.of(node));
    }

    @PostMapping(ADDRESS)
    String look() {
        links.start();
        return "redirect:" + ADDRESS + "?fait=liens-regardes";
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(
                new SettingsPage.Link("liens", ADDRESS, links.reported().size()));
    }

    @Override
    public List<WeekPage.Notice> notices() {
        int dead = links.reported().size();
        return dead == 0
                ? List.of()
                : List.of(new WeekPage.Notice(say("links.notice", dead), say("links.notice.link"), ADDRESS));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key.startsWith("outgoing.") ? key : "insight." + key, arguments, Locale.FRENCH);
    }
}
