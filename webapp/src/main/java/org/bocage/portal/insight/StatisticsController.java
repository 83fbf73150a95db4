package org.bocage.portal.insight;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.MenuGroup;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.screens.extension.MenuEntries;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.WriterAsides;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Reading statistics: all for those who review, totals for the CA; and beside a content its own, for who wrote it. */
@Controller
@OpenTo({People.REVIEWERS, People.BOARD})
class StatisticsController implements WriterAsides, SettingsScreen, MenuEntries {

    static final String ADDRESS = "/espace/statistiques";

    private static final int MONTHS = 13;
    private static final int SHOWN = 20;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final PageViews visits;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final Desk desk;
    private final MessageSource messages;

    StatisticsController(PageViews visits, Stores stores, ContentIndexes indexes, Desk desk, MessageSource messages) {
        this.visits = visits;
        this.stores = stores;
        this.indexes = indexes;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * {@code statistiques.ftlh}.
     *
     * @param whole whether this person sees more than totals
     * @param months the latest first
     * @param pages of the last month, most read first; none for who sees totals
     * @param files of the last month, most taken first; likewise
     */
    public record StatisticsPage(boolean whole, List<Row> months, String month, List<Count> pages, List<Count> files) {

        /** Counts of one month. */
        public record Row(String month, long pages, long searches, long downloads, long relays) {}

        /** Something, where it is, and how often; the address is empty when it is gone. */
        public record Count(String label, String address, long times) {}
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        boolean reviews = desk.reviews();
        List<PageViews.Month> all = visits.months();
        PageViews.Month last = all.isEmpty() ? new PageViews.Month(YearMonth.now(desk.clock()), Map.of()) : all.get(0);
        StatisticsPage page = new StatisticsPage(
                reviews,
                all.stream().limit(MONTHS).map(StatisticsController::row).toList(),
                MONTH.format(last.month()),
                reviews
                        ? last.most(PageViews.Kind.PAGE, SHOWN).stream()
                                .map(one -> new StatisticsPage.Count(one.getKey(), one.getKey(), one.getValue()))
                                .toList()
                        : List.of(),
                reviews ? files(last) : List.of());
        return new ModelAndView(
                "espace/statistiques",
                Map.of("shell", desk.shell(request, reviews ? "reglages" : "statistiques"), "page", page));
    }

    private static StatisticsPage.Row row(PageViews.Month month) {
        return new StatisticsPage.Row(
                MONTH.format(month.month()),
                month.total(PageViews.Kind.PAGE),
                month.total(PageViews.Kind.SEARCH),
                month.total(PageViews.Kind.DOWNLOAD),
                month.total(PageViews.Kind.RELAY));
    }

    /** Files by the resource they belong to, or by their own name. */
    private List<StatisticsPage.Count> files(PageViews.Month month) {
        List<StatisticsPage.Count> files = new ArrayList<>();
        for (Map.Entry<String, Long> one : month.most(PageViews.Kind.DOWNLOAD, SHOWN)) {
            files.add(stores.author().read(Identity.SYSTEM, session -> {
                List<Hits.Hit> owners = indexes.author()
                        .find(
                                ContentQuery.in("ressources")
                                        .where("fichier", "jcr:" + one.getKey(), one.getKey())
                                        .page(0, 1),
                                Identity.SYSTEM)
                        .hits();
                Optional<Node> owner = owners.isEmpty()
                        ? Workspace.byId(session, one.getKey())
                        : Workspace.byId(session, owners.get(0).id());
                if (owner.isEmpty()) {
                    return new StatisticsPage.Count(say("statistics.gone"), "", one.getValue());
                }
                String address = owners.isEmpty()
                        ? ""
                        : "/espace/ressources/" + owners.get(0).id();
                return new StatisticsPage.Count(
                        owners.isEmpty() ? owner.get().getName() : Review.title(owner.get()), address, one.getValue());
            }));
        }
        return files;
    }

    /** How often a content was read that is on line, and a file was taken away (RS-13). */
    @Override
    public List<FormPage.Aside> writerAsides(Node item) throws RepositoryException {
        Optional<ContentType> type = desk.type(Workspace.of(item).name());
        Optional<String> address =
                type.isPresent() && ItemState.isOnSite(item) ? PublicAddress.of(type.get(), item) : Optional.empty();
        String file = item.isNodeType("bocage:ressource") && item.hasProperty("fichier")
                ? item.getProperty("fichier").getString().replaceFirst("^jcr:", "")
                : "";
        if (address.isEmpty() && file.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (address.isPresent()) {
            lines.add(say("read", visits.ofYear(PageViews.Kind.PAGE, List.of(address.get()))));
            long messages = visits.ofYear(PageViews.Kind.CONTACT, List.of(address.get()));
            if (messages > 0) {
                lines.add(say("written", messages));
            }
        }
        if (!file.isEmpty()) {
            lines.add(say("taken", visits.ofYear(PageViews.Kind.DOWNLOAD, List.of(file))));
        }
        lines.add(say("counted"));
        return List.of(new FormPage.Aside(say("readers"), lines, List.of(), "", List.of()));
    }

    /** Returns the entry of the board, which has no settings to find it in. */
    @Override
    public List<MenuEntry> menu() {
        return desk.account().audiences().contains(Audience.BOARD) && !desk.reviews()
                ? List.of(new MenuEntry(MenuGroup.SITE, "statistiques", ADDRESS, 10))
                : List.of();
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("statistiques", ADDRESS, 0));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("insight." + key, arguments, Locale.FRENCH);
    }
}
