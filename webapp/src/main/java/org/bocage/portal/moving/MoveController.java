package org.bocage.portal.moving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.bocage.editorial.items.PendingImports;
import org.bocage.editorial.media.Photos;
import org.bocage.editorial.media.UploadParts;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.portal.moving.reading.UnreadableExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** « Reprendre un site » of the settings: an export is sent, one says what becomes of what, and it comes in. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class MoveController implements SettingsScreen {

    static final String ADDRESS = "/espace/reglages/reprendre";

    private static final String ONE = ADDRESS + "/{id:[0-9a-f-]{36}}";
    private static final String FILE = "fichier";
    private static final int LONGEST_CREDIT = 120;

    private final Desk desk;
    private final Moves moves;
    private final MoveLook look;
    private final MoveScreens screens;
    private final MovedItems moved;
    private final UploadParts parts;
    private final MessageSource messages;
    /** Permit to read an export: there is one, for it takes a core for a while. */
    private final Semaphore turn = new Semaphore(1);

    MoveController(
            Desk desk,
            Moves moves,
            MoveLook look,
            MoveScreens screens,
            MovedItems moved,
            UploadParts parts,
            MessageSource messages) {
        this.desk = desk;
        this.moves = moves;
        this.look = look;
        this.screens = screens;
        this.moved = moved;
        this.parts = parts;
        this.messages = messages;
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return desk.administers() ? Optional.of(new SettingsPage.Link("reprendre", ADDRESS, 0)) : Optional.empty();
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, screens.first(List.of()), HttpStatus.OK);
    }

    /** Takes an export that was sent with the form, before it, or put on the machine, and reads it. */
    @PostMapping(ADDRESS)
    ModelAndView receive(
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String envoi,
            @RequestParam(defaultValue = "") String depot,
            HttpServletRequest request)
            throws IOException {
        if (!turn.tryAcquire()) {
            return refused(request, HttpStatus.CONFLICT, "busy", 0);
        }
        try {
            return received(fichier, envoi, depot, request);
        } finally {
            turn.release();
        }
    }

    private ModelAndView received(
            @Nullable MultipartFile file, String sent, String deposited, HttpServletRequest request)
            throws IOException {
        String by = desk.account().name();
        if (!sent.isEmpty()) {
            Optional<UploadParts.Part> part = parts.find(by, sent).filter(UploadParts.Part::isWhole);
            return part.isEmpty()
                    ? refused(request, HttpStatus.GONE, "gone", 0)
                    : read(
                            request,
                            path -> parts.take(part.get(), path),
                            PendingImports.name(part.get().name()));
        }
        if (!deposited.isEmpty()) {
            Optional<Path> path = moves.deposited(deposited).filter(Files::isRegularFile);
            return path.isEmpty()
                    ? refused(request, HttpStatus.UNPROCESSABLE_CONTENT, "gone", 0)
                    : read(request, moves.refer(), deposited, path.get().toString());
        }
        if (file == null || file.isEmpty()) {
            return refused(request, HttpStatus.UNPROCESSABLE_CONTENT, file == null ? "no-file" : "empty", 0);
        }
        return read(request, file::transferTo, PendingImports.name(file));
    }

    private ModelAndView read(HttpServletRequest request, ThrowingConsumer<Path> export, String name)
            throws IOException {
        return read(request, moves.receive(export), name, "");
    }

    private ModelAndView read(HttpServletRequest request, String id, String name, String source) throws IOException {
        try {
            look.read(id, name, desk.account().name(), source);
            return new ModelAndView("redirect:" + ADDRESS + "/" + id);
        } catch (UnreadableExport e) {
            moves.forget(id);
            return refused(request, HttpStatus.UNPROCESSABLE_CONTENT, e.reason(), e.number());
        } catch (IOException | RuntimeException e) {
            moves.forget(id);
            throw e;
        }
    }

    private ModelAndView refused(HttpServletRequest request, HttpStatus status, String reason, int number) {
        return page(request, screens.first(List.of(problem(FILE, "problem." + reason, number))), status);
    }

    private FormPage.Problem problem(String field, String key, Object... values) {
        return new FormPage.Problem(field, say("field." + field), say(key, values));
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable String id, HttpServletRequest request) {
        return page(request, screens.one(move(id), List.of()), HttpStatus.OK);
    }

    /** Keeps what is said of a move; with {@code geste=reprendre} it comes in. */
    @PostMapping(ONE)
    ModelAndView choose(
            @PathVariable String id, @RequestParam(defaultValue = "") String geste, HttpServletRequest request) {
        Move move = move(id);
        if (move.stage() != Move.Stage.READ) {
            return page(
                    request, screens.one(move, List.of(problem("geste", "problem.under-way"))), HttpStatus.CONFLICT);
        }
        Move chosen = move.with(chosen(move, request));
        moves.save(chosen);
        if (!geste.equals("reprendre")) {
            return done(id, "reprise-gardee");
        }
        if (moves.contents(id).chosen(chosen.plan()) == 0) {
            return page(
                    request,
                    screens.one(chosen, List.of(problem("sortes", "problem.nothing-chosen"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        moves.save(chosen.at(Move.Stage.TAKING_IN));
        return done(id, "reprise-lancee");
    }

    private MovePlan chosen(Move move, HttpServletRequest request) {
        MoveContents contents = moves.contents(move.id());
        Set<String> types = new HashSet<>(screens.typeNames());
        Map<String, MovePlan.Kind> kinds = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, MoveContents.Kind> one : contents.kinds().entrySet()) {
            String type = parameter(request, "sorte." + number++);
            MovePlan.Kind before = move.plan().kind(one.getKey());
            if (type.equals(before.type())) {
                kinds.put(one.getKey(), before);
            } else {
                kinds.put(
                        one.getKey(), types.contains(type) ? look.guessed(one.getValue(), type) : MovePlan.Kind.ASIDE);
            }
        }
        Map<String, String> authors = new LinkedHashMap<>();
        Set<String> accounts = screens.accountNames();
        for (int i = 0; i < contents.authors().size(); i++) {
            String account = parameter(request, "auteur." + i);
            if (accounts.contains(account)) {
                authors.put(contents.authors().get(i).key(), account);
            }
        }
        String credit = parameter(request, "credit").strip();
        return new MovePlan(
                kinds,
                authors,
                parameter(request, "arrivee").equals("relecture"),
                !parameter(request, "chercher").isEmpty(),
                credit.substring(0, Math.min(credit.length(), LONGEST_CREDIT)),
                Photos.rights(request, "").agreement().key());
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Takes the zip of pictures that was sent, or names one on the machine. */
    @PostMapping(value = ONE, params = "geste=medias")
    ModelAndView media(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String envoi,
            @RequestParam(defaultValue = "") String depot,
            HttpServletRequest request)
            throws IOException {
        Move move = move(id);
        Path zip = moves.media(id);
        Optional<Path> deposited = moves.deposited(depot);
        if (deposited.isPresent()) {
            moves.save(move.withMedia(deposited.get().toString()));
            return done(id, "reprise-medias");
        }
        if (!envoi.isEmpty()) {
            Optional<UploadParts.Part> part =
                    parts.find(desk.account().name(), envoi).filter(UploadParts.Part::isWhole);
            if (part.isEmpty()) {
                return page(request, screens.one(move, List.of(problem("medias", "problem.gone"))), HttpStatus.GONE);
            }
            parts.take(part.get(), zip);
        } else if (fichier == null || fichier.isEmpty()) {
            return media(request, move, "problem.no-file");
        } else {
            fichier.transferTo(zip);
        }
        if (!MoveLook.isZip(zip)) {
            Files.deleteIfExists(zip);
            return media(request, move, "problem.no-zip");
        }
        moves.save(move.withMedia(zip.toString()));
        return done(id, "reprise-medias");
    }

    private ModelAndView media(HttpServletRequest request, Move move, String problem) {
        return page(request, screens.one(move, List.of(problem("medias", problem))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Puts what is complete on line. */
    @PostMapping(value = ONE, params = "geste=publier")
    ModelAndView publish(@PathVariable String id, HttpServletRequest request) {
        return next(move(id), Move.Stage.PUBLISHING, request, "reprise-publiee");
    }

    /** Throws away what nobody has touched. */
    @PostMapping(value = ONE, params = "geste=retirer")
    ModelAndView takeBack(@PathVariable String id, HttpServletRequest request) {
        return next(move(id), Move.Stage.TAKING_BACK, request, "reprise-retiree");
    }

    private ModelAndView next(Move move, Move.Stage stage, HttpServletRequest request, String flash) {
        if (move.stage() == Move.Stage.READ || move.stage().isUnderWay()) {
            return page(
                    request, screens.one(move, List.of(problem("geste", "problem.under-way"))), HttpStatus.CONFLICT);
        }
        moves.save(move.at(stage));
        return done(move.id(), flash);
    }

    /** Says of all pictures at once who made them and who agreed to be on them. */
    @PostMapping(value = ONE, params = "geste=accord")
    ModelAndView agree(
            @PathVariable String id, @RequestParam(defaultValue = "") String credit, HttpServletRequest request) {
        Move move = move(id);
        ImageRights rights = Photos.rights(request, "");
        if (rights.agreement() == ImageRights.Agreement.TO_SAY) {
            return page(
                    request,
                    screens.one(move, List.of(problem("droits", "problem.agreement"))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        moved.agree(move, credit.strip().substring(0, Math.min(credit.strip().length(), LONGEST_CREDIT)), rights);
        return done(id, "reprise-accord");
    }

    /** Takes the move off the list. */
    @PostMapping(value = ONE, params = "geste=oublier")
    ModelAndView forget(@PathVariable String id, HttpServletRequest request) {
        Move move = move(id);
        if (move.stage().isUnderWay()) {
            return page(
                    request, screens.one(move, List.of(problem("geste", "problem.under-way"))), HttpStatus.CONFLICT);
        }
        moves.forget(id);
        return new ModelAndView("redirect:" + ADDRESS + "?fait=reprise-oubliee");
    }

    /** Fields of a kind, with the first ten contents as they would come in. */
    @GetMapping(ONE + "/sorte")
    ModelAndView kind(
            @PathVariable String id, @RequestParam(defaultValue = "") String cle, HttpServletRequest request) {
        return page(request, screens.kind(mapped(id, cle), cle), HttpStatus.OK);
    }

    @PostMapping(ONE + "/sorte")
    ModelAndView map(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String geste,
            HttpServletRequest request) {
        Move move = mapped(id, cle);
        if (move.stage() != Move.Stage.READ) {
            return page(
                    request, screens.one(move, List.of(problem("geste", "problem.under-way"))), HttpStatus.CONFLICT);
        }
        MovePlan.Kind before = move.plan().kind(cle);
        List<String> names = screens.fieldNames(move, cle);
        Set<String> paths = new HashSet<>(screens.paths(before.type()));
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String path = parameter(request, "champ." + i);
            if (paths.contains(path)) {
                fields.put(names.get(i), path);
            }
        }
        Map<String, String> fixed = new LinkedHashMap<>();
        for (String path : paths) {
            String[] values = request.getParameterValues("fixe." + path);
            if (values != null) {
                String value = String.join(
                        "\n",
                        Arrays.stream(values).filter(one -> !one.isBlank()).toList());
                if (!value.isBlank()) {
                    fixed.put(path, value.substring(0, Math.min(value.length(), 1_000)));
                }
            }
        }
        moves.save(move.with(move.plan().with(cle, new MovePlan.Kind(before.type(), fields, fixed))));
        return geste.equals("voir")
                ? page(request, screens.kind(move(id), cle), HttpStatus.OK)
                : done(id, "reprise-gardee");
    }

    private Move mapped(String id, String key) {
        Move move = move(id);
        if (move.plan().kind(key).type().isEmpty()) {
            throw new NotFoundException();
        }
        return move;
    }

    /** The list of what did not fit, as a table. */
    @GetMapping(ONE + "/liste.csv")
    void list(@PathVariable String id, HttpServletResponse response) throws IOException {
        Move move = move(id);
        Path list = moves.list(move.id());
        if (!Files.exists(list)) {
            throw new NotFoundException();
        }
        response.setContentType(Spreadsheet.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("reprise-" + LocalDate.now(desk.clock()) + ".csv")
                        .build()
                        .toString());
        Files.copy(list, response.getOutputStream());
    }

    private Move move(String id) {
        return moves.find(id).orElseThrow(NotFoundException::new);
    }

    private static ModelAndView done(String id, String flash) {
        return new ModelAndView("redirect:" + ADDRESS + "/" + id + "?fait=" + flash);
    }

    private ModelAndView page(HttpServletRequest request, MovePage page, HttpStatus status) {
        return new ModelAndView(
                "espace/reprendre", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private String say(String key, Object... values) {
        return messages.getMessage("moving." + key, values, Locale.FRENCH);
    }
}
