package org.bocage.cms.rendering;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The parts of a public page that may stand as they were drawn before, for another page or another reader of the same
 * audience: its components, and what scripts name by {@code portailfn.kept}. A part that looks at the request, or changes
 * what is answered, is drawn each time.
 */
final class Parts {

    /** Some parts depend on the time of day, as pages do. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private static final long MOST_BYTES = 24L * 1024 * 1024;
    /** What an entry takes beside its HTML: the names of what it read are mostly known elsewhere. */
    private static final int BESIDE = 2_000;

    /** Draws a part. */
    interface Drawing<X extends Exception> {
        void into(StringWriter out) throws IOException, X;
    }

    /**
     * A part and all that may make it look otherwise.
     *
     * @param what names it within the site
     * @param since the moment up to which nothing is kept
     */
    record Key(Object what, Set<String> principals, Locale locale, String hostPath, String baseUrl, Instant since) {}

    /** What keeps them, for all renderings. */
    static Drawings.Kept<Key, String> in(Drawings drawings) {
        return drawings.cache(MOST_BYTES, OLDEST, (key, html) -> 2 * html.length() + BESIDE);
    }

    private final Optional<Drawings.Kept<Key, String>> kept;
    private final long startedAt;
    private final RenderRequest request;
    private final Instant since;
    private final NodeReader nodes;
    private final Supplier<StringWriter> buffers;

    /**
     * Those of one rendering.
     *
     * @param kept empty when each is to be drawn
     * @param startedAt the {@link Drawings#generation} before anything was read
     */
    Parts(
            Optional<Drawings.Kept<Key, String>> kept,
            long startedAt,
            RenderRequest request,
            Instant now,
            NodeReader nodes,
            Supplier<StringWriter> buffers) {
        this.kept = kept;
        this.startedAt = startedAt;
        this.request = request;
        this.since = Instant.ofEpochSecond(now.getEpochSecond() / OLDEST.toSeconds() * OLDEST.toSeconds());
        this.nodes = nodes;
        this.buffers = buffers;
    }

    /** The HTML of a part. */
    <X extends Exception> String html(Object what, Drawing<X> drawing) throws IOException, X {
        if (kept.isEmpty()) {
            return drawn(drawing);
        }
        Key key = new Key(
                what, request.reader().principals(), request.locale(), request.hostPath(), request.baseUrl(), since);
        Optional<Drawings.Drawn<String>> known = kept.get().get(key);
        if (known.isPresent()) {
            nodes.notes().add(known.get().reads());
            return known.get().value();
        }
        Notes around = nodes.notes();
        Notes own = nodes.noteIn(new Notes());
        try {
            String html = drawn(drawing);
            if (!own.isBound()) {
                kept.get().put(key, new Drawings.Drawn<>(html, own.reads()), startedAt);
            }
            return html;
        } finally {
            nodes.noteIn(around).add(own);
        }
    }

    /** The HTML of what is never kept. */
    <X extends Exception> String drawn(Drawing<X> drawing) throws IOException, X {
        StringWriter out = buffers.get();
        drawing.into(out);
        return out.toString();
    }
}
