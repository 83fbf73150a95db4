package org.bocage.portal.seats;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PrivateScreens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** List of attendees, for those who may write the event: a screen that prints well, and a table to take away. */
@Controller
@OpenTo(People.ENTITLED)
class SeatListController {

    private static final String LIST = "/espace/inscriptions/{id:[0-9a-f-]{36}}";
    private static final String BOM = "\uFEFF";
    private static final CSVFormat TABLE = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private final Desk desk;
    private final Stores stores;
    private final Contents contents;
    private final PrivateScreens screens;
    private final Seats seats;

    SeatListController(Desk desk, Stores stores, Contents contents, PrivateScreens screens, Seats seats) {
        this.desk = desk;
        this.stores = stores;
        this.contents = contents;
        this.screens = screens;
        this.seats = seats;
    }

    /** {@code inscriptions.ftlh}: the dates for which somebody asked. */
    public record ListPage(String title, String event, String table, List<Date> dates) {

        /** One of them: who comes, and who waits. */
        public record Date(String when, int seats, List<Who> seated, List<Who> waiting) {}

        /** Somebody. */
        public record Who(String name, String mail) {}
    }

    @GetMapping(LIST)
    ModelAndView list(@PathVariable String id, HttpServletRequest request) {
        List<Gathering> dates = dates(id);
        List<ListPage.Date> shown = new ArrayList<>();
        for (Gathering one : dates) {
            List<Seats.Person> people = seats.people(one);
            if (!people.isEmpty()) {
                shown.add(new ListPage.Date(one.when(), one.seats(), who(people, true), who(people, false)));
            }
        }
        ListPage page = new ListPage(
                dates.get(0).title(), "/espace/evenements/" + id, "/espace/inscriptions/" + id + ".csv", shown);
        return screens.screen("inscriptions", "evenements", page, request);
    }

    private static List<ListPage.Who> who(List<Seats.Person> people, boolean seated) {
        return people.stream()
                .filter(one -> one.seated() == seated)
                .map(one -> new ListPage.Who(one.name(), one.mail()))
                .toList();
    }

    @GetMapping(LIST + ".csv")
    void table(@PathVariable String id, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder(BOM);
        try (CSVPrinter table = new CSVPrinter(text, TABLE)) {
            table.printRecord("Date", "Nom", "Adresse mail", "Place");
            for (Gathering date : dates(id)) {
                for (Seats.Person one : seats.people(date)) {
                    table.printRecord(
                            date.when(),
                            harmless(one.name()),
                            harmless(one.mail()),
                            one.seated() ? "oui" : "attend, " + one.rank());
                }
            }
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"inscriptions.csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A spreadsheet takes no name for a formula (OWASP, CSV injection). */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    /** The dates of an event whose seats are taken here; it is there for those alone who may write it. */
    private List<Gathering> dates(String id) {
        List<Gathering> dates = contents.mayWrite(id, desk.identity()) ? read(id) : List.of();
        if (dates.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return dates;
    }

    private List<Gathering> read(String id) {
        return stores.author().read(desk.identity(), session -> {
            Optional<Node> event = Workspace.byId(session, id);
            return event.isPresent() ? Gathering.of(event.get()) : List.<Gathering>of();
        });
    }
}
