package org.bocage.portal.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.search.query.ContentQuery;

/**
 * A kind of items of which machines are told, under the conditions by which the pages show them.
 *
 * @param workspace where it lies
 * @param type of its nodes
 * @param commune its property of that meaning
 * @param theme likewise
 */
public record SyndicatedType(String workspace, String type, String commune, String theme) {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A fiche that nobody confirmed for so long is no longer shown. */
    private static final Duration CONFIRMED = Duration.ofDays(730);

    static final SyndicatedType NEWS = new SyndicatedType("actus", "bocage:actu", "communes", "themes");
    static final SyndicatedType ADS = new SyndicatedType("annonces", "bocage:annonce", "commune", "themes");
    /** Dates of events, each by itself. */
    public static final SyndicatedType DATES =
            new SyndicatedType("evenements", "bocage:occurrence", "commune", "themes");

    static final SyndicatedType STRUCTURES = new SyndicatedType("acteurs", "bocage:acteur", "commune", "domaines");

    private static final Map<String, SyndicatedType> KINDS = Map.ofEntries(
            Map.entry("actualites", NEWS),
            Map.entry("actus", NEWS),
            Map.entry("annonces", ADS),
            Map.entry("agenda", DATES),
            Map.entry("evenements", DATES),
            Map.entry("acteurs", STRUCTURES),
            Map.entry("lieux", new SyndicatedType("lieux", "bocage:lieu", "commune", "themes")),
            Map.entry("projets", new SyndicatedType("projets", "bocage:projet", "commune", "themes")),
            Map.entry("ressources", new SyndicatedType("ressources", "bocage:ressource", "commune", "themes")),
            Map.entry("pochettes", new SyndicatedType("pochettes", "bocage:pochette", "commune", "themes")),
            Map.entry("missions", new SyndicatedType("missions", "bocage:mission", "commune", "themes")),
            Map.entry("actions", new SyndicatedType("actions", "bocage:action", "commune", "themes")));

    /** The kind that an address names. */
    public static Optional<SyndicatedType> named(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    /** All that is shown now. */
    ContentQuery query(Instant now) {
        Instant today = LocalDate.ofInstant(now, PARIS).atStartOfDay(PARIS).toInstant();
        ContentQuery all = ContentQuery.in(workspace).ofType(type);
        if (equals(ADS)) {
            return all.and(new ContentQuery.Between("cloture", today, null)).orderBy("publie", true);
        }
        if (equals(STRUCTURES)) {
            return all.and(new ContentQuery.Between("verifieLe", today.minus(CONFIRMED), null))
                    .orderBy("titre", false);
        }
        if (equals(DATES)) {
            return all.and(new ContentQuery.Between("fin", now, null)).orderBy("debut", false);
        }
        return equals(NEWS) ? all.orderBy("publie", true) : all.orderBy("titre", false);
    }

    /** The property that presents an item, in order of preference. */
    static List<String> summaries() {
        return List.of("chapo", "accroche", "resume", "phrase", "description");
    }
}
