package org.bocage.cms.definition.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The layered tree of the files of the light modules: where two folders hold the same path, the first wins. The listing
 * is that of the last reload; only what it lists can be read, whatever a path says.
 */
public interface Resources {

    /** The file at an absolute path such as {@code /portail/templates/pages/home.ftl}. */
    Optional<Resource> get(String path);

    /** Files whose whole path matches, sorted by path. */
    List<Resource> matching(Pattern path);

    /** Files whose path matches an Ant pattern such as {@code /portail/webresources/**}, sorted by path. */
    List<Resource> matching(String antPattern);

    /** Files in force that are of an installation's own: those of every layer but the last, sorted by path. */
    List<Resource> own();

    /** Files of {@link #own} that say something else than those of the last layer; hidden ones are left out. */
    default List<Resource> changed() {
        return own().stream()
                .filter(file -> !file.path().contains("/."))
                .filter(file -> base(file.path())
                        .filter(packaged -> isSame(packaged, file))
                        .isEmpty())
                .toList();
    }

    private static boolean isSame(Resource one, Resource other) {
        try {
            return one.hash().equals(other.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of the last layer at a path, whether it is in force or another one wins over it. */
    Optional<Resource> base(String path);
}
