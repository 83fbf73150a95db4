package org.bocage.portal.subscriptions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Journal;
import org.bocage.portal.subscriptions.reading.AddressList;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes readers of the letter of a list of addresses that agreed elsewhere. Who said no, here or in the list, and whose mails come
 * back, is left out; the same list twice adds nobody the second time.
 */
@Component
class SubscriberImport {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Stores stores;
    private final Subscribers subscribers;
    private final RefusedAddresses refused;
    private final Outbox outbox;
    private final Clock clock;
    private final MessageSource messages;

    SubscriberImport(
            Stores stores,
            Subscribers subscribers,
            RefusedAddresses refused,
            Outbox outbox,
            Clock clock,
            MessageSource messages) {
        this.stores = stores;
        this.subscribers = subscribers;
        this.refused = refused;
        this.outbox = outbox;
        this.clock = clock;
        this.messages = messages;
    }

    /** Outcome of a line. */
    enum Verdict {
        /** A new reader. */
        ADDED,
        /** A reader already. */
        KNOWN,
        /** An address of an earlier line. */
        TWICE,
        /** No address in it. */
        WRONG,
        /** Somebody who said no here. */
        REFUSED,
        /** Somebody who said no where the list comes from. */
        ENDED,
        /** An address from which mails come back. */
        BOUNCED
    }

    /** A line of the list, and what becomes of it. */
    record Row(AddressList.Line line, Verdict verdict) {}

    /** Says what an import would do. */
    List<Row> look(AddressList list) {
        Set<String> bouncing = bouncing();
        return stores.author().read(Identity.SYSTEM, session -> rows(session, list, bouncing));
    }

    /**
     * Adds the new readers, each with the proof, and writes it in the journal.
     *
     * @param source where they agreed, for the lines that do not say
     * @param day on which they did, likewise
     * @return how many are new
     */
    int apply(AddressList list, String source, LocalDate day, Actor by) {
        Set<String> bouncing = bouncing();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, PARIS);
        return ConcurrentEdit.again(() -> stores.author().<Integer>write(Identity.SYSTEM, session -> {
            int added = 0;
            for (Row row : rows(session, list, bouncing)) {
                AddressList.Line line = row.line();
                if (row.verdict() == Verdict.ENDED) {
                    refused.note(session, line.email());
                } else if (row.verdict() == Verdict.ADDED) {
                    ProvenAgreement agreement = new ProvenAgreement(
                            line.source().isEmpty() ? source : line.source(),
                            line.day().filter(one -> !one.isAfter(today)).orElse(day),
                            by.displayName(),
                            now);
                    added += subscribers.add(session, line.email(), agreement) ? 1 : 0;
                }
            }
            if (added > 0) {
                String title = messages.getMessage(
                        "subscriptions.readers.journal", new Object[] {added, source}, Locale.FRENCH);
                Journal.settings(session, now, by.name(), "", title);
            }
            return added;
        }));
    }

    private Set<String> bouncing() {
        return outbox.bounces(Integer.MAX_VALUE).stream()
                .map(Outbox.Bounce::address)
                .collect(Collectors.toSet());
    }

    private List<Row> rows(Session session, AddressList list, Set<String> bouncing) throws RepositoryException {
        // who said no in one line did not say yes in another
        Set<String> ended = list.lines().stream()
                .filter(AddressList.Line::ended)
                .map(line -> line.email().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> before = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (AddressList.Line line : list.lines()) {
            rows.add(new Row(line, verdict(session, line, before, ended, bouncing)));
        }
        return rows;
    }

    private Verdict verdict(
            Session session, AddressList.Line line, Set<String> before, Set<String> ended, Set<String> bouncing)
            throws RepositoryException {
        if (line.isWrong()) {
            return Verdict.WRONG;
        }
        String email = line.email().toLowerCase(Locale.ROOT);
        if (!before.add(email)) {
            return Verdict.TWICE;
        }
        if (subscribers.reads(session, email)) {
            return Verdict.KNOWN;
        }
        if (ended.contains(email)) {
            return Verdict.ENDED;
        }
        if (refused.has(session, email)) {
            return Verdict.REFUSED;
        }
        return bouncing.contains(email) ? Verdict.BOUNCED : Verdict.ADDED;
    }
}
