package org.bocage.cms.rendering.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.LimitReached;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.values.RenderingModelImpl;

/** The scripts that are running, each within the one that asked for it. */
final class Running {

    private static final int DEEPEST = 50;
    /** A component may show itself in another guise, by attributes of the context; it does not do so for ever. */
    private static final int MOST_REPEATED = 5;

    private record Frame(ContentMap content, RenderableDefinition definition, RenderingModelImpl model) {

        boolean is(ContentNode node, RenderableDefinition other) {
            return content.node().equals(node) && definition.equals(other);
        }
    }

    private final Deque<Frame> frames = new ArrayDeque<>();

    /** A node that shows itself. */
    static final class Loop extends RenderFailure {

        private static final long serialVersionUID = 1L;

        private final transient ContentNode node;

        private Loop(ContentNode node) {
            super(node.storePath() + " shows itself without end");
            this.node = node;
        }

        ContentNode node() {
            return node;
        }
    }

    /**
     * Begins a script.
     *
     * @throws Loop when it already runs for the node, several times
     * @throws LimitReached when too many scripts run within each other
     */
    RenderingModelImpl enter(ContentMap content, RenderableDefinition definition, RenderContext context) {
        if (frames.size() == DEEPEST) {
            // within fewer it might be shown
            context.nodes().notes().bind();
            throw new LimitReached("more than " + DEEPEST + " scripts run within each other");
        }
        if (frames.stream()
                        .filter(frame -> frame.is(content.node(), definition))
                        .count()
                == MOST_REPEATED) {
            throw new Loop(content.node());
        }
        Frame parent = frames.peek();
        RenderingModelImpl model =
                new RenderingModelImpl(content, definition, parent == null ? null : parent.model(), context);
        frames.push(new Frame(content, definition, model));
        return model;
    }

    void leave() {
        frames.pop();
    }

    /** Whether a node is being shown, further out. */
    boolean shows(ContentNode node) {
        return frames.stream().anyMatch(frame -> frame.content().node().equals(node));
    }

    /** Returns the content that the innermost script shows. */
    Optional<ContentMap> content() {
        return Optional.ofNullable(frames.peek()).map(Frame::content);
    }
}
