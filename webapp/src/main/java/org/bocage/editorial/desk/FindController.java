package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.items.PublicationSchedule;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.LooseWords;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.ComingPage;
import org.bocage.editorial.view.Moment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Search in everything one may see, and the calendar of what is to come. */
@ScreenController
@OpenTo(People.SIGNED_IN)
class FindController {

    static final String SEARCH = "/espace/chercher";
    static final String COMING = "/espace/a-venir";
    private static final int SHOWN = 50;
    private static final int LONGEST_QUERY = 200;
    private static final Duration AHEAD = Duration.ofDays(400);

    private final Desk desk;
    private final Contents contents;
    private final PublicationSchedule coming;

    FindController(Desk desk, Contents contents, PublicationSchedule coming) {
        this.desk = desk;
        this.contents = contents;
        this.coming = coming;
    }

    @GetMapping(SEARCH)
    ModelAndView search(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip();
        String looked = LooseWords.of(query);
        Contents.Listed<SearchPage.Found> listed = looked.isEmpty()
                ? new Contents.Listed<>(0, List.of())
                : contents.find(
                        ContentQuery.anywhere()
                                .and(new ContentQuery.Mentioned(looked))
                                .orderBy(ContentQuery.SCORE, true)
                                .page(0, SHOWN),
                        desk.identity(),
                        node -> found(Item.of(node)));
        SearchPage page = new SearchPage(SEARCH, query, listed.items(), listed.total());
        return new ModelAndView("espace/chercher", Map.of("shell", desk.shell(request, "chercher"), "page", page));
    }

    private SearchPage.Found found(Item item) {
        boolean isPicture = item.workspace().equals("dam");
        boolean isPage = item.workspace().equals("website");
        return new SearchPage.Found(
                item.title(),
                isPicture || isPage
                        ? isPage ? "Page" : "Photo"
                        : desk.type(item.workspace()).map(desk::label).orElse(item.workspace()),
                isPicture || isPage || !goesOnLine(item) ? "" : item.state().key(),
                Moment.of(item.changed(), desk.clock()),
                WorkAddress.of(item));
    }

    private boolean goesOnLine(Item item) {
        return desk.type(item.workspace()).filter(ContentType::goesOnLine).isPresent();
    }

    @GetMapping(COMING)
    ModelAndView coming(HttpServletRequest request) {
        ComingPage page = new ComingPage(coming.days(desk.clock().instant().plus(AHEAD)));
        return new ModelAndView("espace/a-venir", Map.of("shell", desk.shell(request, "a-venir"), "page", page));
    }
}
