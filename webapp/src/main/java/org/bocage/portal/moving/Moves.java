package org.bocage.portal.moving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bocage.portal.moving.reading.FormerItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.function.ThrowingConsumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves on the disk, a folder each below {@code reprises}: the export, what it holds, the plan, how far it is and the list of what did not
 * fit. A stop of the portal loses none of it; a month after the last change a folder goes.
 */
@Component
class Moves {

    /** Folder below the data of the portal where whoever runs the server puts files that are too large to be sent. */
    static final String DEPOSIT = "a-reprendre";

    static final Duration LIFE = Duration.ofDays(30);

    private static final String ID = "[0-9a-f-]{36}";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;
    private final Path deposit;
    private final Clock clock;

    Moves(@Value("${bocage.home:./data}") Path home, Clock clock) {
        this.folder = home.resolve("reprises");
        this.deposit = home.resolve(DEPOSIT);
        this.clock = clock;
    }

    /** Makes a folder for an export that was sent, and puts it there. */
    String receive(ThrowingConsumer<Path> export) throws IOException {
        String id = UUID.randomUUID().toString();
        Files.createDirectories(folder.resolve(id));
        export.accept(folder.resolve(id).resolve("export"));
        return id;
    }

    /** Makes a folder for an export that stays where it lies. */
    String refer() throws IOException {
        String id = UUID.randomUUID().toString();
        Files.createDirectories(folder.resolve(id));
        return id;
    }

    Path export(Move move) {
        return move.source().isEmpty() ? folder.resolve(move.id()).resolve("export") : Path.of(move.source());
    }

    /** Where the zip of pictures lies that was sent. */
    Path media(String id) {
        return folder.resolve(id).resolve("medias.zip");
    }

    /** Table of what did not fit. */
    Path list(String id) {
        return folder.resolve(id).resolve("liste.csv");
    }

    /** Files and folders that were put on the machine, by their names. */
    List<String> deposited() {
        if (!Files.isDirectory(deposit)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(deposit)) {
            return found.map(one -> String.valueOf(one.getFileName()))
                    .filter(one -> !one.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them; empty when there is none of that name. */
    Optional<Path> deposited(String name) {
        return deposited().contains(name) ? Optional.of(deposit.resolve(name)) : Optional.empty();
    }

    Path deposit() {
        return deposit;
    }

    /** Whether a deposited path is a folder. */
    boolean isFolder(String name) {
        return Files.isDirectory(deposit.resolve(name));
    }

    /** All moves, the latest first. */
    List<Move> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.flatMap(one -> find(String.valueOf(one.getFileName())).stream())
                    .sorted(Comparator.comparing(Move::sent).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Move> find(String id) {
        Path file = folder.resolve(id).resolve("move.json");
        return id.matches(ID) && Files.exists(file)
                ? Optional.of(MAPPER.readValue(file, Move.class))
                : Optional.empty();
    }

    /** Keeps a move, whole or not at all. */
    void save(Move move) {
        write(move.id(), "move.json", move);
    }

    private void write(String id, String name, Object value) {
        try {
            Path part = folder.resolve(id).resolve(name + ".part");
            MAPPER.writeValue(part, value);
            Files.move(
                    part,
                    folder.resolve(id).resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(String id, MoveContents contents, Map<String, List<FormerItem>> first) {
        write(id, "contents.json", contents);
        write(id, "first.json", first);
    }

    MoveContents contents(String id) {
        return MAPPER.readValue(folder.resolve(id).resolve("contents.json"), MoveContents.class);
    }

    /** The first contents of each kind. */
    Map<String, List<FormerItem>> first(String id) {
        return MAPPER.readValue(folder.resolve(id).resolve("first.json"), new TypeReference<>() {});
    }

    /** Takes a move off the disk; what came in with it stays. */
    void forget(String id) {
        if (id.matches(ID)) {
            try {
                FileSystemUtils.deleteRecursively(folder.resolve(id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Takes those off the disk that nobody has touched for a month. */
    void sweep() {
        Instant oldest = clock.instant().minus(LIFE);
        for (Move move : all()) {
            try {
                Instant touched = Files.getLastModifiedTime(
                                folder.resolve(move.id()).resolve("move.json"))
                        .toInstant();
                if (!move.stage().isUnderWay() && touched.isBefore(oldest)) {
                    forget(move.id());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
