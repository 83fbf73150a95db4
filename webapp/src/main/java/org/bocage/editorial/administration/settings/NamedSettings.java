package org.bocage.editorial.administration.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.security.SpokenNames;
import org.bocage.editorial.workflow.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Settings of the site whose whole value is the name or the mail address of somebody. */
@Component
@Order(35)
class NamedSettings implements Responsibilities {

    private final SettingsForms forms;
    private final StoredSettings settings;
    private final SpokenNames names;
    private final ApplicationEventPublisher events;

    NamedSettings(SettingsForms forms, StoredSettings settings, SpokenNames names, ApplicationEventPublisher events) {
        this.forms = forms;
        this.settings = settings;
        this.names = names;
        this.events = events;
    }

    @Override
    public String kind() {
        return "reglages";
    }

    @Override
    public List<Responsibility> of(Account account) {
        List<Responsibility> named = new ArrayList<>();
        for (SettingsForm form : forms.all()) {
            if (form.file().isEmpty()) {
                FormValues values = settings.read(form);
                form.fields().stream()
                        .filter(field -> names.isOf(values.text(field), account))
                        .map(field -> new Responsibility(
                                form.name() + "/" + field, form.form().label(field) + " – " + form.title(), ""))
                        .forEach(named::add);
            }
        }
        return named;
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        String field = id.substring(id.indexOf('/') + 1);
        SettingsForm form = forms.find(id.substring(0, id.indexOf('/'))).orElseThrow();
        FormValues present = settings.read(form);
        String word = present.text(field);
        if (!names.isOf(word, from)) {
            return Optional.of("parti");
        }
        String other = names.inPlaceOf(word, from, to);
        if (other.isEmpty()) {
            return Optional.of("sans-adresse");
        }
        if (settings.keep(form, present.with(field, other), form.print(present)).isPresent()) {
            return Optional.of("conflit");
        }
        events.publishEvent(new SettingsKept(form.name(), new Actor(by.name(), by.displayName(), by.roles())));
        return Optional.empty();
    }
}
