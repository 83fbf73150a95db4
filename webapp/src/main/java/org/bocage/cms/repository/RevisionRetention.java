package org.bocage.cms.repository;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets old revisions by night. Of each item the last ones are kept, those of the last months, and the one that is on
 * line; of what was deleted, those of the last months.
 */
@Component
class RevisionRetention {

    private static final Logger log = LoggerFactory.getLogger(RevisionRetention.class);
    /** Removed in one save, so that others wait for none of them. */
    private static final int AT_ONCE = 200;

    private final WritableStore author;
    private final MaintenanceOptions options;
    private final Clock clock;

    RevisionRetention(Stores stores, MaintenanceOptions options, ObjectProvider<Clock> clocks) {
        this.author = stores.author();
        this.options = options;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    @Scheduled(cron = "${bocage.maintenance.history:0 0 1 * * *}", zone = "Europe/Paris")
    void forgetOld() {
        Instant before = clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusMonths(options.revisionMonths())
                .toInstant();
        int forgotten = 0;
        for (String folder : names("/")) {
            List<String> old = new ArrayList<>();
            for (String item : names("/" + folder)) {
                String history = "/" + folder + "/" + item;
                try {
                    old.addAll(author.read(Identity.SYSTEM, session -> old(session, history, before)));
                } catch (RepositoryFailure e) {
                    log.warn("The history {} cannot be read, and is kept: {}", history, e.getMessage());
                }
                if (old.size() >= AT_ONCE) {
                    forgotten += remove(old);
                    old.clear();
                }
            }
            forgotten += remove(old);
        }
        log.info("Revisions forgotten: {}", forgotten);
    }

    private List<String> names(String path) {
        return author.read(Identity.SYSTEM, session -> {
            Optional<Node> node =
                    Revisions.VERSIONS.exists(session) ? Revisions.VERSIONS.node(session, path) : Optional.empty();
            return node.isPresent() ? children(node.get()) : List.<String>of();
        });
    }

    private static List<String> children(Node node) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            names.add(nodes.nextNode().getName());
        }
        return names;
    }

    /** The paths of the revisions of a history that go. */
    private List<String> old(Session session, String path, Instant before) throws RepositoryException {
        Optional<Node> history = Revisions.VERSIONS.node(session, path);
        if (history.isEmpty()) {
            return List.of();
        }
        Optional<Node> item = Workspace.byId(session, history.get().getName());
        long online = item.isPresent() && item.get().hasProperty(Revisions.ONLINE)
                ? item.get().getProperty(Revisions.ONLINE).getLong()
                : -1;
        List<String> revisions = children(history.get());
        revisions.sort(Comparator.<String>comparingLong(Long::parseLong).reversed());
        List<String> old = new ArrayList<>();
        for (String number : revisions.subList(
                Math.min(item.isPresent() ? options.revisionsKept() : 0, revisions.size()), revisions.size())) {
            Instant at = history.get()
                    .getNode(number)
                    .getProperty("bocage:at")
                    .getDate()
                    .toInstant();
            if (Long.parseLong(number) != online && at.isBefore(before)) {
                old.add(path + "/" + number);
            }
        }
        return old;
    }

    private int remove(List<String> paths) {
        for (int from = 0; from < paths.size(); from += AT_ONCE) {
            List<String> some = paths.subList(from, Math.min(from + AT_ONCE, paths.size()));
            author.update(Identity.SYSTEM, session -> {
                for (String path : some) {
                    Optional<Node> revision = Revisions.VERSIONS.node(session, path);
                    if (revision.isPresent()) {
                        Node history = revision.get().getParent();
                        revision.get().remove();
                        if (!history.hasNodes()) {
                            history.remove();
                        }
                    }
                }
            });
        }
        return paths.size();
    }
}
