package org.bocage.editorial.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.dam.decoding.DamOptions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files on their way in, piece by piece. What has arrived lies on the disk, so that a cut connection, a closed lid or a
 * restart of the portal costs at most one piece. What nobody goes on with is thrown away after a day.
 */
@Component
public class UploadParts {

    /** Bytes of one piece. */
    /** Bytes that an import may have when it comes piece by piece. */
    public static final long LARGEST = 1L << 30;

    static final int LARGEST_PIECE = 4 * 1024 * 1024;

    private static final int MOST_OPEN = 60;
    private static final Duration LIFE = Duration.ofHours(24);
    private static final String ID = "[0-9a-f-]{36}";

    private final Path folder;
    private final Clock clock;
    private final long largest;
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    UploadParts(DamOptions options, Clock clock, @Value("${bocage.home:./data}") Path home) {
        this.folder = home.resolve("uploads").resolve("parts");
        this.clock = clock;
        this.largest = options.maxFileSize().toBytes();
    }

    /**
     * A file on its way.
     *
     * @param place folder of the media library it is for; empty: the usual one, or another use
     * @param length of the whole file in bytes
     * @param received how many of them are here
     */
    public record Part(String id, String name, String place, long length, long received) {

        public boolean isWhole() {
            return received == length;
        }
    }

    /** Result of receiving a piece of a file. */
    enum Outcome {
        /** It is kept. */
        KEPT,
        /** It does not begin where the last one ended, or goes beyond the end. */
        ELSEWHERE,
        /** It was damaged on its way. */
        DAMAGED
    }

    /** The size no file of the library may pass, in bytes. */
    long largest() {
        return largest;
    }

    /** Announces a file; empty when this person has too many on their way. */
    Optional<Part> begin(String owner, String name, String place, long length) throws IOException {
        Files.createDirectories(folder);
        sweep();
        if (openOf(owner) >= MOST_OPEN) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        Path own = Files.createDirectory(folder.resolve(id));
        Properties about = new Properties();
        about.setProperty("owner", owner);
        about.setProperty("name", name);
        about.setProperty("place", place);
        about.setProperty("length", String.valueOf(length));
        Files.createFile(own.resolve("bytes"));
        try (Writer writer = Files.newBufferedWriter(own.resolve("about"))) {
            about.store(writer, null);
        }
        return Optional.of(new Part(id, name, place, length, 0));
    }

    /** A file on its way, if this person announced it. */
    public Optional<Part> find(String owner, String id) throws IOException {
        if (!id.matches(ID)) {
            return Optional.empty();
        }
        Optional<Properties> about = about(folder.resolve(id));
        if (about.isEmpty() || !about.get().getProperty("owner", "").equals(owner)) {
            return Optional.empty();
        }
        return Optional.of(new Part(
                id,
                about.get().getProperty("name", ""),
                about.get().getProperty("place", ""),
                Long.parseLong(about.get().getProperty("length", "0")),
                Files.size(bytes(id))));
    }

    /** Adds a piece. What comes twice, or after a gap, is not taken. */
    Outcome add(Part part, long offset, byte[] piece, byte[] sha256) throws IOException {
        if (sha256.length > 0 && !java.security.MessageDigest.isEqual(sha256, DigestUtils.sha256(piece))) {
            return Outcome.DAMAGED;
        }
        synchronized (turn(part.id())) {
            if (Files.size(bytes(part.id())) != offset || offset + piece.length > part.length()) {
                return Outcome.ELSEWHERE;
            }
            Files.write(bytes(part.id()), piece, StandardOpenOption.APPEND);
            return Outcome.KEPT;
        }
    }

    /** Returns the lock that calls for one file wait on. */
    Object turn(String id) {
        return turns[Math.floorMod(id.hashCode(), turns.length)];
    }

    InputStream open(Part part) throws IOException {
        return Files.newInputStream(bytes(part.id()));
    }

    /** Gives a file away, to that path. */
    public void take(Part part, Path to) throws IOException {
        Files.move(bytes(part.id()), to, StandardCopyOption.REPLACE_EXISTING);
        end(part);
    }

    /** Forgets a file: the library has it, or nobody wants it. */
    void end(Part part) throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve(part.id()));
    }

    private Path bytes(String id) {
        return folder.resolve(id).resolve("bytes");
    }

    private int openOf(String owner) throws IOException {
        int open = 0;
        for (Path own : all()) {
            open += about(own)
                            .filter(about -> about.getProperty("owner", "").equals(owner))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return open;
    }

    private void sweep() throws IOException {
        Instant oldest = clock.instant().minus(LIFE);
        for (Path own : all()) {
            Path bytes = own.resolve("bytes");
            if (!Files.exists(bytes)
                    || Files.getLastModifiedTime(bytes).toInstant().isBefore(oldest)) {
                FileSystemUtils.deleteRecursively(own);
            }
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return new ArrayList<>(found.toList());
        }
    }

    private static Optional<Properties> about(Path own) throws IOException {
        try (Reader reader = Files.newBufferedReader(own.resolve("about"))) {
            Properties about = new Properties();
            about.load(reader);
            return Optional.of(about);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
