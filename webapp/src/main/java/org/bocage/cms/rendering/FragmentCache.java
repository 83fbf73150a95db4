package org.bocage.cms.rendering;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.rendering.cache.DependencyRecorder;
import org.bocage.cms.rendering.cache.RenderCache;

/**
 * The parts of a public page that may stand as they were drawn before, for another page or another reader with the same
 * rights: its components, and what scripts name by {@code portailfn.kept}. A part that looks at the request, or changes
 * what is answered, is drawn each time.
 */
public final class FragmentCache {

    private static final long MOST_BYTES = 24L * 1024 * 1024;
    private static final int BYTES_OF_A_KEY = 500;

    /** Draws a part. */
    public interface Drawing<X extends Exception, Y extends Exception> {
        String html() throws X, Y;
    }

    /**
     * A part and all that may make it look otherwise.
     *
     * @param what names it within the site
     * @param since the moment up to which nothing is kept
     */
    public record Key(
            Object what, Set<String> principals, Locale locale, String hostPath, String baseUrl, Instant since) {}

    /** Creates the cache that all renderings share. */
    public static RenderCache.Kept<Key, String> in(RenderCache drawings) {
        return drawings.cache(MOST_BYTES, (key, html) -> BYTES_OF_A_KEY + 2 * html.length());
    }

    private final Optional<RenderCache.Kept<Key, String>> kept;
    private final long startedAt;
    private final RenderRequest request;
    private final Set<String> principals;
    private final Instant since;
    private final NodeReader nodes;

    /**
     * Creates the fragments of one rendering.
     *
     * @param kept empty when each is to be drawn
     * @param startedAt the {@link RenderCache#generation} before anything was read
     */
    public FragmentCache(
            Optional<RenderCache.Kept<Key, String>> kept,
            long startedAt,
            RenderRequest request,
            Instant now,
            NodeReader nodes) {
        this.kept = kept;
        this.startedAt = startedAt;
        this.request = request;
        this.principals = request.reader().sharedPrincipals();
        long oldest = RenderCache.OLDEST.toSeconds();
        this.since = Instant.ofEpochSecond(now.getEpochSecond() / oldest * oldest);
        this.nodes = nodes;
    }

    /**
     * The HTML of a part.
     *
     * @param what names it within the site
     */
    public <X extends Exception, Y extends Exception> String html(Object what, Drawing<X, Y> drawing) throws X, Y {
        if (kept.isEmpty()) {
            return drawing.html();
        }
        Key key = new Key(what, principals, request.locale(), request.hostPath(), request.baseUrl(), since);
        Optional<RenderCache.Drawn<String>> known = kept.get().get(key);
        if (known.isPresent()) {
            nodes.notes().add(known.get().reads());
            return known.get().value();
        }
        DependencyRecorder around = nodes.notes();
        DependencyRecorder own = new DependencyRecorder();
        nodes.noteIn(own);
        try {
            String html = drawing.html();
            // also when the script went on after it was told
            nodes.deadline().check();
            if (!own.isBound()) {
                kept.get().put(key, new RenderCache.Drawn<>(html, own.reads()), startedAt);
            }
            return html;
        } finally {
            around.add(own);
            nodes.noteIn(around);
        }
    }
}
