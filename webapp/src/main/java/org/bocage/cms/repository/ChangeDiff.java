package org.bocage.cms.repository;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.plugins.memory.EmptyNodeState;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStateDiff;

/** Walks the difference of two states of a store and notes the paths. */
final class ChangeDiff implements NodeStateDiff {

    private final String path;
    private final Sink sink;

    private static final class Sink {
        private final Set<String> changed = new LinkedHashSet<>();
        private final Set<String> removed = new LinkedHashSet<>();
        private final Set<String> access = new LinkedHashSet<>();
    }

    private ChangeDiff(String path, Sink sink) {
        this.path = path;
        this.sink = sink;
    }

    static Changes between(NodeState before, NodeState after) {
        Sink sink = new Sink();
        after.compareAgainstBaseState(before, new ChangeDiff("", sink));
        return new Changes(sink.changed, sink.removed, sink.access, new SavedNodes(after));
    }

    @Override
    public boolean propertyAdded(PropertyState after) {
        return here();
    }

    @Override
    public boolean propertyChanged(PropertyState before, PropertyState after) {
        return here();
    }

    @Override
    public boolean propertyDeleted(PropertyState before) {
        return here();
    }

    @Override
    public boolean childNodeAdded(String name, NodeState after) {
        if (isOaks(name)) {
            return accessOrNothing(name);
        }
        here();
        sink.changed.add(path + "/" + name);
        return EmptyNodeState.compareAgainstEmptyState(after, new ChangeDiff(path + "/" + name, sink));
    }

    @Override
    public boolean childNodeChanged(String name, NodeState before, NodeState after) {
        if (isOaks(name)) {
            return accessOrNothing(name);
        }
        return after.compareAgainstBaseState(before, new ChangeDiff(path + "/" + name, sink));
    }

    @Override
    public boolean childNodeDeleted(String name, NodeState before) {
        if (isOaks(name)) {
            return accessOrNothing(name);
        }
        sink.removed.add(path + "/" + name);
        return here();
    }

    private boolean here() {
        if (!path.isEmpty()) {
            sink.changed.add(path);
        }
        return true;
    }

    private boolean accessOrNothing(String name) {
        if (name.equals("rep:policy") && !path.isEmpty()) {
            sink.access.add(path);
        }
        return true;
    }

    private boolean isOaks(String name) {
        return name.startsWith(":")
                || name.startsWith("rep:")
                || (path.isEmpty() && (name.startsWith("oak:") || name.startsWith("jcr:")));
    }
}
