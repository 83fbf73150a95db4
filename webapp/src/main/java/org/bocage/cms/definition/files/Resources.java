package org.bocage.cms.definition.files;

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

    /** The file of the last layer at a path, whether it is in force or another one wins over it. */
    Optional<Resource> base(String path);
}
