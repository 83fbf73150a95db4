package org.bocage.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Job that has the heap collected once a portal that worked is at rest. The serial collector gives memory back after a full
 * collection alone, and makes none while nobody needs room: what a burst of work left would stay for hours. The room that is kept free
 * for the work to come is smaller then.
 */
@Component
class IdleHeap {

    private static final int EVERY = 20_000;
    /** Hundredths of the heap that stay free after a collection. */
    private static final String LEAST_FREE = "MinHeapFreeRatio";

    private static final String MOST_FREE = "MaxHeapFreeRatio";

    /** Processor time between two looks, at most, of a portal at rest. */
    private static final long AT_REST = Duration.ofSeconds(1).toNanos();
    /** Bytes that came since the last full collection: with less, there is nothing worth a pause. */
    private static final long WORTH_IT = 6L * 1024 * 1024;

    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private long used = process.getProcessCpuTime();

    @OnEachMachine
    @Scheduled(fixedDelay = EVERY, initialDelay = EVERY)
    void look() {
        long before = used;
        used = process.getProcessCpuTime();
        if (used - before < AT_REST && grown() > WORTH_IT) {
            collect();
        }
    }

    private void collect() {
        String least = machine.getVMOption(LEAST_FREE).getValue();
        String most = machine.getVMOption(MOST_FREE).getValue();
        try {
            machine.setVMOption(LEAST_FREE, "2");
            machine.setVMOption(MOST_FREE, "5");
            System.gc();
        } finally {
            machine.setVMOption(MOST_FREE, most);
            machine.setVMOption(LEAST_FREE, least);
        }
    }

    /** Bytes by which what is old has grown since it was last collected; none where the collector does not tell. */
    private static long grown() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .mapToLong(pool -> pool.getUsage().getUsed() - collected(pool))
                .sum();
    }

    private static long collected(MemoryPoolMXBean pool) {
        @Nullable MemoryUsage after = pool.getCollectionUsage();
        return after == null ? pool.getUsage().getUsed() : after.getUsed();
    }
}
