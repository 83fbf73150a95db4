package org.bocage.cms.definition.type;

import java.util.Locale;
import java.util.regex.Pattern;

/** A number by which a French public register knows a structure. */
public enum RegisterNumber {
    /** Of an enterprise, Insee's register Sirene: nine digits, the last one checks the others (ISO/IEC 7812-1, annex B). */
    SIREN("[0-9]{9}", "732829320"),
    /** Of one of its places: the SIREN and five digits, checked as a whole too; La Poste has a rule of its own. */
    SIRET("[0-9]{14}", "73282932000074"),
    /** Of an association, <i>répertoire national des associations</i>: no check digit. */
    RNA("W[0-9][0-9A-Z][0-9]{7}", "");

    private static final int SIREN_DIGITS = 9;
    private static final String LA_POSTE = "356000000";

    private final Pattern form;
    private final String example;

    RegisterNumber(String form, String example) {
        this.form = Pattern.compile(form);
        this.example = example;
    }

    /** Returns one that shows how it is written; empty where none does. */
    public String example() {
        return example;
    }

    /** Without the spaces, dots and dashes that people write between the digits, in upper case. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f.-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether it can be one, however it is written. */
    public boolean accepts(String typed) {
        String number = plain(typed);
        if (!form.matcher(number).matches()) {
            return false;
        }
        return switch (this) {
            case SIREN -> isChecked(number);
            case SIRET ->
                isChecked(number.substring(0, SIREN_DIGITS))
                        && (isChecked(number) || (number.startsWith(LA_POSTE) && sum(number) % 5 == 0));
            case RNA -> true;
        };
    }

    /** Luhn's check; all zeros would pass it. */
    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum > 0 && sum % 10 == 0;
    }

    private static int sum(String digits) {
        return digits.chars().map(digit -> digit - '0').sum();
    }
}
