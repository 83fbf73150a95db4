package org.bocage.portal.seats;

import java.util.List;
import java.util.Map;

/**
 * Model of {@code espace/inscriptions.ftlh} and {@code site/inscriptions.ftlh}: who comes to an event, for who organises.
 *
 * @param event address of the event
 * @param action address that the forms are sent to
 * @param organiser short name of the organiser without an account; empty in the private space
 * @param answers mail address that answers go to; empty when none is known
 * @param done what was just done, in words; empty for nothing
 * @param dates those for which somebody registered
 */
public record SeatListPage(
        String title,
        String event,
        String action,
        String organiser,
        String answers,
        String done,
        List<Date> dates,
        Letter letter) {

    /**
     * One date.
     *
     * @param begun whether one knows who is there
     * @param open whether one may still come, so that who asks may get a yes
     * @param tallies how often each answer was given, of the questions with answers to choose from
     */
    public record Date(
            String day,
            String when,
            int seats,
            boolean begun,
            boolean open,
            List<Who> asked,
            List<Who> seated,
            List<Who> waiting,
            List<Tally> tallies) {}

    /** Somebody. */
    public record Who(String id, String name, String mail, boolean came, List<Answered> answers) {}

    /** Answer of somebody to a question. */
    public record Answered(String question, String text) {}

    /** Question, and how often each of its answers was given, in words. */
    public record Tally(String question, String counts) {}

    /**
     * Message to some of the list.
     *
     * @param problem about the whole of it; empty for none
     * @param errors by field
     */
    public record Letter(
            List<Recipients> to, String subject, String text, String problem, Map<String, String> errors) {}

    /** People to whom a message may go, with how many they are. */
    public record Recipients(String value, String label, boolean selected) {}
}
