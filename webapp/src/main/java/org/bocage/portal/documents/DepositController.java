package org.bocage.portal.documents;

import static org.bocage.editorial.screens.Parameters.parameter;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.media.MediaShelf;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A document is left with as few questions as there can be: from a phone, at the end of a meeting. */
@ScreenController
@OpenTo(People.ENTITLED)
class DepositController {

    private static final String ADDRESS = DocumentController.ADDRESS + "/deposer";
    private static final List<String> KINDS =
            List.of("compte-rendu-ca", "compte-rendu-ag", "budget", "convention", "modele", "autre");
    private static final int LONGEST_TITLE = 120;
    private static final int SHORTEST_TITLE = 3;
    private static final int LONGEST_FOLDER = 80;
    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM yyyy");

    private final Desk desk;
    private final DocumentShelf shelf;
    private final Contents contents;
    private final MediaShelf media;
    private final OneTimeTokens tokens;
    private final MessageSource messages;

    DepositController(
            Desk desk,
            DocumentShelf shelf,
            Contents contents,
            MediaShelf media,
            OneTimeTokens tokens,
            MessageSource messages) {
        this.desk = desk;
        this.shelf = shelf;
        this.contents = contents;
        this.media = media;
        this.tokens = tokens;
        this.messages = messages;
    }

    private record Typed(String title, String kind, String day, String folder, String access) {}

    @GetMapping(ADDRESS)
    ModelAndView ask(HttpServletRequest request) {
        requireAdd();
        Typed usual = new Typed(
                "",
                KINDS.get(0),
                LocalDate.now(desk.clock()).toString(),
                text("authoring.document.meetings"),
                DocumentUpkeep.AS_FOLDER);
        return shown(request, usual, List.of(), HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView take(@RequestParam MultipartFile fichier, HttpServletRequest request) throws IOException {
        requireAdd();
        String token = parameter(request, "jeton");
        synchronized (tokens.turn(token)) {
            Optional<String> before = tokens.answer(token);
            if (before.isPresent()) {
                return new ModelAndView("redirect:" + before.get() + "?fait=deja-envoye");
            }
            Typed typed = new Typed(
                    parameter(request, "titre").strip(),
                    parameter(request, "nature"),
                    parameter(request, "dateSeance").strip(),
                    parameter(request, "dossier").strip(),
                    parameter(request, "acces"));
            List<FormPage.Problem> problems = problems(typed);
            String key = "";
            if (problems.isEmpty()) {
                MediaShelf.Added added =
                        media.addFile(fichier, true, desk.account().name(), LocalDate.now(desk.clock()));
                if (added instanceof MediaShelf.Added.Refused refused) {
                    problems.add(new FormPage.Problem(
                            "fichier", text("authoring.file"), messages.getMessage(refused.reason(), Locale.FRENCH)));
                } else {
                    key = ((MediaShelf.Added.Kept) added).key();
                }
            }
            if (!problems.isEmpty()) {
                return shown(request, typed, problems, HttpStatus.UNPROCESSABLE_CONTENT);
            }
            Optional<String> there = shelf.deposited(
                    titled(typed), typed.kind(), Dates.day(typed.day()), typed.folder(), typed.access(), key);
            if (there.isPresent()) {
                return new ModelAndView("redirect:" + there.get() + "?fait=deja-envoye");
            }
            String address = keep(typed, key);
            tokens.used(token, address);
            return new ModelAndView("redirect:" + address + "?fait=depose");
        }
    }

    private String keep(Typed typed, String file) {
        String title = titled(typed);
        Contents.Moved moved = contents.add(
                shelf.type(),
                Slug.of(title, "document", slug -> true),
                "enregistrer",
                desk.actor(),
                desk.clock().instant(),
                node -> {
                    node.setProperty("titre", title);
                    node.setProperty("nature", typed.kind());
                    node.setProperty(DocumentUpkeep.FOLDER, typed.folder());
                    node.setProperty(DocumentUpkeep.ACCESS, typed.access());
                    node.setProperty(DocumentUpkeep.FILE, file);
                    Optional<LocalDate> day = Dates.day(typed.day());
                    if (day.isPresent()) {
                        node.setProperty(
                                "dateSeance",
                                Dates.utc(day.get()
                                        .atStartOfDay(desk.clock().getZone())
                                        .toInstant()));
                    }
                });
        return DocumentController.ADDRESS + "/" + moved.id() + "/lire";
    }

    /** Minutes have a name of their own: what they are, and of when. */
    private String titled(Typed typed) {
        if (!typed.title().isEmpty()) {
            return typed.title();
        }
        return messages.getMessage(
                "authoring.document.title." + typed.kind(),
                new Object[] {DAY.format(Dates.day(typed.day()).orElseThrow())},
                Locale.FRENCH);
    }

    private List<FormPage.Problem> problems(Typed typed) {
        List<FormPage.Problem> problems = new ArrayList<>();
        if (!KINDS.contains(typed.kind())) {
            problems.add(problem("nature", "authoring.document.kind.missing"));
        }
        boolean minutes = DocumentShelf.MINUTES.contains(typed.kind());
        if (Dates.day(typed.day()).isEmpty() && (minutes || !typed.day().isEmpty())) {
            problems.add(problem("dateSeance", "authoring.document.day.missing"));
        }
        if (typed.title().length() > LONGEST_TITLE
                || (typed.title().length() < SHORTEST_TITLE
                        && !(minutes && typed.title().isEmpty()))
                || typed.title().chars().anyMatch(Character::isISOControl)) {
            problems.add(problem("titre", "authoring.document.title.missing"));
        }
        if (typed.folder().isEmpty() || typed.folder().length() > LONGEST_FOLDER) {
            problems.add(problem("dossier", "authoring.folder.name"));
        }
        if (!List.of(DocumentUpkeep.AS_FOLDER, Audience.BOARD.id(), Audience.MEMBERS.id())
                .contains(typed.access())) {
            problems.add(problem("acces", "authoring.document.access.missing"));
        }
        return problems;
    }

    private FormPage.Problem problem(String field, String key) {
        return new FormPage.Problem(field, text("authoring.document." + field), text(key));
    }

    private String text(String key) {
        return messages.getMessage(key, new Object[0], Locale.FRENCH);
    }

    private void requireAdd() {
        if (!shelf.mayAdd()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private ModelAndView shown(
            HttpServletRequest request, Typed typed, List<FormPage.Problem> problems, HttpStatus status) {
        DepositPage page = new DepositPage(
                ADDRESS,
                typed.title(),
                typed.kind(),
                typed.day(),
                typed.folder(),
                typed.access(),
                KINDS.stream()
                        .map(kind -> new FormField.Option(
                                kind,
                                desk.words("documents.detail.nature.options." + kind, kind),
                                null,
                                kind.equals(typed.kind())))
                        .toList(),
                List.copyOf(shelf.folders().keySet()),
                DocumentController.ADDRESS + "/nouveau",
                problems,
                tokens.fresh());
        return new ModelAndView(
                "espace/deposer", Map.of("shell", desk.shell(request, "documents"), "page", page), status);
    }
}
