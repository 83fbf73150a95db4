package org.bocage.editorial.items;

import static org.bocage.editorial.screens.Parameters.parameter;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.items.drafts.AutosavedDrafts;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.extension.FormObjections;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes what a form sent: its values with conflicts settled and files taken, what is wrong with them, the button. */
@Component
public final class SentForms {

    /** Sent by Enter in a field where there is nothing to save. */
    private static final String STAY = "rester";
    /** Begins the name under which somebody says that what was asked about is right. */
    private static final String CONFIRMED = "confirme.";
    /** Actions that need the whole form. */
    private static final Set<String> COMPLETE = Set.of("proposer", "publier");

    private final Desk desk;
    private final Contents contents;
    private final Workflow workflow;
    private final FormFiles files;
    private final MessageSource messages;
    private final AutosavedDrafts unsent;
    private final List<FormObjections> objections;

    SentForms(
            Desk desk,
            Contents contents,
            Workflow workflow,
            FormFiles files,
            MessageSource messages,
            AutosavedDrafts unsent,
            List<FormObjections> objections) {
        this.unsent = unsent;
        this.objections = objections;
        this.desk = desk;
        this.contents = contents;
        this.workflow = workflow;
        this.files = files;
        this.messages = messages;
    }

    /** A form as it was sent; a gesture changes entries and saves nothing. */
    record Typed(FormValues values, Errors errors, String action, boolean gesture) {

        boolean isToSave() {
            return !gesture && errors.isEmpty();
        }

        HttpStatus status() {
            return gesture ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        }
    }

    /**
     * @param before what the item held, which anybody may leave as it is
     * @param answered what was answered for already, and is not asked about again
     * @param isWhole whether nothing that is required may be missing, whatever the action: of a proposal that its author corrects
     */
    Typed typed(
            ContentType type,
            ItemForm form,
            HttpServletRequest request,
            FormValues before,
            FormValues answered,
            boolean isWhole)
            throws IOException {
        FormValues bound = form.bind(Submission.of(request.getParameterMap()));
        FormValues values = named(form, bound.text("name").isBlank() ? bound.with("name", before.text("name")) : bound);
        String path = request.getRequestURI();
        String id = path.substring(path.lastIndexOf('/') + 1);
        values = form.settle(
                request.getParameterMap(), values, () -> contents.read(type, id, desk.identity(), form::read));
        List<FormPage.Problem> problems = new ArrayList<>();
        values = files.take(type.extension(), request, values, problems);
        String action = parameter(request, "action");
        if (action.contains(":") || action.equals(STAY)) {
            return new Typed(form.apply(action, values), new Errors(problems), action, true);
        }
        List<FormPage.Problem> all = new ArrayList<>();
        // what is wrong with a field is said once
        boolean isComplete = isWhole || COMPLETE.contains(action);
        Stream.concat(problems(type, form, values, before, isComplete).stream(), problems.stream())
                .filter(one -> all.stream().noneMatch(said -> said.field().equals(one.field())))
                .forEach(all::add);
        // questions are for what others will read, or what counts at once: a draft is nobody's business
        if ((isComplete || !type.goesOnLine()) && all.isEmpty()) {
            all.addAll(questions(type, values, answered, request));
        }
        return new Typed(values, new Errors(all), action.isEmpty() ? "enregistrer" : action, false);
    }

    /** Finds the problems of values for an action: by the form, by what is for some roles alone, by other parts of the portal. */
    public List<FormPage.Problem> wrong(
            ContentType type, ItemForm form, FormValues values, FormValues before, String action) {
        return problems(type, form, values, before, COMPLETE.contains(action));
    }

    /** Finds the problems of values that nobody typed as they are: of those that two people wrote. */
    Errors wrong(ContentType type, ItemForm form, FormValues values, FormValues before, boolean isComplete) {
        return new Errors(problems(type, form, values, before, isComplete));
    }

    private List<FormPage.Problem> problems(
            ContentType type, ItemForm form, FormValues values, FormValues before, boolean isComplete) {
        List<FormPage.Problem> problems =
                new ArrayList<>(form.check(values, isComplete).problems());
        // the address of a page is made from its title: who has given none is asked for the title alone
        problems.removeIf(one -> one.field().equals("name")
                && values.text("name").isBlank()
                && values.text("titre").isBlank()
                && problems.stream().anyMatch(other -> other.field().equals("titre")));
        checkReserved(type, values, before, problems);
        for (FormObjections checks : objections) {
            checks.objection(type.name(), values, before).ifPresent(one -> problems.add(problem(type, one, "")));
        }
        return problems;
    }

    /** Finds what is asked about, where nothing is wrong: each question passes once its answer is sent along. */
    private List<FormPage.Problem> questions(
            ContentType type, FormValues values, FormValues before, HttpServletRequest request) {
        List<FormPage.Problem> questions = new ArrayList<>();
        for (FormObjections checks : objections) {
            checks.question(type.name(), values, before, field -> isConfirmed(request, field, values))
                    .ifPresent(one -> questions.add(problem(type, one, values.text(one.field()))));
        }
        return questions;
    }

    /** Whether somebody says so of the value that was sent, and not of another. */
    private static boolean isConfirmed(HttpServletRequest request, String field, FormValues values) {
        String said = parameter(request, CONFIRMED + field);
        return !said.isEmpty() && said.equals(values.text(field));
    }

    private FormPage.Problem problem(ContentType type, FormObjections.Objection objection, String typed) {
        String label = desk.words(type.name() + ".detail." + objection.field() + ".label", objection.field());
        return new FormPage.Problem(objection.field(), label, objection.sentence(), typed);
    }

    /** The address of a page is made from its title when nobody chose one. */
    private static FormValues named(ItemForm form, FormValues values) {
        String title = values.text("titre");
        return title.isBlank() || !values.text("name").isBlank() ? values : values.with("name", form.slug(title));
    }

    private void checkReserved(
            ContentType type, FormValues values, FormValues before, List<FormPage.Problem> problems) {
        Actor actor = desk.actor();
        for (ContentType.Property property : type.properties()) {
            String value = values.within(property.name());
            if (!value.isBlank()
                    && !value.equals(before.within(property.name()))
                    && !workflow.mayChoose(actor, type.name(), property.name(), value)) {
                String label = desk.words(type.name() + ".detail." + property.name() + ".label", property.name());
                problems.add(new FormPage.Problem(
                        property.name(),
                        label,
                        messages.getMessage("authoring.reserved", new Object[] {label}, Locale.FRENCH)));
            }
        }
    }

    /** Keeps for who typed it what may not be saved, for a role was taken away meanwhile or the item is gone. */
    void keep(String type, String id, HttpServletRequest request) {
        if (desk.type(type).isPresent()) {
            String begunFrom = Parameters.parameter(request, "revision");
            keep(type, id, begunFrom.matches("[0-9]{1,15}") ? Long.parseLong(begunFrom) : 0, request);
        }
    }

    /** Somebody came back to the form of what they have just made, and changed it: where the change is offered. */
    String goingOn(String type, String id, HttpServletRequest request) {
        keep(type, id, 1, request);
        return "/espace/" + type + "/" + id + "?reprise";
    }

    private void keep(String type, String id, long revision, HttpServletRequest request) {
        unsent.keep(
                desk.account().name(),
                type,
                id,
                revision,
                request.getParameterMap(),
                desk.clock().instant());
    }
}
