package org.bocage.editorial.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.maintenance.StoreMaintenance;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.ImageRights;
import org.springframework.stereotype.Component;

/**
 * Pictures that somebody on them does not want shown (capability PH-05): they go off line at once, wherever they stood;
 * somebody who reviews then looks, and keeps them away or puts them back. Both are in the journal.
 */
@Component
public class Withdrawals {

    /** Set until somebody has looked. */
    static final String WAITING = "retraitAVoir";

    private static final String REASON = "retraitMotif";
    private static final String SOMEBODY = "visiteur";
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST = 50;

    private final Stores stores;
    private final Assets assets;
    private final ContentIndexes indexes;
    private final StoreMaintenance maintenance;
    private final Clock clock;

    Withdrawals(Stores stores, Assets assets, ContentIndexes indexes, StoreMaintenance maintenance, Clock clock) {
        this.stores = stores;
        this.maintenance = maintenance;
        this.assets = assets;
        this.indexes = indexes;
        this.clock = clock;
    }

    /**
     * A request.
     *
     * @param id of the asset
     * @param title the picture is known by
     * @param reason as it was written; may be empty
     */
    public record Request(String id, String title, String reason, Instant since) {}

    /** The picture of this identifier, if visitors see it. */
    public Optional<Asset> shown(String id) {
        return stores.published().read(Identity.SYSTEM, session -> {
            Optional<Node> node = assets.byKey(session, "jcr:" + id);
            return node.isPresent() && Asset.of(node.get()).isPicture()
                    ? Optional.of(Asset.of(node.get()))
                    : Optional.empty();
        });
    }

    /** Takes a picture off line at once. Asked twice, it is done once. */
    public Optional<Request> withdraw(String id, String reason) {
        Optional<Request> withdrawn = stores.author().write(Identity.SYSTEM, session -> {
            Optional<Node> node = assets.byKey(session, "jcr:" + id);
            if (node.isEmpty() || ImageRights.of(node.get()).withdrawn()) {
                return Optional.empty();
            }
            maintenance.eraseSoon();
            Instant now = clock.instant();
            node.get().setProperty(ImageRights.WITHDRAWN, Dates.utc(now));
            node.get().setProperty(WAITING, true);
            String said = reason.strip();
            node.get().setProperty(REASON, said.substring(0, Math.min(said.length(), LONGEST_REASON)));
            note(session, node.get(), SOMEBODY, State.PUBLIE, State.ARCHIVE);
            return Optional.of(request(node.get()));
        });
        if (withdrawn.isPresent()) {
            maintenance.eraseSoon();
        }
        return withdrawn;
    }

    /** Returns the requests that nobody has looked at yet, the first asked first. */
    public List<Request> waiting() {
        Hits hits = indexes.author()
                .find(
                        ContentQuery.in(Workspace.DAM.name())
                                .where(WAITING, "true")
                                .orderBy(ImageRights.WITHDRAWN, false)
                                .page(0, MOST),
                        Identity.SYSTEM);
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Request> requests = new java.util.ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = Workspace.DAM.nodeById(session, hit.id());
                if (node.isPresent() && node.get().hasProperty(WAITING)) {
                    requests.add(request(node.get()));
                }
            }
            return requests;
        });
    }

    /** The request about a picture that is away, looked at or not. */
    public Optional<Request> find(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = assets.byKey(session, "jcr:" + id);
            return node.isPresent() && ImageRights.of(node.get()).withdrawn()
                    ? Optional.of(request(node.get()))
                    : Optional.empty();
        });
    }

    /** Somebody looked: the picture stays away, or comes back where it stood. */
    public void settle(String id, boolean comesBack, Actor by) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> found = assets.byKey(session, "jcr:" + id);
            if (found.isEmpty()) {
                return;
            }
            Node node = found.get();
            remove(node, WAITING);
            if (comesBack && node.hasProperty(ImageRights.WITHDRAWN)) {
                remove(node, ImageRights.WITHDRAWN);
                remove(node, REASON);
                note(session, node, by.name(), State.ARCHIVE, State.PUBLIE);
            }
        });
    }

    private static Request request(Node node) throws RepositoryException {
        return new Request(
                node.getIdentifier(),
                Asset.of(node).title(),
                node.hasProperty(REASON) ? node.getProperty(REASON).getString() : "",
                node.getProperty(ImageRights.WITHDRAWN).getDate().toInstant());
    }

    private void note(Session session, Node node, String by, State from, State to) throws RepositoryException {
        Journal.write(
                session,
                new Journal.Entry(
                        clock.instant(),
                        by,
                        Workspace.DAM.name() + ":" + Workspace.path(node),
                        node.getIdentifier(),
                        Asset.of(node).title(),
                        from,
                        to,
                        false,
                        Optional.empty(),
                        ""));
    }

    private static void remove(Node node, String name) throws RepositoryException {
        if (node.hasProperty(name)) {
            node.getProperty(name).remove();
        }
    }
}
