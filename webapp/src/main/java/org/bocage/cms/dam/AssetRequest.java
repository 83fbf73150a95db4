package org.bocage.cms.dam;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.SessionFunction;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The address of an asset or of a rendition, taken apart (spec 7.6).
 *
 * @param author whether it is asked of the author store
 * @param steps decoded, from {@code dam} or {@code .imaging} on
 */
record AssetRequest(boolean author, List<String> steps) {

    /** {@code .imaging}, generator, theme, variation, workspace. */
    private static final int BEFORE_PATH = 5;

    static AssetRequest of(HttpServletRequest request) {
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        List<String> steps = path.elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(element -> ((PathSegment) element).valueToMatch())
                .toList();
        boolean author = steps.get(0).equals("author");
        return new AssetRequest(author, author ? steps.subList(1, steps.size()) : steps);
    }

    /** The original: {@code /dam/jcr:<uuid>/<any name>}, {@code /dam/<path>} or {@code /dam/jcr/<path>}. */
    SessionFunction<Optional<Node>> original(Assets assets) {
        if (!isSafe() || steps.size() < 2) {
            return session -> Optional.empty();
        }
        String first = steps.get(1);
        if (first.startsWith(Asset.KEY_PREFIX)) {
            return session -> steps.size() <= 3 ? assets.byKey(session, first) : Optional.empty();
        }
        int start = first.equals("jcr") && steps.size() > 2 ? 2 : 1;
        String path = "/" + String.join("/", steps.subList(start, steps.size()));
        return session -> withOrWithoutExtension(assets, session, path);
    }

    /** The picture of {@code /.imaging/mte/<theme>/<variation>/dam<path>/jcr:content/<any name>}. */
    SessionFunction<Optional<Node>> pictured(Assets assets) {
        int end = steps.size() - 2;
        if (!isSafe()
                || end <= BEFORE_PATH
                || !steps.get(BEFORE_PATH - 1).equals("dam")
                || !steps.get(end).equals(Asset.CONTENT)) {
            return session -> Optional.empty();
        }
        String path = "/" + String.join("/", steps.subList(BEFORE_PATH, end));
        return session -> assets.byPath(session, path);
    }

    /** The picture of {@code /.imaging/default/dam<path>/jcr:content.<extension>}. */
    SessionFunction<Optional<Node>> byDefault(Assets assets) {
        int end = steps.size() - 1;
        if (!isSafe()
                || end < 4
                || !steps.get(2).equals("dam")
                || !steps.get(end).startsWith(Asset.CONTENT)) {
            return session -> Optional.empty();
        }
        String path = "/" + String.join("/", steps.subList(3, end));
        return session -> assets.byPath(session, path);
    }

    String theme() {
        return steps.size() > 2 ? steps.get(2) : "";
    }

    String variation() {
        return steps.size() > 3 ? steps.get(3) : "";
    }

    /** A slash that was encoded would make two steps of one. */
    private boolean isSafe() {
        return steps.stream().noneMatch(step -> step.indexOf('/') >= 0 || step.indexOf('\\') >= 0);
    }

    private static Optional<Node> withOrWithoutExtension(Assets assets, Session session, String path)
            throws RepositoryException {
        Optional<Node> exact = assets.byPath(session, path);
        int dot = path.lastIndexOf('.');
        return exact.isPresent() || dot <= path.lastIndexOf('/') + 1
                ? exact
                : assets.byPath(session, path.substring(0, dot));
    }
}
