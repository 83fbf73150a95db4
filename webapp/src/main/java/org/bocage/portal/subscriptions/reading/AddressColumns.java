package org.bocage.portal.subscriptions.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.editorial.publishing.exchange.Spreadsheet;

/**
 * Columns of a list of addresses, known by their headers: those of Mailchimp and Brevo, and those that people write.
 *
 * @param between separator of the cells
 * @param headers without accents and capitals, in their order
 */
record AddressColumns(String between, List<String> headers) {

    /** Headers of a list that this portal writes itself. */
    static final String HEADER = "adresse;date;origine;statut";

    private static final int LONGEST_SOURCE = 200;
    private static final String ENDED = "désabonné";
    private static final int FIRST_YEAR = 1990;

    private static final Set<String> ADDRESSES = Set.of(
            "adresse",
            "adresse mail",
            "adresse e mail",
            "adresse email",
            "adresse electronique",
            "email address",
            "email",
            "e mail",
            "mail",
            "courriel",
            "contact email",
            "subscriber");
    /** The earlier ones are nearer to a proof. */
    private static final List<String> DAYS = List.of(
            "confirm time",
            "double opt in",
            "optin time",
            "opt in time",
            "optin date",
            "opt in date",
            "date d accord",
            "date accord",
            "date de l accord",
            "date d inscription",
            "date inscription",
            "date d abonnement",
            "subscribed at",
            "added time",
            "added at",
            "created at",
            "date d ajout",
            "date");

    private static final List<String> SOURCES =
            List.of("origine", "origine de l accord", "origine accord", "provenance", "source", "optin source", "lieu");
    private static final Set<String> STATES =
            Set.of("statut", "etat", "status", "state", "member status", "contact status", "blocklist", "consent");
    /** Columns in which a yes says that somebody wants no mails. */
    private static final Set<String> REFUSALS = Set.of(
            "desabonne",
            "desinscrit",
            "unsubscribed",
            "blocklisted",
            "blacklisted",
            "email blacklisted",
            "email blocklisted",
            "emailblacklisted",
            "bounced");

    private static final Pattern NO = Pattern.compile(
            "unsub|desab|desinscri|desincri|opt ?out|clean|bounce|blocked|blocklisted|blacklisted|bloque|refus|rejet|npai|invalid|non subscribed");
    private static final Pattern YES = Pattern.compile("oui|yes|true|vrai|1|x");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?:[T ].*)?");
    private static final Pattern FRENCH = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?:[T ].*)?");

    AddressColumns {
        headers = List.copyOf(headers);
    }

    /** Reads a first line; empty when it is none of headers. */
    static Optional<AddressColumns> of(String line) {
        if (line.indexOf('@') >= 0) {
            return Optional.empty();
        }
        String between = between(line);
        List<String> headers = new ArrayList<>();
        AddressList.cells(line, between).forEach(cell -> headers.add(plain(cell)));
        return headers.stream().anyMatch(ADDRESSES::contains)
                ? Optional.of(new AddressColumns(between, headers))
                : Optional.empty();
    }

    private static String between(String line) {
        String most = ";";
        for (String one : List.of(",", "\t")) {
            most = line.split(one, -1).length > line.split(most, -1).length ? one : most;
        }
        return most;
    }

    /** A line of the list as a form carries it. */
    static String written(AddressList.Line line) {
        String source = line.source().isEmpty() ? "" : "\"" + line.source().replace('"', '’') + "\"";
        return String.join(
                ";",
                "\"" + line.text().replace('"', '’') + "\"",
                line.day().map(LocalDate::toString).orElse(""),
                source,
                line.ended() ? ENDED : "");
    }

    /** Returns the cell with the mail address; « adresse » may be that of a street. */
    String address(List<String> cells) {
        String first = "";
        for (int i = 0; i < Math.min(headers.size(), cells.size()); i++) {
            if (ADDRESSES.contains(headers.get(i))) {
                if (cells.get(i).indexOf('@') >= 0) {
                    return cells.get(i);
                }
                first = first.isBlank() ? cells.get(i) : first;
            }
        }
        return first;
    }

    Optional<LocalDate> day(List<String> cells) {
        return DAYS.stream().flatMap(name -> day(cell(cells, name)).stream()).findFirst();
    }

    String source(List<String> cells) {
        String source = SOURCES.stream()
                .map(name -> Spreadsheet.plain(cell(cells, name)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        String line = source.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_SOURCE ? line.substring(0, LONGEST_SOURCE) : line;
    }

    /** Whether a line says that somebody wants no mails, or that none arrives. */
    boolean isEnded(List<String> cells) {
        for (int i = 0; i < Math.min(headers.size(), cells.size()); i++) {
            String said = plain(cells.get(i));
            boolean is = STATES.contains(headers.get(i))
                    ? NO.matcher(said).find()
                    : REFUSALS.contains(headers.get(i)) && YES.matcher(said).matches();
            if (is) {
                return true;
            }
        }
        return false;
    }

    private String cell(List<String> cells, String header) {
        int at = headers.indexOf(header);
        return at >= 0 && at < cells.size() ? cells.get(at) : "";
    }

    /** A day as spreadsheets and other tools write it; what they do not mean as one is none. */
    static Optional<LocalDate> day(String text) {
        Matcher iso = ISO.matcher(text.strip());
        Matcher french = FRENCH.matcher(text.strip());
        try {
            if (iso.matches()) {
                return day(iso.group(1), iso.group(2), iso.group(3));
            }
            return french.matches() ? day(french.group(3), french.group(2), french.group(1)) : Optional.empty();
        } catch (DateTimeException e) {
            // the thirteenth month of somebody who writes days otherwise
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        LocalDate read = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return read.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(read);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
