package org.bocage.editorial.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.AccessControl;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeCopy;
import org.bocage.cms.repository.Revisions;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndex;

/** Puts items on line and takes them off. */
public final class Publisher {

    /** Items in one save of the published store: each save takes a time of its own. */
    static final int TOGETHER = 50;

    private static final Pattern ASSET = Pattern.compile("jcr:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    /** On an item that is kept from the public although it is for everybody. */
    private static final String HELD = "reserve";

    private static final int AT_ONCE = 200;

    private final Stores stores;
    private final Supplier<Definitions> definitions;
    private final ContentIndex index;
    private final List<Derivation> derivations;
    private final Standing standing;
    private final AssetAudiences audiences;
    private final Underway underway;

    /**
     * @param index that of the published store
     * @param derivations what items hold besides what was typed
     */
    public Publisher(
            Stores stores, Supplier<Definitions> definitions, ContentIndex index, List<Derivation> derivations) {
        this(stores, definitions, index, derivations, Standing.NONE);
    }

    /**
     * As the other one.
     *
     * @param standing for whom an item is besides what its author says
     */
    Publisher(
            Stores stores,
            Supplier<Definitions> definitions,
            ContentIndex index,
            List<Derivation> derivations,
            Standing standing) {
        this.standing = standing;
        this.stores = stores;
        this.definitions = definitions;
        this.index = index;
        this.derivations = List.copyOf(derivations);
        this.audiences = new AssetAudiences(index);
        this.underway = new Underway(stores);
    }

    /** Works out what an item holds besides what was typed; the caller saves it. */
    public void derive(Node item) throws RepositoryException {
        for (Derivation derivation : derivations) {
            derivation.derive(item);
        }
    }

    /** Whether an item is to go on line only after an instant. */
    public boolean isLater(Node item, Instant now) throws RepositoryException {
        return item.hasProperty("publierLe")
                && item.getProperty("publierLe").getDate().toInstant().isAfter(now);
    }

    /**
     * Puts an item on line with the pictures it shows, in one save of the published store; the caller saves the item
     * itself, on which the dates are noted. Pictures that nothing on line shows any more go off line.
     */
    public void publish(Node item, Instant now, String by) throws RepositoryException {
        publish(List.of(item), now, by);
    }

    /** Puts several items on line, some in each save of the published store; as {@link #publish(Node, Instant, String)}. */
    public void publish(List<Node> items, Instant now, String by) throws RepositoryException {
        put(items, now, by);
        await();
    }

    /** Waits until all that was put on line is found in lists. */
    public void await() {
        stores.published().await();
    }

    /** As {@link #publish(List, Instant, String)}, in the middle of a long work: what follows the published store sees it in its time. */
    public synchronized void put(List<Node> items, Instant now, String by) throws RepositoryException {
        bring(items, noted(items, now, by).added());
    }

    /**
     * Notes in a session of the author store, which the caller saves, that items go on line once they are saved there: in a long
     * work {@link #keep} brings them meanwhile on another thread.
     *
     * @param work names the long work, which promises no more than once before the last promise is kept
     */
    public Promise promise(List<Node> items, Instant now, String by, String work, Session author)
            throws RepositoryException {
        Promise promise = noted(items, now, by);
        Underway.promise(author, work, promise.items());
        return promise;
    }

    private Promise noted(List<Node> items, Instant now, String by) throws RepositoryException {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> added = new HashSet<>();
        for (Node item : items) {
            note(item, now, by);
            ids.add(item.getIdentifier());
            if (item.isNew()) {
                added.add(item.getIdentifier());
            }
        }
        return new Promise(ids, added);
    }

    /**
     * Items that go on line once they are saved.
     *
     * @param items their identifiers
     * @param added which of them were not saved before
     */
    public record Promise(Set<String> items, Set<String> added) {}

    /** Puts on line what was promised, and is saved. */
    public synchronized void keep(Promise promise) {
        stores.author().read(Identity.SYSTEM, author -> {
            List<Node> items = new ArrayList<>();
            for (String id : promise.items()) {
                Workspace.savedById(author, id).ifPresent(items::add);
            }
            bring(items, promise.added());
            return items.size();
        });
    }

    /** Notes in a session of the author store, which the caller saves, that all was kept that a long work promised. */
    public void kept(String work, Session author) throws RepositoryException {
        Underway.kept(author, work);
    }

    /** @param added those that come last, here as there */
    private void bring(List<Node> items, Set<String> added) throws RepositoryException {
        if (items.size() == 1) {
            // who reads a picture is asked of the index
            await();
        }
        Session published = stores.published().login(Identity.SYSTEM);
        try {
            Set<String> ids = new LinkedHashSet<>();
            for (Node item : items) {
                ids.add(item.getIdentifier());
            }
            Underway.note(published, ids);
            int unsaved = 0;
            for (Node item : items) {
                bring(item, added.contains(item.getIdentifier()), items.size() == 1, published);
                if (++unsaved == TOGETHER) {
                    stores.published().put(published);
                    unsaved = 0;
                }
            }
            stores.published().put(published);
        } finally {
            published.logout();
        }
    }

    private void bring(Node item, boolean added, boolean alone, Session published) throws RepositoryException {
        Optional<Node> before = Workspace.savedById(published, item.getIdentifier());
        Set<String> shown = before.isPresent() ? assets(before.get()) : Set.of();
        Optional<ContentType> type = contentType(item);
        PublicFields fields = PublicFields.of(item, type);
        NodeCopy copying = new NodeCopy(fields::contains);
        Node copy = added && !item.isNodeType("mgnl:page")
                ? copying.append(item, published, before)
                : copying.copy(item, published, before);
        complete(item, type, copy, fields, alone ? audiences::now : AssetAudiences::atLeast);
        if (!shown.isEmpty()) {
            await();
            withdraw(shown, item.getIdentifier(), published);
        }
    }

    /** Saves a session of the published store into which {@link #append} brought these items, whoever else published meanwhile. */
    synchronized void put(Session published, Set<String> items) throws RepositoryException {
        published.refresh(true);
        Underway.note(published, items);
        stores.published().put(published);
    }

    private void note(Node item, Instant now, String by) throws RepositoryException {
        Calendar at = Dates.utc(now);
        if (!item.hasProperty("publie") && contentType(item).isPresent()) {
            item.setProperty("publie", at);
        }
        item.setProperty("mgnl:lastActivated", at);
        item.setProperty("mgnl:lastActivatedBy", by);
        item.setProperty("mgnl:activationStatus", true);
    }

    /**
     * Copies an item and its assets into a session of the published store that the caller saves, among others: one that was not
     * there comes last, until {@link NodeCopy#order}.
     */
    void append(Node item, Session published) throws RepositoryException {
        Optional<ContentType> type = contentType(item);
        PublicFields fields = PublicFields.of(item, type);
        Optional<Node> present = Workspace.savedById(published, item.getIdentifier());
        Node copy = new NodeCopy(fields::contains).append(item, published, present);
        complete(item, type, copy, fields, AssetAudiences::atLeast);
    }

    /** Gives a copy its readers, with what they alone read and what it shows. */
    private void complete(
            Node item, Optional<ContentType> type, Node copy, PublicFields fields, AssetAudiences.Rule rule)
            throws RepositoryException {
        Session published = copy.getSession();
        Audience own = audience(item, type);
        Audience audience = mark(copy, own);
        AccessControl.setAudience(copy, audience);
        Optional<Node> reserved = MemberFields.copy(item, copy, fields);
        if (reserved.isPresent() && own == Audience.PUBLIC) {
            AccessControl.setAudience(reserved.get(), Audience.ADHERENTS);
        }
        for (String id : assets(copy)) {
            Optional<Node> asset = Workspace.DAM.nodeById(item.getSession(), id);
            if (asset.isPresent() && ImageRights.of(asset.get()).allowsPublication()) {
                Optional<Node> before = Workspace.DAM.nodeById(published, id);
                Audience widest = before.isPresent() ? rule.of(before.get(), item.getIdentifier(), audience) : audience;
                copyAsset(asset.get(), published);
                AccessControl.setAudience(published.getNodeByIdentifier(id), widest);
            }
        }
    }

    /** Marks a copy by how it stands; what is not for everybody is for whom it was. */
    private Audience mark(Node copy, Audience own) throws RepositoryException {
        Audience marked = standing.mark(copy, own);
        Audience now = own == Audience.PUBLIC ? marked : own;
        if (now != own) {
            copy.setProperty(HELD, true);
        } else if (copy.hasProperty(HELD)) {
            copy.getProperty(HELD).remove();
        }
        return now;
    }

    /** For whom an item on line is, as its author says. */
    public static Audience own(Node copy) throws RepositoryException {
        return copy.hasProperty(HELD) ? Audience.PUBLIC : AccessControl.audienceOf(copy);
    }

    /** Has items that are on line stand as {@link Standing} says now, and what they show with them. */
    public synchronized void stand(Collection<String> items) {
        Set<String> shown = new LinkedHashSet<>();
        for (List<String> some : batches(items)) {
            stores.published().update(Identity.SYSTEM, published -> {
                for (String id : some) {
                    Optional<Node> copy = Workspace.byId(published, id);
                    if (copy.isPresent() && standsAnew(copy.get())) {
                        shown.addAll(assets(copy.get()));
                    }
                }
            });
        }
        await();
        for (List<String> some : batches(shown)) {
            stores.published().update(Identity.SYSTEM, published -> {
                for (String id : some) {
                    Optional<Node> asset = Workspace.DAM.nodeById(published, id);
                    if (asset.isPresent()) {
                        AccessControl.setAudience(asset.get(), audiences.ofOthers(asset.get(), ""));
                    }
                }
            });
        }
    }

    private static List<List<String>> batches(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        return IntStream.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(i -> all.subList(i * AT_ONCE, Math.min((i + 1) * AT_ONCE, all.size())))
                .toList();
    }

    /** Whether it has other readers than before. */
    private boolean standsAnew(Node copy) throws RepositoryException {
        Audience before = AccessControl.audienceOf(copy);
        Audience now = mark(copy, own(copy));
        if (now != before) {
            AccessControl.setAudience(copy, now);
        }
        return now != before;
    }

    /**
     * Puts an item into a session of the published store as it would be there, for a look at it: the session is somebody's
     * who reads it, and is never saved.
     *
     * @return the pictures it shows that are not on line
     */
    public List<Node> preview(Node item, Session reader) throws RepositoryException {
        PublicFields fields = PublicFields.of(item, contentType(item));
        Node copy = new NodeCopy(fields::contains).copy(item, reader);
        List<Node> missing = new ArrayList<>();
        for (String id : assets(copy)) {
            Optional<Node> asset = Workspace.DAM.nodeById(item.getSession(), id);
            if (asset.isPresent() && Workspace.DAM.nodeById(reader, id).isEmpty()) {
                copyAsset(asset.get(), reader);
                missing.add(asset.get());
            }
        }
        return missing;
    }

    /**
     * Brings a picture on line in step with the author store: its words, its bytes, how it is shown. It comes on line when
     * something there shows it and who is on it agreed, and goes off when they no longer do.
     */
    public void refresh(Node asset) throws RepositoryException {
        String id = asset.getIdentifier();
        boolean allowed = ImageRights.of(asset).allowsPublication();
        stores.published().update(Identity.SYSTEM, published -> {
            Optional<Node> there = Workspace.DAM.nodeById(published, id);
            if (!allowed && there.isPresent()) {
                there.get().remove();
            } else if (allowed && (there.isPresent() || isShownElsewhere(id, id))) {
                copyAsset(asset, published);
            }
        });
    }

    /** Whether an item shows a picture to which somebody on it has not agreed, as far as is known: it would go on line without. */
    public static boolean showsUnagreed(Node item) throws RepositoryException {
        for (String id : assets(item)) {
            Optional<Node> asset = Workspace.DAM.nodeById(item.getSession(), id);
            if (asset.isPresent() && !ImageRights.of(asset.get()).allowsPublication()) {
                return true;
            }
        }
        return false;
    }

    private static void copyAsset(Node asset, Session published) throws RepositoryException {
        new NodeCopy(PublicFields.of(asset, Optional.empty())::contains).copy(asset, published);
    }

    /** Brings what is on line of a page to the address and the place it has now; its content stays as it was published. */
    public synchronized void relocate(Node page) throws RepositoryException {
        stores.published().update(Identity.SYSTEM, published -> NodeCopy.relocate(page, published));
    }

    /** Takes an item off line, and the pictures that only it showed. */
    public void unpublish(Node item) throws RepositoryException {
        unpublish(item.getIdentifier());
    }

    /** Takes off line what has this identifier, in whichever state the author store has it, or not. */
    public synchronized void unpublish(String id) {
        stores.published().update(Identity.SYSTEM, published -> {
            Underway.note(published, Set.of(id));
            Optional<Node> copy = Workspace.byId(published, id);
            if (copy.isPresent()) {
                Set<String> shown = assets(copy.get());
                copy.get().remove();
                withdraw(shown, id, published);
            }
        });
    }

    /** What went on line or off it last: after a stop the two stores may differ on these, and on no others. */
    public Set<String> latest() {
        return underway.latest();
    }

    /** What was promised and perhaps not kept. */
    public Set<String> promised() {
        return underway.promised();
    }

    /** Says that the stores agree on the {@link #latest}: the next start need not look at them again. */
    public void settled() {
        underway.clear();
    }

    /** Whether the published store has an item. */
    public boolean isPublished(String id) {
        return stores.published()
                .<Boolean>read(
                        Identity.SYSTEM, session -> Workspace.byId(session, id).isPresent());
    }

    /** Whether pages below one are on line: they would leave with it. */
    public boolean isReadBelow(Node page) throws RepositoryException {
        for (NodeIterator below = page.getNodes(); below.hasNext(); ) {
            Node one = below.nextNode();
            if (one.isNodeType("mgnl:page") && isPublished(one.getIdentifier())) {
                return true;
            }
        }
        return false;
    }

    /** Removes those of some assets that neither the item, as it is now, nor another one shows. */
    private void withdraw(Set<String> assets, String item, Session published) throws RepositoryException {
        Optional<Node> now = Workspace.byId(published, item);
        Set<String> kept = now.isPresent() ? assets(now.get()) : Set.of();
        for (String asset : assets) {
            Optional<Node> node = Workspace.DAM.nodeById(published, asset);
            if (kept.contains(asset) || node.isEmpty()) {
                continue;
            }
            if (isShownElsewhere(asset, item)) {
                AccessControl.setAudience(node.get(), audiences.ofOthers(node.get(), item));
            } else {
                node.get().remove();
            }
        }
    }

    private boolean isShownElsewhere(String asset, String item) {
        return index.find(AssetAudiences.others(asset, item).page(0, 0), Identity.SYSTEM)
                        .total()
                > 0;
    }

    /** Gives an item back the content that is on line; what the public never sees stays as it is. */
    public void restorePublished(Node item) throws RepositoryException {
        PublicFields fields = PublicFields.of(item, contentType(item));
        Session published = stores.published().login(Identity.SYSTEM);
        try {
            Optional<Node> copy = Workspace.byId(published, item.getIdentifier());
            if (copy.isPresent()) {
                new Restoration(fields).apply(copy.get(), item);
            }
        } finally {
            published.logout();
        }
    }

    /**
     * Gives an item back the content of a saved state of it; what the public never sees stays as it is.
     *
     * @return whether there is such a state
     */
    public boolean restore(Node item, long revision) throws RepositoryException {
        PublicFields fields = PublicFields.of(item, contentType(item));
        return Revisions.restore(item.getSession(), item, revision, fields::contains);
    }

    private Optional<ContentType> contentType(Node item) throws RepositoryException {
        String nodeType = item.getPrimaryNodeType().getName();
        String workspace = Workspace.of(item).name();
        return definitions.get().contentTypes().stream()
                .filter(type ->
                        type.workspace().equals(workspace) && type.nodeType().equals(nodeType))
                .findFirst();
    }

    private static Audience audience(Node item, Optional<ContentType> type) throws RepositoryException {
        String consent = type.map(one -> one.extension().consent()).orElse("");
        if (!consent.isEmpty()
                && (!item.hasProperty(consent)
                        || item.getProperty(consent).getString().equals("false"))) {
            return Audience.CA;
        }
        if (!item.hasProperty("visibilite")) {
            return Audience.PUBLIC;
        }
        // a value nobody knows is read by the fewest
        return Audience.of(item.getProperty("visibilite").getString()).orElse(Audience.CA);
    }

    private static Set<String> assets(Node node) throws RepositoryException {
        Set<String> found = new LinkedHashSet<>();
        collectAssets(node, found);
        return found;
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
