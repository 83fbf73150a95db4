package org.bocage.editorial.media;

import static org.bocage.editorial.screens.Parameters.parameter;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.renditions.PictureView;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.publishing.ImageRights.Agreement;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.PhotoPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Trash;
import org.springframework.stereotype.Component;

/** One picture of the library: what is known of it, where it is shown; its words changed, or the whole removed. */
@Component
public class Photos {

    private static final int USES_SHOWN = 50;
    private static final String MODIFIED = "mgnl:lastModified";

    private final Stores stores;
    private final Assets assets;
    private final ContentIndexes indexes;
    private final Trash trash;

    Photos(Stores stores, Assets assets, ContentIndexes indexes, Trash trash) {
        this.trash = trash;
        this.stores = stores;
        this.assets = assets;
        this.indexes = indexes;
    }

    /**
     * A picture as it is kept.
     *
     * @param revision changes with each change of its words, its bytes or its folder
     */
    record Kept(Asset asset, ImageRights rights, PictureView view, Instant added, String addedBy, long revision) {}

    /** The words of a picture, who agreed to it and how it is shown. */
    record Text(String alt, boolean decorative, String credit, ImageRights rights, PictureView view) {}

    Optional<Kept> find(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = assets.byKey(session, "jcr:" + id);
            return node.isPresent() ? Optional.of(kept(node.get())) : Optional.empty();
        });
    }

    private static Kept kept(Node node) throws RepositoryException {
        return new Kept(
                Asset.of(node),
                ImageRights.of(node),
                PictureView.of(node),
                Dates.created(node).toInstant(),
                node.hasProperty("mgnl:createdBy")
                        ? node.getProperty("mgnl:createdBy").getString()
                        : "",
                revision(node));
    }

    private static long revision(Node node) throws RepositoryException {
        return node.hasProperty(MODIFIED) ? node.getProperty(MODIFIED).getDate().getTimeInMillis() : 0;
    }

    /** The contents that show it, as far as somebody may read them. */
    List<PhotoPage.Use> uses(String id, Identity reader) {
        Hits hits = indexes.author().find(ContentQuery.anywhere().naming(id).page(0, USES_SHOWN), reader);
        return stores.author().read(reader, session -> {
            List<PhotoPage.Use> uses = new ArrayList<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = Workspace.byId(session, hit.id());
                if (node.isPresent()) {
                    uses.add(new PhotoPage.Use(Item.of(node.get()).title(), WorkAddress.of(node.get())));
                }
            }
            return uses;
        });
    }

    /** Whether somebody's rights reach it. */
    boolean isReadBy(String key, Identity reader) {
        return stores.author()
                .read(reader, session -> assets.byKey(session, key).isPresent());
    }

    /** Whether anything at all shows it. */
    boolean isUsed(String id) {
        return indexes.author()
                        .find(ContentQuery.anywhere().naming(id).page(0, 0), Identity.SYSTEM)
                        .total()
                > 0;
    }

    /**
     * Changes its words, on line too.
     *
     * @throws ConcurrentEdit when somebody else changed it since {@code revision}
     */
    void describe(String id, Text text, long revision, String by, Instant now) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = seen(session, id, revision);
            node.setProperty("caption", text.alt());
            node.setProperty("decorative", text.decorative());
            node.setProperty("copyright", text.credit());
            text.rights().write(node);
            text.view().write(node);
            touched(node, by, now);
        });
    }

    /**
     * Says of a picture what nobody has said yet, and leaves what was said.
     *
     * @param sent whether the picture has just been sent by who says it: who agreed to it is otherwise told by who added it
     * @return whether one knows now what it shows
     */
    public boolean complete(String key, MediaShelf.Words words, boolean sent, Actor by, Instant now) {
        String id = key.replaceFirst("^jcr:", "");
        Optional<Kept> found = find(id).filter(kept -> kept.asset().isPicture());
        if (found.isEmpty()) {
            return true;
        }
        Kept kept = found.get();
        boolean untold = kept.asset().alt().isBlank() && !kept.asset().decorative();
        boolean tells = untold && (words.decorative() || !words.alt().isBlank());
        boolean credits = kept.asset().credit().isBlank() && !words.credit().isBlank();
        boolean agrees = kept.rights().agreement() == Agreement.TO_SAY
                && words.rights().agreement() != Agreement.TO_SAY
                && (sent || by.name().equals(kept.addedBy()));
        if (tells || credits || agrees) {
            stores.author().update(Identity.SYSTEM, session -> {
                Node node = node(session, id);
                if (tells) {
                    node.setProperty("caption", words.alt().strip());
                    node.setProperty("decorative", words.decorative());
                }
                if (credits) {
                    node.setProperty("copyright", words.credit().strip());
                }
                if (agrees) {
                    words.rights().write(node);
                }
                touched(node, by.name(), now);
            });
        }
        return tells || !untold;
    }

    /**
     * Gives it other bytes; false when they are of another kind, a document for a picture.
     *
     * @throws ConcurrentEdit when somebody else changed it since {@code revision}
     */
    boolean replace(String id, AcceptedFile file, long revision, String by, Instant now) {
        return stores.author().write(Identity.SYSTEM, session -> {
            Node node = seen(session, id, revision);
            if (Asset.of(node).isPicture() != file.isPicture()) {
                return false;
            }
            try {
                assets.replace(node, file);
            } catch (IOException e) {
                throw new RepositoryException(e);
            }
            touched(node, by, now);
            return true;
        });
    }

    /** Puts it into another folder of the library. */
    void move(String id, String folder, String by, Instant now) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = node(session, id);
            assets.move(node, folder);
            touched(node, by, now);
        });
    }

    private void touched(Node node, String by, Instant now) throws RepositoryException {
        node.setProperty(MODIFIED, Dates.utc(now));
        node.setProperty("mgnl:lastModifiedBy", by);
    }

    /**
     * Puts it in the trash.
     *
     * @throws ConcurrentEdit when somebody else changed it since {@code revision}
     */
    void remove(String id, long revision, Actor actor) {
        stores.author().update(Identity.SYSTEM, session -> trash.put(session, seen(session, id, revision), actor));
    }

    private Node seen(Session session, String id, long revision) throws RepositoryException {
        Node node = node(session, id);
        if (revision(node) != revision) {
            throw new ConcurrentEdit("The file " + id + " was changed since it was shown");
        }
        return node;
    }

    private Node node(Session session, String id) throws RepositoryException {
        return assets.byKey(session, "jcr:" + id).orElseThrow(NotFoundException::new);
    }

    /** Reads the image rights from a form; what was not said is still to be. */
    public static ImageRights rights(HttpServletRequest request, String prefix) {
        return new ImageRights(
                Agreement.of(parameter(request, prefix + "droits"))
                        .filter(one -> one != Agreement.UNASKED)
                        .orElse(Agreement.TO_SAY),
                request.getParameter(prefix + "mineurs") != null,
                request.getParameter(prefix + "accordParental") != null,
                false);
    }
}
