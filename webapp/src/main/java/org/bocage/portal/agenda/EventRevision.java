package org.bocage.portal.agenda;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Numbers the states of an event that matter to whoever has it in their calendar: one more each time its date, place or status
 * changes, and not for a corrected word (RFC 5545, 3.8.7.4).
 */
final class EventRevision {

    static final String NUMBER = "numeroAgenda";
    private static final String MARKS = "reperesAgenda";
    private static final List<String> PROPERTIES =
            List.of("debut", "fin", "journee", "fuseau", "statut", "commune", "enLigne");
    private static final List<String> NODES = List.of("recurrence", "lieu");

    private EventRevision() {}

    /** Gives an event its number. The first state has 0. */
    static void number(Node event) throws RepositoryException {
        String marks = marks(event);
        String known = event.hasProperty(MARKS) ? event.getProperty(MARKS).getString() : "";
        if (marks.equals(known)) {
            return;
        }
        long number = event.hasProperty(NUMBER) ? event.getProperty(NUMBER).getLong() + 1 : 0;
        event.setProperty(NUMBER, number);
        event.setProperty(MARKS, marks);
    }

    private static String marks(Node event) throws RepositoryException {
        List<String> marks = new ArrayList<>();
        for (String name : PROPERTIES) {
            if (event.hasProperty(name)) {
                add(event.getProperty(name), name, marks);
            }
        }
        for (String name : NODES) {
            if (event.hasNode(name)) {
                add(event.getNode(name), name, marks);
            }
        }
        return hash(String.join("\n", marks.stream().sorted().toList()));
    }

    private static void add(Node node, String path, List<String> marks) throws RepositoryException {
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (!property.getName().contains(":")) {
                add(property, path + "/" + property.getName(), marks);
            }
        }
        for (NodeIterator all = node.getNodes(); all.hasNext(); ) {
            Node child = all.nextNode();
            add(child, path + "/" + child.getName(), marks);
        }
    }

    /** Dates are the same whatever zone they were written in; an empty text or « no » is as nothing. */
    private static void add(Property property, String path, List<String> marks) throws RepositoryException {
        for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
            String text = value.getType() == javax.jcr.PropertyType.DATE
                    ? value.getDate().toInstant().toString()
                    : value.getString().strip();
            if (!text.isEmpty() && !text.equals("false")) {
                marks.add(path + "=" + text);
            }
        }
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(DigestUtils.sha256(text), 0, 8);
    }
}
