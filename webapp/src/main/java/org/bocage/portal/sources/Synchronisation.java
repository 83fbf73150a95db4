package org.bocage.portal.sources;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.feeds.ItemUids;
import org.bocage.portal.sources.reading.AdEntry;
import org.bocage.portal.sources.reading.Entry;
import org.bocage.portal.sources.reading.EventEntry;
import org.bocage.portal.sources.reading.Reading;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes the items of a source what the source says now (AG-06): each is found again by what the source calls it, changed in place
 * when something changed, taken off line when the source told no more of it. What did not change is not written.
 */
@Component
final class Synchronisation {

    private static final String PROPOSE = "recevoir";
    private static final String PUBLISH = "diffuser";
    private static final String ARCHIVE = "archiver";

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry definitions;
    private final Contents contents;
    private final MessageSource messages;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final AdDuplicates duplicates;

    Synchronisation(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry definitions,
            Contents contents,
            MessageSource messages,
            Clock clock,
            SiteAddress siteAddress,
            AdDuplicates duplicates) {
        this.duplicates = duplicates;
        this.siteAddress = siteAddress;
        this.stores = stores;
        this.indexes = indexes;
        this.definitions = definitions;
        this.contents = contents;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Result of one synchronisation.
     *
     * @param byTitle whether the source was found to call the same things otherwise each time
     */
    record Outcome(int created, int changed, int gone, int ignored, boolean byTitle) {}

    Outcome run(Source source, Reading reading) throws RepositoryException {
        Session session = stores.author().login(Identity.SYSTEM);
        try {
            return new Run(source, reading, session).go();
        } finally {
            session.logout();
        }
    }

    /** One reading being put in place. */
    private final class Run {

        private final Source source;
        private final Reading reading;
        private final Session session;
        private final List<Existing> before;
        private final Origins origins;
        private final Writing writing;
        private final Contents.Arrivals arrivals;
        private final ContentType type;
        private final Instant now = clock.instant();
        private int created;
        private int changed;
        private int gone;
        private int ignored;

        Run(Source source, Reading reading, Session session) throws RepositoryException {
            this.source = source;
            this.reading = reading;
            this.session = session;
            this.before = Existing.of(source, indexes.author(), session);
            this.origins = new Origins(source, ItemUids.host(siteAddress), indexes.author(), session);
            this.writing = new Writing(source, Vocabulary.read(session), messages, actorName(session));
            this.arrivals = contents.arrivals(session, Actor.portalFor(source.title()));
            this.type = definitions.current().contentType(source.kind().type()).orElseThrow();
            this.ignored = reading.ignored();
        }

        private String actorName(Session session) throws RepositoryException {
            Optional<Node> actor = Workspace.byId(session, source.actor());
            return actor.isPresent() ? Review.title(actor.get()) : source.name();
        }

        Outcome go() throws RepositoryException {
            boolean byTitle = source.byTitle() || callsThemOtherwise();
            Map<Object, Existing> known = new HashMap<>();
            before.forEach(one -> known.put(byTitle ? one.otherKey() : one.key(), one));
            Map<Object, Entry> told = new LinkedHashMap<>();
            reading.entries().forEach(one -> told.put(byTitle ? one.otherKey() : one.key(), one));
            for (Map.Entry<Object, Entry> one : told.entrySet()) {
                Existing existing = known.get(one.getKey());
                if (existing == null) {
                    add(one.getValue());
                } else {
                    change(existing, one.getValue());
                }
            }
            if (reading.complete()) {
                for (Map.Entry<Object, Existing> one : known.entrySet()) {
                    if (!told.containsKey(one.getKey())) {
                        takeAway(one.getValue());
                    }
                }
            }
            arrivals.save();
            return new Outcome(created, changed, gone, ignored, byTitle && !source.byTitle());
        }

        private boolean isAgenda() {
            return source.kind() == Source.Kind.AGENDA;
        }

        private String action() {
            return source.publishes() && source.kind().mayPublish() ? PUBLISH : PROPOSE;
        }

        /** Returns the action for a new item: one that may be there already is looked at by somebody first. */
        private String action(Entry entry, SourceStatement told) throws RepositoryException {
            boolean isDoubtful = entry instanceof AdEntry
                    && !duplicates.of(told.ad(source), session).isEmpty();
            return isDoubtful ? PROPOSE : action();
        }

        private void add(Entry entry) throws RepositoryException {
            if (!source.takes(entry, now) || origins.isHere(entry)) {
                ignored++;
                return;
            }
            SourceStatement told = writing.told(entry);
            // those of a calendar lie in the folder of their month, for a folder should not hold all of a year
            Instant of = entry instanceof EventEntry event
                    ? event.start().atZone(event.zone()).toInstant()
                    : now;
            arrivals.add(type, Writing.names(entry), action(entry, told), now, of, item -> {
                writing.create(entry, told, item, now);
                if (entry instanceof EventEntry event && event.isOver(now)) {
                    // no news to anybody
                    item.setProperty("publie", Dates.utc(event.end(now)));
                }
            });
            created++;
        }

        private void change(Existing existing, Entry entry) throws RepositoryException {
            SourceStatement told = writing.told(entry);
            boolean isNamed = !source.kind().mayPublish() || Credits.names(existing.item(), source);
            boolean isOrganised = !isAgenda() || Writing.hasOrganiser(existing.item());
            if (told.fingerprint().equals(existing.fingerprint()) && !existing.gone() && isNamed && isOrganised) {
                return;
            }
            if (existing.isInHand()) {
                ignored++;
                return;
            }
            arrivals.move(existing.item(), action(), item -> writing.update(entry, told, item));
            changed++;
        }

        private void takeAway(Existing existing) throws RepositoryException {
            if (!existing.isHere() || isOver(existing)) {
                return;
            }
            Optional<Node> twin = isAgenda() ? MergedEvents.of(existing.item(), indexes.author()) : Optional.empty();
            if (twin.isPresent()) {
                arrivals.move(existing.item(), action(), item -> MergedEvents.handOver(item, twin.get()));
                changed++;
            } else {
                arrivals.move(existing.item(), ARCHIVE, item -> item.setProperty(Existing.GONE, Dates.utc(now)));
                gone++;
            }
        }

        /** Whether an item ended by itself, as those that were made here do. */
        private boolean isOver(Existing existing) throws RepositoryException {
            return switch (source.kind()) {
                case AGENDA -> !existing.isToCome(now);
                case ADS -> existing.state() == State.PUBLIE && existing.isClosed(now);
                case NEWS, STRUCTURES -> false;
            };
        }

        /** Most of what is taken in is unknown by what the source calls it, and known by its title and time (AG-07). */
        private boolean callsThemOtherwise() {
            if (!source.mayDecide() || before.isEmpty()) {
                return false;
            }
            Set<Entry.Key> keys = new HashSet<>();
            Set<String> looks = new HashSet<>();
            before.forEach(one -> {
                keys.add(one.key());
                looks.add(look(one.otherKey()));
            });
            List<Entry> taken = reading.entries().stream()
                    .filter(one -> source.takes(one, now))
                    .toList();
            long unknown =
                    taken.stream().filter(one -> !keys.contains(one.key())).count();
            long seen = taken.stream()
                    .filter(one -> looks.contains(look(one.otherKey())))
                    .count();
            return !taken.isEmpty() && 2 * unknown >= taken.size() && 2 * seen >= taken.size();
        }

        /** Title and time, without the place. */
        private String look(String otherKey) {
            return otherKey.substring(0, Math.max(0, otherKey.lastIndexOf('|')));
        }
    }
}
