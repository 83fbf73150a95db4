package org.bocage.cms.dam.renditions;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.coobird.thumbnailator.Thumbnails;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.cms.dam.decoding.DecodingBusyException;
import org.bocage.cms.dam.decoding.DecodingSlots;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.bocage.cms.dam.decoding.PictureHeader;
import org.bocage.cms.dam.decoding.PictureReader;
import org.bocage.cms.dam.decoding.PictureSize;
import org.bocage.cms.dam.decoding.PictureWriter;
import org.bocage.cms.dam.decoding.Refusal;
import org.bocage.cms.dam.decoding.UnreadableFileException;
import org.bocage.cms.repository.maintenance.DerivedFiles;
import org.springframework.core.io.InputStreamSource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Pictures at the sizes pages ask for. A rendition is made the first time somebody asks, then kept on disk under the
 * hash of its original: it never goes stale, and all of it can be deleted at any time.
 */
public final class Renditions implements DerivedFiles {

    /** An imported original may exceed what may be uploaded; beyond this it is not read. */
    private static final int LARGEST_ORIGINAL = 64 * 1024 * 1024;

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{8,128}");

    private final RenditionStore store;
    private final DecodingSlots slots;
    private final PictureReader reader;
    /** Made for the first picture: whether WebP can be written is found by writing one. */
    private final Supplier<PictureWriter> writer;

    private final ConcurrentMap<String, FutureTask<Rendition>> inTheMaking = new ConcurrentHashMap<>();

    /**
     * @param folder where renditions are kept
     * @param slots shared with the check of uploads
     */
    public Renditions(DamOptions options, Path folder, DecodingSlots slots) {
        this(options, folder, slots, SingletonSupplier.of(PictureWriter::ofThisMachine));
    }

    Renditions(DamOptions options, Path folder, DecodingSlots slots, Supplier<PictureWriter> writer) {
        this.store = new RenditionStore(folder);
        this.slots = slots;
        this.reader = new PictureReader(options);
        this.writer = writer;
    }

    /**
     * The rendition of a picture, made if it is not there yet; callers that ask for the same at the same time share
     * one making.
     *
     * @param hash of the original's bytes, 8 to 128 letters and digits
     * @param original opened only when the rendition has to be made
     * @param view the part that shows, and what a crop of the variation keeps in sight
     * @throws UnreadableFileException when the original is no picture, is damaged or has too many pixels
     * @throws DecodingBusyException when too many pictures are waiting
     */
    public Rendition rendition(
            String hash, InputStreamSource original, Variation variation, PictureView view, RenditionFormat format)
            throws IOException {
        RenditionFormat possible = writer.get().canWriteWebp() ? format : RenditionFormat.UNIVERSAL;
        String name = nameOf(variation, view);
        Optional<Rendition> kept = store.find(checked(hash), name, possible);
        if (kept.isPresent()) {
            return kept.get();
        }
        String key = hash + '/' + name + '/' + possible;
        FutureTask<Rendition> making = inTheMaking.computeIfAbsent(
                key, k -> new FutureTask<>(() -> findOrMake(hash, original, variation, view, possible)));
        try {
            // whoever comes second finds it running, and waits in get()
            making.run();
            return resultOf(making);
        } finally {
            inTheMaking.remove(key, making);
        }
    }

    /** Deletes all renditions of a picture: when it is withdrawn or replaced. */
    public void forget(String hash) throws IOException {
        store.forget(checked(hash));
    }

    /** Deletes every rendition: those that are asked for are made anew. */
    @Override
    public void dropErased() throws IOException {
        store.forgetAll();
    }

    private Rendition findOrMake(
            String hash, InputStreamSource original, Variation variation, PictureView view, RenditionFormat format)
            throws IOException {
        String name = nameOf(variation, view);
        // another caller may have finished between our look and our turn
        Optional<Rendition> kept = store.find(hash, name, format);
        if (kept.isPresent()) {
            return kept.get();
        }
        return slots.run(() -> {
            byte[] bytes = read(original);
            PictureHeader header = reader.header(bytes);
            Framing framing = variation.frame(header.upright(), view);
            BufferedImage decoded = reader.upright(bytes, header, framing.scale());
            PictureFormat written = format == RenditionFormat.WEBP
                    ? PictureFormat.WEBP
                    : PictureWriter.universalFormat(decoded, header.format());
            BufferedImage shown = framed(decoded, framing, header.upright());
            return store.keep(hash, name, written, PictureWriter.encode(shown, written, PictureWriter.SHOWN_QUALITY));
        });
    }

    private static BufferedImage framed(BufferedImage decoded, Framing framing, PictureSize original)
            throws IOException {
        PictureSize output = framing.output();
        Rectangle part = framing.in(new PictureSize(decoded.getWidth(), decoded.getHeight()), original);
        return Thumbnails.of(decoded)
                .sourceRegion(part)
                .forceSize(output.width(), output.height())
                .asBufferedImage();
    }

    private static byte[] read(InputStreamSource original) throws IOException {
        try (InputStream content = original.getInputStream()) {
            byte[] bytes = content.readNBytes(LARGEST_ORIGINAL + 1);
            if (bytes.length > LARGEST_ORIGINAL) {
                throw new UnreadableFileException(Refusal.TOO_LARGE, "More than " + LARGEST_ORIGINAL + " bytes");
            }
            return bytes;
        }
    }

    private static Rendition resultOf(FutureTask<Rendition> making) throws IOException {
        try {
            return making.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Interrupted while a rendition was made");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("A rendition could not be made", e.getCause());
        }
    }

    /** All that makes one rendition of a picture differ from another. */
    private static String nameOf(Variation variation, PictureView view) {
        String name = variation.name()
                + '-'
                + variation.width()
                + 'x'
                + variation.height().orElse(0);
        Crop crop = view.crop();
        if (!crop.isWhole()) {
            name += "-part-" + thousandths(crop.x()) + '-' + thousandths(crop.y()) + '-' + thousandths(crop.width())
                    + '-' + thousandths(crop.height());
        }
        FocalPoint focus = view.focus();
        return variation.crop() ? name + "-crop-" + thousandths(focus.x()) + '-' + thousandths(focus.y()) : name;
    }

    private static long thousandths(double share) {
        return Math.round(share * 1000);
    }

    private static String checked(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("Not a hash: " + hash);
        }
        return hash;
    }
}
