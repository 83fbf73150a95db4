package org.bocage.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.WritableStore;

/** Names of the options that a stopped portal had, as it keeps them. */
final class KeptOptions {

    private static final String PATH = "/config/options";

    private KeptOptions() {}

    static Set<String> names(Path home) throws IOException {
        try (WritableStore author = author(home)) {
            return author.read(Identity.SYSTEM, session -> names(session.getNode(PATH)));
        }
    }

    /** Has it be of a version that had not one of its options. */
    static void makeOlder(Path home, String version, String option) throws IOException {
        try (WritableStore author = author(home)) {
            author.update(Identity.SYSTEM, session -> {
                Node node = session.getNode(PATH);
                Set<String> names = names(node);
                names.remove(option);
                node.setProperty("names", names.toArray(new String[0]));
                node.setProperty("version", version);
            });
        }
    }

    private static WritableStore author(Path home) {
        return OtherStore.of(home, "author");
    }

    private static Set<String> names(Node node) throws RepositoryException {
        Set<String> names = new TreeSet<>();
        for (Value value : node.getProperty("names").getValues()) {
            names.add(value.getString());
        }
        return names;
    }
}
