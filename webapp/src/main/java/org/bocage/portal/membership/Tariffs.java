package org.bocage.portal.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.config.KeptSettings;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.cms.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tariffs and ways to pay, as the settings {@code adhesion.yaml} state them; read anew for each form. */
@Component
public class Tariffs {

    private static final String FILE = "adhesion.yaml";

    static final String ON_LINE = "helloasso";
    private static final Pattern HELLOASSO = Pattern.compile("^https://([a-z0-9-]+\\.)*helloasso\\.com(/|$)");
    static final String CALENDAR_YEAR = "civile";
    /** First name of whoever answers, among the settings of the site. */
    private static final String ANSWERS = "contactPrenom";

    private final SettingsFile file;
    private final SiteSettings site;
    private final DefinitionRegistry registry;

    Tariffs(KeptSettings settings, SiteSettings site, DefinitionRegistry registry) {
        this.file = settings.file(FILE, Tariffs.class);
        this.site = site;
        this.registry = registry;
    }

    /**
     * Kind of membership on offer, with its price.
     *
     * @param key one of the options of the content type
     * @param forStructure whether a structure joins; otherwise a person
     * @param amount in euros: what is paid, or the least of it
     * @param free whether one may pay more
     * @param calendarYear whether it ends with the year; otherwise it lasts one
     * @param about a word more; may be empty
     */
    public record Tariff(
            String key,
            String label,
            boolean forStructure,
            double amount,
            boolean free,
            boolean calendarYear,
            String about) {

        /** Returns the last day of a membership that begins on a day. */
        LocalDate end(LocalDate from) {
            return calendarYear ? from.withMonth(12).withDayOfMonth(31) : from.plusYears(1);
        }

        /** Returns whether one pays what one likes. */
        public boolean isOpen() {
            return free && amount == 0;
        }
    }

    /**
     * The ways to pay.
     *
     * @param ways {@code helloasso}, {@code virement}, {@code cheque}, {@code sur-place}, each with what whoever chose it is told
     * @param days working days in which somebody answers
     * @param who answers, in words; may be empty
     */
    public record Payment(Map<String, Map<String, String>> ways, int days, String who) {

        /** Returns whether a way leads to a page that is not HelloAsso's. */
        public boolean isOtherSite(String way) {
            return way.equals(ON_LINE)
                    && !HELLOASSO
                            .matcher(ways.getOrDefault(way, Map.of()).getOrDefault("adresse", ""))
                            .find();
        }
    }

    SettingsFile file() {
        return file;
    }

    /** The keys that a membership may have, in the order of the content type. */
    Set<String> keys() {
        return registry.current().contentType(Requests.TYPE).stream()
                .flatMap(type -> type.property("formule").stream())
                .flatMap(property -> property.options().stream())
                .map(ContentType.Option::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In the order of the settings; one that the content type does not know cannot be kept, and is left out. */
    public List<Tariff> all() {
        Set<String> known = keys();
        List<Tariff> tariffs = new ArrayList<>();
        for (Object one : list(file.yaml().get("formules"))) {
            if (one instanceof Map<?, ?> tariff && known.contains(text(tariff.get("cle")))) {
                boolean free = tariff.get("minimum") instanceof Number;
                Object amount = tariff.get(free ? "minimum" : "montant");
                tariffs.add(new Tariff(
                        text(tariff.get("cle")),
                        text(tariff.get("libelle")),
                        text(tariff.get("pour")).equals("structure"),
                        amount instanceof Number number ? number.doubleValue() : 0,
                        free,
                        text(tariff.get("periode")).equals(CALENDAR_YEAR),
                        text(tariff.get("texte"))));
            }
        }
        if (tariffs.isEmpty()) {
            throw new IllegalStateException(FILE + " names no tariff");
        }
        return List.copyOf(tariffs);
    }

    /** The tariff of a membership; empty when there is none of this key any more. */
    Optional<Tariff> find(String key) {
        return all().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    public Payment payment() {
        Map<?, ?> said = file.yaml();
        Map<?, ?> told = map(said.get("paiement"));
        Map<String, Map<String, String>> ways = new LinkedHashMap<>();
        if (text(told.get(ON_LINE)).startsWith("https://")) {
            ways.put(ON_LINE, Map.of("adresse", text(told.get(ON_LINE))));
        }
        way(told, "virement", "iban", "titulaire").ifPresent(way -> ways.put("virement", way));
        way(told, "cheque", "ordre", "adresse").ifPresent(way -> ways.put("cheque", way));
        String place = text(map(told.get("sur-place")).get("ou"));
        if (!place.isEmpty()) {
            ways.put("sur-place", Map.of("ou", place));
        }
        String who = text(said.get("qui"));
        return new Payment(
                ways,
                said.get("jours") instanceof Integer days ? days : 5,
                who.isEmpty() ? site.get(ANSWERS).orElse("") : who);
    }

    /** A way to pay, told by two entries; empty when one of them is. */
    private static Optional<Map<String, String>> way(Map<?, ?> told, String name, String first, String second) {
        Map<?, ?> way = map(told.get(name));
        String one = text(way.get(first));
        String other = text(way.get(second));
        return one.isBlank() || other.isBlank() ? Optional.empty() : Optional.of(Map.of(first, one, second, other));
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static Collection<?> list(@Nullable Object value) {
        return value instanceof Collection<?> list ? list : List.of();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    /** Returns an amount as one reads it, « 12,50 € ». */
    public static String money(double amount) {
        return (amount == Math.rint(amount)
                        ? String.format(Locale.FRENCH, "%.0f", amount)
                        : String.format(Locale.FRENCH, "%.2f", amount))
                + "\u00a0€";
    }
}
