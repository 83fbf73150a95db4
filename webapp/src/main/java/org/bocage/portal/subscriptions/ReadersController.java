package org.bocage.portal.subscriptions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PrivateScreens;
import org.bocage.editorial.view.Paging;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** « Qui reçoit la lettre »: the readers, each with the way they agreed; as a table, and one by one out of it. */
@Controller
@OpenTo(People.REVIEWERS)
class ReadersController {

    static final String SCREEN = LetterController.SCREEN + "/abonnes";
    private static final String TABLE = SCREEN + ".csv";
    private static final int SHOWN = 50;
    private static final DateTimeFormatter DAY =
            FrenchDays.format("d MMMM yyyy").withZone(ZoneId.of("Europe/Paris"));

    private final Stores stores;
    private final Subscribers subscribers;
    private final PrivateScreens screens;
    private final MessageSource messages;

    ReadersController(Stores stores, Subscribers subscribers, PrivateScreens screens, MessageSource messages) {
        this.stores = stores;
        this.subscribers = subscribers;
        this.screens = screens;
        this.messages = messages;
    }

    /** A reader of the letter; without proof for who said yes by a mail. */
    private record Reader(String id, String email, Instant since, Optional<ProvenAgreement> agreement) {}

    @GetMapping(SCREEN)
    ModelAndView list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int repris,
            HttpServletRequest request) {
        List<Reader> all = readers();
        Paging paging = Paging.of(page, all.size(), SHOWN, SCREEN);
        if (page < 1 || page > paging.pages()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<ReadersPage.Reader> shown = all.stream()
                .skip((page - 1L) * SHOWN)
                .limit(SHOWN)
                .map(ReadersController::shown)
                .toList();
        ReadersPage readers = new ReadersPage(
                SCREEN, TABLE, ReadersImportController.SCREEN, Math.max(0, repris), all.size(), shown, paging);
        return screens.screen("abonnes", "lettres", readers, request);
    }

    private static ReadersPage.Reader shown(Reader reader) {
        return new ReadersPage.Reader(
                reader.id(),
                reader.email(),
                DAY.format(reader.since()),
                reader.agreement()
                        .map(one -> new ReadersPage.Proof(
                                one.source(), DAY.format(one.day()), one.by(), DAY.format(one.at())))
                        .orElse(null));
    }

    /** Takes somebody off who asked for it by word of mouth. */
    @PostMapping(SCREEN)
    String end(@RequestParam(defaultValue = "") String abonne) {
        String path = Kind.LETTRE.key() + "." + abonne;
        if (subscribers.ending(path).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + SCREEN + (subscribers.end(path) ? "?fait=abonne-retire" : "?fait=abonne-occupe");
    }

    @GetMapping(TABLE)
    void table(HttpServletResponse response) throws IOException {
        response.setContentType(Spreadsheet.TYPE);
        response.setHeader("Content-Disposition", "attachment; filename=\"abonnes.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (Spreadsheet table =
                new Spreadsheet(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            table.line(List.of(
                    say("column.email"), say("column.day"), say("column.source"), say("column.by"), say("column.at")));
            for (Reader one : readers()) {
                Optional<ProvenAgreement> agreement = one.agreement();
                table.line(List.of(
                        one.email(),
                        agreement
                                .map(ProvenAgreement::day)
                                .orElseGet(() -> day(one.since()))
                                .toString(),
                        agreement.map(ProvenAgreement::source).orElseGet(() -> say("by-mail")),
                        agreement.map(ProvenAgreement::by).orElse(""),
                        agreement.map(given -> day(given.at()).toString()).orElse("")));
            }
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneId.of("Europe/Paris"));
    }

    /** All readers, by their addresses. */
    private List<Reader> readers() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Reader> readers = new ArrayList<>();
            for (String path : subscribers.paths(Kind.LETTRE, "")) {
                Optional<Node> node = Subscribers.WORKSPACE.node(session, path);
                if (node.isPresent() && node.get().hasProperty("cree")) {
                    readers.add(new Reader(
                            node.get().getName(),
                            SubscriptionCriteria.read(node.get()).email(),
                            node.get().getProperty("cree").getDate().toInstant(),
                            ProvenAgreement.read(node.get())));
                }
            }
            readers.sort(Comparator.comparing(Reader::email));
            return readers;
        });
    }

    private String say(String key) {
        return messages.getMessage("subscriptions.readers." + key, new Object[0], Locale.FRENCH);
    }
}
