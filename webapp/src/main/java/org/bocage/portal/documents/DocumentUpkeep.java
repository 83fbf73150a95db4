package org.bocage.portal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Calendar;
import java.util.Optional;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.uploads.DocumentText;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.ComputedFields;
import org.bocage.editorial.security.CurrentAccount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Computed fields of an internal document: the text of its file, for the search; its versions, one each time
 * the file changes; and who reads it, as its access says.
 */
@Component
class DocumentUpkeep implements ComputedFields {

    static final String TYPE = "bocage:document";
    static final Workspace WORKSPACE = new Workspace("documents");
    static final String FILE = "fichier";
    static final String ACCESS = "acces";
    /** The access of a document that is read by those who read what lies in the same folder. */
    static final String AS_FOLDER = "dossier";

    static final String FOLDER = "dossier";
    static final String TEXT = "texteExtrait";
    static final String VERSIONS = "versions";
    /** Property of the note on a new version; it moves into that version when the document is saved. */
    static final String NOTE = "noteDeVersion";

    private static final int AT_ONCE = 50;

    private final Stores stores;
    private final Assets assets;
    private final CurrentAccount account;
    private final Clock clock;
    private final ItemByItem texts = new ItemByItem("DocumentUpkeep");
    private final ObjectProvider<ContentIndexes> indexes;

    DocumentUpkeep(
            Stores stores, Assets assets, CurrentAccount account, Clock clock, ObjectProvider<ContentIndexes> indexes) {
        this.stores = stores;
        this.assets = assets;
        this.account = account;
        this.clock = clock;
        this.indexes = indexes;
    }

    @Override
    public void derive(Node item) throws RepositoryException {
        if (!item.isNodeType(TYPE)) {
            return;
        }
        String file = text(item, FILE);
        String before = stored(item.getIdentifier());
        if (!file.isEmpty() && !file.equals(before) && !file.equals(lastVersion(item))) {
            addVersion(item, file, before);
        }
        if (text(item, ACCESS).equals(AS_FOLDER)) {
            item.setProperty(ACCESS, accessOf(text(item, FOLDER), item.getIdentifier()));
        }
        if (item.hasProperty(NOTE)) {
            item.getProperty(NOTE).remove();
        }
        if (!file.equals(before) || !item.hasProperty(TEXT)) {
            Optional<String> text = read(item.getSession(), file);
            if (text.isPresent()) {
                item.setProperty(TEXT, text.get());
            }
        }
        AccessControl.setReaders(item, Audience.MEMBERS, text(item, ACCESS).equals(Audience.MEMBERS.id()));
    }

    /** Returns the access that all documents of a folder share; else, and in a new folder, that of the CA alone. */
    private String accessOf(String folder, String except) {
        ContentQuery others = ContentQuery.in(WORKSPACE.name())
                .ofType(TYPE)
                .where(FOLDER, folder)
                .and(new ContentQuery.NotThis("@id", except));
        String members = Audience.MEMBERS.id();
        long open = count(others.where(ACCESS, members));
        return open > 0 && open == count(others) ? members : Audience.BOARD.id();
    }

    private long count(ContentQuery query) {
        return indexes.getObject()
                .author()
                .find(query.page(0, 0), Identity.SYSTEM)
                .total();
    }

    /** Completes documents that came by an import, or were there before their text was read. */
    @Scheduled(fixedDelay = 300_000, initialDelay = 5_000)
    void catchUp() {
        Hits missing = indexes.getObject()
                .author()
                .find(
                        ContentQuery.in(WORKSPACE.name())
                                .ofType(TYPE)
                                .and(new ContentQuery.Missing(TEXT, true))
                                .page(0, AT_ONCE),
                        Identity.SYSTEM);
        texts.run(round -> {
            for (Hits.Hit hit : missing.hits()) {
                round.attempt(hit.workspace() + ":" + hit.path(), () -> catchUp(hit.id()));
            }
        });
    }

    private void catchUp(String id) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> item = WORKSPACE.nodeById(session, id);
            if (item.isPresent() && !item.get().hasProperty(TEXT)) {
                derive(item.get());
            }
        });
    }

    /** Returns the file of the last version, or an empty string; what an import brought has its versions with it. */
    private static String lastVersion(Node item) throws RepositoryException {
        String last = "";
        if (item.hasNode(VERSIONS)) {
            for (NodeIterator versions = item.getNode(VERSIONS).getNodes(); versions.hasNext(); ) {
                last = text(versions.nextNode(), FILE);
            }
        }
        return last;
    }

    private void addVersion(Node item, String file, String before) throws RepositoryException {
        Node versions = item.hasNode(VERSIONS) ? item.getNode(VERSIONS) : item.addNode(VERSIONS, "mgnl:contentNode");
        if (!before.isEmpty() && versions.getNodes().getSize() == 0) {
            Calendar since = item.hasProperty("mgnl:created")
                    ? item.getProperty("mgnl:created").getDate()
                    : Dates.utc(clock.instant());
            add(versions, before, since, text(item, "auteur"), "");
        }
        add(
                versions,
                file,
                Dates.utc(clock.instant()),
                account.get().map(who -> who.name()).orElseGet(() -> safeAuthor(item)),
                text(item, NOTE));
    }

    private static String safeAuthor(Node item) {
        try {
            return text(item, "auteur");
        } catch (RepositoryException e) {
            return "";
        }
    }

    private static void add(Node versions, String file, Calendar date, String by, String note)
            throws RepositoryException {
        Node version = versions.addNode(String.valueOf(versions.getNodes().getSize()), "mgnl:contentNode");
        version.setProperty(FILE, file);
        version.setProperty("date", date);
        version.setProperty("par", by);
        version.setProperty("note", note);
    }

    /** The file that the document has in the store. */
    private String stored(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> stored = WORKSPACE.exists(session) ? WORKSPACE.nodeById(session, id) : Optional.empty();
            return stored.isPresent() ? text(stored.get(), FILE) : "";
        });
    }

    /** The text of a file, empty without a file; none when the file is not there yet, as in the middle of an import. */
    private Optional<String> read(Session session, String file) throws RepositoryException {
        if (file.isEmpty()) {
            return Optional.of("");
        }
        Optional<Node> asset = assets.byKey(session, file);
        if (asset.isEmpty()) {
            return Optional.empty();
        }
        Binary bytes = asset.get().getProperty("jcr:content/jcr:data").getBinary();
        try (InputStream content = bytes.getStream()) {
            return Optional.of(
                    DocumentText.of(Asset.of(asset.get()).mimeType(), content).text());
        } catch (IOException e) {
            throw new RepositoryException(e);
        } finally {
            bytes.dispose();
        }
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }
}
