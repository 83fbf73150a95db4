package org.bocage.editorial.administration.mails;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailEncryption;
import org.bocage.editorial.mail.MailServer;
import org.bocage.editorial.mail.MailSettings;

/** The fields of the mail server as they were typed, and what is wrong with them. */
record MailServerForm(
        String host,
        String typedPort,
        String typedEncryption,
        String user,
        String password,
        String from,
        String replyTo,
        String typedHourly) {

    static final String HOST = "serveur";
    static final String PORT = "port";
    static final String ENCRYPTION = "chiffrement";
    static final String USER = "utilisateur";
    static final String PASSWORD = "motDePasse";
    static final String FROM = "expediteur";
    static final String REPLY_TO = "reponses";
    static final String HOURLY = "parHeure";

    /** Fields that something may be wrong with, as they stand on the screen. */
    static final List<String> FIELDS = List.of(HOST, PORT, USER, PASSWORD, FROM, REPLY_TO, HOURLY);

    private static final int MAX_HOST = 253;
    private static final int MAX_WORD = 200;
    private static final int MAX_SHOWN = 300;
    private static final int MAX_PORT = 65_535;
    /** Fewer would keep a sign-in link waiting; no server of this size sets a limit above. */
    private static final int LEAST_HOURLY = 10;

    private static final int MOST_HOURLY = 99_999;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?|\\[[0-9A-Fa-f:.]+]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    /** Reads a form; a field that it leaves out is empty. */
    static MailServerForm of(Map<String, String> typed) {
        return new MailServerForm(
                stripped(typed, HOST),
                stripped(typed, PORT),
                stripped(typed, ENCRYPTION),
                stripped(typed, USER),
                typed.getOrDefault(PASSWORD, ""),
                stripped(typed, FROM),
                stripped(typed, REPLY_TO),
                stripped(typed, HOURLY));
    }

    private static String stripped(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** The fields as they are shown again, never with the password. */
    MailServerPage.Typed shown() {
        return new MailServerPage.Typed(
                cut(host),
                cut(typedPort),
                encryption().name().toLowerCase(Locale.ROOT),
                cut(user),
                cut(from),
                cut(replyTo),
                cut(typedHourly));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MAX_SHOWN));
    }

    MailEncryption encryption() {
        return Arrays.stream(MailEncryption.values())
                .filter(one -> one.name().equalsIgnoreCase(typedEncryption))
                .findFirst()
                .orElse(MailSettings.EMPTY.encryption());
    }

    /** The settings; only of a form with nothing wrong in it. */
    MailSettings settings() {
        return new MailSettings(host, port().orElseThrow(), encryption(), user, from, replyTo, hourly());
    }

    /** How many mails may go within an hour; 0 when none was typed, or no such number. */
    int hourly() {
        return number(typedHourly)
                .filter(number -> number >= LEAST_HOURLY && number <= MOST_HOURLY)
                .orElse(0);
    }

    /** Returns what is wrong with the limit, which may be left out. */
    Optional<String> hourlyProblem() {
        return typedHourly.isEmpty() || hourly() > 0 ? Optional.empty() : Optional.of("forme");
    }

    /** The port, the usual one when none was typed. */
    private Optional<Integer> port() {
        if (typedPort.isEmpty()) {
            return Optional.of(encryption().usualPort());
        }
        return number(typedPort).filter(number -> number > 0 && number <= MAX_PORT);
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text)
                .filter(typed -> NUMBER.matcher(typed).matches())
                .map(Integer::parseInt);
    }

    /** Returns what is wrong with the server: the key of a sentence for each field. */
    Map<String, String> serverProblems(MailServer server) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (host.isEmpty()) {
            problems.put(HOST, "vide");
        } else if (host.length() > MAX_HOST || !NAME.matcher(host).matches()) {
            problems.put(HOST, "forme");
        }
        if (port().isEmpty()) {
            problems.put(PORT, "forme");
        }
        if (isLong(user)) {
            problems.put(USER, "forme");
        } else if (user.isEmpty() && !password.isEmpty()) {
            problems.put(USER, "vide");
        }
        if (isLong(password)) {
            problems.put(PASSWORD, "forme");
        } else if (problems.isEmpty()
                && !user.isEmpty()
                && password.isEmpty()
                && !server.holdsPasswordFor(settings())) {
            problems.put(PASSWORD, "vide");
        }
        return problems;
    }

    private static boolean isLong(String text) {
        return text.length() > MAX_WORD || text.codePoints().anyMatch(Character::isISOControl);
    }

    /** Returns what is wrong with the address that mails come from; empty when nothing is. */
    Optional<String> fromProblem() {
        if (from.isEmpty()) {
            return Optional.of("vide");
        }
        return Mail.isAddress(from) ? Optional.empty() : Optional.of("forme");
    }

    /** Returns what is wrong with the address that answers go to, which may be left out. */
    Optional<String> replyToProblem() {
        return replyTo.isEmpty() || Mail.isAddress(replyTo) ? Optional.empty() : Optional.of("forme");
    }
}
