package org.bocage.portal.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Trash;
import org.springframework.stereotype.Component;

/** Contents that came with a move, all at once: what is complete goes on line when somebody says so, what nobody touched goes back. */
@Component
class MovedItems {

    private static final int AT_ONCE = 200;
    private static final String PUBLISH = "publier";

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Contents contents;
    private final TakingIn taking;
    private final Trash trash;

    MovedItems(Stores stores, ContentIndexes indexes, Contents contents, TakingIn taking, Trash trash) {
        this.stores = stores;
        this.indexes = indexes;
        this.contents = contents;
        this.taking = taking;
        this.trash = trash;
    }

    private static ContentQuery of(String move) {
        return ContentQuery.anywhere().where(MovedItem.MOVE, move);
    }

    /** Drafts of a move that everybody could read over there. */
    private static ContentQuery publishable(String move) {
        return of(move).where(MovedItem.PUBLIC, "true").inState(State.BROUILLON);
    }

    /** How many drafts of a move everybody could read over there. */
    long publishable(Move move) {
        return contents.count(publishable(move.id()), Identity.SYSTEM);
    }

    private List<String> ids(ContentQuery query) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; ; from += AT_ONCE) {
            Hits hits = indexes.author().find(query.page(from, AT_ONCE), Identity.SYSTEM);
            hits.hits().forEach(one -> ids.add(one.id()));
            if (hits.hits().size() < AT_ONCE) {
                return ids;
            }
        }
    }

    /** Puts the drafts on line that are complete and were on line over there; returns how many. */
    int publish(Move move, Actor by) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Contents.Arrivals arrivals = contents.arrivals(session, by);
            Map<String, Optional<MoveTarget>> targets = new HashMap<>();
            int published = 0;
            for (String id : ids(publishable(move.id()))) {
                Optional<Node> item = Workspace.byId(session, id);
                if (item.isPresent() && isComplete(item.get(), targets)) {
                    arrivals.move(item.get(), PUBLISH, node -> {});
                    published++;
                }
            }
            arrivals.save();
            return published;
        });
    }

    private boolean isComplete(Node item, Map<String, Optional<MoveTarget>> targets) throws RepositoryException {
        String workspace = Workspace.of(item).name();
        Optional<ItemForm> form =
                targets.computeIfAbsent(workspace, taking::target).map(MoveTarget::form);
        return form.isPresent() && form.get().check(form.get().read(item), true).isEmpty();
    }

    /** Throws away what a move brought, unless it is or was on line or somebody wrote in it; returns how many stay. */
    int takeBack(Move move, Actor by) {
        return stores.author().write(Identity.SYSTEM, session -> {
            int staying = 0;
            for (String id : ids(of(move.id()))) {
                Optional<Node> item = Workspace.byId(session, id);
                if (item.isEmpty() || item.get().isNodeType("mgnl:asset")) {
                    continue;
                }
                State state = ItemState.of(item.get());
                boolean isUntouched = !ItemState.isOnSite(item.get())
                        && (state == State.BROUILLON || state == State.PROPOSE)
                        && Revisions.number(item.get()) <= 1;
                if (isUntouched) {
                    trash.put(session, item.get(), by);
                } else {
                    staying++;
                }
            }
            return staying;
        });
    }

    /** Says of the pictures of a move, of which nobody has said yet who agreed to be on them, that these did; returns of how many. */
    int agree(Move move, String credit, ImageRights rights) {
        List<String> asked = ids(ContentQuery.in("dam")
                .where(MovedItem.MOVE, move.id())
                .where("consentement", ImageRights.Agreement.TO_SAY.key()));
        stores.author().update(Identity.SYSTEM, session -> {
            for (String id : asked) {
                Optional<Node> asset = Workspace.DAM.nodeById(session, id);
                if (asset.isPresent()) {
                    rights.write(asset.get());
                    if (!credit.isBlank()
                            && TakingIn.text(asset.get(), "copyright").isBlank()) {
                        asset.get().setProperty("copyright", credit);
                    }
                }
            }
        });
        return asked.size();
    }

    /** How many pictures of a move nobody has said of who agreed to be on them. */
    long unsaid(Move move) {
        return contents.count(
                ContentQuery.in("dam")
                        .where(MovedItem.MOVE, move.id())
                        .where("consentement", ImageRights.Agreement.TO_SAY.key()),
                Identity.SYSTEM);
    }
}
