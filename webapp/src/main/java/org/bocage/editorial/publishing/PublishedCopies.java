package org.bocage.editorial.publishing;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.repository.tree.NodeCopy;
import org.bocage.cms.search.ContentIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a content of the author store looks in the published one: its fields, its readers, the pictures it shows. */
public final class PublishedCopies {

    private static final Logger log = LoggerFactory.getLogger(PublishedCopies.class);

    private static final Pattern ASSET = Pattern.compile("jcr:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    /** On a copy that is kept from the public although its author wrote it for everybody. */
    private static final String HELD = "reserve";

    private final Stores stores;
    private final Supplier<Definitions> definitions;
    private final ContentIndex index;
    private final ItemVisibility standing;
    private final OnlineVersion versions;
    private final AssetAudiences audiences;

    /**
     * @param index that of the published store
     * @param standing for whom a content is besides what its author says
     */
    public PublishedCopies(
            Stores stores,
            Supplier<Definitions> definitions,
            ContentIndex index,
            ItemVisibility standing,
            OnlineVersion versions) {
        this.stores = stores;
        this.definitions = definitions;
        this.index = index;
        this.standing = standing;
        this.versions = versions;
        this.audiences = new AssetAudiences(index);
    }

    /**
     * Contents that are brought one after the other.
     *
     * @param rule the rule of visibility, as it was at the beginning
     * @param assets of which {@link #settleAsset} is to be asked
     * @param folders in which something was added, by their path in the store: to be put in order
     */
    record Pass(ItemVisibility.Rule rule, Set<String> assets, Set<String> folders) {}

    /** Begins a pass. */
    Pass pass() {
        return new Pass(standing.now(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /** Puts what was added to a folder in the order of the author store. */
    void order(String folder, Session author, Session published) throws RepositoryException {
        if (author.nodeExists(folder)) {
            NodeCopy.order(author.getNode(folder), published);
        }
    }

    /**
     * Brings the copy of a content in step, in a session of the published store that the caller saves.
     *
     * @param author a session that may be changed, and is not saved
     * @param pass to which that is added which is to be done once this is saved
     */
    void bring(String id, Session author, Session published, Pass pass) throws RepositoryException {
        Optional<Node> item = content(author, id);
        Optional<Node> copy = Workspace.savedById(published, id);
        boolean asset = item.isPresent() ? isAsset(item.get()) : copy.isPresent() && isAsset(copy.get());
        if (asset) {
            bringAsset(id, item, copy, published);
            pass.assets().add(id);
            return;
        }
        OptionalLong online = item.isPresent() ? Revisions.online(item.get()) : OptionalLong.empty();
        if (online.isEmpty()) {
            if (copy.isPresent() && Revisions.online(copy.get()).isPresent()) {
                collectBelow(copy.get(), pass.assets());
                copy.get().remove();
            }
        } else {
            bring(item.get(), online.getAsLong(), copy, published, pass);
        }
    }

    private void bring(Node item, long online, Optional<Node> before, Session published, Pass pass)
            throws RepositoryException {
        PublicFields fields = PublicFields.of(item, definitions.get());
        if (fields.isWithheld()) {
            log.warn("{} stays as it is on line: its definition is broken or gone", item.getPath());
            return;
        }
        // all of it: who reads it, and which fields are public, is what that version says
        if (Revisions.number(item) != online && !versions.restore(item, online, any -> true)) {
            // nobody knows any more what was decided: what is on line stays, where the content lies now
            if (before.isPresent()) {
                NodeCopy.relocate(item, published);
            }
            return;
        }
        Set<String> shown = before.isPresent() ? assets(before.get()) : Set.of();
        NodeCopy copying = new NodeCopy(fields::contains);
        Node copy;
        if (item.isNodeType("mgnl:page")) {
            copy = copying.copy(item, published, before);
        } else {
            // to place each of many among its siblings would read all of these each time
            copy = copying.append(item, published, before);
            pass.folders().add(item.getParent().getPath());
        }
        Revisions.setOnline(copy, online);
        Audience own = audience(item, fields.type());
        Audience audience = mark(copy, own, pass.rule());
        AccessControl.setAudience(copy, audience);
        Optional<Node> reserved = MemberFields.copy(item, copy, fields);
        if (reserved.isPresent() && own == Audience.PUBLIC) {
            AccessControl.setAudience(reserved.get(), Audience.MEMBERS);
        }
        Set<String> now = assets(copy);
        Set<String> left = new LinkedHashSet<>(shown);
        left.removeAll(now);
        pass.assets().addAll(left);
        for (String id : now) {
            if (show(id, item.getSession(), published, audience)) {
                pass.assets().add(id);
            }
        }
    }

    /** Brings a picture that a content shows; returns whether fewer may have to see it than do now. */
    private boolean show(String id, Session author, Session published, Audience audience) throws RepositoryException {
        Optional<Node> asset = Workspace.DAM.nodeById(author, id);
        if (asset.isEmpty() || !ImageRights.of(asset.get()).allowsPublication()) {
            return false;
        }
        Optional<Node> before = Workspace.DAM.nodeById(published, id);
        Audience widest = before.isPresent() ? AssetAudiences.atLeast(before.get(), audience) : audience;
        copyAsset(asset.get(), published);
        AccessControl.setAudience(published.getNodeByIdentifier(id), widest);
        return widest != audience;
    }

    private void bringAsset(String id, Optional<Node> asset, Optional<Node> copy, Session published)
            throws RepositoryException {
        boolean allowed = asset.isPresent() && ImageRights.of(asset.get()).allowsPublication();
        if (!allowed) {
            if (copy.isPresent()) {
                copy.get().remove();
            }
        } else if (copy.isPresent()) {
            copyAsset(asset.get(), published);
        } else if (isShown(id)) {
            copyAsset(asset.get(), published);
            // until its readers are known
            AccessControl.setAudience(published.getNodeByIdentifier(id), Audience.BOARD);
        }
    }

    /** Gives a picture the readers of those contents that show it, once the index knows these; takes off line what none shows. */
    void settleAsset(String id, Session published) throws RepositoryException {
        Optional<Node> asset = Workspace.DAM.nodeById(published, id);
        if (asset.isEmpty()) {
            return;
        }
        Optional<Audience> audience = audiences.ofAll(asset.get());
        if (audience.isPresent()) {
            AccessControl.setAudience(asset.get(), audience.get());
        } else if (index.isWhole()) {
            asset.get().remove();
        }
    }

    /** Whether a picture is on line, for those who are to see it, or not, as it is to be. */
    boolean isSettled(String id) {
        boolean allowed = isAllowed(id);
        return stores.published().<Boolean>read(Identity.SYSTEM, session -> {
            Optional<Node> asset = Workspace.DAM.nodeById(session, id);
            if (asset.isEmpty()) {
                return !allowed || !isShown(id);
            }
            Optional<Audience> audience = audiences.ofAll(asset.get());
            return allowed
                    && audience.map(AccessControl.audienceOf(asset.get())::equals)
                            .orElse(!index.isWhole());
        });
    }

    private boolean isAllowed(String id) {
        return stores.author().<Boolean>read(Identity.SYSTEM, session -> {
            Optional<Node> asset = content(session, id);
            return asset.isPresent() && ImageRights.of(asset.get()).allowsPublication();
        });
    }

    private boolean isShown(String asset) {
        return index.find(AssetAudiences.showing(asset).page(0, 0), Identity.SYSTEM)
                        .total()
                > 0;
    }

    /** Has a copy stand as the rules of visibility say now; what it shows is added when its readers changed. */
    void stand(Session published, String id, Pass pass) throws RepositoryException {
        Optional<Node> copy = Workspace.byId(published, id);
        if (copy.isEmpty()) {
            return;
        }
        Audience before = AccessControl.audienceOf(copy.get());
        Audience now = mark(copy.get(), own(copy.get()), pass.rule());
        if (now != before) {
            AccessControl.setAudience(copy.get(), now);
            pass.assets().addAll(assets(copy.get()));
        }
    }

    /** Marks a copy by how it stands; what is not for everybody is for whom it was. */
    private static Audience mark(Node copy, Audience own, ItemVisibility.Rule rule) throws RepositoryException {
        Audience marked = rule.mark(copy, own);
        Audience now = own == Audience.PUBLIC ? marked : own;
        if (now != own) {
            copy.setProperty(HELD, true);
        } else if (copy.hasProperty(HELD)) {
            copy.getProperty(HELD).remove();
        }
        return now;
    }

    /** For whom a copy is, as its author says. */
    public static Audience own(Node copy) throws RepositoryException {
        return copy.hasProperty(HELD) ? Audience.PUBLIC : AccessControl.audienceOf(copy);
    }

    /**
     * Puts a content into a session of the published store as it would be there, for a look at it: the session is somebody's
     * who reads it, and is never saved.
     *
     * @return the pictures it shows that are not on line
     */
    Set<Node> preview(Node item, Session reader) throws RepositoryException {
        PublicFields fields = PublicFields.of(item, definitions.get());
        Node copy = new NodeCopy(fields::contains).copy(item, reader);
        Set<Node> missing = new LinkedHashSet<>();
        for (String id : assets(copy)) {
            Optional<Node> asset = Workspace.DAM.nodeById(item.getSession(), id);
            if (asset.isPresent() && Workspace.DAM.nodeById(reader, id).isEmpty()) {
                copyAsset(asset.get(), reader);
                missing.add(asset.get());
            }
        }
        return missing;
    }

    /** Gives an item back all of a saved state of it but where its review stands; false when there is no such state. */
    boolean restoreWhole(Node item, long revision) throws RepositoryException {
        return versions.restore(item, revision, field -> !PublicFields.OF_REVIEW.contains(field));
    }

    /** Gives an item the public content of a saved state of it; false when there is no such state. */
    boolean restore(Node item, long revision) throws RepositoryException {
        PublicFields fields = PublicFields.of(item, definitions.get());
        return versions.restore(item, revision, fields::contains);
    }

    /**
     * Names the revision of an item that is on line, where none was named although there is a copy: the present one, or while
     * another version is being written the last that was published. Returns whether the item is on line at all.
     */
    static boolean adopt(Node item) throws RepositoryException {
        boolean stated = ItemState.isStated(item);
        if (stated && !ItemState.isOnSite(item)) {
            return false;
        }
        // of a version in preparation nobody decided anything: as it was imported, or as it is on line
        boolean decided = !stated || ItemState.is(item, State.PUBLIE);
        long revision = decided ? Revisions.number(item) : 0;
        if (!decided) {
            for (Revision one : Revisions.of(item.getSession(), item.getIdentifier())) {
                if (ItemState.is(one, State.PUBLIE)) {
                    revision = one.number();
                    break;
                }
            }
        }
        Revisions.setOnline(item, revision);
        return true;
    }

    /** Whether an item can neither be brought on line nor be changed there, for want of a definition of its type. */
    boolean isWithheld(Node item) throws RepositoryException {
        return definitions
                .get()
                .isWithheld(Workspace.of(item).name(), item.getPrimaryNodeType().getName());
    }

    /** Whether items of that type go on line at all; documents of the private space do not. */
    boolean goesOnLine(Node item) throws RepositoryException {
        return definitions
                .get()
                .contentTypeOf(
                        Workspace.of(item).name(), item.getPrimaryNodeType().getName())
                .map(ContentType::goesOnLine)
                .orElse(true);
    }

    /** Whether a module defines the type of an item. */
    boolean isDefined(Node item) throws RepositoryException {
        return definitions
                .get()
                .contentTypeOf(
                        Workspace.of(item).name(), item.getPrimaryNodeType().getName())
                .isPresent();
    }

    private static Audience audience(Node item, Optional<ContentType> type) throws RepositoryException {
        String consent = type.map(one -> one.extension().consent()).orElse("");
        if (!consent.isEmpty()
                && (!item.hasProperty(consent)
                        || item.getProperty(consent).getString().equals("false"))) {
            return Audience.BOARD;
        }
        if (!item.hasProperty("visibilite")) {
            return Audience.PUBLIC;
        }
        // a value nobody knows is read by the fewest
        return Audience.of(item.getProperty("visibilite").getString()).orElse(Audience.BOARD);
    }

    /** A content that is where contents are, not in the trash. */
    private Optional<Node> content(Session author, String id) throws RepositoryException {
        Optional<Node> node = Workspace.savedById(author, id);
        return node.isPresent()
                        && !stores.author()
                                .holdsContents(Workspace.of(node.get()).name())
                ? Optional.empty()
                : node;
    }

    private static boolean isAsset(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:asset");
    }

    private static void copyAsset(Node asset, Session published) throws RepositoryException {
        new NodeCopy(PublicFields.ofAsset(asset)::contains).copy(asset, published);
    }

    /** The identifiers of the pictures and files that a content shows. */
    static Set<String> assets(Node node) throws RepositoryException {
        Set<String> found = new LinkedHashSet<>();
        collectAssets(node, found);
        return found;
    }

    /** Collects the assets of a page and of all pages below it. */
    private static void collectBelow(Node node, Set<String> found) throws RepositoryException {
        collectAssets(node, found);
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:content")) {
                collectBelow(child, found);
            }
        }
    }

    private static void collectAssets(Node node, Set<String> found) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.STRING) {
                for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                    Matcher matcher = ASSET.matcher(value.getString());
                    while (matcher.find()) {
                        found.add(matcher.group(1));
                    }
                }
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:") && !child.isNodeType("mgnl:content")) {
                collectAssets(child, found);
            }
        }
    }
}
