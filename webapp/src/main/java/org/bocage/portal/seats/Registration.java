package org.bocage.portal.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/**
 * Somebody on the list of a date.
 *
 * @param rank among those who wait, from 1; 0 for everybody else
 * @param confirmed when the seat was given, or the request was made
 * @param answers to the questions of the event
 */
record Registration(
        String id,
        String name,
        String mail,
        Status status,
        int rank,
        Instant confirmed,
        List<Question.Answer> answers) {

    private static final String STATUS = "situation";
    private static final String QUESTIONS = "questions";
    private static final String ANSWERS = "reponses";

    /** Where a registration stands; its key is kept in the store. */
    enum Status {
        /** Asked for, and waits for a yes of the organiser. */
        ASKED("demande"),
        /** Has a seat. */
        SEATED("place"),
        /** Waits for a seat. */
        WAITING("attente"),
        /** Had a seat, and was there. */
        CAME("venu");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** Whether a seat is taken by it. */
    boolean seated() {
        return status == Status.SEATED || status == Status.CAME;
    }

    /** Returns the first name and the initial of the last: enough to tell whose it is, and no more. */
    String shortName() {
        return shortened(name);
    }

    /** Returns the first word of a name and the initial of its last. */
    static String shortened(String name) {
        String[] words = name.strip().split("\\s+");
        String last = words[words.length - 1];
        return words.length == 1 ? last : words[0] + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
    }

    /** Returns the registrations of a date, in the order in which they came. */
    static List<Registration> of(Node folder) throws RepositoryException {
        Map<Long, Node> inOrder = new TreeMap<>();
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            inOrder.put(node.getProperty("numero").getLong(), node);
        }
        List<Registration> all = new ArrayList<>();
        int waiting = 0;
        for (Node node : inOrder.values()) {
            Status status = status(node);
            all.add(new Registration(
                    node.getName(),
                    Gathering.text(node, "nom"),
                    Gathering.text(node, "courriel"),
                    status,
                    status == Status.WAITING ? ++waiting : 0,
                    node.getProperty(node.hasProperty("confirme") ? "confirme" : "cree")
                            .getDate()
                            .toInstant(),
                    answers(node)));
        }
        return all;
    }

    /** Before there were more than two, the store said by yes or no whether a seat was given. */
    private static Status status(Node node) throws RepositoryException {
        String key = Gathering.text(node, STATUS);
        for (Status one : Status.values()) {
            if (one.key.equals(key)) {
                return one;
            }
        }
        return node.hasProperty("place") && node.getProperty("place").getBoolean() ? Status.SEATED : Status.WAITING;
    }

    static void put(Node node, Status status) throws RepositoryException {
        node.setProperty(STATUS, status.key);
    }

    static void put(Node node, List<Question.Answer> answers) throws RepositoryException {
        node.setProperty(
                QUESTIONS, answers.stream().map(Question.Answer::question).toArray(String[]::new));
        node.setProperty(ANSWERS, answers.stream().map(Question.Answer::text).toArray(String[]::new));
    }

    private static List<Question.Answer> answers(Node node) throws RepositoryException {
        List<Question.Answer> answers = new ArrayList<>();
        if (node.hasProperty(QUESTIONS) && node.hasProperty(ANSWERS)) {
            List<String> questions = texts(node.getProperty(QUESTIONS));
            List<String> texts = texts(node.getProperty(ANSWERS));
            for (int i = 0; i < Math.min(questions.size(), texts.size()); i++) {
                answers.add(new Question.Answer(questions.get(i), texts.get(i)));
            }
        }
        return answers;
    }

    private static List<String> texts(Property property) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        for (Value value : property.getValues()) {
            texts.add(value.getString());
        }
        return texts;
    }
}
