package org.bocage.portal.sources;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.workflow.Claims;
import org.bocage.editorial.workflow.ItemAuthors;
import org.bocage.portal.sources.reading.AdReader;
import org.bocage.portal.sources.reading.CalendarReader;
import org.bocage.portal.sources.reading.FeedReader;
import org.bocage.portal.sources.reading.Reading;
import org.bocage.portal.sources.reading.StructureReader;
import org.bocage.portal.sources.reading.Territory;
import org.bocage.portal.sources.reading.Unreadable;
import org.bocage.portal.sources.reading.Warning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the sources, each at its rhythm and once, whoever else looks at the clock; and notes how that went (AG-22). */
@Component
class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);

    /** After so many failures in a row somebody is told, once. */
    private static final int FAILURES = 3;

    /** Of what is worth knowing of a source, the first lines: a broken one repeats itself. */
    private static final int MOST_WARNINGS = 5;

    private static final int MOST = 500;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final OutgoingHttp outgoing;
    private final Territory territory;
    private final DefinitionRegistry definitions;
    private final Synchronisation synchronisation;
    private final SourceMails mails;
    private final MessageSource messages;
    private final Clock clock;
    private final Claims claims;
    private final ItemByItem sources = new ItemByItem("Sources");
    private final Set<String> beingRead = ConcurrentHashMap.newKeySet();

    /** Sources that an account put in: they are in its charge. */
    @Bean
    @Order(50)
    static Responsibilities sourcesInCharge(ItemAuthors authors) {
        return authors.responsibilities(
                "sources", ContentQuery.in(Source.SOURCES.name()).notInState(State.ARCHIVE));
    }

    Sources(
            Stores stores,
            ContentIndexes indexes,
            OutgoingHttp outgoing,
            Territory territory,
            DefinitionRegistry definitions,
            Synchronisation synchronisation,
            SourceMails mails,
            MessageSource messages,
            Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.outgoing = outgoing;
        this.territory = territory;
        this.definitions = definitions;
        this.synchronisation = synchronisation;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
        this.claims = new Claims(stores.author(), clock);
    }

    /** Result of asking a source. */
    sealed interface Found {
        /** Content that could be read. */
        record Something(Reading reading, Answer.Mark mark) implements Found {}

        /** Nothing new. */
        record TheSame() implements Found {}

        /** Why nothing can be had, in a sentence. */
        record Problem(String sentence) implements Found {}
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 90_000)
    void look() {
        sources.run(round -> {
            for (Hits.Hit hit : all().hits()) {
                round.attempt(
                        hit.workspace() + ":" + hit.path(),
                        () -> once(hit.path(), node -> Source.isDue(node, clock.instant())));
            }
        });
    }

    /** Reads a source now, whether it is connected or not. */
    void readNow(String path) {
        once(path, node -> true);
    }

    /** Of several machines, and of several threads of this one, one alone reads a source. */
    private void once(String path, Claims.Condition condition) {
        if (!beingRead.add(path)) {
            return;
        }
        try {
            claims.once(Source.SOURCES.name(), path, condition, this::readAndNote);
        } catch (ConcurrentEdit e) {
            log.info("Source {} was written while it was read: it is read again", path);
        } finally {
            beingRead.remove(path);
        }
    }

    Hits all() {
        return indexes.author()
                .find(ContentQuery.in(Source.SOURCES.name()).ofType(Source.TYPE).page(0, MOST), Identity.SYSTEM);
    }

    /** Asks a source what it tells, and keeps nothing of it. */
    Found ask(Source source, Answer.Mark known) {
        return found(outgoing.get(source.address(), known), source.kind(), source.address());
    }

    /**
     * Why nothing is to be had from an address.
     *
     * @param sentence the reason
     * @param other the kind of source as which what is there can be read; empty when there is none
     */
    record Misfit(String sentence, Optional<Source.Kind> other) {}

    /** Reads what somebody typed as the address of a source, once; empty when it is one of that kind. */
    Optional<Misfit> misfit(String typed, Source.Kind kind) {
        String address = Source.address(typed);
        Answer answer = outgoing.get(address, Answer.Mark.NONE);
        if (!(found(answer, kind, address) instanceof Found.Problem problem)) {
            return Optional.empty();
        }
        Optional<Source.Kind> other = Stream.of(Source.Kind.values())
                .filter(one -> one != kind && found(answer, one, address) instanceof Found.Something)
                .findFirst();
        return Optional.of(new Misfit(problem.sentence(), other));
    }

    private Found found(Answer answer, Source.Kind kind, String address) {
        if (answer instanceof Answer.Nothing nothing) {
            return new Found.Problem(say(nothing.why().key(), nothing.status()));
        }
        if (!(answer instanceof Answer.Content content)) {
            return new Found.TheSame();
        }
        try {
            return new Found.Something(
                    read(content.bytes().all(), content.contentType(), kind, address), content.mark());
        } catch (Unreadable e) {
            return new Found.Problem(say("sources.problem." + e.key()));
        }
    }

    private Reading read(byte[] bytes, String contentType, Source.Kind kind, String address) throws Unreadable {
        return switch (kind) {
            case AGENDA ->
                new CalendarReader(
                                territory,
                                SourceFields.PARIS,
                                YearMonth.from(clock.instant().atZone(SourceFields.PARIS)))
                        .read(bytes);
            case NEWS -> new FeedReader().read(bytes, contentType);
            case STRUCTURES -> new StructureReader(territory, host(address)).read(bytes);
            case ADS ->
                new AdReader(
                                territory,
                                host(address),
                                LocalDate.ofInstant(clock.instant(), SourceFields.PARIS),
                                this::choices)
                        .read(bytes);
        };
    }

    private static String host(String address) {
        return URI.create(address).getRawAuthority();
    }

    /** Returns the values that a field of an annonce may have. */
    private Set<String> choices(String field) {
        return definitions
                .current()
                .contentType(Source.Kind.ADS.type())
                .flatMap(type -> type.property(field))
                .map(property -> property.options().stream()
                        .map(ContentType.Option::value)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private void readAndNote(Session session, Node node) throws RepositoryException {
        Source source = Source.of(node);
        Instant now = clock.instant();
        node.setProperty("dernierEssai", Dates.utc(now));
        Found found = ask(source, source.mark());
        if (found instanceof Found.Problem problem) {
            failed(session, node, source, problem.sentence());
            return;
        }
        if (found instanceof Found.Something something) {
            try {
                Synchronisation.Outcome outcome = synchronisation.run(source, something.reading());
                node.setProperty("compteurs", counts(outcome));
                node.setProperty("avertissements", warnings(something.reading()));
                if (outcome.byTitle()) {
                    node.setProperty("cle", "repli");
                    mails.calledOtherwise(session, node);
                }
                node.setProperty("etag", something.mark().etag());
                node.setProperty("derniereModification", something.mark().lastModified());
            } catch (ConcurrentEdit e) {
                log.warn("Source {} was left half way: {}", source.path(), e.getMessage());
                failed(session, node, source, say("sources.problem.busy"));
                return;
            }
        }
        node.setProperty("derniereReussite", Dates.utc(now));
        node.setProperty("echecs", 0);
        if (node.hasProperty("derniereErreur")) {
            node.getProperty("derniereErreur").remove();
        }
    }

    private void failed(Session session, Node node, Source source, String sentence) throws RepositoryException {
        long failures = (node.hasProperty("echecs") ? node.getProperty("echecs").getLong() : 0) + 1;
        node.setProperty("echecs", failures);
        node.setProperty("derniereErreur", sentence);
        log.info("Source {} could not be read, {} in a row: {}", source.path(), failures, sentence);
        if (failures == FAILURES) {
            mails.outOfOrder(session, node, sentence);
        }
    }

    /** Returns the warnings of a reading, in words. */
    private String[] warnings(Reading reading) {
        return reading.warnings().stream().limit(MOST_WARNINGS).map(this::say).toArray(String[]::new);
    }

    private String counts(Synchronisation.Outcome outcome) {
        return say("sources.counts", outcome.created(), outcome.changed(), outcome.gone(), outcome.ignored());
    }

    String say(String key, Object... words) {
        return messages.getMessage(key, words, Locale.FRENCH);
    }

    String say(Warning warning) {
        return say("sources.warning." + warning.key(), warning.words().toArray());
    }

    /** Reads something of a source, or of what came of one, if this person may read it. */
    <T> Optional<T> of(Workspace workspace, String id, Identity reader, Reader<T> work) {
        return stores.author().read(reader, session -> {
            Optional<Node> node = workspace.nodeById(session, id);
            return node.isPresent() ? Optional.of(work.read(node.get())) : Optional.empty();
        });
    }

    /** Reads something of a node. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Node node) throws RepositoryException;
    }

    /** Sources that are connected and could not be read, with what is wrong. */
    List<Map.Entry<Source, String>> outOfOrder() {
        return inTrouble(1, node -> Map.entry(Source.of(node), Source.text(node, "derniereErreur")));
    }

    /**
     * Source that fails.
     *
     * @param since when it was read last; the last try of one that never was
     */
    record Failing(String title, Instant since, String problem) {}

    /** Sources that are connected and could not be read so many times in a row that somebody was told. */
    List<Failing> failing() {
        return inTrouble(FAILURES, node -> {
            String since = node.hasProperty("derniereReussite") ? "derniereReussite" : "dernierEssai";
            return new Failing(
                    Source.of(node).title(),
                    node.getProperty(since).getDate().toInstant(),
                    Source.text(node, "derniereErreur"));
        });
    }

    private <T> List<T> inTrouble(int failures, Reader<T> work) {
        Hits hits = all();
        return stores.author().read(Identity.SYSTEM, session -> {
            List<T> found = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = Source.SOURCES.nodeById(session, hit.id());
                if (node.isPresent()
                        && Source.text(node.get(), "active").equals("true")
                        && node.get().hasProperty("derniereErreur")
                        && node.get().getProperty("echecs").getLong() >= failures) {
                    found.add(work.read(node.get()));
                }
            }
            return found;
        });
    }
}
