package org.bocage.portal.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/** Fields of an annonce that only some kinds of them have, by the form of their values. All of them are open to everybody. */
public final class AdDetails {

    /** Member of a JSON Feed and of its items that holds what the format has no name for (JSON Feed 1.1, Extensions). */
    public static final String EXTENSION = "_bocage";

    /** Fields with one value of a list. */
    public static final List<String> CHOICES = List.of("contrat", "categorieMateriel", "etatObjet");

    /** Fields with a line of text. */
    public static final List<String> TEXTS = List.of(
            "tempsTravail",
            "remuneration",
            "duree",
            "niveau",
            "gratification",
            "engagement",
            "financeur",
            "perimetre",
            "retrait",
            "avantage",
            "conditions");

    /** Fields with the address of a page. */
    public static final List<String> LINKS = List.of("lienOfficiel");

    /** Fields with a day. */
    public static final List<String> DAYS = List.of("priseDePoste");

    /** Fields with an amount, in whole euros. */
    public static final List<String> AMOUNTS = List.of("montantMin", "montantMax");

    /** Field with words of a vocabulary: who may answer. */
    public static final String AUDIENCE = "eligibles";

    private AdDetails() {}

    /** Returns the names of the fields with a text, {@link #AUDIENCE} apart. */
    public static List<String> names() {
        List<String> all = new ArrayList<>(CHOICES);
        all.addAll(TEXTS);
        all.addAll(LINKS);
        all.addAll(DAYS);
        all.addAll(AMOUNTS);
        return all;
    }

    /** Reads the fields that an annonce has; a day as in ISO 8601, words of a vocabulary as a list of their titles. */
    static Map<String, Object> of(Node ad) throws RepositoryException {
        Map<String, Object> details = new LinkedHashMap<>();
        for (String name : names()) {
            String value = DAYS.contains(name) ? day(ItemText.instant(ad, name)) : ItemText.of(ad, name);
            if (!value.isEmpty()) {
                details.put(name, value);
            }
        }
        List<String> audience = ItemText.titlesOf(ad, AUDIENCE, "vocabulaires");
        if (!audience.isEmpty()) {
            details.put(AUDIENCE, audience);
        }
        return details;
    }

    /** Returns the day of an instant, as in ISO 8601; empty for none. */
    static String day(Optional<Instant> at) {
        return at.map(one -> one.atZone(SyndicatedType.PARIS).toLocalDate().toString())
                .orElse("");
    }
}
