package org.bocage.editorial.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.security.Responsibilities.Responsibility;
import org.bocage.editorial.workflow.Journal;
import org.bocage.editorial.workflow.RefusedTransition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Passes the responsibilities of one account to another, each in a save of its own: what cannot pass keeps nothing else back. */
@Component
class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private static final String GONE = "parti";
    private static final String CHANGED = "change";

    private final ObjectProvider<Responsibilities> kinds;
    private final Stores stores;
    private final Clock clock;

    Handover(ObjectProvider<Responsibilities> kinds, Stores stores, Clock clock) {
        this.kinds = kinds;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Outcome for the responsibilities of one kind.
     *
     * @param passed titles of those that did
     */
    record Outcome(String kind, List<String> passed, List<Stay> stayed) {}

    /** A responsibility that did not pass, with the reason. */
    record Stay(String title, String reason) {}

    /** Returns the responsibilities of an account by kind, those of which there are none left out. */
    Map<String, List<Responsibility>> of(Account account) {
        Map<String, List<Responsibility>> all = new LinkedHashMap<>();
        kinds.orderedStream().forEach(kind -> {
            List<Responsibility> some = kind.of(account);
            if (!some.isEmpty()) {
                all.put(kind.kind(), some);
            }
        });
        return all;
    }

    /** Returns a text that tells what somebody saw of an account: {@code kind/id@mark kind/id@mark}. */
    static String print(Map<String, List<Responsibility>> seen) {
        return seen.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(one -> print(kind.getKey(), one)))
                .collect(Collectors.joining(" "));
    }

    private static String print(String kind, Responsibility one) {
        return (kind + "/" + one.id() + "@" + one.mark()).replaceAll("\\s", "_");
    }

    /**
     * Passes what somebody saw; what was saved since is left as it is and reported.
     *
     * @param left kinds that stay
     * @param print what was seen ({@link #print(Map)})
     */
    List<Outcome> pass(Account from, Account to, Account by, Set<String> left, String print) {
        Set<String> seen = new HashSet<>(List.of(print.strip().split("\\s+")));
        // read before anything passes: one content may stand under several kinds, and passing it is a change of it
        Map<Responsibilities, List<Responsibility>> held = new LinkedHashMap<>();
        kinds.orderedStream()
                .filter(kind -> !left.contains(kind.kind()))
                .forEach(kind -> held.put(kind, kind.of(from)));
        List<Outcome> outcomes = new ArrayList<>();
        held.forEach((kind, some) -> {
            Outcome outcome = pass(kind, some, from, to, by, seen);
            if (!outcome.passed().isEmpty() || !outcome.stayed().isEmpty()) {
                outcomes.add(outcome);
            }
        });
        if (outcomes.stream().anyMatch(one -> !one.passed().isEmpty())) {
            stores.author()
                    .update(
                            Identity.SYSTEM,
                            session -> Journal.passed(session, clock.instant(), by.name(), from.name(), to.name()));
        }
        return outcomes;
    }

    private static Outcome pass(
            Responsibilities kind, List<Responsibility> held, Account from, Account to, Account by, Set<String> seen) {
        List<String> passed = new ArrayList<>();
        List<Stay> stayed = new ArrayList<>();
        for (Responsibility one : held) {
            Optional<String> reason =
                    seen.contains(print(kind.kind(), one)) ? attempt(kind, one, from, to, by) : Optional.of(CHANGED);
            if (reason.isEmpty()) {
                passed.add(one.title());
            } else if (!reason.get().equals(GONE)) {
                stayed.add(new Stay(one.title(), reason.get()));
            }
        }
        return new Outcome(kind.kind(), List.copyOf(passed), List.copyOf(stayed));
    }

    private static Optional<String> attempt(
            Responsibilities kind, Responsibility one, Account from, Account to, Account by) {
        try {
            return kind.pass(one.id(), from, to, by);
        } catch (ConcurrentEdit e) {
            log.info("{} {} was saved by somebody else meanwhile", kind.kind(), one.id());
            return Optional.of("conflit");
        } catch (RefusedTransition e) {
            log.info("{} {} does not pass: {}", kind.kind(), one.id(), e.getMessage());
            return Optional.of("pas-permis");
        } catch (RuntimeException e) {
            log.error("{} {} does not pass", kind.kind(), one.id(), e);
            return Optional.of("erreur");
        }
    }
}
