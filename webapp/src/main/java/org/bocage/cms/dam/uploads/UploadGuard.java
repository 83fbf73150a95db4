package org.bocage.cms.dam.uploads;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.dam.decoding.ContentSniffer;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.cms.dam.decoding.DecodingBusyException;
import org.bocage.cms.dam.decoding.DecodingSlots;
import org.bocage.cms.dam.decoding.DrawingReader;
import org.bocage.cms.dam.decoding.FilmSniffer;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.bocage.cms.dam.decoding.PictureHeader;
import org.bocage.cms.dam.decoding.PictureReader;
import org.bocage.cms.dam.decoding.PictureSize;
import org.bocage.cms.dam.decoding.PictureWriter;
import org.bocage.cms.dam.decoding.Refusal;
import org.bocage.cms.dam.decoding.UnreadableFileException;
import org.bocage.cms.dam.renditions.Renditions;
import org.bocage.cms.dam.renditions.Variation;
import org.springframework.util.unit.DataSize;

/**
 * Check of the files that pass from a person's computer into the store. A file is what its content says, never what its
 * name says; pictures are written anew, so that neither metadata nor anything hidden in them gets in (capability PH-06).
 */
public final class UploadGuard {

    /** Largest SVG file accepted. */
    public static final DataSize LARGEST_DRAWING = DataSize.ofMegabytes(2);

    private static final int MEBIBYTE = 1024 * 1024;

    private final DamOptions options;
    private final Path folder;
    private final DecodingSlots slots;
    private final PictureReader reader;

    /**
     * @param folder where files are while they are examined
     * @param slots shared with the {@link Renditions}
     */
    public UploadGuard(DamOptions options, Path folder, DecodingSlots slots) {
        this.options = options;
        this.folder = folder;
        this.slots = slots;
        this.reader = new PictureReader(options);
    }

    /**
     * Examines a file, reading no more of it than its kind may have.
     *
     * @param fileName as the browser gave it
     * @param sent its bytes; read, not closed
     * @return an {@link AcceptedFile}, to be closed by the caller, or a {@link RefusedFile}
     * @throws IOException when the content stops coming or the folder cannot be written
     */
    public CheckedFile check(String fileName, InputStream sent) throws IOException {
        DigestInputStream content = new DigestInputStream(sent, DigestUtils.getSha256Digest());
        byte[] head = content.readNBytes(ContentSniffer.HEAD);
        try {
            if (head.length == 0) {
                throw new UnreadableFileException(Refusal.EMPTY, "No bytes");
            }
            String mimeType = ContentSniffer.mimeType(head);
            if (PictureFormat.ofMimeType(mimeType).isPresent()) {
                return picture(fileName, head, content);
            }
            if (ContentSniffer.isZip(head)
                    || ContentSniffer.isPdf(mimeType, head)
                    || FilmSniffer.mimeType(head).isPresent()) {
                return document(fileName, head, content);
            }
            throw new UnreadableFileException(ContentSniffer.refusalOf(mimeType, head), "Not accepted: " + mimeType);
        } catch (UnreadableFileException e) {
            return new RefusedFile(SafeFileName.shown(fileName), e.reason(), limits(e.reason(), head));
        } catch (DecodingBusyException e) {
            return new RefusedFile(SafeFileName.shown(fileName), Refusal.BUSY, List.of());
        }
    }

    /**
     * Examines a logo as {@link #check} does a picture. A drawing (SVG) becomes a picture: nothing else that it holds gets in.
     *
     * @param fileName as the browser gave it
     * @param sent its bytes; read, not closed
     * @return an {@link AcceptedFile} of a picture, to be closed by the caller, or a {@link RefusedFile}
     * @throws IOException when the content stops coming or the folder cannot be written
     */
    public CheckedFile checkLogo(String fileName, InputStream sent) throws IOException {
        byte[] head = sent.readNBytes(ContentSniffer.HEAD);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), sent);
        if (ContentSniffer.refusalOf(ContentSniffer.mimeType(head), head) != Refusal.SVG) {
            return pictureAlone(fileName, check(fileName, all));
        }
        int largest = (int) LARGEST_DRAWING.toBytes();
        byte[] drawing = all.readNBytes(largest + 1);
        String name = SafeFileName.shown(fileName);
        if (drawing.length > largest) {
            return new RefusedFile(name, Refusal.TOO_LARGE, List.of(LARGEST_DRAWING.toMegabytes()));
        }
        try {
            byte[] picture = slots.run(() ->
                    PictureWriter.encode(DrawingReader.read(drawing), PictureFormat.PNG, PictureWriter.KEPT_QUALITY));
            return check(fileName, new ByteArrayInputStream(picture));
        } catch (UnreadableFileException e) {
            return new RefusedFile(name, Refusal.UNREADABLE_DRAWING, List.of());
        } catch (DecodingBusyException e) {
            return new RefusedFile(name, Refusal.BUSY, List.of());
        }
    }

    private static CheckedFile pictureAlone(String fileName, CheckedFile checked) throws IOException {
        if (checked instanceof RefusedFile refused) {
            return refused.wherePictureIsAsked();
        }
        AcceptedFile accepted = (AcceptedFile) checked;
        if (accepted.isPicture()) {
            return accepted;
        }
        accepted.close();
        return new RefusedFile(SafeFileName.shown(fileName), Refusal.NOT_A_PICTURE, List.of());
    }

    private AcceptedFile picture(String fileName, byte[] head, DigestInputStream content) throws IOException {
        Path original = received(head, content, options.maxPictureSize().toBytes());
        try {
            return slots.run(() -> rewritten(fileName, Files.readAllBytes(original), digest(content)));
        } finally {
            Files.deleteIfExists(original);
        }
    }

    private AcceptedFile rewritten(String fileName, byte[] original, String digest) throws IOException {
        PictureHeader header = reader.header(original);
        PictureSize size = Variation.wide("original", options.maxWidth()).sizeFor(header.upright());
        Upright upright = upright(original, header, size);
        PictureFormat format = upright.format();
        BufferedImage kept = upright.pixels();
        byte[] bytes = PictureWriter.encode(kept, format, PictureWriter.KEPT_QUALITY);
        Path file = received(bytes, InputStream.nullInputStream(), bytes.length);
        String name = SafeFileName.of(fileName, format.extension());
        return new AcceptedFile(
                file,
                format.mimeType(),
                format.extension(),
                name,
                kept.getWidth(),
                kept.getHeight(),
                bytes.length,
                digest);
    }

    /**
     * Upright pixels of a picture as it is stored, and the format chosen from the decoded picture, which is no longer
     * in memory then.
     */
    private record Upright(BufferedImage pixels, PictureFormat format) {}

    private Upright upright(byte[] original, PictureHeader header, PictureSize size) throws IOException {
        double scale = (double) size.width() / header.upright().width();
        BufferedImage decoded = reader.upright(original, header, scale);
        return new Upright(shrunk(decoded, size), PictureWriter.universalFormat(decoded, header.format()));
    }

    private static BufferedImage shrunk(BufferedImage picture, PictureSize size) throws IOException {
        // a very large picture was decoded at a fraction of its size and may be small enough by now
        return picture.getWidth() <= size.width()
                ? picture
                : Thumbnails.of(picture).forceSize(size.width(), size.height()).asBufferedImage();
    }

    private AcceptedFile document(String fileName, byte[] head, DigestInputStream content) throws IOException {
        Path file = received(head, content, options.maxDocumentSize().toBytes());
        try {
            DocumentFormat format = format(head, file);
            String name = SafeFileName.of(fileName, format.extension());
            return new AcceptedFile(
                    file, format.mimeType(), format.extension(), name, 0, 0, Files.size(file), digest(content));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static DocumentFormat format(byte[] head, Path file) throws IOException {
        Optional<DocumentFormat> film = FilmSniffer.mimeType(head).flatMap(DocumentFormat::ofMimeType);
        if (film.isPresent()) {
            return film.get();
        }
        return ContentSniffer.isZip(head) ? new OfficeArchive(file).format() : DocumentFormat.PDF;
    }

    private static String digest(DigestInputStream read) {
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    /** Writes a stream to a file of its own, and gives up as soon as it exceeds the limit. */
    private Path received(byte[] head, InputStream content, long limit) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "upload-", ".part");
        try (OutputStream output = Files.newOutputStream(file)) {
            long left = limit;
            for (byte[] block = head; block.length > 0; block = content.readNBytes(ContentSniffer.HEAD)) {
                left -= block.length;
                if (left < 0) {
                    throw new UnreadableFileException(Refusal.TOO_LARGE, "More than " + limit + " bytes");
                }
                output.write(block);
            }
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The figures that the sentence of a refusal quotes. */
    private List<Object> limits(Refusal reason, byte[] head) {
        return switch (reason) {
            case TOO_LARGE -> {
                boolean document = ContentSniffer.isZip(head)
                        || ContentSniffer.mimeType(head).equals(ContentSniffer.PDF)
                        || FilmSniffer.mimeType(head).isPresent();
                yield List.of((document ? options.maxDocumentSize() : options.maxPictureSize()).toBytes() / MEBIBYTE);
            }
            case TOO_MANY_PIXELS -> List.of(options.maxMegapixels(), options.maxSide());
            case EMPTY,
                    NOT_ACCEPTED,
                    NOT_A_PICTURE,
                    UNKNOWN_PICTURE,
                    SVG,
                    HEIC,
                    OLD_OFFICE,
                    LOCKED,
                    MACROS,
                    UNFOLDS_TOO_LARGE,
                    UNREADABLE,
                    UNREADABLE_DRAWING,
                    BUSY -> List.of();
        };
    }
}
