package org.bocage.portal.moving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.security.Accounts;
import org.bocage.portal.moving.reading.Exports;
import org.bocage.portal.moving.reading.FormerAuthor;
import org.bocage.portal.moving.reading.SiteExport;
import org.bocage.portal.moving.reading.UnreadableExport;
import org.bocage.portal.sources.reading.Territory;
import org.springframework.stereotype.Component;

/** Reads an export for the first time, and proposes what becomes of what is in it. */
@Component
class MoveLook {

    private final Moves moves;
    private final TakingIn taking;
    private final DefinitionRegistry registry;
    private final Accounts accounts;
    private final Territory territory;
    private final Clock clock;

    MoveLook(
            Moves moves,
            TakingIn taking,
            DefinitionRegistry registry,
            Accounts accounts,
            Territory territory,
            Clock clock) {
        this.moves = moves;
        this.taking = taking;
        this.registry = registry;
        this.accounts = accounts;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * Reads an export into a move.
     *
     * @param source path of the file when it lies elsewhere; empty for none
     * @throws UnreadableExport when nothing of it can be read
     */
    Move read(String id, String name, String by, String source) throws UnreadableExport, IOException {
        Move fresh = new Move(
                id,
                name,
                "",
                by,
                clock.instant(),
                Move.Stage.READ,
                source,
                "",
                MovePlan.NONE,
                MoveProgress.NONE,
                "",
                List.of());
        SiteExport export = Exports.of(moves.export(fresh), name, territory, YearMonth.now(clock));
        MoveReading reading = new MoveReading();
        export.read(reading);
        MoveContents contents = reading.contents();
        moves.keep(id, contents, reading.first());
        Path file = moves.export(fresh);
        Move move = new Move(
                id,
                name,
                export.program(),
                by,
                fresh.sent(),
                Move.Stage.READ,
                source,
                // a zip that holds the export may hold the pictures beside it
                isZip(file) ? file.toString() : "",
                plan(contents),
                MoveProgress.NONE,
                "",
                List.of());
        moves.save(move);
        return move;
    }

    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    private MovePlan plan(MoveContents contents) {
        Set<String> types = new HashSet<>();
        for (ContentType type : registry.current().contentTypes()) {
            if (taking.target(type.name()).isPresent()) {
                types.add(type.name());
            }
        }
        Map<String, Optional<MoveTarget>> targets = new HashMap<>();
        Map<String, MovePlan.Kind> kinds = new LinkedHashMap<>();
        contents.kinds().forEach((key, kind) -> {
            String type = MappingGuess.type(kind, types);
            Optional<MoveTarget> target = targets.computeIfAbsent(type, taking::target);
            kinds.put(key, target.map(one -> MappingGuess.fields(kind, one)).orElse(MovePlan.Kind.ASIDE));
        });
        Map<String, String> authors = new LinkedHashMap<>();
        for (FormerAuthor author : contents.authors()) {
            if (!author.mail().isEmpty()) {
                accounts.find(author.mail()).ifPresent(one -> authors.put(author.key(), one.name()));
            }
        }
        return new MovePlan(kinds, authors, false, false, "", "");
    }

    /** Proposes what becomes of the fields of a kind in another type. */
    MovePlan.Kind guessed(MoveContents.Kind kind, String type) {
        return taking.target(type).map(one -> MappingGuess.fields(kind, one)).orElse(MovePlan.Kind.ASIDE);
    }
}
