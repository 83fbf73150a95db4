package org.bocage.editorial.items;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.web.multipart.MultipartFile;

/** Files that were looked at and wait for a yes: an hour, the last few, each for the account that sent it. */
@Component
public class PendingImports {

    private static final Logger log = LoggerFactory.getLogger(PendingImports.class);
    private static final int KEPT = 20;
    private static final int LONGEST_NAME = 200;

    /**
     * File that waits to be imported.
     *
     * @param by the account that sent it
     * @param choices what was chosen with it
     */
    public record Pending(Path path, String name, String by, Set<String> choices) {}

    private final Cache<String, Pending> waiting = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(Duration.ofHours(1))
            .removalListener(PendingImports::removed)
            .executor(Runnable::run)
            .build();

    /**
     * Keeps a file and names it.
     *
     * @param source puts it where it is told
     */
    public String keep(ThrowingConsumer<Path> source, String name, String by, Set<String> choices) {
        try {
            Path path = Files.createTempFile("bocage-import", "");
            Pending pending = new Pending(path, name, by, choices);
            boolean isThere = false;
            try {
                source.accept(path);
                isThere = true;
            } finally {
                if (!isThere) {
                    remove(pending);
                }
            }
            String token = UUID.randomUUID().toString();
            waiting.put(token, pending);
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException("An import cannot be kept", e);
        }
    }

    /** Removes the files that still wait when the portal stops. */
    @PreDestroy
    void close() {
        waiting.invalidateAll();
    }

    /** Returns the file that an account left waiting under this token, or empty if there is none. */
    public Optional<Pending> of(String token, String account) {
        return Optional.ofNullable(waiting.getIfPresent(token))
                .filter(pending -> pending.by().equals(account));
    }

    /** How whoever sent a file calls it, without the folders it lay in. */
    public static String name(MultipartFile file) {
        return name(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    }

    /** The same, of a file that came piece by piece. */
    public static String name(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** It was taken, or cannot be. */
    public void done(String token) {
        waiting.invalidate(token);
    }

    private static void removed(@Nullable String token, @Nullable Pending pending, RemovalCause cause) {
        if (pending != null) {
            remove(pending);
        }
    }

    private static void remove(Pending pending) {
        try {
            Files.deleteIfExists(pending.path());
        } catch (IOException e) {
            log.warn("The file of an import stays in {}", pending.path(), e);
        }
    }
}
