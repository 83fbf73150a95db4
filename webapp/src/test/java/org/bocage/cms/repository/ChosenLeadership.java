package org.bocage.cms.repository;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bocage.cms.repository.cluster.Leadership;

/** Leadership that is elsewhere until a test has it come. */
public class ChosenLeadership implements Leadership {

    private final List<Runnable> told = new CopyOnWriteArrayList<>();
    private volatile boolean here;

    public void come() {
        here = true;
        told.forEach(Runnable::run);
    }

    /** Whether somebody waits to be told. */
    protected boolean isAwaited() {
        return !told.isEmpty();
    }

    @Override
    public boolean isHere() {
        return here;
    }

    @Override
    public void whenMoved(Runnable callback) {
        told.add(callback);
    }

    @Override
    public void close() {
        here = false;
    }
}
