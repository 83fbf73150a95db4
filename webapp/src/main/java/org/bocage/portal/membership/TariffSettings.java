package org.bocage.portal.membership;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.FileSettings;
import org.bocage.editorial.screens.extension.FormObjections;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** « Adhésion »: what membership costs, the ways to pay, who answers and in how many days. */
@Component
class TariffSettings implements FileSettings {

    private static final String TARIFFS = "formules";
    private static final String PAYMENT = "paiement";
    private static final String KEY = "cle";
    private static final String LABEL = "libelle";
    private static final String FOR = "pour";
    private static final String AMOUNT = "montant";
    private static final String LEAST = "minimum";
    private static final String FREE = "libre";
    private static final String PERIOD = "periode";
    private static final String ABOUT = "texte";
    private static final String DAYS = "jours";
    private static final String WHO = "qui";
    private static final String TRANSFER = "virement";
    private static final String CHEQUE = "cheque";
    private static final String IN_PERSON = "sur-place";
    private static final String LINK_FIELD = "lien";

    /** Fields of the form that make a way to pay, by the way and by what it says. */
    private static final Map<String, Map<String, String>> WAYS = Map.of(
            TRANSFER, Map.of("titulaire", "titulaire", "iban", "iban"),
            CHEQUE, Map.of("ordre", "ordre", "adresse", "adresseCheque"),
            IN_PERSON, Map.of("ou", "surPlace"));

    private final Tariffs tariffs;
    private final MessageSource messages;

    TariffSettings(Tariffs tariffs, MessageSource messages) {
        this.tariffs = tariffs;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "adhesion";
    }

    @Override
    public String dialog() {
        return "adhesion:reglages/adhesion";
    }

    @Override
    public SettingsFile file() {
        return tariffs.file();
    }

    @Override
    public FormValues read(Map<?, ?> settings) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (Object one : Tariffs.list(settings.get(TARIFFS))) {
            if (one instanceof Map<?, ?> tariff) {
                String at = FormValues.entry(TARIFFS, count++);
                values.put(at, List.of());
                for (String field : List.of(KEY, LABEL, FOR, ABOUT)) {
                    values.put(at + "." + field, List.of(Tariffs.text(tariff.get(field))));
                }
                boolean free = tariff.get(LEAST) instanceof Number;
                values.put(at + "." + AMOUNT, List.of(amount(tariff.get(free ? LEAST : AMOUNT))));
                values.put(at + "." + FREE, List.of(String.valueOf(free)));
                String period = Tariffs.text(tariff.get(PERIOD));
                values.put(at + "." + PERIOD, List.of(period.isEmpty() ? "an" : period));
            }
        }
        Map<?, ?> ways = Tariffs.map(settings.get(PAYMENT));
        values.put(LINK_FIELD, List.of(Tariffs.text(ways.get(Tariffs.ON_LINE))));
        WAYS.forEach((way, fields) -> fields.forEach((entry, field) -> values.put(
                field, List.of(Tariffs.text(Tariffs.map(ways.get(way)).get(entry))))));
        String days = Tariffs.text(settings.get(DAYS));
        values.put(DAYS, List.of(days.isEmpty() ? "5" : days));
        values.put(WHO, List.of(Tariffs.text(settings.get(WHO))));
        return new FormValues(values);
    }

    private static String amount(@Nullable Object amount) {
        return amount instanceof Number number
                ? BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString()
                : "";
    }

    @Override
    public List<FormObjections.Objection> objections(FormValues typed) {
        List<FormObjections.Objection> objections = new ArrayList<>();
        String iban = typed.text("iban").strip();
        if (!iban.isEmpty() && !Iban.isValid(iban)) {
            objections.add(objection("iban", "iban"));
        }
        both(typed, "titulaire", "iban", objections);
        both(typed, "ordre", "adresseCheque", objections);
        return objections;
    }

    /** Of two fields that are nothing without each other, objects to the one that is missing. */
    private void both(FormValues typed, String one, String other, List<FormObjections.Objection> objections) {
        boolean first = typed.text(one).isBlank();
        if (first != typed.text(other).isBlank()) {
            String missing = first ? one : other;
            objections.add(objection(missing, "missing." + missing));
        }
    }

    private FormObjections.Objection objection(String field, String key) {
        return new FormObjections.Objection(
                field, messages.getMessage("membership.tariffs." + key, new Object[0], Locale.FRENCH));
    }

    @Override
    public Map<String, Object> shared(Map<?, ?> settings) {
        List<Map<String, Object>> shared = new ArrayList<>();
        for (Object one : Tariffs.list(settings.get(TARIFFS))) {
            if (one instanceof Map<?, ?> tariff) {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (String field : List.of(KEY, LABEL, FOR, AMOUNT, LEAST, PERIOD, ABOUT)) {
                    if (tariff.get(field) != null) {
                        fields.put(field, tariff.get(field));
                    }
                }
                shared.add(fields);
            }
        }
        return Map.of(TARIFFS, shared);
    }

    @Override
    public Map<String, Object> write(FormValues typed) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(TARIFFS, tariffs(typed));
        Map<String, Object> ways = new LinkedHashMap<>();
        if (!typed.text(LINK_FIELD).isBlank()) {
            ways.put(Tariffs.ON_LINE, typed.text(LINK_FIELD).strip());
        }
        WAYS.forEach((way, fields) -> {
            Map<String, Object> said = new LinkedHashMap<>();
            fields.forEach((entry, field) -> {
                String text = typed.text(field).strip();
                if (!text.isEmpty()) {
                    said.put(entry, entry.equals("iban") ? Iban.inGroups(text) : text);
                }
            });
            if (!said.isEmpty()) {
                ways.put(way, said);
            }
        });
        settings.put(PAYMENT, ways);
        settings.put(DAYS, Integer.valueOf(typed.text(DAYS).strip()));
        settings.put(WHO, typed.text(WHO).strip());
        return settings;
    }

    private List<Map<String, Object>> tariffs(FormValues typed) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < typed.count(TARIFFS); i++) {
            given.add(typed.text(FormValues.entry(TARIFFS, i) + "." + KEY));
        }
        Set<String> left = tariffs.keys();
        left.removeAll(given);
        Set<String> taken = new HashSet<>();
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = FormValues.entry(TARIFFS, i);
            boolean has = tariffs.keys().contains(given.get(i)) && taken.add(given.get(i));
            Map<String, Object> tariff = new LinkedHashMap<>();
            tariff.put(KEY, has ? given.get(i) : next(left));
            tariff.put(LABEL, typed.text(at + "." + LABEL).strip());
            tariff.put(FOR, typed.text(at + "." + FOR));
            boolean free = typed.text(at + "." + FREE).equals("true");
            tariff.put(free ? LEAST : AMOUNT, number(typed.text(at + "." + AMOUNT)));
            tariff.put(PERIOD, typed.text(at + "." + PERIOD));
            tariff.put(ABOUT, typed.text(at + "." + ABOUT).strip());
            all.add(tariff);
        }
        return all;
    }

    /** The key of a new tariff: the next one that a membership may have, and that no other tariff has. */
    private static String next(Set<String> left) {
        String key = left.iterator().next();
        left.remove(key);
        return key;
    }

    private static double number(String typed) {
        return new BigDecimal(typed.replaceAll("\\s", "").replace(',', '.')).doubleValue();
    }
}
