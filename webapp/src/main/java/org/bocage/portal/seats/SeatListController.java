package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PrivateScreens;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** List of those who register, for those who may write the event: a screen that prints well, and a table to take away. */
@Controller
@OpenTo(People.ENTITLED)
class SeatListController {

    static final String ADDRESS = "/espace/inscriptions/";

    private static final String LIST = ADDRESS + "{id:[0-9a-f-]{36}}";
    private static final String BOM = "\uFEFF";
    private static final CSVFormat TABLE = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private final Desk desk;
    private final Contents contents;
    private final PrivateScreens screens;
    private final Seats seats;
    private final SeatDesk lists;

    SeatListController(Desk desk, Contents contents, PrivateScreens screens, Seats seats, SeatDesk lists) {
        this.desk = desk;
        this.contents = contents;
        this.screens = screens;
        this.seats = seats;
        this.lists = lists;
    }

    @GetMapping(LIST)
    ModelAndView list(@PathVariable String id, HttpServletRequest request) {
        return shown(id, dates(id), SeatDesk.Outcome.NONE, request);
    }

    @PostMapping(LIST)
    ModelAndView act(@PathVariable String id, HttpServletRequest request) {
        List<Gathering> dates = dates(id);
        SeatDesk.Outcome outcome = lists.act(dates, organiser(), request);
        return outcome.status() == HttpServletResponse.SC_OK
                ? new ModelAndView(
                        "redirect:" + ADDRESS + id + (outcome.done().isEmpty() ? "" : "?fait=" + outcome.done()))
                : shown(id, dates, outcome, request);
    }

    private ModelAndView shown(String id, List<Gathering> dates, SeatDesk.Outcome outcome, HttpServletRequest request) {
        SeatListPage page = lists.page(dates, "/espace/evenements/" + id, ADDRESS + id, organiser(), "", outcome);
        ModelAndView screen = screens.screen("inscriptions", "evenements", page, request);
        screen.setStatus(HttpStatusCode.valueOf(outcome.status()));
        return screen;
    }

    /** Whoever is signed in: answers to what they write go to them. */
    private Organiser organiser() {
        return new Organiser(desk.account().displayName(), desk.mailAddress(), "", true);
    }

    @GetMapping(LIST + ".csv")
    void table(@PathVariable String id, HttpServletResponse response) throws IOException {
        List<Gathering> dates = dates(id);
        List<String> questions = dates.stream()
                .flatMap(date -> seats.people(date).stream())
                .flatMap(one -> one.answers().stream())
                .map(Question.Answer::question)
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder(BOM);
        try (CSVPrinter table = new CSVPrinter(text, TABLE)) {
            List<String> head = new ArrayList<>(List.of("Date", "Nom", "Adresse mail", "Place"));
            questions.forEach(question -> head.add(harmless(question)));
            table.printRecord(head);
            for (Gathering date : dates) {
                for (Registration one : seats.people(date)) {
                    List<String> line = new ArrayList<>(
                            List.of(date.when(), harmless(one.name()), harmless(one.mail()), seat(one)));
                    questions.forEach(question -> line.add(harmless(answer(one, question))));
                    table.printRecord(line);
                }
            }
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"inscriptions.csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String seat(Registration one) {
        return switch (one.status()) {
            case ASKED -> "demande";
            case SEATED -> "oui";
            case CAME -> "oui, était là";
            case WAITING -> "attend, " + one.rank();
        };
    }

    private static String answer(Registration one, String question) {
        return one.answers().stream()
                .filter(answer -> answer.question().equals(question))
                .map(Question.Answer::text)
                .findFirst()
                .orElse("");
    }

    /** A spreadsheet takes no name for a formula (OWASP, CSV injection). */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    /** The dates of an event whose seats are taken here; it is there for those alone who may write it. */
    private List<Gathering> dates(String id) {
        List<Gathering> dates = contents.mayWrite(id, desk.identity()) ? lists.dates(id) : List.of();
        if (dates.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return dates;
    }
}
