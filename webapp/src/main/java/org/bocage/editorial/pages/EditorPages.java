package org.bocage.editorial.pages;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.items.FormPages;
import org.bocage.editorial.items.WaitingTasks;
import org.bocage.editorial.pages.outline.Mark;
import org.bocage.editorial.pages.outline.Outline;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.screens.extension.PageNotices;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Puts together what the editor's screen shows. */
@Component
public class EditorPages {

    private static final List<String> BUTTONS =
            List.of("accepter", "proposer", "publier", "reprendre", "refuser", "retirer", "deprogrammer", "archiver");

    /** Answers of a reviewer to a proposal. */
    private static final Set<String> DECISIONS = Set.of("accepter", "programme", "reprendre", "refuser");

    private final Desk desk;
    private final Contents contents;
    private final WaitingTasks waiting;
    private final Pages pages;
    private final ItemForms forms;
    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final FormPages formPages;
    private final MessageSource messages;
    private final PageClipboard clipboard;
    private final Workflow workflow;
    private final List<PageNotices> notices;
    private final PageZones zones;

    EditorPages(
            Desk desk,
            Contents contents,
            WaitingTasks waiting,
            Pages pages,
            ItemForms forms,
            Accounts accounts,
            OneTimeTokens tokens,
            FormPages formPages,
            MessageSource messages,
            PageClipboard clipboard,
            Workflow workflow,
            List<PageNotices> notices,
            PageZones zones) {
        this.zones = zones;
        this.notices = notices;
        this.waiting = waiting;
        this.workflow = workflow;
        this.clipboard = clipboard;
        this.desk = desk;
        this.contents = contents;
        this.pages = pages;
        this.forms = forms;
        this.accounts = accounts;
        this.tokens = tokens;
        this.formPages = formPages;
        this.messages = messages;
    }

    /** Refusals of a gesture that could be done on the page as it was. */
    private static final Set<String> MOVED_ON =
            Set.of("authoring.page.modifiee", "authoring.page.pas-maintenant", "authoring.page.en-relecture");

    /** The screen around what is beside the page. */
    record Beside(
            String chosen,
            EditorPage.@Nullable Panel panel,
            @Nullable String problem,
            List<EditorPage.Unfinished> unfinished,
            EditorPage.@Nullable Done done) {

        static final Beside NOTHING = new Beside("", null, null, List.of(), null);
    }

    EditorPage page(Pages.Page page, Outline outline, Beside beside) {
        Item item = page.item();
        String address = WorkAddress.page(page.path());
        return new EditorPage(
                address,
                item.title(),
                page.path(),
                item.state().key(),
                String.valueOf(item.revision()),
                outline.failure().isEmpty()
                        ? "/author" + encoded(page.path()) + "?mgnlPreview=false"
                        : address + "?dessin=&mgnlPreview=false",
                item.online() ? encoded(page.path()) : null,
                tokens.fresh(),
                buttons(page),
                reason(page, outline),
                outline.page()
                        .filter(mark -> page.editable() && zones.hasForm(mark))
                        .map(mark -> address + "?fiche=" + query(mark.key()))
                        .orElse(null),
                zones.of(page, outline),
                beside.chosen(),
                beside.panel(),
                beside.problem(),
                beside.unfinished(),
                formPages.comments(item),
                beside.done(),
                item.online() && item.state() != State.PUBLIE ? address + "?changements=" : null,
                Moment.of(item.changed(), desk.clock()),
                accounts.nameOf(item.changedBy()),
                views(address),
                address + "?versions=",
                next(page, beside),
                formPages.others("pages/" + item.id()),
                workflow.mayComment(desk.actor(), item.author()),
                Stream.concat(
                                outline.failure().isPresent() && outline.isEditable()
                                        ? Stream.of(say("authoring.page.sans-image"))
                                        : Stream.of(),
                                notices.stream().flatMap(one -> one.pageNotices(page.path()).stream()))
                        .toList());
    }

    /** Returns the address of the next task for whoever reads a proposal or has just answered it; null when there is none. */
    private @Nullable String next(Pages.Page page, Beside beside) {
        boolean reads = page.item().state() == State.PROPOSE
                || (beside.done() != null && DECISIONS.contains(beside.done().key()));
        return reads && desk.decides()
                ? waiting.tasks().stream()
                        .map(WeekPage.Task::address)
                        .filter(one -> !one.replaceFirst("[?].*", "").equals(WorkAddress.page(page.path())))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The screen with a panel in the place of the outline. */
    EditorPage page(Pages.Page page, Outline outline, EditorPage.Panel panel) {
        return page(page, outline, new Beside("", panel, null, List.of(), null));
    }

    /** Returns the buttons of a page; who may publish is not asked to propose. */
    private static List<String> buttons(Pages.Page page) {
        return BUTTONS.stream()
                .filter(page.actions()::contains)
                .filter(one -> !one.equals("proposer") || !page.actions().contains("publier"))
                .toList();
    }

    private List<EditorPage.View> views(String address) {
        List<EditorPage.View> views = new ArrayList<>();
        for (Audience who : Audience.values()) {
            views.add(new EditorPage.View(say("authoring.page.comme." + who.id()), address + "?comme=" + who.id()));
        }
        return views;
    }

    private @Nullable String reason(Pages.Page page, Outline outline) {
        if (!page.mayWrite()) {
            return say("authoring.page.lecture");
        }
        if (!page.editable()) {
            return switch (page.item().state()) {
                case PROPOSE -> say("authoring.page.en-relecture");
                case PROGRAMME -> say("authoring.page.programmee");
                case ARCHIVE -> say("authoring.page.archivee");
                default -> say("authoring.page.pas-maintenant");
            };
        }
        if (outline.isEditable()) {
            return null;
        }
        return outline.failure()
                .map(why -> say("authoring.page.pas-dessinee", why))
                .orElseGet(() -> say("authoring.page.sans-reperes"));
    }

    /** Returns the components that may be added to an area. */
    EditorPage.Choice choice(Outline outline, String key) {
        Mark area = outline.area(key).orElseThrow(() -> PageRefused.outdated("plus-la"));
        List<EditorPage.Offer> offers = new ArrayList<>();
        for (String id : area.available()) {
            desk.definitions().template(id).ifPresent(template -> offers.add(offer(template)));
        }
        return new EditorPage.Choice(key, area.label(), offers, pasted(area));
    }

    /** Returns the component this person took on another page, or null when the area does not take it. */
    private EditorPage.@Nullable Offer pasted(Mark area) {
        return pages.<Optional<EditorPage.Offer>>read(desk.identity(), session -> {
                    Optional<Node> taken = clipboard.of(desk.account().name(), session);
                    String id = taken.isPresent() ? Pages.template(taken.get()) : "";
                    if (!area.available().contains(id)) {
                        return Optional.empty();
                    }
                    String excerpt = Excerpt.of(taken.orElseThrow());
                    return desk.definitions()
                            .template(id)
                            .map(one -> new EditorPage.Offer(id, text(one.title(), one.name()), excerpt, null));
                })
                .orElse(null);
    }

    private EditorPage.Offer offer(TemplateDefinition template) {
        Object picture = template.parameters().get("vignette");
        return new EditorPage.Offer(
                template.id(),
                text(template.title(), template.name()),
                text(template.description(), ""),
                picture instanceof String path && path.matches("/[\\w./-]+/webresources/[\\w./-]+")
                        ? "/.resources" + path
                        : null);
    }

    /** Words of a light module; generated keys that it has no message for are none. */
    public String text(Label label, String otherwise) {
        if (!label.literal().isEmpty()) {
            return desk.definitions().messages().text(Locale.FRENCH, label);
        }
        return label.keys().stream()
                .flatMap(key -> desk.definitions().messages().find(Locale.FRENCH, key).stream())
                .findFirst()
                .orElse(otherwise);
    }

    /** Returns the form that edits a page, an area or a component. */
    Optional<ItemForm> form(Mark mark) {
        return mark.isEditable()
                ? forms.ofDialog(desk.definitions(), mark.dialog(), desk.identity())
                : Optional.empty();
    }

    String heading(Mark mark) {
        return mark.kind() == Mark.Kind.PAGE
                ? desk.definitions()
                        .dialog(mark.dialog())
                        .map(dialog -> text(dialog.label(), say("authoring.page.reglages")))
                        .orElse(say("authoring.page.reglages"))
                : mark.label();
    }

    /** Returns what is missing in a page before others may read it. */
    List<EditorPage.Unfinished> unfinished(Pages.Page page, Outline outline) {
        return pages.read(desk.identity(), session -> {
            List<EditorPage.Unfinished> found = new ArrayList<>();
            for (Mark mark :
                    Stream.concat(outline.page().stream(), outline.all()).toList()) {
                Optional<ItemForm> form = form(mark);
                Optional<Node> node = PageZones.node(session, mark);
                boolean here = mark.kind() == Mark.Kind.PAGE || PageGestures.isOwn(mark, page.path());
                if (here && form.isPresent() && node.isPresent()) {
                    for (FormPage.Problem problem :
                            form.get().check(form.get().read(node.get()), true).problems()) {
                        found.add(new EditorPage.Unfinished(
                                heading(mark) + " : " + problem.label(),
                                problem.message(),
                                WorkAddress.page(page.path()) + "?fiche=" + query(mark.key()),
                                problem.field()));
                    }
                }
            }
            return found;
        });
    }

    /** A refusal in words, with who made the page what it is now when it was somebody else. */
    String told(PageRefused refusal, Pages.Page page) {
        String sentence = say(refusal.key(), refusal.arguments());
        Item item = page.item();
        if (!MOVED_ON.contains(refusal.key())
                || item.changedBy().equals(desk.account().name())) {
            return sentence;
        }
        LocalDateTime when =
                LocalDateTime.ofInstant(item.changed(), desk.clock().getZone());
        return sentence + " "
                + say(
                        "authoring.page.depuis",
                        accounts.nameOf(item.changedBy()),
                        say("authoring.page.devenue."
                                + contents.outcome(item).map(State::key).orElse(State.BROUILLON.key())),
                        FrenchDays.moment(when));
    }

    String say(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, Locale.FRENCH));
    }

    private static String encoded(String path) {
        return UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }

    static String query(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    /** Names an element of the screen after what it is about. */
    static String id(String key) {
        return "n" + Integer.toHexString(key.hashCode());
    }
}
