package org.bocage.editorial.administration.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The association, by the fields of the first form of the settings. */
@Component
class AssociationAnswers implements SetupAnswers {

    private final Desk desk;
    private final SettingsForms forms;
    private final StoredSettings stored;
    private final ApplicationEventPublisher events;

    AssociationAnswers(Desk desk, SettingsForms forms, StoredSettings stored, ApplicationEventPublisher events) {
        this.desk = desk;
        this.forms = forms;
        this.stored = stored;
        this.events = events;
    }

    @Override
    public AnswersSection answersSection() {
        Set<String> fields = Set.copyOf(forms.first().map(SettingsForm::fields).orElse(List.of()));
        return new AnswersSection("association", fields, 10);
    }

    @Override
    public Map<String, String> problems(Map<String, Object> answers) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<SettingsForm> form = forms.first();
        if (form.isPresent()) {
            form.get()
                    .form()
                    .check(typed(form.get(), answers), true)
                    .problems()
                    .forEach(one -> problems.putIfAbsent(one.field(), one.message()));
        }
        return problems;
    }

    @Override
    public void keep(Map<String, Object> answers) {
        SettingsForm form = forms.first().orElseThrow();
        FormValues present = stored.read(form);
        stored.keep(form, typed(form, answers), form.print(present));
        events.publishEvent(new SettingsKept(form.name(), desk.actor()));
    }

    /** The settings as they are, with the answers over them. */
    private FormValues typed(SettingsForm form, Map<String, Object> answers) {
        Map<String, String[]> posted = new LinkedHashMap<>();
        answers.forEach((field, value) -> posted.put(field, new String[] {String.valueOf(value)}));
        FormValues said = form.form().bind(Submission.of(posted));
        FormValues typed = stored.read(form);
        for (String field : answers.keySet()) {
            typed = typed.taking(field, said);
        }
        return typed;
    }
}
