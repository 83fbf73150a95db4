package org.bocage.editorial.administration.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.dam.Asset;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.FileSettings;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The forms of the settings: those of the site by their fields, those of a file in the shape of that file. The first one says who
 * the association is, and is kept before all else; the others come after the accounts, which they may name.
 */
@Component
class SettingsAnswers implements SetupAnswers {

    private static final int FIRST = 10;
    private static final int OTHERS = 50;

    private final Desk desk;
    private final SettingsForms forms;
    private final StoredSettings ofTheSite;
    private final StoredFiles ofFiles;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    SettingsAnswers(
            Desk desk,
            SettingsForms forms,
            StoredSettings ofTheSite,
            StoredFiles ofFiles,
            ApplicationEventPublisher events,
            MessageSource messages) {
        this.desk = desk;
        this.forms = forms;
        this.ofTheSite = ofTheSite;
        this.ofFiles = ofFiles;
        this.events = events;
        this.messages = messages;
    }

    @Override
    public List<AnswersSection> answersSections() {
        List<AnswersSection> sections = new ArrayList<>();
        for (SettingsForm form : forms.all()) {
            sections.add(new AnswersSection(form.name(), accepted(form), sections.isEmpty() ? FIRST : OTHERS));
        }
        return sections;
    }

    private Set<String> accepted(SettingsForm form) {
        if (form.file().isEmpty()) {
            return Set.copyOf(form.fields());
        }
        return form.file().get().file().yaml().keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> answers) {
        SettingsForm form = form(section);
        Map<String, String> problems = new LinkedHashMap<>();
        FormValues typed;
        try {
            typed = typed(form, answers);
        } catch (RuntimeException e) {
            String sentence = messages.getMessage("authoring.settings.shape", null, Locale.FRENCH);
            return Map.of("", String.valueOf(sentence));
        }
        Errors errors = form.errors(typed);
        errors.problems().forEach(one -> problems.putIfAbsent(field(form, one.field()), one.message()));
        return problems;
    }

    /** The field of the answers that a field of the form comes from: in a file, entries stand in a list. */
    private static String field(SettingsForm form, String field) {
        return form.file().isEmpty() ? field : field.replaceFirst("[^\\w].*", "");
    }

    @Override
    public void keep(String section, Map<String, Object> answers) {
        SettingsForm form = form(section);
        SettingsStore store = form.file().isPresent() ? ofFiles : ofTheSite;
        FormValues present = store.read(form);
        store.keep(form, typed(form, answers), form.print(present));
        events.publishEvent(new SettingsKept(form.name(), desk.actor()));
    }

    @Override
    public Map<String, Object> shared(String section) {
        SettingsForm form = form(section);
        if (form.file().isPresent()) {
            FileSettings file = form.file().get();
            return file.shared(file.file().yaml());
        }
        return forms.isOfAppearance(section) ? looks(form) : Map.of();
    }

    /** Returns the choices of how the site looks; not its pictures, which are the association's own. */
    private Map<String, Object> looks(SettingsForm form) {
        FormValues values = ofTheSite.read(form);
        Map<String, Object> looks = new LinkedHashMap<>();
        for (String field : form.fields()) {
            String value = values.text(field);
            if (!value.isBlank() && !value.startsWith(Asset.KEY_PREFIX)) {
                looks.put(field, value);
            }
        }
        return looks;
    }

    private SettingsForm form(String section) {
        return forms.find(section).orElseThrow();
    }

    /** The settings as they are, with the answers over them. */
    private FormValues typed(SettingsForm form, Map<String, Object> answers) {
        if (form.file().isPresent()) {
            FileSettings file = form.file().get();
            Map<Object, Object> settings = new LinkedHashMap<>(file.file().yaml());
            answers.forEach((name, value) -> settings.put(name, numbers(value)));
            return file.read(settings);
        }
        Map<String, String[]> posted = new LinkedHashMap<>();
        answers.forEach((field, value) -> posted.put(field, new String[] {String.valueOf(value)}));
        FormValues said = form.form().bind(Submission.of(posted));
        FormValues typed = ofTheSite.read(form);
        for (String field : answers.keySet()) {
            typed = typed.taking(field, said);
        }
        return typed;
    }

    /** Values as a file of settings has them: what looks like a number is one. */
    private static Object numbers(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> numbers = new LinkedHashMap<>();
            map.forEach((name, one) -> numbers.put(name, numbers(one)));
            return numbers;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(SettingsAnswers::numbers).toList();
        }
        String text = String.valueOf(value);
        if (text.matches("[0-9]{1,6}")) {
            return Integer.valueOf(text);
        }
        return text.matches("[0-9]{1,6}\\.[0-9]{1,2}") ? (Object) Double.valueOf(text) : text;
    }
}
