package org.bocage.cms.rendering;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** A session that counts what is asked of the store: which node was looked up or read, and how. */
final class CountedReads {

    private final Map<String, Integer> counts = new TreeMap<>();

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    Session session(Session real) {
        return wrap(Session.class, real);
    }

    private <T> T wrap(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(real, method, arguments == null ? new Object[0] : arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        note(real, method.getName(), arguments);
        Object answer;
        try {
            answer = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (answer instanceof Session session) {
            return wrap(Session.class, session);
        }
        if (answer instanceof Node || (answer != null && method.getName().equals("nextNode"))) {
            return wrap(Node.class, answer);
        }
        return answer instanceof NodeIterator ? wrap(NodeIterator.class, answer) : answer;
    }

    private void note(Object real, String method, Object[] arguments) throws RepositoryException {
        switch (method) {
            case "nodeExists", "getNode", "getNodeByIdentifier", "hasNode" ->
                count(method + " " + (real instanceof Node node ? node.getPath() + " " : "") + arguments[0]);
            case "getProperties", "getNodes" -> count(method + " " + ((Node) real).getPath());
            default -> {
                // names, types and values are of a node that was read
            }
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
