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
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.ContentQuery;
import org.bocage.cms.search.Hits;
import org.bocage.editorial.authoring.Companion;
import org.bocage.editorial.authoring.Desk;
import org.bocage.editorial.authoring.view.FormPage;
import org.bocage.editorial.authoring.view.SettingsPage;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is read, for those who review; and beside a resource, how often its file was taken away. */
@Controller
class StatisticsController implements Companion {

    static final String ADDRESS = "/espace/statistiques";

    private static final int MONTHS = 13;
    private static final int SHOWN = 20;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final Visits visits;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final Desk desk;
    private final MessageSource messages;

    StatisticsController(Visits visits, Stores stores, ContentIndexes indexes, Desk desk, MessageSource messages) {
        this.visits = visits;
        this.stores = stores;
        this.indexes = indexes;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * {@code statistiques.ftlh}.
     *
     * @param months the latest first
     * @param pages of the last month, most read first
     * @param files of the last month, most taken first
     */
    public record StatisticsPage(List<Row> months, String month, List<Count> pages, List<Count> files) {

        /** What was counted in a month. */
        public record Row(String month, long pages, long searches, long downloads, long relays) {}

        /** Something, where it is, and how often; the address is empty when it is gone. */
        public record Count(String label, String address, long times) {}
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        desk.requireReviewer();
        List<Visits.Month> all = visits.months();
        Visits.Month last = all.isEmpty() ? new Visits.Month(YearMonth.now(desk.clock()), Map.of()) : all.get(0);
        StatisticsPage page = new StatisticsPage(
                all.stream().limit(MONTHS).map(StatisticsController::row).toList(),
                MONTH.format(last.month()),
                last.most(Visits.Kind.PAGE, SHOWN).stream()
                        .map(one -> new StatisticsPage.Count(one.getKey(), one.getKey(), one.getValue()))
                        .toList(),
                files(last));
        return new ModelAndView("espace/statistiques", Map.of("shell", desk.shell(request, "reglages"), "page", page));
    }

    private static StatisticsPage.Row row(Visits.Month month) {
        return new StatisticsPage.Row(
                MONTH.format(month.month()),
                month.total(Visits.Kind.PAGE),
                month.total(Visits.Kind.SEARCH),
                month.total(Visits.Kind.DOWNLOAD),
                month.total(Visits.Kind.RELAY));
    }

    /** Files by the resource they belong to, or by their own name. */
    private List<StatisticsPage.Count> files(Visits.Month month) {
        List<StatisticsPage.Count> files = new ArrayList<>();
        for (Map.Entry<String, Long> one : month.most(Visits.Kind.DOWNLOAD, SHOWN)) {
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

    /** RS-13. */
    @Override
    public List<FormPage.Aside> asides(Node item) throws RepositoryException {
        if (!item.isNodeType("bocage:ressource") || !item.hasProperty("fichier")) {
            return List.of();
        }
        String file = item.getProperty("fichier").getString().replaceFirst("^jcr:", "");
        return List.of(new FormPage.Aside(
                say("downloads"),
                List.of(say(
                        "downloads.line", visits.ofYear(Visits.Kind.DOWNLOAD).getOrDefault(file, 0L))),
                List.of(),
                "",
                List.of()));
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("statistiques", ADDRESS, 0));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("insight." + key, arguments, Locale.FRENCH);
    }
}
