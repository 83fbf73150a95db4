package org.bocage.portal.subscriptions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PrivateScreens;
import org.bocage.editorial.view.FormPage;
import org.bocage.portal.subscriptions.SubscriberImport.Row;
import org.bocage.portal.subscriptions.SubscriberImport.Verdict;
import org.bocage.portal.subscriptions.reading.AddressList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * « Reprendre une liste »: addresses from another tool become readers of the letter without a mail that asks, for whoever brings them
 * says where and when they agreed. First the list is looked at; what was typed and what the file held come back each time.
 */
@Controller
@OpenTo(People.REVIEWERS)
class ReadersImportController {

    static final String SCREEN = ReadersController.SCREEN + "/reprendre";
    private static final String IMPORT = "reprendre";
    private static final int SHOWN = 100;
    private static final int SHORTEST_SOURCE = 3;
    private static final int LONGEST_SOURCE = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    /** Verdicts whose lines are shown one by one. */
    private static final Set<Verdict> LEFT = Set.of(Verdict.WRONG, Verdict.REFUSED, Verdict.ENDED, Verdict.BOUNCED);

    private final Desk desk;
    private final PrivateScreens screens;
    private final SubscriberImport imports;
    private final MessageSource messages;

    ReadersImportController(Desk desk, PrivateScreens screens, SubscriberImport imports, MessageSource messages) {
        this.desk = desk;
        this.screens = screens;
        this.imports = imports;
        this.messages = messages;
    }

    /** Form as it was sent, the lines of the file among the others. */
    private record Typed(
            String addresses,
            AddressList list,
            String source,
            String day,
            boolean agreed,
            List<FormPage.Problem> problems) {}

    @GetMapping(SCREEN)
    ModelAndView show(HttpServletRequest request) {
        AddressList none = new AddressList(List.of());
        return page(new Typed("", none, "", "", false, List.of()), null, request);
    }

    @PostMapping(SCREEN)
    Object take(
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "voir") String geste,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Typed typed = typed(fichier, request);
        if (!typed.problems().isEmpty()) {
            response.setStatus(422);
            return page(typed, null, request);
        }
        if (geste.equals(IMPORT)) {
            LocalDate day = Dates.day(typed.day()).orElseThrow();
            int added = imports.apply(typed.list(), typed.source(), day, desk.actor());
            return "redirect:" + ReadersController.SCREEN + (added > 0 ? "?repris=" + added : "?fait=abonnes-connus");
        }
        return page(typed, seen(imports.look(typed.list())), request);
    }

    private Typed typed(@Nullable MultipartFile file, HttpServletRequest request) throws IOException {
        List<FormPage.Problem> problems = new ArrayList<>();
        String addresses = Parameters.parameter(request, "adresses");
        if (addresses.length() > AddressList.MOST_CHARACTERS) {
            problems.add(problem("adresses", "lines", AddressList.MOST_LINES));
            addresses = addresses.substring(0, AddressList.MOST_CHARACTERS);
        }
        if (file != null && !file.isEmpty()) {
            addresses = withFile(addresses, file, problems);
        }
        AddressList list = AddressList.of(addresses);
        if (problems.isEmpty() && list.lines().isEmpty()) {
            problems.add(problem("adresses", "empty"));
        } else if (AddressList.count(addresses) > AddressList.MOST_LINES) {
            problems.add(problem("adresses", "lines", AddressList.MOST_LINES));
        }
        String source = Parameters.parameter(request, "origine").strip();
        boolean isLine = source.chars().noneMatch(Character::isISOControl);
        if (source.length() < SHORTEST_SOURCE || source.length() > LONGEST_SOURCE || !isLine) {
            problems.add(problem("origine", "source", LONGEST_SOURCE));
        }
        String day = Parameters.parameter(request, "date");
        Optional<LocalDate> read = Dates.day(day);
        if (read.isEmpty() || read.get().isBefore(FIRST_DAY)) {
            problems.add(problem("date", "day"));
        } else if (read.get().isAfter(today())) {
            problems.add(problem("date", "future"));
        }
        boolean agreed = !Parameters.parameter(request, "accord").isEmpty();
        if (!agreed) {
            problems.add(problem("accord", "agreed"));
        }
        return new Typed(addresses, list, source, day, agreed, problems);
    }

    /** Adds the lines of a file to those that were typed. */
    private String withFile(String typed, MultipartFile file, List<FormPage.Problem> problems) throws IOException {
        if (file.getSize() > AddressList.MOST_BYTES) {
            problems.add(problem("fichier", "heavy", AddressList.MOST_BYTES / (1024 * 1024)));
            return typed;
        }
        String text = Spreadsheet.text(file.getBytes());
        if (text.indexOf('\0') >= 0) {
            problems.add(problem("fichier", "no-table"));
            return typed;
        }
        if (AddressList.count(text) > AddressList.MOST_LINES + 1) {
            problems.add(problem("fichier", "lines", AddressList.MOST_LINES));
            return typed;
        }
        AddressList read = AddressList.of(text);
        if (read.lines().isEmpty()) {
            problems.add(problem("fichier", "nothing"));
            return typed;
        }
        String joined = AddressList.joined(List.of(AddressList.of(typed), read));
        if (joined.length() > AddressList.MOST_CHARACTERS) {
            problems.add(problem("fichier", "lines", AddressList.MOST_LINES));
            return typed;
        }
        return joined;
    }

    private FormPage.Problem problem(String field, String key, Object... values) {
        return new FormPage.Problem(field, say("field." + field), say("wrong." + key, values));
    }

    private LocalDate today() {
        return LocalDate.now(desk.clock());
    }

    private ReadersPage.Seen seen(List<Row> rows) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = rows.stream().filter(row -> row.verdict() == verdict).count();
            if (count > 0) {
                counts.add(say("count." + key(verdict), count));
            }
        }
        List<ReadersPage.Left> left = rows.stream()
                .filter(row -> LEFT.contains(row.verdict()))
                .sorted(Comparator.comparing(Row::verdict))
                .map(row -> new ReadersPage.Left(row.line().number(), row.line().text(), key(row.verdict())))
                .toList();
        int added = (int)
                rows.stream().filter(row -> row.verdict() == Verdict.ADDED).count();
        return new ReadersPage.Seen(
                added, counts, left.subList(0, Math.min(SHOWN, left.size())), Math.max(0, left.size() - SHOWN));
    }

    private static String key(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private ModelAndView page(Typed typed, ReadersPage.@Nullable Seen seen, HttpServletRequest request) {
        ReadersPage.Import page = new ReadersPage.Import(
                SCREEN,
                ReadersController.SCREEN,
                typed.addresses(),
                typed.source(),
                typed.day(),
                typed.agreed(),
                today().toString(),
                say("most", AddressList.MOST_LINES),
                AddressList.MOST_BYTES,
                typed.problems(),
                seen);
        return screens.screen("abonnes-reprendre", "lettres", page, request);
    }

    private String say(String key, Object... values) {
        return messages.getMessage("subscriptions.readers." + key, values, Locale.FRENCH);
    }
}
