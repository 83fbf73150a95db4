package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Session;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.e2e.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a save that returned is worth when the process dies. */
class DurabilityTests {

    private static final int KILLS = Integer.getInteger("kills", Walk.of(12, 50));
    private static final int KILLS_AMID_A_WRITE = KILLS * 4 / 5;
    private static final Workspace NOTES = new Workspace("notes");

    @TempDir
    Path home;

    @Test
    void kills_lose_no_acknowledged_save() throws Exception {
        Random random = new Random(20260601);
        List<String> acknowledged = new ArrayList<>();
        int amidAWrite = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Mortal life =
                    Mortal.run(Writer.class, done -> true, random.nextInt(400), home.toString(), String.valueOf(kill));
            acknowledged.addAll(life.acknowledged());
            amidAWrite += life.underway() > 0 ? 1 : 0;
        }
        System.out.println(amidAWrite + " of " + KILLS + " kills fell with a write in flight; " + acknowledged.size()
                + " saves were acknowledged");

        assertThat(amidAWrite).isGreaterThanOrEqualTo(KILLS_AMID_A_WRITE);
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        assertThat(missing(acknowledged)).isEmpty();
    }

    private Set<String> missing(List<String> acknowledged) throws Exception {
        Set<String> missing = new TreeSet<>();
        try (WritableStore store = SegmentStores.open("author", home)) {
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

    /** The child: four threads that write without pause and say so only once the save returned. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            WritableStore store = SegmentStores.open("author", Path.of(args[0]));
            store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, NOTES));
            for (int thread = 0; thread < 4; thread++) {
                Mortal.again(
                        args[1] + "-" + thread + "-",
                        name -> store.update(
                                Identity.SYSTEM, session -> NOTES.root(session).addNode(name, "mgnl:content")));
            }
        }
    }
}
