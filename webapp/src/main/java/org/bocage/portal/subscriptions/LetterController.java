package org.bocage.portal.subscriptions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.type.MenuGroup;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.jobs.Jobs;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PrivateScreens;
import org.bocage.editorial.screens.extension.MenuEntries;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** « La lettre »: what came out is ticked already, but for what does not take place after all; a word of introduction, a look, and it goes out or is copied. */
@Controller
@OpenTo(People.REVIEWERS)
class LetterController implements MenuEntries {

    static final String SCREEN = "/espace/lettres";
    private static final String ONE = SCREEN + "/{id:[0-9a-f-]{36}}";
    private static final DateTimeFormatter DAY =
            FrenchDays.format("d MMMM yyyy").withZone(ZoneId.of("Europe/Paris"));
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_INTRODUCTION = 3_000;
    private static final int LONGEST_SPAN_DAYS = 366;
    private static final int MOST_LEFT = 1_000;

    private final Desk desk;
    private final PrivateScreens screens;
    private final LetterShelf letters;
    private final LetterItems items;
    private final Jobs jobs;
    private final MessageSource messages;

    LetterController(
            Desk desk,
            PrivateScreens screens,
            LetterShelf letters,
            LetterItems items,
            Jobs jobs,
            MessageSource messages) {
        this.desk = desk;
        this.screens = screens;
        this.letters = letters;
        this.items = items;
        this.jobs = jobs;
        this.messages = messages;
    }

    /** Letter as typed, and its fault; empty when there is none. */
    private record Typed(Letter letter, String wrong) {}

    @Override
    public List<MenuEntry> menu() {
        return desk.reviews()
                ? List.of(new MenuEntry(MenuGroup.SITE, "lettres", SCREEN, MenuEntries.TYPES + 10))
                : List.of();
    }

    @GetMapping(SCREEN)
    ModelAndView list(HttpServletRequest request) {
        List<Letter> all = letters.all();
        LetterPage.Shelf page = new LetterPage.Shelf(
                SCREEN,
                all.stream().filter(Letter::isDraft).map(LetterController::line).toList(),
                all.stream()
                        .filter(letter -> !letter.isDraft())
                        .map(LetterController::line)
                        .toList(),
                letters.readers());
        return screens.screen("lettres", "lettres", page, request);
    }

    private static LetterPage.Line line(Letter letter) {
        return new LetterPage.Line(
                letter.title(),
                SCREEN + "/" + letter.id(),
                letter.sent().map(DAY::format).orElse(""),
                letter.readers());
    }

    @PostMapping(SCREEN)
    String begin() {
        String today = DAY.format(desk.clock().instant());
        return "redirect:" + SCREEN + "/" + letters.begin(say("title", today));
    }

    @GetMapping(ONE)
    ModelAndView show(@PathVariable String id, HttpServletRequest request) {
        return draw("lettre", find(id), "", request);
    }

    @PostMapping(ONE)
    Object change(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        if ("jeter".equals(request.getParameter("action"))) {
            return "redirect:" + SCREEN + (letters.discard(id) ? "?fait=lettre-jetee" : "?fait=deja-envoye");
        }
        Letter before = find(id);
        Typed typed = typed(before, request);
        if (!typed.wrong().isEmpty()) {
            response.setStatus(422);
            return draw("lettre", typed.letter(), typed.wrong(), request);
        }
        boolean kept = letters.keep(typed.letter());
        if ("essai".equals(request.getParameter("action"))) {
            boolean reaches = Mail.isAddress(desk.mailAddress());
            if (reaches) {
                letters.tryOut(find(id), desk.mailAddress());
            }
            return "redirect:" + SCREEN + "/" + id + (reaches ? "?fait=lettre-essai" : "?fait=lettre-sans-adresse");
        }
        if (!"envoyer".equals(request.getParameter("action"))) {
            return "redirect:" + SCREEN + "/" + id + (kept ? "?fait=lettre-gardee" : "");
        }
        boolean sent = kept && letters.send(id);
        if (sent) {
            // who cannot be written to is the matter of that job, and of « Tâches planifiées »
            jobs.soon(LetterShelf.JOB);
        }
        return "redirect:" + SCREEN + "/" + id + (sent ? "?fait=lettre-partie" : "?fait=deja-envoye");
    }

    /** Keeps what was typed and shows what is read and copied of it, as one types. */
    @PostMapping(ONE + "/apercu")
    ModelAndView preview(@PathVariable String id, HttpServletRequest request) {
        Typed typed = typed(find(id), request);
        if (typed.wrong().isEmpty()) {
            letters.keep(typed.letter());
        }
        return draw("lettre-apercu", find(id), "", request);
    }

    /** The letter alone, as a mail program shows it. */
    @GetMapping(value = ONE + "/page", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String page(@PathVariable String id, HttpServletResponse response) {
        // a letter carries its styles with it, and nothing that runs
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; frame-ancestors 'self'");
        return letters.written(find(id)).html();
    }

    private Letter find(String id) {
        return letters.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Typed typed(Letter before, HttpServletRequest request) {
        String title = Parameters.parameter(request, "titre").strip();
        String introduction = Parameters.parameter(request, "introduction")
                .replace("\r\n", "\n")
                .strip();
        Optional<LocalDate> from = Dates.day(Parameters.parameter(request, "du"));
        Optional<LocalDate> to = Dates.day(Parameters.parameter(request, "au"));
        Set<String> left = new HashSet<>(before.left());
        List<String> shown = all(request, "montre");
        left.addAll(shown);
        left.removeAll(all(request, "choix"));
        items.unproposed(from.orElse(before.from()), to.orElse(before.to())).stream()
                .filter(one -> !shown.contains(one))
                .forEach(left::add);
        Letter letter = new Letter(
                before.id(),
                title,
                introduction,
                from.orElse(before.from()),
                to.orElse(before.to()),
                left,
                before.state(),
                before.sent(),
                before.readers());
        boolean isLine = !title.isBlank()
                && title.length() <= LONGEST_TITLE
                && title.chars().noneMatch(Character::isISOControl);
        if (!isLine) {
            return new Typed(letter, say("wrong.title"));
        }
        if (introduction.length() > LONGEST_INTRODUCTION) {
            return new Typed(letter, say("wrong.introduction"));
        }
        boolean isSpan = from.isPresent()
                && to.isPresent()
                && !to.get().isBefore(from.get())
                && !to.get().isAfter(from.get().plusDays(LONGEST_SPAN_DAYS));
        return new Typed(letter, isSpan ? "" : say("wrong.days"));
    }

    private static List<String> all(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .filter(one -> one.matches("[0-9a-f-]{36}"))
                        .limit(MOST_LEFT)
                        .toList();
    }

    private ModelAndView draw(String template, Letter letter, String wrong, HttpServletRequest request) {
        LetterText.Written written = letters.written(letter);
        List<LetterPage.Part> parts = items.of(letter.from(), letter.to()).stream()
                .map(section -> new LetterPage.Part(
                        section.key(),
                        section.title(),
                        section.items().stream()
                                .map(item -> new LetterPage.Tick(
                                        item.id(),
                                        item.title(),
                                        item.day(),
                                        !letter.left().contains(item.id())))
                                .toList()))
                .filter(part -> !part.ticks().isEmpty())
                .toList();
        LetterPage page = new LetterPage(
                SCREEN + "/" + letter.id(),
                letter.title(),
                letter.introduction(),
                letter.from().toString(),
                letter.to().toString(),
                letter.isDraft(),
                letter.isDraft() ? letters.readers() : letter.readers(),
                wrong,
                letter.isDraft() ? parts : List.of(),
                written.html(),
                written.text().body());
        return screens.screen(template, "lettres", page, request);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("subscriptions.letter." + key, arguments, Locale.FRENCH);
    }
}
