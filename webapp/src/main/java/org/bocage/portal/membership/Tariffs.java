package org.bocage.portal.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.config.ConfigFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tariffs and ways to pay, as {@code config/adhesion.yaml} states them; read anew for each form. */
@Component
public class Tariffs {

    private static final String FILE = "adhesion.yaml";

    private final ConfigFiles files;
    private final DefinitionRegistry registry;

    Tariffs(ConfigFiles files, DefinitionRegistry registry) {
        this.files = files;
        this.registry = registry;
    }

    /**
     * Kind of membership on offer, with its price.
     *
     * @param key one of the options of the content type
     * @param forStructure whether a structure joins; otherwise a person
     * @param amount in euros: what is paid, or the least of it
     * @param free whether one may pay more
     * @param about a word more; may be empty
     */
    public record Tariff(String key, String label, boolean forStructure, double amount, boolean free, String about) {}

    /**
     * The ways to pay.
     *
     * @param ways {@code helloasso}, {@code virement}, {@code cheque}, each with what whoever chose it is told
     * @param days working days in which somebody answers
     * @param who answers, in words
     */
    public record Payment(Map<String, Map<String, String>> ways, int days, String who) {}

    /** In the order of the file; one that the content type does not know cannot be kept, and is left out. */
    public List<Tariff> all() {
        Set<String> known = registry.current().contentType(Requests.TYPE).stream()
                .flatMap(type -> type.property("formule").stream())
                .flatMap(property -> property.options().stream())
                .map(ContentType.Option::value)
                .collect(Collectors.toUnmodifiableSet());
        List<Tariff> tariffs = new ArrayList<>();
        for (Object one : list(files.yaml(FILE).get("formules"))) {
            if (one instanceof Map<?, ?> tariff && known.contains(text(tariff.get("cle")))) {
                boolean free = tariff.get("minimum") instanceof Number;
                Object amount = tariff.get(free ? "minimum" : "montant");
                tariffs.add(new Tariff(
                        text(tariff.get("cle")),
                        text(tariff.get("libelle")),
                        text(tariff.get("pour")).equals("structure"),
                        amount instanceof Number number ? number.doubleValue() : 0,
                        free,
                        text(tariff.get("texte"))));
            }
        }
        if (tariffs.isEmpty()) {
            throw new IllegalStateException("config/" + FILE + " names no tariff");
        }
        return List.copyOf(tariffs);
    }

    public Payment payment() {
        Map<?, ?> file = files.yaml(FILE);
        Map<?, ?> told = map(file.get("paiement"));
        Map<String, Map<String, String>> ways = new LinkedHashMap<>();
        if (text(told.get("helloasso")).startsWith("https://")) {
            ways.put("helloasso", Map.of("adresse", text(told.get("helloasso"))));
        }
        way(told, "virement", "iban", "titulaire").ifPresent(way -> ways.put("virement", way));
        way(told, "cheque", "ordre", "adresse").ifPresent(way -> ways.put("cheque", way));
        return new Payment(ways, file.get("jours") instanceof Integer days ? days : 5, text(file.get("qui")));
    }

    /** A way to pay, told by two entries; empty when one of them is. */
    private static Optional<Map<String, String>> way(Map<?, ?> told, String name, String first, String second) {
        Map<?, ?> way = map(told.get(name));
        String one = text(way.get(first));
        String other = text(way.get(second));
        return one.isBlank() || other.isBlank() ? Optional.empty() : Optional.of(Map.of(first, one, second, other));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Collection<?> list(@Nullable Object value) {
        return value instanceof Collection<?> list ? list : List.of();
    }

    private static String text(@Nullable Object value) {
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
