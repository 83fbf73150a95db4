package org.bocage.portal.membership;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Number of a bank account.
 *
 * @see <a href="https://www.iso.org/standard/81090.html">ISO 13616-1: the form of an IBAN, and its check digits</a>
 */
final class Iban {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern FRENCH = Pattern.compile("FR[0-9A-Z]{25}");
    private static final int COUNTRY_AND_CHECK = 4;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    /** Whether it is written as one and its check digits are right; blanks do not count. */
    static boolean isValid(String typed) {
        String iban = plain(typed);
        boolean written = FORM.matcher(iban).matches()
                && (!iban.startsWith("FR") || FRENCH.matcher(iban).matches());
        if (!written) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(COUNTRY_AND_CHECK) + iban.substring(0, COUNTRY_AND_CHECK))
                .chars()
                .forEach(sign -> digits.append(Character.digit(sign, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    /** Returns a valid one as banks print it, in groups of four. */
    static String inGroups(String typed) {
        return plain(typed).replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s\u00a0\u202f]", "").toUpperCase(Locale.ROOT);
    }
}
