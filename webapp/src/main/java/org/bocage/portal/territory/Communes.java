package org.bocage.portal.territory;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.changes.StateCached;
import org.bocage.portal.territory.france.GeoPoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The communes of the territory, as they are on line or as the association's own file says: where each lies, and which act
 * together (their EPCI). Known by their INSEE codes.
 */
@Component
public final class Communes {

    /** How far one goes to be still near one's home. */
    static final double NEAR_KM = 15;

    private final Supplier<Known> known;

    /** Everything that is derived from one list of communes. */
    private record Known(List<TerritoryCommune> all, Map<String, GeoPoint> centres, Map<String, Group> groups) {

        static Known of(List<TerritoryCommune> communes) {
            Map<String, GeoPoint> centres = new LinkedHashMap<>();
            Map<String, Group> groups = new TreeMap<>();
            for (TerritoryCommune commune : communes) {
                commune.centre().ifPresent(centre -> centres.put(commune.code(), centre));
                commune.epci()
                        .ifPresent(title -> groups.computeIfAbsent(
                                        Communes.name(title), name -> new Group(name, title, new LinkedHashSet<>()))
                                .codes()
                                .add(commune.code()));
            }
            return new Known(List.copyOf(communes), centres, groups);
        }
    }

    /**
     * Communes that act together.
     *
     * @param name as addresses have it
     * @param codes of its communes
     */
    public record Group(String name, String title, Set<String> codes) {}

    @Autowired
    Communes(Stores stores, TerritoryFile file) {
        Optional<Known> written = file.communes().map(Known::of);
        StateCached<Known> chosen = new StateCached<>(
                () -> stores.published().state(), () -> Known.of(PublishedCommunes.read(stores.published())));
        this.known = () -> written.orElseGet(chosen::get);
    }

    /** Communes that do not change. */
    public Communes(List<TerritoryCommune> communes) {
        Known all = Known.of(communes);
        this.known = () -> all;
    }

    /** Returns all communes of the territory, in the order they are kept in. */
    public List<TerritoryCommune> all() {
        return known.get().all();
    }

    private static String name(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Where a commune lies. */
    public Optional<GeoPoint> centre(String code) {
        return Optional.ofNullable(known.get().centres().get(code));
    }

    /** How far apart two communes are, as the crow flies; empty where one of them is not of the territory. */
    public OptionalDouble kilometres(String code, String other) {
        Map<String, GeoPoint> centres = known.get().centres();
        GeoPoint here = centres.get(code);
        GeoPoint there = centres.get(other);
        return here == null || there == null ? OptionalDouble.empty() : OptionalDouble.of(here.kilometresTo(there));
    }

    /** Returns the groups of communes that act together, by name. */
    public List<Group> groups() {
        return List.copyOf(known.get().groups().values());
    }

    /** The group that addresses call so. */
    public Optional<Group> group(String name) {
        return Optional.ofNullable(known.get().groups().get(name));
    }

    /** A commune and its neighbours: those whose points lie within 15 km of its own. One that nobody knows has none. */
    public Set<String> around(String code) {
        Set<String> near = new LinkedHashSet<>(Set.of(code));
        Map<String, GeoPoint> centres = known.get().centres();
        Optional.ofNullable(centres.get(code))
                .ifPresent(here -> centres.forEach((other, there) -> {
                    if (here.kilometresTo(there) <= NEAR_KM) {
                        near.add(other);
                    }
                }));
        return near;
    }
}
