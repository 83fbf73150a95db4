package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.upgrade.ContentVersion;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.administration.settings.SettingsForms;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Journal;
import org.bocage.editorial.workflow.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The journal of the review, of the last twelve months, with what upgrades did to the contents meanwhile. */
@ScreenController
@OpenTo({People.REVIEWERS, People.JOURNAL_READERS})
class JournalController {

    private static final int MONTHS = 12;
    private static final int SHOWN = 200;
    private static final String MIGRATION = "authoring.migration.";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private final Desk desk;
    private final Stores stores;
    private final Accounts accounts;
    private final Review review;
    private final MessageSource messages;

    JournalController(Desk desk, Stores stores, Accounts accounts, Review review, MessageSource messages) {
        this.messages = messages;
        this.desk = desk;
        this.stores = stores;
        this.accounts = accounts;
        this.review = review;
    }

    @GetMapping("/espace/journal")
    ModelAndView show(
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        YearMonth last = YearMonth.now(desk.clock().withZone(ZoneOffset.UTC));
        YearMonth month = mois.isEmpty() ? last : month(mois);
        YearMonth first = last.minusMonths(MONTHS);
        if (month.isBefore(first) || month.isAfter(last) || page < 1 || page > ContentQuery.DEEPEST / SHOWN) {
            throw new NotFoundException();
        }
        Lines lines = lines(month, page);
        JournalPage shown = new JournalPage(
                MONTH.format(month),
                lines.shown(),
                Paging.of(page, lines.total(), SHOWN, address(month)),
                month.equals(first) ? null : address(month.minusMonths(1)),
                month.equals(last) ? null : address(month.plusMonths(1)));
        return new ModelAndView("espace/journal", Map.of("shell", desk.shell(request, "journal"), "page", shown));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No month", e);
        }
    }

    private static String address(YearMonth month) {
        return "/espace/journal?mois=" + month;
    }

    private record Lines(int total, List<JournalPage.Line> shown) {}

    /** A line that is made when it is shown. */
    @FunctionalInterface
    private interface Drawn {
        JournalPage.Line line() throws RepositoryException;
    }

    private record Passage(Instant at, Drawn drawn) {}

    private Lines lines(YearMonth month, int page) {
        int from = (page - 1) * SHOWN;
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Passage> seen = new ArrayList<>();
            for (Journal.Entry entry : Journal.of(session, month.toString())) {
                if (desk.reviews() || isTheirs(item(entry, session))) {
                    seen.add(new Passage(entry.at(), () -> line(entry, item(entry, session))));
                }
            }
            if (desk.reviews()) {
                ContentVersion.runs(session).stream()
                        .filter(run -> month.equals(YearMonth.from(run.at().atZone(ZoneOffset.UTC))))
                        .forEach(run -> seen.add(new Passage(run.at(), () -> line(run))));
            }
            seen.sort(Comparator.comparing(Passage::at).reversed());
            List<JournalPage.Line> lines = new ArrayList<>();
            for (Passage passage : seen.subList(Math.min(from, seen.size()), Math.min(from + SHOWN, seen.size()))) {
                lines.add(passage.drawn().line());
            }
            return new Lines(seen.size(), lines);
        });
    }

    /** Returns whether an item is by this person; who does not review reads of their own contents only. */
    private boolean isTheirs(Optional<Node> item) throws RepositoryException {
        return item.isPresent() && review.isAuthor(item.get(), desk.actor());
    }

    private JournalPage.Line line(ContentVersion.Run run) {
        return JournalPage.Line.upgrade(
                Moment.of(run.at(), desk.clock()),
                Objects.requireNonNullElse(
                        messages.getMessage(MIGRATION + run.name(), null, null, Locale.FRENCH), run.name()),
                run.to());
    }

    private JournalPage.Line line(Journal.Entry entry, Optional<Node> item) throws RepositoryException {
        return new JournalPage.Line(
                Moment.of(entry.at(), desk.clock()),
                entry.by().equals(Actor.CLOCK.name()) ? entry.giver() : accounts.nameOf(entry.by()),
                entry.former().map(accounts::nameOf).orElse(entry.title()),
                screen(entry, item),
                entry.from().key(),
                entry.to().key(),
                entry.own(),
                entry.settings().isPresent(),
                null,
                entry.handover()
                        .map(one -> new JournalPage.Handover(
                                one.given(),
                                accounts.nameOf(one.account()),
                                entry.former().isPresent()))
                        .orElse(null));
    }

    private static @Nullable String screen(Journal.Entry entry, Optional<Node> item) throws RepositoryException {
        if (entry.settings().isPresent()) {
            return entry.settings()
                    .filter(name -> !name.isEmpty())
                    .map(SettingsForms::address)
                    .orElse(null);
        }
        return item.isPresent() ? WorkAddress.of(item.get()) : null;
    }

    /** The item a line is about; none for settings and accounts; older lines tell it as {@code workspace:/path} alone. */
    private static Optional<Node> item(Journal.Entry entry, Session session) throws RepositoryException {
        if (entry.settings().isPresent() || entry.former().isPresent()) {
            return Optional.empty();
        }
        String workspace = entry.item().substring(0, entry.item().indexOf(':'));
        return entry.id().isEmpty()
                ? new Workspace(workspace).node(session, entry.item().substring(workspace.length() + 1))
                : new Workspace(workspace).nodeById(session, entry.id());
    }
}
