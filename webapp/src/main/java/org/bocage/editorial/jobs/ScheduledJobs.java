package org.bocage.editorial.jobs;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/**
 * Scheduled methods of all beans, run by the machine that leads unless each is to run them. Of several machines one at a time runs a
 * job, on what the one before it left, whoever asked for it.
 */
final class ScheduledJobs extends ScheduledAnnotationBeanPostProcessor {

    private final ObjectProvider<Stores> stores;
    private final Map<String, Runnable> runs = new ConcurrentHashMap<>();

    ScheduledJobs(ObjectProvider<Stores> stores) {
        this.stores = stores;
    }

    @Override
    protected Runnable createRunnable(Object target, Method method, @Nullable String qualifier) {
        Runnable work = super.createRunnable(target, method, qualifier);
        String key = JobSchedule.key(method);
        if (method.isAnnotationPresent(OnEachMachine.class)) {
            runs.put(key, work);
            return work;
        }
        Runnable inTurn = () -> stores.getObject().author().alone("job " + key, work);
        runs.put(key, inTurn);
        return new LedRun(work, inTurn);
    }

    /** Returns the run of a job on this machine, whichever leads. */
    Runnable run(String key) {
        Runnable run = runs.get(key);
        if (run == null) {
            throw new IllegalArgumentException("No job " + key);
        }
        return run;
    }

    /** Run of a job at its time, which is left to the machine that leads. */
    final class LedRun implements SchedulingAwareRunnable {

        private final Runnable work;
        private final Runnable inTurn;

        LedRun(Runnable work, Runnable inTurn) {
            this.work = work;
            this.inTurn = inTurn;
        }

        @Override
        public void run() {
            if (stores.getObject().leadership().isHere()) {
                inTurn.run();
            }
        }

        Runnable work() {
            return work;
        }

        @Override
        public @Nullable String getQualifier() {
            return work instanceof SchedulingAwareRunnable aware ? aware.getQualifier() : null;
        }

        @Override
        public String toString() {
            return work.toString();
        }
    }
}
