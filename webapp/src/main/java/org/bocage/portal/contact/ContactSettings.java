package org.bocage.portal.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.FileSettings;
import org.bocage.editorial.screens.extension.FormObjections;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** « Qui répond à quoi »: the subjects of the contact form, who answers them, to whom messages go, in how many days. */
@Component
class ContactSettings implements FileSettings {

    private static final String SUBJECTS = "sujets";
    private static final String KEY = "cle";
    private static final String LABEL = "sujet";
    private static final String TO = "a";
    private static final String WHO = "qui";
    private static final String DAYS = "jours";
    private static final int MOST_RECEIVERS = 10;

    private final ContactRoutes routes;
    private final MessageSource messages;

    ContactSettings(ContactRoutes routes, MessageSource messages) {
        this.routes = routes;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public String dialog() {
        return "portail:reglages/contact";
    }

    @Override
    public SettingsFile file() {
        return routes.file();
    }

    @Override
    public FormValues read(Map<?, ?> settings) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (Object one : settings.get(SUBJECTS) instanceof Collection<?> subjects ? subjects : List.of()) {
            if (one instanceof Map<?, ?> subject) {
                String at = FormValues.entry(SUBJECTS, count++);
                values.put(at, List.of());
                for (String field : List.of(KEY, LABEL, WHO, DAYS)) {
                    values.put(at + "." + field, List.of(ContactRoutes.text(subject.get(field))));
                }
                List<String> to = subject.get(TO) instanceof Collection<?> given
                        ? given.stream().map(String::valueOf).toList()
                        : List.of();
                values.put(at + "." + TO, List.of(String.join(", ", to)));
            }
        }
        return new FormValues(values);
    }

    @Override
    public List<FormObjections.Objection> objections(FormValues typed) {
        List<FormObjections.Objection> objections = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < typed.count(SUBJECTS); i++) {
            String at = FormValues.entry(SUBJECTS, i);
            if (!labels.add(typed.text(at + "." + LABEL).strip().toLowerCase(Locale.FRENCH))) {
                objections.add(objection(at + "." + LABEL, "twice"));
            }
            List<String> to = receivers(typed.text(at + "." + TO));
            if (to.size() > MOST_RECEIVERS) {
                objections.add(objection(at + "." + TO, "receivers", MOST_RECEIVERS));
            }
            to.stream()
                    .filter(one -> routes.address(one).isEmpty())
                    .findFirst()
                    .ifPresent(one -> objections.add(objection(at + "." + TO, "receiver", one)));
        }
        return objections;
    }

    private FormObjections.Objection objection(String field, String key, Object... words) {
        return new FormObjections.Objection(
                field, messages.getMessage("contribution.routes." + key, words, Locale.FRENCH));
    }

    @Override
    public Map<String, Object> shared(Map<?, ?> settings) {
        List<Map<String, Object>> subjects = new ArrayList<>();
        for (Object one : settings.get(SUBJECTS) instanceof Collection<?> all ? all : List.of()) {
            if (one instanceof Map<?, ?> subject) {
                Map<String, Object> shared = new LinkedHashMap<>();
                shared.put(KEY, ContactRoutes.text(subject.get(KEY)));
                shared.put(LABEL, ContactRoutes.text(subject.get(LABEL)));
                shared.put(DAYS, subject.get(DAYS) instanceof Integer days ? days : ContactRoutes.USUAL_DAYS);
                shared.put(TO, List.of());
                shared.put(WHO, "");
                subjects.add(shared);
            }
        }
        return Map.of(SUBJECTS, subjects);
    }

    @Override
    public Map<String, Object> write(FormValues typed) {
        List<Map<String, Object>> subjects = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < typed.count(SUBJECTS); i++) {
            String at = FormValues.entry(SUBJECTS, i);
            String label = typed.text(at + "." + LABEL).strip();
            Map<String, Object> subject = new LinkedHashMap<>();
            subject.put(KEY, key(typed.text(at + "." + KEY).strip(), label, keys));
            subject.put(LABEL, label);
            subject.put(TO, receivers(typed.text(at + "." + TO)));
            subject.put(WHO, typed.text(at + "." + WHO).strip());
            subject.put(DAYS, Integer.valueOf(typed.text(at + "." + DAYS).strip()));
            subjects.add(subject);
        }
        return Map.of(SUBJECTS, subjects);
    }

    /** The key of a subject: the one it has, for addresses lead to it, or one made of its words; no other's. */
    private static String key(String given, String label, Set<String> taken) {
        String key = given.matches("[a-z0-9-]{1,80}") ? given : Slug.of(label, "sujet", name -> true);
        String free = key;
        for (int i = 2; !taken.add(free); i++) {
            free = key + "-" + i;
        }
        return free;
    }

    private static List<String> receivers(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .filter(one -> !one.isBlank())
                .distinct()
                .toList();
    }
}
