package org.bocage.portal.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ProposedForm;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.view.Advice;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage.Problem;

/**
 * The form of a content type as somebody without an account fills it in: of the form of those who write, the fields that
 * {@code propose} in {@code bocage/<type>.yaml} names, with the same checks. Nothing else can be sent.
 */
public final class ProposalForm {

    /** The field beside a picture that says what it shows. */
    public static final String ALT = "alt";

    private static final int LONGEST = 20_000;

    private final ContentType type;
    private final ItemForm form;
    private final ProposedForm asked;
    private final List<String> fields;
    private final Messages messages;
    private final Function<String, String> ours;
    private final AskedFields view;
    private final LocalDate today;
    private final Set<String> pictures;

    /**
     * @param ours sentences of the host, by key
     * @param heldName the name of a picture that is held, by the value of its field
     * @param today in Paris
     */
    ProposalForm(
            ContentType type,
            ItemForm form,
            Messages messages,
            Function<String, String> ours,
            Function<String, Optional<String>> heldName,
            LocalDate today) {
        this.today = today;
        this.type = type;
        this.form = form;
        this.asked = type.extension().proposed();
        this.fields = asked.asked();
        this.messages = messages;
        this.ours = ours;
        this.view = new AskedFields(type, messages, heldName);
        this.pictures = allControls(fresh()).stream()
                .filter(control -> control.kind().equals("photo"))
                .map(control -> AskedFields.plain(control.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public ContentType type() {
        return type;
    }

    /** Returns the values of a new form: defaults, what is given, and one entry of each list that is asked. */
    public FormValues fresh() {
        FormValues values = form.fresh();
        for (Map.Entry<String, String> given : asked.given().entrySet()) {
            if (given.getValue().startsWith("@structure") || given.getValue().equals("@mail")) {
                // nobody knows who somebody without an account is, nor for whom they write
                continue;
            }
            String value = given.getValue().equals("@today") ? today.toString() : given.getValue();
            values = values.with(given.getKey().replace('/', '.'), value);
        }
        return opened(values);
    }

    /** Reads the values of a proposal from the store. */
    public FormValues read(Node item) throws RepositoryException {
        return opened(form.read(item));
    }

    private FormValues opened(FormValues start) {
        FormValues values = start;
        for (String field : fields) {
            String path = "";
            for (String step : field.split("/")) {
                path = path.isEmpty() ? step : path + "." + step;
                String first = path + "[0]";
                if (values.values().keySet().stream().noneMatch(name -> name.startsWith(first))) {
                    values = form.apply("ajouter:" + path, values);
                }
            }
        }
        return values;
    }

    /** Lays posted values over those that were there: only of what is asked, and no picture but one that was sent along. */
    FormValues bind(FormValues base, Map<String, String[]> posted) {
        Map<String, List<String>> values = new LinkedHashMap<>(base.values());
        posted.keySet().stream()
                .filter(name -> name.startsWith("_") && AskedFields.isAsked(name.substring(1), fields))
                .forEach(name -> values.remove(name.substring(1)));
        posted.forEach((name, typed) -> {
            if (AskedFields.isAsked(name, fields) && isTakeable(base, name, typed)) {
                values.put(name, List.of(typed));
            }
        });
        FormValues bound = form.bind(new Submission(values));
        for (Map.Entry<String, String> copy : asked.copied().entrySet()) {
            if (bound.text(copy.getKey()).isBlank()) {
                bound = bound.with(copy.getKey(), bound.text(copy.getValue()));
            }
        }
        return bound;
    }

    private boolean isTakeable(FormValues base, String name, String[] typed) {
        return !pictures.contains(AskedFields.plain(name))
                || (typed.length == 1
                        && (typed[0].startsWith(HeldFiles.PREFIX)
                                || base.all(name).contains(typed[0])));
    }

    /** Where pictures may be sent along, by path of the posted field: {@code photo.image}. */
    boolean isPicture(String name) {
        return pictures.contains(AskedFields.plain(name));
    }

    /** The pictures that were sent along and are not in the library yet, by path. */
    public Map<String, String> held(FormValues values) {
        Map<String, String> held = new LinkedHashMap<>();
        values.values().forEach((path, all) -> {
            if (isPicture(path) && !all.isEmpty() && all.get(0).startsWith(HeldFiles.PREFIX)) {
                held.put(path, all.get(0));
            }
        });
        return held;
    }

    /** Returns advice on how these values could be written better. */
    public Advice advice(FormValues values) {
        return form.advice(values);
    }

    /** Returns the errors in what is asked; what is not asked is the review's to complete. */
    Errors check(FormValues values) {
        Map<String, String> held = held(values);
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : form.check(values, true).problems()) {
            boolean own = fields.stream()
                    .anyMatch(field -> AskedFields.isAt(AskedFields.plain(problem.field()), field)
                            || AskedFields.isAt(field, AskedFields.plain(problem.field())));
            boolean mayWait = asked.optional().contains(AskedFields.plain(problem.field()))
                    && values.text(problem.field()).isBlank();
            if (own && !mayWait && !held.containsKey(problem.field())) {
                problems.add(problem);
            }
        }
        values.values().forEach((path, all) -> {
            if (all.stream().anyMatch(text -> text.length() > LONGEST)) {
                problems.add(new Problem(path, label(path, values), ours.apply("too-long")));
            }
            if (isPicture(path) && !all.isEmpty() && !all.get(0).isBlank()) {
                String alt = besidePicture(path, ALT);
                if (AskedFields.isAsked(alt, fields) && values.text(alt).isBlank()) {
                    problems.add(new Problem(alt, label(alt, values), ours.apply("alt-missing")));
                }
            }
        });
        return new Errors(problems);
    }

    /** The words of a picture stand beside it: {@code photo.image} has {@code photo.alt}. */
    public static String besidePicture(String path, String name) {
        return path.substring(0, path.lastIndexOf('.') + 1) + name;
    }

    private String label(String path, FormValues values) {
        return allControls(values).stream()
                .filter(control -> control.name().equals(path))
                .map(Control::label)
                .findFirst()
                .orElse("");
    }

    /** Everything that somebody typed themselves. */
    public java.util.stream.Stream<String> typed(FormValues values) {
        return values.values().entrySet().stream()
                .filter(one -> AskedFields.isAsked(one.getKey(), fields))
                .flatMap(one -> one.getValue().stream());
    }

    /** The address that an item of this title gets. */
    public String slug(FormValues values) {
        return form.slug(values.text("titre"));
    }

    public void write(FormValues values, Node item) throws RepositoryException {
        form.write(values, item);
    }

    /**
     * A question of the form.
     *
     * @param title in words; empty when its only control says it all
     * @param errors about the question as a whole
     */
    public record Question(String title, List<Control> controls, List<String> errors) {}

    /** The questions to show. */
    public List<Question> questions(FormValues values, Errors errors) {
        Map<String, FormField> byName = byName(values, errors);
        List<Question> questions = new ArrayList<>();
        asked.questions().forEach((name, paths) -> questions.add(question(name, paths, byName, errors)));
        return questions;
    }

    /** Returns the fields that are shown folded, as one question. */
    public Question more(FormValues values, Errors errors) {
        return question("", asked.more(), byName(values, errors), errors);
    }

    private Question question(String name, List<String> paths, Map<String, FormField> byName, Errors errors) {
        List<Control> controls = view.controls(paths, byName);
        List<String> whole = errors.problems().stream()
                .filter(problem -> !isShown(problem.field(), controls))
                .filter(problem ->
                        paths.stream().anyMatch(path -> AskedFields.isAt(path, AskedFields.plain(problem.field()))))
                .map(Problem::message)
                .toList();
        String title =
                messages.find(Locale.FRENCH, type.name() + ".propose." + name).orElse("");
        return new Question(title, controls, whole);
    }

    private static boolean isShown(String field, List<Control> controls) {
        return controls.stream()
                .anyMatch(control -> control.name().equals(field)
                        || (control.name().startsWith(field + ".")
                                && !control.errors().isEmpty())
                        || control.cases().stream().anyMatch(inner -> isShown(field, inner)));
    }

    private List<Control> allControls(FormValues values) {
        return view.controls(fields, byName(values, Errors.NONE));
    }

    private Map<String, FormField> byName(FormValues values, Errors errors) {
        Map<String, FormField> fields = new LinkedHashMap<>();
        form.view(values, errors)
                .forEach(section -> section.fields().forEach(field -> fields.put(AskedFields.name(field), field)));
        return fields;
    }

    /** The summary of errors, each leading to a control that is shown. */
    public List<FieldError> told(FormValues values, Errors errors) {
        List<Control> controls = new ArrayList<>();
        allControls(values).forEach(control -> {
            controls.add(control);
            control.cases().forEach(controls::addAll);
        });
        return errors.problems().stream()
                .map(problem -> {
                    Optional<Control> at = controls.stream()
                            .filter(control -> control.name().equals(problem.field()))
                            .findFirst()
                            .or(() -> controls.stream()
                                    .filter(control -> control.name().startsWith(problem.field()))
                                    .findFirst());
                    return new FieldError(
                            at.map(Control::id).orElse(Control.id(problem.field())),
                            at.map(Control::label).orElse(problem.label()),
                            problem.message());
                })
                .toList();
    }
}
