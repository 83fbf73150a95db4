package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.seats.Registration.Status;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The list of those who register and what an organiser does with it, in the private space and by a signed link alike. */
@Component
class SeatDesk {

    static final int LONGEST_SUBJECT = 120;
    static final int LONGEST_TEXT = 5_000;
    private static final int SHORTEST = 3;
    private static final List<Status> LISTED = List.of(Status.SEATED, Status.WAITING, Status.ASKED);

    private final Seats seats;
    private final SeatMessages letters;
    private final Gatherings gatherings;
    private final MessageSource messages;
    private final Clock clock;

    SeatDesk(Seats seats, SeatMessages letters, Gatherings gatherings, MessageSource messages, Clock clock) {
        this.seats = seats;
        this.letters = letters;
        this.gatherings = gatherings;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Outcome of a gesture.
     *
     * @param done key of the sentence that says it; empty when the form is shown again
     * @param status of the form shown again
     * @param problem key of the sentence about the whole of the message; empty for none
     * @param errors about the message, by field
     */
    record Outcome(String done, int status, SeatMessages.Message message, String problem, Map<String, String> errors) {

        static final Outcome NONE = done("");

        static Outcome done(String key) {
            return new Outcome(key, 200, SeatMessages.Message.NONE, "", Map.of());
        }
    }

    /** Returns the dates of an event whose seats are taken here, for an organiser whom the caller knows. */
    List<Gathering> dates(String event) {
        return gatherings.of(event);
    }

    /** Does what an organiser asks for. */
    Outcome act(List<Gathering> dates, Organiser from, HttpServletRequest request) {
        String day = FormAnswers.text(request, "jour");
        String[] ticked = request.getParameterValues("personne");
        Set<String> people = ticked == null ? Set.of() : Arrays.stream(ticked).collect(Collectors.toSet());
        String gesture = FormAnswers.text(request, "geste");
        if (gesture.equals("message")) {
            return write(dates, from, request);
        }
        for (Gathering date : dates) {
            if (date.day().equals(day)) {
                return act(date, gesture, people, from);
            }
        }
        return Outcome.NONE;
    }

    private Outcome act(Gathering date, String gesture, Set<String> people, Organiser from) {
        switch (gesture) {
            case "accepter", "refuser" -> {
                if (people.isEmpty()) {
                    return Outcome.done("inscriptions-personne");
                }
                if (gesture.equals("accepter") && !date.isOpen(clock.instant())) {
                    return Outcome.done("inscriptions-closes");
                }
                seats.decide(date, people, gesture.equals("accepter"), from);
                return Outcome.done(gesture.equals("accepter") ? "inscriptions-oui" : "inscriptions-non");
            }
            case "presences" -> {
                if (!date.isBegun(clock.instant())) {
                    return Outcome.NONE;
                }
                seats.came(date, people);
                return Outcome.done("inscriptions-presences");
            }
            default -> {
                return Outcome.NONE;
            }
        }
    }

    /** An organiser without an account writes to nobody about an event that was taken off line. */
    private static boolean mayWrite(List<Gathering> dates, Organiser from) {
        return from.hasAccount() || dates.stream().allMatch(Gathering::online);
    }

    private Outcome write(List<Gathering> dates, Organiser from, HttpServletRequest request) {
        if (!mayWrite(dates, from)) {
            return Outcome.NONE;
        }
        SeatMessages.Message message = message(request);
        Map<String, String> errors = errors(message);
        if (!errors.isEmpty()) {
            return new Outcome("", 422, message, "", errors);
        }
        List<Gathering> used =
                dates.stream().filter(one -> !seats.people(one).isEmpty()).toList();
        SeatMessages.Outcome outcome = used.isEmpty() ? SeatMessages.Outcome.NOBODY : letters.send(used, message, from);
        return switch (outcome) {
            case SENT -> Outcome.done("inscriptions-message");
            case SENT_BEFORE -> Outcome.done("inscriptions-deja");
            case NOBODY -> new Outcome("", 422, message, "seats.letter.nobody", Map.of());
            case TOO_MANY -> new Outcome("", 429, message, "seats.letter.too-many", Map.of());
        };
    }

    private static SeatMessages.Message message(HttpServletRequest request) {
        return new SeatMessages.Message(
                FormAnswers.text(request, "pour"),
                FormAnswers.text(request, "sujet"),
                FormAnswers.text(request, "message").replace("\r\n", "\n"));
    }

    /** Outcome of what comes too often from one connection: nothing is done, what was typed stays. */
    Outcome refused(HttpServletRequest request) {
        return new Outcome("", 429, message(request), "seats.letter.too-often", Map.of());
    }

    private Map<String, String> errors(SeatMessages.Message message) {
        Map<String, String> errors = new LinkedHashMap<>();
        String subject = message.subject();
        if (subject.length() < SHORTEST
                || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            errors.put("sujet", say("seats.letter.subject-length"));
        }
        if (message.text().length() < SHORTEST || message.text().length() > LONGEST_TEXT) {
            errors.put("message", say("seats.letter.text-length"));
        }
        return errors;
    }

    /**
     * Returns the page of the list.
     *
     * @param back address of the event
     * @param action address that the forms are sent to
     * @param done key of what was just done; empty for nothing
     */
    SeatListPage page(
            List<Gathering> dates, String back, String action, Organiser organiser, String done, Outcome outcome) {
        List<SeatListPage.Date> shown = new ArrayList<>();
        List<SeatListPage.Recipients> to = new ArrayList<>();
        List<Gathering> used = new ArrayList<>();
        Map<Gathering, List<Registration>> all = new HashMap<>();
        for (Gathering one : dates) {
            List<Registration> people = seats.people(one);
            if (people.isEmpty()) {
                continue;
            }
            used.add(one);
            all.put(one, people);
            shown.add(date(one, people));
            for (Status status : LISTED) {
                int some = who(people, status).size();
                if (some > 0) {
                    String key = "seats.to." + status.key() + (dates.size() == 1 ? "" : ".day");
                    String list = SeatMessages.Message.list(one, status);
                    to.add(recipients(list, say(key, some, one.when()), outcome));
                }
            }
        }
        if (to.size() > 1) {
            long everybody = SeatMessages.meant(used, clock.instant()).stream()
                    .flatMap(one -> all.getOrDefault(one, List.of()).stream())
                    .map(one -> one.mail().toLowerCase(Locale.ROOT))
                    .distinct()
                    .count();
            to.add(0, recipients(SeatMessages.Message.EVERYBODY, say("seats.to.all", everybody), outcome));
        }
        return new SeatListPage(
                dates.get(0).title(),
                back,
                action,
                organiser.hasAccount() ? "" : Registration.shortened(organiser.name()),
                organiser.isReached() ? organiser.mail() : "",
                said(done),
                shown,
                new SeatListPage.Letter(
                        mayWrite(dates, organiser) ? to : List.of(),
                        outcome.message().subject(),
                        outcome.message().text(),
                        outcome.problem().isEmpty() ? "" : say(outcome.problem(), SeatMessages.MOST_A_DAY),
                        outcome.errors()));
    }

    private static SeatListPage.Recipients recipients(String list, String label, Outcome outcome) {
        return new SeatListPage.Recipients(list, label, outcome.message().list().equals(list));
    }

    private SeatListPage.Date date(Gathering date, List<Registration> people) {
        return new SeatListPage.Date(
                date.day(),
                date.when(),
                date.seats(),
                date.isBegun(clock.instant()),
                date.isOpen(clock.instant()),
                who(people, Status.ASKED),
                who(people, Status.SEATED),
                who(people, Status.WAITING),
                tallies(date, people));
    }

    /** People of a status; who was there had a seat. */
    private static List<SeatListPage.Who> who(List<Registration> people, Status status) {
        return people.stream()
                .filter(one -> status == Status.SEATED ? one.seated() : one.status() == status)
                .map(one -> new SeatListPage.Who(
                        one.id(),
                        one.name(),
                        one.mail(),
                        one.status() == Status.CAME,
                        one.answers().stream()
                                .map(answer -> new SeatListPage.Answered(answer.question(), answer.text()))
                                .toList()))
                .toList();
    }

    /**
     * Counts the answers of those with a seat by the words of the question at that time. A question asked no more may have been
     * answered freely: it is counted when an answer came twice.
     */
    private List<SeatListPage.Tally> tallies(Gathering date, List<Registration> people) {
        Map<String, Map<String, Integer>> given = new LinkedHashMap<>();
        people.stream()
                .filter(Registration::seated)
                .flatMap(one -> one.answers().stream())
                .forEach(answer -> given.computeIfAbsent(answer.question(), question -> new LinkedHashMap<>())
                        .merge(answer.text(), 1, Integer::sum));
        List<SeatListPage.Tally> tallies = new ArrayList<>();
        for (Question question : date.questions()) {
            Map<String, Integer> counts = given.remove(label(question));
            if (counts != null && question.kind() != Question.Kind.TEXT) {
                Map<String, Integer> inOrder = new LinkedHashMap<>();
                question.choices().forEach(choice -> inOrder.put(choice, 0));
                inOrder.putAll(counts);
                tallies.add(tally(label(question), inOrder));
            }
        }
        given.forEach((question, counts) -> {
            if (counts.values().stream().anyMatch(count -> count > 1)) {
                tallies.add(tally(question, counts));
            }
        });
        return tallies;
    }

    private static SeatListPage.Tally tally(String question, Map<String, Integer> counts) {
        return new SeatListPage.Tally(
                question,
                counts.entrySet().stream()
                        .map(one -> one.getKey() + "\u00a0: " + one.getValue())
                        .collect(Collectors.joining(" · ")));
    }

    /** Words of a question. */
    String label(Question question) {
        return question.kind() == Question.Kind.DIET ? say("seats.diet") : question.label();
    }

    private String said(String done) {
        return done.isEmpty()
                ? ""
                : String.valueOf(messages.getMessage("authoring.flash." + done, null, "", Locale.FRENCH));
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, Locale.FRENCH);
    }
}
