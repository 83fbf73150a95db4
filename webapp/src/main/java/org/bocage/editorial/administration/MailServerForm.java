package org.bocage.editorial.administration;

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
        String replyTo) {

    static final String HOST = "serveur";
    static final String PORT = "port";
    static final String ENCRYPTION = "chiffrement";
    static final String USER = "utilisateur";
    static final String PASSWORD = "motDePasse";
    static final String FROM = "expediteur";
    static final String REPLY_TO = "reponses";

    /** Fields that something may be wrong with, as they stand on the screen. */
    static final List<String> FIELDS = List.of(HOST, PORT, USER, PASSWORD, FROM, REPLY_TO);

    private static final int MAX_HOST = 253;
    private static final int MAX_WORD = 200;
    private static final int MAX_SHOWN = 300;
    private static final int MAX_PORT = 65_535;
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
                stripped(typed, REPLY_TO));
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
                cut(replyTo));
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
        return new MailSettings(host, port().orElseThrow(), encryption(), user, from, replyTo);
    }

    /** The port, the usual one when none was typed. */
    private Optional<Integer> port() {
        if (typedPort.isEmpty()) {
            return Optional.of(encryption().usualPort());
        }
        return Optional.of(typedPort)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::parseInt)
                .filter(number -> number > 0 && number <= MAX_PORT);
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
