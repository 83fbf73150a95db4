package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.items.PublicationSchedule;
import org.bocage.editorial.items.WaitingTasks;
import org.bocage.editorial.items.drafts.AutosavedDrafts;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.screens.extension.WeekSection;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Delays;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « Ma semaine »: what waits for me, what came back, what I left unfinished. */
@ScreenController
@OpenTo(People.SIGNED_IN)
class WeekController {

    private static final Pattern ARTICLE = Pattern.compile("(?i)(l[’']|(le|la|les|un|une|des) )");
    private static final int SHOWN = 20;
    private static final State[] SENT = {State.PROPOSE, State.PROGRAMME, State.PUBLIE, State.REFUSE, State.ARCHIVE};
    private static final Duration SOON = Duration.ofDays(14);
    private static final int FAILED_SHOWN = 30;

    private final Desk desk;
    private final Contents contents;
    private final WaitingTasks waiting;
    private final AutosavedDrafts unsent;
    private final PublicationSchedule coming;
    private final Outbox outbox;
    private final List<WeekNotices> notices;
    private final List<WeekSection> sections;
    private final Delays delays;

    WeekController(
            Desk desk,
            Contents contents,
            WaitingTasks waiting,
            AutosavedDrafts unsent,
            PublicationSchedule coming,
            Outbox outbox,
            List<WeekNotices> notices,
            List<WeekSection> sections,
            Delays delays) {
        this.delays = delays;
        this.notices = notices;
        this.sections = sections;
        this.coming = coming;
        this.outbox = outbox;
        this.unsent = unsent;
        this.desk = desk;
        this.contents = contents;
        this.waiting = waiting;
    }

    @GetMapping("/espace")
    String show(HttpServletRequest request, Model model) {
        Optional<ContentType> first = desk.eachWeek().stream().findFirst();
        List<ContentType> written = desk.definitions().contentTypes().stream()
                .filter(type -> desk.type(type.name()).isPresent())
                .toList();
        List<Kind> kinds = Stream.concat(written.stream().map(this::kind), Stream.of(pages()))
                .toList();
        model.addAttribute("shell", desk.shell(request, "semaine"));
        model.addAttribute(
                "page",
                new WeekPage(
                        moment(),
                        firstName(desk.account().displayName()),
                        desk.decides() ? waiting.tasks() : List.of(),
                        desk.decides() ? desk.waiting() : 0,
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
                                ? notices.stream()
                                        .flatMap(one -> one.notices().stream())
                                        .toList()
                                : List.of(),
                        written.stream()
                                .filter(type ->
                                        !first.equals(Optional.of(type)) && contents.mayAdd(type, desk.identity()))
                                .map(type -> desk.createLink(type))
                                .toList(),
                        first.filter(type -> contents.mayAdd(type, desk.identity()))
                                .map(type -> desk.createLink(type))
                                .orElse(null),
                        "/espace/medias#ajouter",
                        sections.stream().flatMap(one -> one.section().stream()).toList(),
                        desk.account().audiences().contains(Audience.BOARD) ? delay() : null));
        return "espace/semaine";
    }

    /**
     * Kind of content that one writes: items of a content type, or pages.
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

    private Kind pages() {
        return new Kind(Workspace.WEBSITE.name(), desk.pagesLabel(), true, item -> WorkAddress.page(item.path()));
    }

    private WeekPage.@Nullable Delay delay() {
        return delays.mean()
                .map(mean -> new WeekPage.Delay(
                        mean.proposals(), Math.toIntExact(mean.duration().toDays())))
                .orElse(null);
    }

    private int failedMails() {
        return outbox.givenUpSince(
                LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC).minusDays(FAILED_SHOWN));
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

    /** Returns the entry of an autosaved draft; a text about an item that is gone becomes a new one. */
    private Optional<WeekPage.Draft> draft(AutosavedDrafts.Kept kept) {
        return desk.type(kept.type())
                .map(type -> new WeekPage.Draft(
                        kept.title().isBlank() ? desk.createLink(type).label() : kept.title(),
                        desk.label(type),
                        Moment.of(kept.at(), desk.clock()),
                        "/espace/" + kept.type() + "/"
                                + (isThere(type, kept.id())
                                        ? kept.id() + "?reprise"
                                        : "nouveau?reprise=" + kept.id())));
    }

    private boolean isThere(ContentType type, String id) {
        return id.equals(AutosavedDrafts.NEW)
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

    /** Returns the items this person sent, of all kinds, the latest first. */
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
        ContentQuery.Filter theirs = desk.theirs();
        return contents
                .find(
                        ContentQuery.in(kind.workspace())
                                .inState(states)
                                .and(theirs)
                                .orderBy("mgnl:lastModified", true)
                                .page(0, SHOWN),
                        desk.identity())
                .items()
                .stream();
    }

    /** Returns what to call somebody by: the words before a family name or a remark in brackets; a structure has one name. */
    private static String firstName(String displayName) {
        String name = displayName.split("[(]", 2)[0].strip();
        return ARTICLE.matcher(name).lookingAt() ? name : name.split(" ", 2)[0];
    }

    private String moment() {
        int hour = desk.clock().instant().atZone(desk.clock().getZone()).getHour();
        return hour < 12 ? "matin" : hour < 18 ? "apres-midi" : "soir";
    }
}
