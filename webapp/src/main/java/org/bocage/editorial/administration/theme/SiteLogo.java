package org.bocage.editorial.administration.theme;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.bocage.cms.dam.decoding.PictureWriter;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.CheckedFile;
import org.bocage.cms.dam.uploads.RefusedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.tree.TreeWriter;
import org.bocage.cms.site.SiteSettings;
import org.bocage.editorial.screens.Desk;
import org.springframework.stereotype.Component;

/**
 * The logo of the association, with the icon and the shared picture that are made from it. They lie in the media library, and the
 * settings of the site name them; another logo has other addresses, so that no browser shows the former one.
 */
@Component
class SiteLogo {

    /** Height at which pages show it, in pixels, and the width that it has at most. */
    static final int HEIGHT = 48;

    static final int WIDEST = 200;

    private static final String FOLDER = "/identite";
    private static final String LOGO = "logo";
    private static final String ICON = "icone";
    private static final String SHARED = "partage";
    private static final List<String> PICTURES = List.of(LOGO, ICON, SHARED);
    private static final String WIDTH = "logoLargeur";
    private static final String UNDER = "logoFond";
    private static final String WITH_NAME = "logoAvecNom";
    private static final Map<Light, String> PAPER_UNDER = Map.of(Light.NIGHT, "clair", Light.DAY, "sombre");
    private static final AssetAddresses ADDRESSES = new AssetAddresses("/author");

    private final Desk desk;
    private final Stores stores;
    private final SiteSettings settings;
    private final Assets assets;
    private final UploadGuard guard;
    private final ThemeColours colours;

    SiteLogo(Desk desk, Stores stores, SiteSettings settings, Assets assets, UploadGuard guard, ThemeColours colours) {
        this.desk = desk;
        this.stores = stores;
        this.settings = settings;
        this.assets = assets;
        this.guard = guard;
        this.colours = colours;
    }

    /**
     * A logo that is kept.
     *
     * @param address of its picture, for those who write
     * @param width at {@link #HEIGHT}
     * @param under what lies under it: {@code clair} by night, {@code sombre} by day; empty where it is seen as it is
     * @param hasName whether it shows the name of the association, which then need not stand beside it
     */
    record Kept(String address, int width, String under, boolean hasName) {}

    /** Returns the logo; empty when there is none. */
    Optional<Kept> kept() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = settings.node(session);
            Optional<Node> asset = node.isPresent() && node.get().hasProperty(WIDTH)
                    ? assets.byKey(session, text(node.get(), LOGO))
                    : Optional.empty();
            if (asset.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Kept(
                    ADDRESSES.original(Asset.of(asset.get())),
                    (int) node.get().getProperty(WIDTH).getLong(),
                    text(node.get(), UNDER),
                    node.get().hasProperty(WITH_NAME)
                            && node.get().getProperty(WITH_NAME).getBoolean()));
        });
    }

    private static String text(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getString() : "";
    }

    /**
     * Says why a logo would not be taken; empty when it would be.
     *
     * @param sent its bytes; read, not closed
     * @throws IOException when the content stops coming
     */
    Optional<RefusedFile> objection(String fileName, InputStream sent) throws IOException {
        CheckedFile checked = guard.checkLogo(fileName, sent);
        if (checked instanceof RefusedFile refused) {
            return Optional.of(refused);
        }
        ((AcceptedFile) checked).close();
        return Optional.empty();
    }

    /**
     * Keeps a logo instead of the one before; pages show it at once.
     *
     * @param sent its bytes; read, not closed
     * @return why it was not taken; empty when it was
     * @throws IOException when the content stops coming
     */
    Optional<RefusedFile> keep(String fileName, InputStream sent) throws IOException {
        CheckedFile checked = guard.checkLogo(fileName, sent);
        if (checked instanceof RefusedFile refused) {
            return Optional.of(refused);
        }
        try (AcceptedFile logo = (AcceptedFile) checked) {
            BufferedImage pixels = ImageIO.read(logo.file().toFile());
            String under = under(pixels);
            try (AcceptedFile icon = made(LogoPictures.icon(pixels, ground(under)), ICON);
                    AcceptedFile shared = shared(pixels, ground(under))) {
                Map<String, AcceptedFile> files = new LinkedHashMap<>();
                files.put(LOGO, logo);
                files.put(ICON, icon);
                files.put(SHARED, shared);
                write(files, Map.of(WIDTH, width(pixels), UNDER, under));
            }
            return Optional.empty();
        }
    }

    /** Draws the shared picture anew, in the colours that the site has now. */
    void redraw() {
        stores.author().read(Identity.SYSTEM, this::bytes).ifPresent(bytes -> {
            try (bytes) {
                BufferedImage pixels = ImageIO.read(bytes);
                String under = kept().map(Kept::under).orElse("");
                try (AcceptedFile shared = shared(pixels, ground(under))) {
                    write(Map.of(SHARED, shared), Map.of());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The bytes of the logo: in Oak they can be read after the session is gone. */
    private Optional<InputStream> bytes(Session session) throws RepositoryException {
        Optional<Node> node = settings.node(session);
        Optional<Node> asset = node.isPresent() ? picture(node.get(), LOGO) : Optional.empty();
        return asset.isPresent()
                ? Optional.of(asset.get()
                        .getProperty("jcr:content/jcr:data")
                        .getBinary()
                        .getStream())
                : Optional.empty();
    }

    private static Light ground(String under) {
        return under.equals(PAPER_UNDER.get(Light.DAY)) ? Light.NIGHT : Light.DAY;
    }

    private AcceptedFile shared(BufferedImage logo, Light ground) throws IOException {
        Map<String, String> fills = colours.fills(colours.chosen());
        List<String> main = colours.main();
        String first = main.isEmpty() ? ground.ink() : fills.getOrDefault(main.get(0), ground.ink());
        String second = main.isEmpty() ? ground.ink() : fills.getOrDefault(main.get(1), ground.ink());
        return made(LogoPictures.shared(logo, ground, first, second), SHARED);
    }

    private static String under(BufferedImage logo) {
        for (Light light : Light.values()) {
            if (LogoPictures.isLost(logo, light)) {
                return PAPER_UNDER.getOrDefault(light, "");
            }
        }
        return "";
    }

    private static int width(BufferedImage logo) {
        return (int) Math.max(1, Math.min(WIDEST, Math.round((double) HEIGHT * logo.getWidth() / logo.getHeight())));
    }

    private AcceptedFile made(BufferedImage picture, String name) throws IOException {
        byte[] png = PictureWriter.encode(picture, PictureFormat.PNG, PictureWriter.KEPT_QUALITY);
        CheckedFile checked = guard.check(name + ".png", new ByteArrayInputStream(png));
        if (checked instanceof AcceptedFile accepted) {
            return accepted;
        }
        throw new IOException("The picture made from the logo is not taken: " + ((RefusedFile) checked).reason());
    }

    private void write(Map<String, AcceptedFile> files, Map<String, Object> facts) {
        String by = desk.account().name();
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> node = settings.nodeToWrite(session);
            if (node.isEmpty()) {
                return;
            }
            for (Map.Entry<String, AcceptedFile> one : files.entrySet()) {
                Optional<Node> former = picture(node.get(), one.getKey());
                if (former.isPresent()) {
                    former.get().remove();
                }
                try {
                    Node asset = assets.receive(session, renamed(one.getValue(), one.getKey()), FOLDER, one.getKey());
                    asset.setProperty("mgnl:createdBy", by);
                    asset.setProperty("decorative", true);
                    node.get().setProperty(one.getKey(), Asset.KEY_PREFIX + asset.getIdentifier());
                } catch (IOException e) {
                    throw new RepositoryException(e);
                }
            }
            TreeWriter.put(node.get(), facts);
        });
    }

    /** The same file under a name that no other one has had. */
    private static AcceptedFile renamed(AcceptedFile file, String name) {
        String unlike = name + "-" + file.digest().substring(0, 8) + "." + file.extension();
        return new AcceptedFile(
                file.file(),
                file.mimeType(),
                file.extension(),
                unlike,
                file.width(),
                file.height(),
                file.size(),
                file.digest());
    }

    /** One of the pictures that this class made; none that somebody chose elsewhere. */
    private Optional<Node> picture(Node settingsNode, String name) throws RepositoryException {
        Optional<Node> asset = assets.byKey(settingsNode.getSession(), text(settingsNode, name));
        return asset.isPresent() && asset.get().getPath().startsWith("/dam" + FOLDER + "/") ? asset : Optional.empty();
    }

    /** Says whether the logo shows the name of the association. */
    void sayHasName(boolean hasName) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> node = settings.node(session);
            if (node.isPresent()) {
                node.get().setProperty(WITH_NAME, hasName);
            }
        });
    }

    /** Takes the logo away, with what was made from it. */
    void remove() {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> node = settings.node(session);
            if (node.isEmpty()) {
                return;
            }
            for (String name : PICTURES) {
                Optional<Node> asset = picture(node.get(), name);
                if (asset.isPresent()) {
                    asset.get().remove();
                }
            }
            for (String name : List.of(LOGO, ICON, SHARED, WIDTH, UNDER, WITH_NAME)) {
                if (node.get().hasProperty(name)) {
                    node.get().getProperty(name).remove();
                }
            }
        });
    }
}
