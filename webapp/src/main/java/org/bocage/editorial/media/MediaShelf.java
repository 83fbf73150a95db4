package org.bocage.editorial.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.decoding.Refusal;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.CheckedFile;
import org.bocage.cms.dam.uploads.DocumentText;
import org.bocage.cms.dam.uploads.RefusedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.PictureShelf;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.publishing.ImageRights.Agreement;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.StoredFile;
import org.bocage.editorial.view.TextPicturesPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The pictures one may choose, and the way new ones come in. */
@Component
public class MediaShelf implements PictureShelf {

    private static final int MOST = 200;
    private static final int KIB = 1024;
    /** Folder that the roles of those who are not of the house deny, config/roles. */
    static final String INSIDE = "/interne";

    /** Width of a picture in a list, and of one that is looked at. */
    static final int SMALL = 320;

    static final int MEDIUM = 640;

    private static final AssetAddresses ADDRESSES = new AssetAddresses("/author");
    /** Texts name a picture by its identifier; the site shows it in a size of its theme. */
    private static final AssetAddresses IN_TEXTS = new AssetAddresses("");

    private final Stores stores;
    private final Assets assets;
    private final UploadGuard guard;
    private final MessageSource messages;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;

    MediaShelf(
            Stores stores,
            Assets assets,
            UploadGuard guard,
            MessageSource messages,
            ContentIndexes indexes,
            DefinitionRegistry registry) {
        this.registry = registry;
        this.indexes = indexes;
        this.stores = stores;
        this.assets = assets;
        this.guard = guard;
        this.messages = messages;
    }

    /** Outcome of adding a file: its key, or why it was not taken. */
    public sealed interface Added {
        /** In the library, under this item key; known when it was there before. */
        record Kept(String key, boolean known) implements Added {}

        /** Not taken. */
        record Refused(RefusedFile reason) implements Added {}
    }

    /** Description of a picture, given when it is sent. */
    public record Words(String alt, boolean decorative, String credit, ImageRights rights) {}

    /** Examines a picture and puts it in the library, where its words may still be said. */
    public Added add(MultipartFile file, Words words, String by, LocalDate day) throws IOException {
        return add(file, true, words, by, Assets.folderOf(day));
    }

    /**
     * Examines a file to take away, of any accepted format, and puts it in the library.
     *
     * @param inside whether only those of the house may read it: it then lies where their roles alone reach
     */
    public Added addFile(MultipartFile file, boolean inside, String by, LocalDate day) throws IOException {
        Words none = new Words("", true, "", ImageRights.of(Agreement.UNASKED));
        return add(file, false, none, by, (inside ? INSIDE : "") + Assets.folderOf(day));
    }

    private Added add(MultipartFile file, boolean onlyPictures, Words words, String by, String folder)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return add(name, content, onlyPictures, words, by, folder);
        }
    }

    /** Examines a file of any accepted kind and puts it in the library; what a picture shows is said afterwards. */
    Added receive(String name, InputStream content, String folder, String credit, String by) throws IOException {
        return add(name, content, false, new Words("", false, credit, ImageRights.of(Agreement.TO_SAY)), by, folder);
    }

    private Added add(String name, InputStream content, boolean onlyPictures, Words words, String by, String folder)
            throws IOException {
        CheckedFile checked = guard.check(name, content);
        if (checked instanceof RefusedFile refused) {
            return new Added.Refused(onlyPictures ? refused.wherePictureIsAsked() : refused);
        }
        try (AcceptedFile accepted = (AcceptedFile) checked) {
            if (onlyPictures && !accepted.isPicture()) {
                return new Added.Refused(new RefusedFile(name, Refusal.NOT_A_PICTURE, List.of()));
            }
            if (!onlyPictures && DocumentText.isLocked(accepted)) {
                return new Added.Refused(new RefusedFile(name, Refusal.LOCKED, List.of()));
            }
            Optional<String> known = known(accepted.digest(), folder);
            return known.isPresent()
                    ? new Added.Kept(known.get(), true)
                    : new Added.Kept(keep(accepted, name, words, by, folder), false);
        }
    }

    /** Files that come in number, put into the library by a session that their owner saves, with what names them. */
    public Arrivals arrivals(Session session, String by) {
        return new Arrivals(session, by);
    }

    /** Examines files and adds them; the same bytes are kept once. Not for several threads. */
    public final class Arrivals {

        private final Session session;
        private final String by;
        /** Keys by digest of what was added and is in no index yet. */
        private final Map<String, String> fresh = new HashMap<>();

        private Arrivals(Session session, String by) {
            this.session = session;
            this.by = by;
        }

        /** Adds a file of any accepted kind; the caller saves. */
        public Added add(String name, InputStream content, Words words, LocalDate day)
                throws IOException, RepositoryException {
            CheckedFile checked = guard.check(name, content);
            if (checked instanceof RefusedFile refused) {
                return new Added.Refused(refused);
            }
            String folder = Assets.folderOf(day);
            try (AcceptedFile accepted = (AcceptedFile) checked) {
                if (DocumentText.isLocked(accepted)) {
                    return new Added.Refused(new RefusedFile(name, Refusal.LOCKED, List.of()));
                }
                Optional<String> known =
                        Optional.ofNullable(fresh.get(accepted.digest())).or(() -> known(accepted.digest(), folder));
                if (known.isPresent()) {
                    return new Added.Kept(known.get(), true);
                }
                String key = put(session, accepted, name, words, by, folder);
                fresh.put(accepted.digest(), key);
                return new Added.Kept(key, false);
            }
        }
    }

    /** The file that was sent before with the same bytes, on the same side of the door. */
    private Optional<String> known(String digest, String folder) {
        ContentQuery same =
                ContentQuery.in("dam").where(Assets.DIGEST, digest).under(folder.startsWith(INSIDE) ? INSIDE : "/");
        ContentQuery outside = folder.startsWith(INSIDE)
                ? same
                : same.and(new ContentQuery.Not(new ContentQuery.AnyOf("@ancestor", List.of("/dam" + INSIDE))));
        return indexes.author().find(outside.page(0, 1), Identity.SYSTEM).hits().stream()
                .map(hit -> "jcr:" + hit.id())
                .findFirst();
    }

    private String keep(AcceptedFile file, String name, Words words, String by, String folder) {
        return ConcurrentEdit.again(() -> stores.author().write(Identity.SYSTEM, session -> {
            try {
                return put(session, file, name, words, by, folder);
            } catch (IOException e) {
                throw new RepositoryException(e);
            }
        }));
    }

    private String put(Session session, AcceptedFile file, String name, Words words, String by, String folder)
            throws RepositoryException, IOException {
        Node asset = assets.receive(session, file, folder, name);
        asset.setProperty("mgnl:createdBy", by);
        asset.setProperty("caption", words.alt().strip());
        asset.setProperty("decorative", words.decorative());
        asset.setProperty("copyright", words.credit().strip());
        if (file.isPicture()) {
            words.rights().write(asset);
        }
        return "jcr:" + asset.getIdentifier();
    }

    @Override
    public List<Picture> latest(String query, int limit) {
        return latest(query, limit, (node, asset) -> asset.isPicture()).stream()
                .map(this::picture)
                .toList();
    }

    /** Of the latest pictures those that a text may show, described and agreed to by whom they show; with a query those it finds among them. */
    List<TextPicturesPage.Choice> forTexts(String query, int limit) {
        return latest(query, limit, MediaShelf::isReady).stream()
                .map(asset -> new TextPicturesPage.Choice(
                        IN_TEXTS.original(asset),
                        rendition(asset, SMALL),
                        asset.decorative() ? "" : asset.alt(),
                        asset.title()))
                .toList();
    }

    @Override
    public List<StoredFile> latestFiles(String query, int limit) {
        return latest(query, limit, (node, asset) -> !asset.isPicture()).stream()
                .map(this::file)
                .toList();
    }

    private static boolean isReady(Node node, Asset asset) throws RepositoryException {
        return asset.isPicture()
                && (asset.decorative() || !asset.alt().isBlank())
                && ImageRights.of(node).allowsPublication();
    }

    /** Kind of asset, which its node tells. */
    private interface Kind {
        boolean test(Node node, Asset asset) throws RepositoryException;
    }

    private List<Asset> latest(String query, int limit, Kind kind) {
        String wanted = query.strip().toLowerCase(Locale.FRENCH);
        List<Asset> found = new ArrayList<>();
        stores.author().update(Identity.SYSTEM, session -> {
            for (Node node : assets.latest(session, MOST)) {
                Asset asset = Asset.of(node);
                if (kind.test(node, asset)
                        && (asset.title() + " " + asset.alt())
                                .toLowerCase(Locale.FRENCH)
                                .contains(wanted)) {
                    found.add(asset);
                }
            }
        });
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public Optional<StoredFile> fileByKey(String key) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = assets.byKey(session, key);
            return node.isPresent() ? Optional.of(file(Asset.of(node.get()))) : Optional.empty();
        });
    }

    @Override
    public Optional<String> lacking(String key) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = assets.byKey(session, key);
            return node.isPresent() && !ImageRights.of(node.get()).allowsPublication()
                    ? Optional.of(messages.getMessage(
                            "authoring.picture.lacking",
                            new Object[] {Asset.of(node.get()).title()},
                            Locale.FRENCH))
                    : Optional.empty();
        });
    }

    private StoredFile file(Asset asset) {
        String format = asset.fileName().substring(asset.fileName().lastIndexOf('.') + 1);
        String details = messages.getMessage(
                "authoring.file.details",
                new Object[] {format.toUpperCase(Locale.ROOT), (asset.size() + KIB - 1) / KIB},
                Locale.FRENCH);
        return new StoredFile(asset.key(), asset.title(), details, ADDRESSES.original(asset));
    }

    @Override
    public Optional<Picture> byKey(String key) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = assets.byKey(session, key);
            return node.isPresent() ? Optional.of(picture(Asset.of(node.get()))) : Optional.empty();
        });
    }

    /**
     * Address of a picture in the narrowest size of the theme that is cut and at least as wide; where the theme has none, of the
     * picture as it was sent.
     */
    String rendition(Asset asset, int width) {
        Definitions definitions = registry.current();
        String theme = definitions.site().theme();
        return definitions
                .theme(theme)
                .flatMap(one -> one.cutTo(width))
                .map(size -> ADDRESSES.rendition(asset, theme, size.name()))
                .orElseGet(() -> ADDRESSES.original(asset));
    }

    Picture picture(Asset asset) {
        return new Picture(
                asset.key(),
                rendition(asset, SMALL),
                SMALL,
                200,
                asset.alt(),
                asset.decorative(),
                asset.credit(),
                asset.title(),
                WorkAddress.asset(asset.key()));
    }
}
