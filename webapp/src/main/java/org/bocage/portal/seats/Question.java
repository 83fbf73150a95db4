package org.bocage.portal.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Question that an event asks of those who register.
 *
 * @param label as the organiser wrote it; empty for the diet, which the portal words itself
 * @param choices answers of which one is chosen, in their order; empty unless the kind is {@link Kind#CHOICE}
 */
record Question(String label, Kind kind, List<String> choices) {

    private static final String HERE = "inscription/";
    private static final int MOST_CHOICES = 12;
    private static final int LONGEST_CHOICE = 80;
    private static final int NAME_LENGTH = 8;

    /** How a question is answered. */
    enum Kind {
        TEXT,
        CHOICE,
        DIET
    }

    /** An answer with the label of its question at that time. */
    record Answer(String question, String text) {}

    /** Returns the questions of an event, in their order. */
    static List<Question> of(Node event) throws RepositoryException {
        List<Question> all = new ArrayList<>();
        add(event, "question", "choix", all);
        add(event, "autreQuestion", "autreChoix", all);
        if (Gathering.text(event, HERE + "repas").equals("true")) {
            all.add(new Question("", Kind.DIET, List.of()));
        }
        return all;
    }

    private static void add(Node event, String field, String answers, List<Question> all) throws RepositoryException {
        String label = Gathering.text(event, HERE + field).strip();
        if (!label.isEmpty() && all.stream().noneMatch(one -> one.label().equals(label))) {
            List<String> choices = choices(Gathering.text(event, HERE + answers));
            all.add(new Question(label, choices.isEmpty() ? Kind.TEXT : Kind.CHOICE, choices));
        }
    }

    /** Choices are written one a line. */
    private static List<String> choices(String lines) {
        return Stream.of(lines.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() > LONGEST_CHOICE ? line.substring(0, LONGEST_CHOICE) : line)
                .distinct()
                .limit(MOST_CHOICES)
                .toList();
    }

    /** Name of its field in the form, by its words: what answers one question is not taken for another that replaced it. */
    String field() {
        return "question" + DigestUtils.sha256Hex(label).substring(0, NAME_LENGTH);
    }
}
