package org.bocage.portal.membership;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.editorial.mail.Mail;

/**
 * A request to join, as it was typed.
 *
 * @param values by the name of the field; what was not typed is empty
 */
public record Request(Map<String, String> values) {

    public static final String TARIFF = "formule";
    public static final String AMOUNT = "montant";
    public static final String STRUCTURE = "structure";
    public static final String FIRST_NAME = "prenom";
    public static final String LAST_NAME = "nom-de-famille";
    public static final String EMAIL = "courriel";
    public static final String TELEPHONE = "telephone";
    public static final String ADDRESS = "adresse";
    public static final String PAYMENT = "paiement";
    public static final String LISTED = "accordAnnuaire";
    public static final String NEWS = "accordCourriels";
    public static final String HELP = "benevoleInterets";

    /** Every field with the most characters it holds (AD-02: twelve at most). */
    public static final Map<String, Integer> FIELDS = fields();

    private static final double DEAREST = 100_000;
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,6}([.,][0-9]{1,2})?");
    private static final Pattern PHONE =
            Pattern.compile("(?:(?:\\+|00)33[\\s.\\-]?(?:\\(0\\)[\\s.\\-]?)?|0)[1-9](?:[\\s.\\-]?[0-9]{2}){4}");

    private static Map<String, Integer> fields() {
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put(TARIFF, 40);
        fields.put(AMOUNT, 9);
        fields.put(STRUCTURE, 110);
        fields.put(FIRST_NAME, 60);
        fields.put(LAST_NAME, 60);
        fields.put(EMAIL, 254);
        fields.put(TELEPHONE, 30);
        fields.put(ADDRESS, 200);
        fields.put(HELP, 300);
        fields.put(PAYMENT, 20);
        fields.put(LISTED, 5);
        fields.put(NEWS, 5);
        return fields;
    }

    public static Request of(HttpServletRequest http) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : FIELDS.keySet()) {
            String value = http.getParameter(field);
            values.put(field, value == null ? "" : value.strip().replaceAll("\\s+", " "));
        }
        return new Request(values);
    }

    public String text(String field) {
        return values.getOrDefault(field, "");
    }

    boolean says(String field) {
        return text(field).equals("true");
    }

    /** Returns the name of the new member: the structure, or first and last name. */
    String who(Tariffs.Tariff tariff) {
        return tariff.forStructure() ? text(STRUCTURE) : person();
    }

    String person() {
        return (text(FIRST_NAME) + " " + text(LAST_NAME)).strip();
    }

    public Optional<Tariffs.Tariff> tariff(List<Tariffs.Tariff> tariffs) {
        return tariffs.stream().filter(one -> one.key().equals(text(TARIFF))).findFirst();
    }

    /** Returns how one pays: the only way where there is no choice, else the one that was chosen; empty when there is none. */
    String payment(Tariffs.Payment payment) {
        return payment.ways().size() == 1 ? payment.ways().keySet().iterator().next() : text(PAYMENT);
    }

    /** In euros; empty when what was typed is no amount, or less than the tariff asks. */
    Optional<Double> amount(Tariffs.Tariff tariff) {
        if (!tariff.free()) {
            return Optional.of(tariff.amount());
        }
        String typed = text(AMOUNT).replace("€", "").strip();
        if (!MONEY.matcher(typed).matches()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(typed.replace(',', '.'));
        return amount < tariff.amount() || amount > DEAREST ? Optional.empty() : Optional.of(amount);
    }

    /** Returns the faults by field, each as the key of a sentence. */
    public Map<String, String> faults(List<Tariffs.Tariff> tariffs, Tariffs.Payment payment) {
        Map<String, String> faults = new LinkedHashMap<>();
        FIELDS.forEach((field, most) -> {
            if (text(field).length() > most || text(field).chars().anyMatch(Character::isISOControl)) {
                faults.put(field, "too-long");
            }
        });
        Optional<Tariffs.Tariff> tariff = tariff(tariffs);
        if (tariff.isEmpty()) {
            faults.put(TARIFF, "tariff-missing");
        } else {
            if (amount(tariff.get()).isEmpty()) {
                faults.put(AMOUNT, "amount-wrong");
            }
            if (tariff.get().forStructure() && text(STRUCTURE).length() < 2) {
                faults.put(STRUCTURE, "structure-missing");
            }
        }
        if (text(FIRST_NAME).isEmpty()) {
            faults.put(FIRST_NAME, "first-name-missing");
        }
        if (text(LAST_NAME).isEmpty()) {
            faults.put(LAST_NAME, "last-name-missing");
        }
        if (!Mail.isAddress(text(EMAIL))) {
            faults.put(EMAIL, "email-wrong");
        }
        if (!text(TELEPHONE).isEmpty() && !PHONE.matcher(text(TELEPHONE)).matches()) {
            faults.put(TELEPHONE, "telephone-wrong");
        }
        if (!payment.ways().isEmpty() && !payment.ways().containsKey(payment(payment))) {
            faults.put(PAYMENT, "payment-missing");
        }
        return faults;
    }
}
