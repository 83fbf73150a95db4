package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentQuery;
import org.bocage.editorial.authoring.view.CreateLink;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.authoring.view.WeekPage;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Delays;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.State;
import org.bocage.editorial.workflow.Withdrawals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « Ma semaine »: what waits for me, what came back, what I left unfinished. */
@Controller
class WeekController {

    private static final Pattern ARTICLE = Pattern.compile("(?i)(l[’']|(le|la|les|un|une|des) )");
    private static final int SHOWN = 20;
    private static final int MINUTES = 3;
    private static final int APPOINTMENTS = 3;
    private static final State[] SENT = {State.PROPOSE, State.PROGRAMME, State.PUBLIE, State.REFUSE, State.ARCHIVE};
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration LATE = Duration.ofDays(3);
    private static final int FAILED_SHOWN = 30;

    private final Desk desk;
    private final Contents contents;
    private final Accounts accounts;
    private final Unsent unsent;
    private final Coming coming;
    private final Outbox outbox;
    private final List<Companion> companions;
    private final DocumentShelf documents;
    private final Delays delays;

    WeekController(
            Desk desk,
            Contents contents,
            Accounts accounts,
            Unsent unsent,
            Coming coming,
            Outbox outbox,
            List<Companion> companions,
            DocumentShelf documents,
            Delays delays) {
        this.delays = delays;
        this.companions = companions;
        this.documents = documents;
        this.coming = coming;
        this.outbox = outbox;
        this.unsent = unsent;
        this.desk = desk;
        this.contents = contents;
        this.accounts = accounts;
    }

    @GetMapping("/espace")
    String show(HttpServletRequest request, Model model) {
        Optional<ContentType> actus = desk.type("actus");
        List<ContentType> written = desk.definitions().contentTypes().stream()
                .filter(type -> desk.type(type.name()).isPresent())
                .toList();
        List<Kind> kinds = Stream.concat(written.stream().map(this::kind), Stream.of(pages(desk)))
                .toList();
        model.addAttribute("shell", desk.shell(request, "semaine"));
        model.addAttribute(
                "page",
                new WeekPage(
                        moment(),
                        firstName(desk.account().displayName()),
                        desk.decides() ? tasks(contents, desk, accounts) : List.of(),
                        kinds.stream().flatMap(this::corrections).toList(),
                        Stream.concat(
                                        unsent.of(desk.account().name()).stream()
                                                .flatMap(kept -> draft(kept).stream()),
                                        kinds.stream().filter(Kind::goesOnLine).flatMap(this::drafts))
                                .toList(),
                        desk.reviews() ? List.of() : sent(kinds),
                        coming.until(desk.clock().instant().plus(SOON)),
                        desk.reviews() ? failedMails() : 0,
                        desk.reviews()
                                ? companions.stream()
                                        .flatMap(one -> one.notices().stream())
                                        .toList()
                                : List.of(),
                        written.stream()
                                .filter(type -> !type.name().equals("actus") && contents.mayAdd(type, desk.identity()))
                                .map(type -> createLink(desk, type))
                                .toList(),
                        actus.filter(type -> contents.mayAdd(type, desk.identity()))
                                .map(type -> createLink(desk, type))
                                .orElse(null),
                        "/espace/medias#ajouter",
                        minutes(written),
                        desk.account().audiences().contains(Audience.CA) ? delay() : null));
        model.addAttribute(
                "appointments",
                companions.stream()
                        .flatMap(one -> one.appointments().stream())
                        .limit(APPOINTMENTS)
                        .toList());
        return "espace/semaine";
    }

    /**
     * What one writes of a kind: items of a content type, or pages.
     *
     * @param goesOnLine false for what is neither begun nor sent, but kept
     */
    private record Kind(String workspace, String label, boolean goesOnLine, Function<Item, String> address) {}

    private Kind kind(ContentType type) {
        return new Kind(
                type.workspace(),
                desk.label(type),
                type.goesOnLine(),
                item -> "/espace/" + type.name() + "/" + item.id());
    }

    private static Kind pages(Desk desk) {
        return new Kind(
                Workspace.WEBSITE.name(),
                desk.words("pages.app.label", Workspace.WEBSITE.name()),
                true,
                item -> EditorPages.address(item.path()));
    }

    private WeekPage.@Nullable Delay delay() {
        return delays.mean()
                .map(mean -> new WeekPage.Delay(
                        mean.proposals(), Math.toIntExact(mean.duration().toDays())))
                .orElse(null);
    }

    private WeekPage.@Nullable Minutes minutes(List<ContentType> written) {
        if (written.stream().noneMatch(type -> type.name().equals("documents"))) {
            return null;
        }
        List<WeekPage.Last> last = documents.lastMinutes(MINUTES).stream()
                .map(one -> new WeekPage.Last(one.title(), documents.about(one), one.address()))
                .toList();
        boolean adds = documents.mayAdd();
        return last.isEmpty() && !adds
                ? null
                : new WeekPage.Minutes(last, adds ? DocumentController.ADDRESS + "/deposer" : null);
    }

    private int failedMails() {
        return outbox.givenUpSince(
                LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC).minusDays(FAILED_SHOWN));
    }

    static CreateLink createLink(Desk desk, ContentType type) {
        return new CreateLink(
                desk.words(type.name() + ".create", "Écrire : " + desk.label(type)),
                "/espace/" + type.name() + "/nouveau");
    }

    /** What waits for this person's yes, without what looks like advertising. */
    static List<WeekPage.Task> tasks(Contents contents, Desk desk, Accounts accounts) {
        return Stream.of(
                        desk.withdrawals().stream().map(one -> task(one, desk)),
                        desk.otherTasks().stream(),
                        tasks(contents, desk, accounts, desk::proposals).stream())
                .flatMap(some -> some)
                .toList();
    }

    /** A picture that somebody does not want shown: it is away, and waits for a look. */
    private static WeekPage.Task task(Withdrawals.Request asked, Desk desk) {
        return new WeekPage.Task(
                asked.title(),
                desk.sentence("authoring.withdrawal"),
                desk.sentence("authoring.withdrawal.who"),
                Moment.of(asked.since(), desk.clock()),
                MediaLibrary.address("jcr:" + asked.id()),
                asked.since().plus(LATE).isBefore(desk.clock().instant()),
                0,
                "");
    }

    /** What looks like advertising. */
    static List<WeekPage.Task> suspects(Contents contents, Desk desk, Accounts accounts) {
        return tasks(
                contents,
                desk,
                accounts,
                query -> query.where("etat", State.PROPOSE.key()).where(Review.SUSPECT, "true"));
    }

    private static List<WeekPage.Task> tasks(
            Contents contents, Desk desk, Accounts accounts, UnaryOperator<ContentQuery> asked) {
        Stream<WeekPage.Task> items = desk.definitions().contentTypes().stream()
                .flatMap(type -> waiting(type.workspace(), contents, desk, asked)
                        .map(item -> task(
                                item,
                                desk.label(type),
                                "/espace/taches/" + type.name() + "/" + item.id(),
                                type.name() + "/" + item.id() + "/" + item.revision(),
                                desk,
                                accounts)));
        Stream<WeekPage.Task> pages = waiting(Workspace.WEBSITE.name(), contents, desk, asked)
                .map(item -> task(
                        item,
                        pages(desk).label(),
                        EditorPages.address(item.path()) + (item.online() ? "?changements=" : ""),
                        "",
                        desk,
                        accounts));
        return Stream.concat(items, pages).toList();
    }

    private static Stream<Item> waiting(
            String workspace, Contents contents, Desk desk, UnaryOperator<ContentQuery> asked) {
        return contents
                .find(
                        asked.apply(ContentQuery.in(workspace))
                                .orderBy("mgnl:lastModified", false)
                                .page(0, SHOWN),
                        desk.identity())
                .items()
                .stream();
    }

    private static WeekPage.Task task(
            Item item, String type, String address, String choice, Desk desk, Accounts accounts) {
        return new WeekPage.Task(
                item.title(),
                type,
                name(accounts, item),
                Moment.of(item.changed(), desk.clock()),
                address,
                item.changed().plus(LATE).isBefore(desk.clock().instant()),
                item.comments().size(),
                choice);
    }

    /** Who wrote an item, with an account or without. */
    static String name(Accounts accounts, Item item) {
        return item.proposer().isEmpty() ? name(accounts, item.author()) : item.proposer();
    }

    static String name(Accounts accounts, String account) {
        return accounts.find(account).map(who -> who.displayName()).orElse(account);
    }

    private Stream<WeekPage.Correction> corrections(Kind kind) {
        return mine(kind, State.A_REPRENDRE).map(item -> {
            var last = item.comments().isEmpty()
                    ? null
                    : item.comments().get(item.comments().size() - 1);
            return new WeekPage.Correction(
                    item.title(),
                    kind.label(),
                    last == null ? "" : last.by(),
                    last == null ? "" : last.text(),
                    Moment.of(item.changed(), desk.clock()),
                    kind.address().apply(item));
        });
    }

    /** What was typed and not sent; what was written about an item that is gone becomes a new one. */
    private Optional<WeekPage.Draft> draft(Unsent.Kept kept) {
        return desk.type(kept.type())
                .map(type -> new WeekPage.Draft(
                        kept.title().isBlank()
                                ? WeekController.createLink(desk, type).label()
                                : kept.title(),
                        desk.label(type),
                        Moment.of(kept.at(), desk.clock()),
                        "/espace/" + kept.type() + "/"
                                + (isThere(type, kept.id())
                                        ? kept.id() + "?reprise"
                                        : "nouveau?reprise=" + kept.id())));
    }

    private boolean isThere(ContentType type, String id) {
        return id.equals(Unsent.NEW)
                || contents.read(type, id, desk.identity(), node -> true).isPresent();
    }

    private Stream<WeekPage.Draft> drafts(Kind kind) {
        return mine(kind, State.BROUILLON)
                .map(item -> new WeekPage.Draft(
                        item.title(),
                        kind.label(),
                        Moment.of(item.changed(), desk.clock()),
                        kind.address().apply(item)));
    }

    /** What this person sent, of all kinds, the latest first. */
    private List<WeekPage.Sent> sent(List<Kind> kinds) {
        record Mine(Kind kind, Item item) {}
        return kinds.stream()
                .filter(Kind::goesOnLine)
                .flatMap(kind -> mine(kind, SENT).map(item -> new Mine(kind, item)))
                .sorted(Comparator.comparing((Mine one) -> one.item().changed()).reversed())
                .limit(SHOWN)
                .map(one -> new WeekPage.Sent(
                        one.item().title(),
                        one.kind().label(),
                        one.item().state().key(),
                        Moment.of(one.item().changed(), desk.clock()),
                        one.kind().address().apply(one.item())))
                .toList();
    }

    private Stream<Item> mine(Kind kind, State... states) {
        return contents
                .find(
                        ContentQuery.in(kind.workspace())
                                .where("etat", Stream.of(states).map(State::key).toArray(String[]::new))
                                .where("auteur", desk.account().name())
                                .orderBy("mgnl:lastModified", true)
                                .page(0, SHOWN),
                        desk.identity())
                .items()
                .stream();
    }

    /** What somebody is called by: the words before a family name or a remark in brackets; a structure has one name. */
    private static String firstName(String displayName) {
        String name = displayName.split("[(]", 2)[0].strip();
        return ARTICLE.matcher(name).lookingAt() ? name : name.split(" ", 2)[0];
    }

    private String moment() {
        int hour = desk.clock().instant().atZone(desk.clock().getZone()).getHour();
        return hour < 12 ? "matin" : hour < 18 ? "apres-midi" : "soir";
    }
}
