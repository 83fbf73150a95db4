package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jcr.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a save that returned is worth when the process dies. */
class DurabilityTests {

    private static final int KILLS = 50;
    private static final int KILLS_AMID_A_WRITE = 40;
    private static final Workspace NOTES = new Workspace("notes");

    @TempDir
    Path home;

    @Test
    void fifty_kills_lose_no_acknowledged_save() throws Exception {
        Random random = new Random(20260601);
        List<String> acknowledged = new ArrayList<>();
        int amidAWrite = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Life life = Life.run(home, kill, random.nextInt(400));
            acknowledged.addAll(life.acknowledged);
            amidAWrite += life.writesInFlight > 0 ? 1 : 0;
        }
        System.out.println(amidAWrite + " of " + KILLS + " kills fell with a write in flight; " + acknowledged.size()
                + " saves were acknowledged");

        assertThat(amidAWrite).isGreaterThanOrEqualTo(KILLS_AMID_A_WRITE);
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        assertThat(missing(acknowledged)).isEmpty();
    }

    private Set<String> missing(List<String> acknowledged) throws Exception {
        Set<String> missing = new TreeSet<>();
        try (Store store = SegmentStores.open("author", home)) {
            Session session = store.login(Identity.SYSTEM);
            for (String name : acknowledged) {
                if (NOTES.node(session, "/" + name).isEmpty()) {
                    missing.add(name);
                }
            }
            session.logout();
        }
        return missing;
    }

    /** One child process: from its start to the signal that ends it. */
    private static final class Life {

        private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        private int writesInFlight;

        static Life run(Path home, int number, int millis) throws Exception {
            Life life = new Life();
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            home.toString(),
                            String.valueOf(number))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            AtomicInteger inFlight = new AtomicInteger();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                long deadline = Long.MAX_VALUE;
                String line;
                while ((line = out.readLine()) != null) {
                    if (deadline == Long.MAX_VALUE) {
                        deadline = System.nanoTime() + millis * 1_000_000L;
                    }
                    life.take(line, inFlight);
                    if (System.nanoTime() >= deadline && child.isAlive()) {
                        child.toHandle().destroyForcibly();
                    }
                }
            }
            child.waitFor();
            life.writesInFlight = inFlight.get();
            return life;
        }

        private void take(String line, AtomicInteger inFlight) {
            if (line.startsWith("begin ")) {
                inFlight.incrementAndGet();
            } else if (line.startsWith("saved ") && line.endsWith(".")) {
                inFlight.decrementAndGet();
                acknowledged.add(line.substring("saved ".length(), line.length() - 1));
            }
        }
    }

    /** The child: four threads that write without pause and say so only once the save returned. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            Store store = SegmentStores.open("author", Path.of(args[0]));
            store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
            for (int thread = 0; thread < 4; thread++) {
                String prefix = args[1] + "-" + thread + "-";
                new Thread(() -> write(store, prefix)).start();
            }
        }

        private static void write(Store store, String prefix) {
            for (int n = 0; ; n++) {
                String name = prefix + n;
                say("begin " + name);
                store.update(Identity.SYSTEM, session -> NOTES.root(session).addNode(name, "mgnl:content"));
                say("saved " + name + ".");
            }
        }

        private static void say(String line) {
            synchronized (System.out) {
                System.out.println(line);
                System.out.flush();
            }
        }
    }
}
