package org.bocage.editorial.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.items.drafts.AutosaveController;
import org.bocage.editorial.items.drafts.AutosavedDrafts;
import org.bocage.editorial.items.drafts.Presence;
import org.bocage.editorial.items.history.ReadableForm;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Comment;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.workflow.Authorship;
import org.bocage.editorial.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together what the form's screen shows. */
@Component
public class FormPages {

    private final Desk desk;
    private final Contents contents;
    private final OneTimeTokens tokens;
    private final Accounts accounts;
    private final AutosavedDrafts unsent;
    private final Presence presence;
    private final Workflow workflow;
    private final Authorship authorship;
    private final MessageSource messages;

    FormPages(
            Desk desk,
            Contents contents,
            OneTimeTokens tokens,
            Accounts accounts,
            AutosavedDrafts unsent,
            Presence presence,
            Workflow workflow,
            Authorship authorship,
            MessageSource messages) {
        this.messages = messages;
        this.workflow = workflow;
        this.authorship = authorship;
        this.unsent = unsent;
        this.presence = presence;
        this.desk = desk;
        this.contents = contents;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** Names a form in the browser's own copy. */
    public static String keepKey(Desk desk, String type, String id) {
        return desk.account().name() + ":" + type + ":" + id;
    }

    /** How a form comes on the screen. */
    enum Coming {
        /** It is opened: what was typed before and not sent is offered. */
        OPENED,
        /** It holds what was typed before and not sent. */
        RESUMED,
        /** It comes back, with what was just sent. */
        BACK
    }

    private FormPage.Care care(
            String type, String id, boolean isOrphan, String author, List<String> gestures, Coming coming) {
        String place = type + "/" + id;
        boolean isNew = id.equals(AutosavedDrafts.NEW) || isOrphan;
        Optional<Moment> typed = coming == Coming.BACK
                ? Optional.empty()
                : unsent.find(desk.account().name(), type, id).map(kept -> Moment.of(kept.at(), desk.clock()));
        return new FormPage.Care(
                AutosaveController.ADDRESS + place,
                isNew ? null : AutosaveController.PRESENCE + place,
                isNew ? List.of() : others(place),
                coming == Coming.OPENED
                        ? typed.map(when -> new FormPage.Offer(when, "/espace/" + place + "?reprise"))
                                .orElse(null)
                        : null,
                coming == Coming.RESUMED ? typed.orElse(null) : null,
                coming == Coming.BACK,
                isNew ? null : "/espace/" + place + "/historique",
                gestures.stream()
                        .map(key -> new FormPage.Gesture(
                                key, "/espace/" + place + (key.equals("double") ? "/double" : "/ranger")))
                        .toList(),
                !isNew && workflow.mayComment(desk.actor(), author(author, id))
                        ? "/espace/" + place + "/commentaires"
                        : null,
                workflow.answerWithin());
    }

    /** The account that counts as the author of an item for whoever is signed in. */
    private String author(String author, String id) {
        String account = desk.account().name();
        return authorship.isAuthor(account, author, id) ? account : author;
    }

    /** The others who have what is edited at a place open now, this person being one of them. */
    public List<String> others(String place) {
        return presence.note(place, desk.account());
    }

    /** @param of the gone item whose text this was; empty for a form of its own */
    FormPage fresh(
            ContentType type,
            String of,
            ItemForm form,
            FormValues values,
            Errors errors,
            List<String> actions,
            Coming coming) {
        return new FormPage(
                "/espace/" + type.name() + "/nouveau" + (of.isEmpty() ? "" : "?reprise=" + of),
                desk.createLink(type).label(),
                desk.label(type),
                "/espace/" + type.name(),
                true,
                null,
                "",
                tokens.fresh(),
                keepKey(desk, type.name(), "nouveau"),
                offered(type, form.view(values, errors), values),
                actions,
                errors.problems(),
                List.of(),
                null,
                care(type.name(), of.isEmpty() ? AutosavedDrafts.NEW : of, !of.isEmpty(), "", List.of(), coming),
                null,
                null,
                null,
                null,
                List.of(),
                form.advice(values));
    }

    FormPage stored(
            ContentType type,
            ItemForm form,
            Item item,
            FormValues values,
            Errors errors,
            List<String> actions,
            FormPage.@Nullable Conflict conflict,
            @Nullable String published,
            @Nullable String preview,
            List<String> gestures,
            List<FormPage.Aside> asides,
            Coming coming) {
        List<Comment> comments = comments(item);
        List<FormPage.Section> sections = offered(type, form.view(values, errors, comments), values);
        return new FormPage(
                "/espace/" + type.name() + "/" + item.id(),
                item.title(),
                desk.label(type),
                "/espace/" + type.name(),
                false,
                type.goesOnLine() ? item.state().key() : null,
                String.valueOf(item.revision()),
                tokens.fresh(),
                keepKey(desk, type.name(), item.id()),
                sections,
                actions,
                errors.problems(),
                labelled(comments, sections),
                conflict,
                care(type.name(), item.id(), false, item.author(), gestures, coming),
                Moment.of(item.changed(), desk.clock()),
                accounts.nameOf(item.changedBy()),
                published,
                preview,
                asides,
                form.advice(values));
    }

    /** Returns the error of a new item that could not be saved because other saves came first at each attempt. */
    Errors atOnce(ContentType type) {
        return new Errors(List.of(new FormPage.Problem(
                "name",
                desk.words(type.name() + ".detail.name.label", "name"),
                messages.getMessage("authoring.at-once", null, Locale.FRENCH))));
    }

    /** A form without what is not for this person to choose; what was chosen already stays, unseen where nobody asks them. */
    private List<FormPage.Section> offered(ContentType type, List<FormPage.Section> form, FormValues values) {
        List<FormField> unseen = new ArrayList<>();
        List<FormPage.Section> offered = new ArrayList<>();
        for (FormPage.Section section : form) {
            List<FormField> fields = new ArrayList<>();
            for (FormField field : section.fields()) {
                offered(type, field, values)
                        .ifPresent(one -> (one instanceof FormField.Hidden ? unseen : fields).add(one));
            }
            if (!fields.isEmpty()) {
                offered.add(new FormPage.Section(section.title(), section.folded(), section.hasProblem(), fields));
            }
        }
        if (!offered.isEmpty()) {
            offered.get(0).fields().addAll(unseen);
        }
        return List.copyOf(offered);
    }

    private Optional<FormField> offered(ContentType type, FormField field, FormValues values) {
        FormField.Caption caption = field.caption();
        if (caption == null) {
            return Optional.of(field);
        }
        String name = caption.name();
        if (!workflow.asksFor(desk.actor(), name.replace('.', '/'))
                && caption.errors().isEmpty()) {
            return unasked(field, values);
        }
        if (field instanceof FormField.Choice choice) {
            List<FormField.Option> options = choice.options().stream()
                    .filter(one -> one.selected() || mayChoose(type, name, one.value()))
                    .toList();
            if (options.isEmpty()) {
                return Optional.empty();
            }
            boolean isSingle = choice.appearance() == FormField.Appearance.RADIOS
                    || choice.appearance() == FormField.Appearance.COMBO;
            // of the one answer that is left to this person nobody makes a question
            return Optional.of(
                    isSingle
                                    && caption.required()
                                    && options.size() == 1
                                    && choice.options().size() > 1
                            ? new FormField.Hidden(name, options.get(0).value())
                            : new FormField.Choice(caption, choice.appearance(), options, choice.empty()));
        }
        if (field instanceof FormField.Composite composite) {
            List<FormField> fields = composite.fields().stream()
                    .flatMap(one -> offered(type, one, values).stream())
                    .toList();
            return fields.isEmpty() ? Optional.empty() : open(type, new FormField.Composite(caption, fields), values);
        }
        return open(type, field, values);
    }

    private Optional<FormField> open(ContentType type, FormField field, FormValues values) {
        String name = Objects.requireNonNull(field.caption()).name();
        boolean isOpen = !values.within(name).isBlank() || workflow.mayFill(desk.actor(), type.name(), name);
        return isOpen ? Optional.of(field) : Optional.empty();
    }

    /** A field that nobody asks of this person: it keeps its value, if there is one. */
    private static Optional<FormField> unasked(FormField field, FormValues values) {
        String name = Objects.requireNonNull(field.caption()).name();
        if (values.within(name).isBlank()) {
            return Optional.empty();
        }
        boolean isSingle = field instanceof FormField.Text
                || field instanceof FormField.Date
                || field instanceof FormField.Numeric
                || field instanceof FormField.Checkbox
                || (field instanceof FormField.Choice choice
                        && (choice.appearance() == FormField.Appearance.RADIOS
                                || choice.appearance() == FormField.Appearance.COMBO));
        return Optional.of(isSingle ? new FormField.Hidden(name, values.text(name)) : field);
    }

    private boolean mayChoose(ContentType type, String property, String value) {
        return workflow.mayChoose(desk.actor(), type.name(), property, value);
    }

    public FormPage.Conflict conflict(
            Item theirs, List<FormPage.Difference> differences, List<String> joined, boolean wrote) {
        return new FormPage.Conflict(
                accounts.nameOf(theirs.changedBy()),
                Moment.of(theirs.changed(), desk.clock()),
                contents.outcome(theirs).map(State::key).orElse(""),
                differences,
                joined,
                wrote);
    }

    /** The remarks on an item, each with the field it is about. */
    public List<Comment> comments(Item item) {
        return item.comments().stream()
                .map(comment -> new Comment(
                        comment.by(),
                        Moment.of(comment.at(), desk.clock()),
                        comment.text(),
                        comment.field().isEmpty() ? null : comment.field(),
                        null))
                .toList();
    }

    /** FieldComments with the labels of their fields; one whose field the form has no longer is about the whole. */
    public static List<Comment> labelled(List<Comment> comments, List<FormPage.Section> form) {
        Map<String, String> labels = ReadableForm.labels(form);
        return comments.stream()
                .map(one -> {
                    String label = one.field() == null ? null : labels.get(one.field());
                    return new Comment(one.who(), one.when(), one.text(), label == null ? null : one.field(), label);
                })
                .toList();
    }
}
