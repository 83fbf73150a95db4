package org.bocage.portal.moving;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A site, or a part of one, that moves in: the export that somebody sent, what becomes of what is in it, and how far that is.
 *
 * @param name of the file, as whoever sent it calls it
 * @param program key of the program that made it
 * @param by account that sent it
 * @param source path of the export when it lies elsewhere on the machine; empty when it was sent
 * @param media path of the zip or folder of its pictures; empty for none
 * @param problem key of what stopped it; empty for nothing
 * @param passed identifiers of contents over there that stopped a run, and are left aside since
 */
record Move(
        String id,
        String name,
        String program,
        String by,
        Instant sent,
        Stage stage,
        String source,
        String media,
        MovePlan plan,
        MoveProgress progress,
        String problem,
        List<String> passed) {

    /** How far a move is. */
    enum Stage {
        /** It was read; somebody says what becomes of what. */
        READ,
        TAKING_IN,
        TAKEN_IN,
        PUBLISHING,
        PUBLISHED,
        TAKING_BACK,
        TAKEN_BACK;

        /** Whether the portal has something to do. */
        boolean isUnderWay() {
            return this == TAKING_IN || this == PUBLISHING || this == TAKING_BACK;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Move {
        passed = List.copyOf(passed);
    }

    Move at(Stage next) {
        return new Move(id, name, program, by, sent, next, source, media, plan, progress, "", passed);
    }

    Move with(MovePlan next) {
        return new Move(id, name, program, by, sent, stage, source, media, next, progress, problem, passed);
    }

    Move with(MoveProgress next) {
        return new Move(id, name, program, by, sent, stage, source, media, plan, next, problem, passed);
    }

    Move withMedia(String path) {
        return new Move(id, name, program, by, sent, stage, source, path, plan, progress, problem, passed);
    }

    /** The same, which something stopped. */
    Move stoppedBy(String key) {
        return new Move(id, name, program, by, sent, stage, source, media, plan, progress, key, passed);
    }

    /** The same, without a content over there that cannot be taken. */
    Move passing(String item) {
        List<String> all = Stream.concat(passed.stream(), Stream.of(item)).toList();
        return new Move(id, name, program, by, sent, stage, source, media, plan, progress, problem, all);
    }
}
