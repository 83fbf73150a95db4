package org.bocage.cms.repository.revisions;

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
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.MaintenanceOptions;
import org.bocage.cms.repository.tree.NodeBatches;
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
        RuntimeException failure = null;
        for (String folder : names("/")) {
            List<String> old = new ArrayList<>();
            for (String item : names("/" + folder)) {
                String history = "/" + folder + "/" + item;
                try {
                    old.addAll(author.read(Identity.SYSTEM, session -> old(session, history, before)));
                } catch (RuntimeException e) {
                    log.warn("The history {} cannot be read, and is kept: {}", history, e.toString());
                }
            }
            try {
                NodeBatches.remove(author, old);
                forgotten += old.size();
            } catch (RuntimeException e) {
                // the other folders are gone through all the same
                failure = failure == null ? e : failure;
            }
        }
        log.info("Revisions forgotten: {}", forgotten);
        if (failure != null) {
            throw failure;
        }
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
            Node revision = history.get().getNode(number);
            if (Long.parseLong(number) != online && NodeBatches.holds(revision, one -> isBefore(one, before))) {
                old.add(revision.getPath());
            }
        }
        return old;
    }

    private static boolean isBefore(Node revision, Instant moment) throws RepositoryException {
        return revision.getProperty("bocage:at").getDate().toInstant().isBefore(moment);
    }
}
