package org.bocage.portal.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.media.MediaShelf;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.DocumentsPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.bocage.editorial.view.StoredFile;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.portal.documents.DocumentShelf.Asked;
import org.bocage.portal.documents.DocumentShelf.Document;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** « Documents »: found, read, given another file, brought back to an older one. */
@ScreenController
class DocumentController {

    /** Address of the list of the internal documents. */
    static final String ADDRESS = "/espace/documents";

    static final String ONE = ADDRESS + "/{id:[0-9a-f-]{36}}";
    private static final int LONGEST_QUERY = 200;
    private static final int LONGEST_NOTE = 200;

    private final Desk desk;
    private final DocumentShelf shelf;
    private final Contents contents;
    private final MediaShelf media;
    private final Accounts accounts;
    private final MessageSource messages;

    DocumentController(
            Desk desk,
            DocumentShelf shelf,
            Contents contents,
            MediaShelf media,
            Accounts accounts,
            MessageSource messages) {
        this.desk = desk;
        this.shelf = shelf;
        this.contents = contents;
        this.media = media;
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String etiquette,
            @RequestParam(defaultValue = "") String annee,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        if (!annee.matches("([0-9]{4})?") || page < 1 || page > ContentQuery.DEEPEST / DocumentShelf.SIZE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String words = q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip();
        Asked asked = new Asked(words, dossier, etiquette, annee);
        Contents.Listed<Document> found = shelf.find(asked, page);
        int pages = (int) Math.max(1, (found.total() + DocumentShelf.SIZE - 1) / DocumentShelf.SIZE);
        DocumentsPage view = new DocumentsPage(
                ADDRESS,
                words,
                dossier,
                etiquette,
                choices(shelf.folders(), dossier, name -> link(new Asked("", name, "", ""), 1)),
                choices(shelf.tags(), etiquette, DocumentController::tagLink),
                choices(shelf.years(), annee, year -> link(new Asked("", "", "", year), 1)),
                found.items().stream().map(document -> row(document, words)).toList(),
                found.total(),
                new Paging(
                        page,
                        pages,
                        page > 1 ? link(asked, page - 1) : null,
                        page < pages ? link(asked, page + 1) : null),
                shelf.mayAdd() ? ADDRESS + "/deposer" : null,
                desk.reviews() && !dossier.isEmpty() ? shelf.accessOf(dossier) : null);
        return new ModelAndView("espace/documents", Map.of("shell", desk.shell(request, "documents"), "page", view));
    }

    /** Shows the decisions, meeting after meeting. */
    @GetMapping(ADDRESS + "/decisions")
    @OpenTo(People.SIGNED_IN)
    ModelAndView decisions(HttpServletRequest request) {
        List<DecisionsPage.Row> open = new ArrayList<>();
        List<DecisionsPage.Row> done = new ArrayList<>();
        for (Document document : shelf.withDecisions()) {
            for (DocumentShelf.Decision one : document.decisions()) {
                (one.done() ? done : open).add(row(document, one));
            }
        }
        open.sort(
                Comparator.comparing(row -> row.by() == null ? "9999" : row.by().iso()));
        return new ModelAndView(
                "espace/decisions",
                Map.of("shell", desk.shell(request, "documents"), "page", new DecisionsPage(open, done)));
    }

    private DecisionsPage.Row row(Document document, DocumentShelf.Decision one) {
        return new DecisionsPage.Row(
                one.text(),
                one.who(),
                one.by().map(at -> Moment.of(at, desk.clock())).orElse(null),
                !one.done()
                        && one.by()
                                .map(at -> at.isBefore(desk.clock().instant()))
                                .orElse(false),
                document.title(),
                document.address());
    }

    /** Changes who reads a folder: all that lies in it. */
    @PostMapping(ADDRESS + "/acces")
    @OpenTo(People.REVIEWERS)
    String open(@RequestParam String dossier, @RequestParam String acces) {
        if (!acces.equals("ca") && !acces.equals("adherents")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        for (Document document : shelf.inFolder(dossier)) {
            if (!document.access().equals(acces)) {
                contents.move(
                        shelf.type(),
                        document.id(),
                        "enregistrer",
                        desk.actor(),
                        document.revision(),
                        "",
                        node -> node.setProperty(DocumentUpkeep.ACCESS, acces));
            }
        }
        return "redirect:" + link(new Asked("", dossier, "", ""), 1) + "&fait=enregistre";
    }

    @GetMapping(ONE + "/lire")
    @OpenTo(People.ENTITLED)
    ModelAndView read(@PathVariable String id, HttpServletRequest request) {
        return shown(request, document(id), "", "", HttpStatus.OK);
    }

    /** Another file in the place of the one there is; that one is kept. */
    @PostMapping(ONE + "/version")
    @OpenTo(People.ENTITLED)
    ModelAndView replace(
            @PathVariable String id,
            @RequestParam MultipartFile fichier,
            @RequestParam(defaultValue = "") String note,
            @RequestParam long revision,
            HttpServletRequest request)
            throws java.io.IOException {
        Document document = document(id);
        requireWrite(id);
        String said = note.strip().substring(0, Math.min(note.strip().length(), LONGEST_NOTE));
        MediaShelf.Added added =
                media.addFile(fichier, true, desk.account().name(), java.time.LocalDate.now(desk.clock()));
        if (added instanceof MediaShelf.Added.Refused refused) {
            return shown(
                    request,
                    document,
                    said,
                    messages.getMessage(refused.reason(), Locale.FRENCH),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String key = ((MediaShelf.Added.Kept) added).key();
        return change(request, document, revision, key, said);
    }

    /** An older file comes back, as a new version. */
    @PostMapping(ONE + "/versions/{number:[0-9]{1,4}}")
    @OpenTo(People.REVIEWERS)
    ModelAndView restore(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam long revision,
            HttpServletRequest request) {
        Document document = document(id);
        if (number >= document.versions().size()) {
            throw new NotFoundException();
        }
        DocumentShelf.Version old = document.versions().get(number);
        String note = messages.getMessage(
                "authoring.document.back",
                new Object[] {Moment.of(old.date(), desk.clock()).day()},
                Locale.FRENCH);
        return change(request, document, revision, old.file(), note);
    }

    private ModelAndView change(
            HttpServletRequest request, Document document, long revision, String file, String note) {
        try {
            contents.move(shelf.type(), document.id(), "enregistrer", desk.actor(), revision, "", node -> {
                node.setProperty(DocumentUpkeep.FILE, file);
                node.setProperty(DocumentUpkeep.NOTE, note);
            });
        } catch (ConcurrentEdit e) {
            return shown(
                    request,
                    document(document.id()),
                    note,
                    messages.getMessage("authoring.document.changed", new Object[0], Locale.FRENCH),
                    HttpStatus.CONFLICT);
        } catch (RefusedTransition e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
        return new ModelAndView("redirect:" + document.address() + "?fait=version");
    }

    private void requireWrite(String id) {
        if (!contents.mayWrite(id, desk.identity())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private Document document(String id) {
        return shelf.find(id).orElseThrow(NotFoundException::new);
    }

    private DocumentsPage.Row row(Document document, String words) {
        return new DocumentsPage.Row(
                document.title(),
                document.address(),
                shelf.about(document),
                document.isForMembers(),
                words.isEmpty() ? List.of() : FoundWords.in(document.text(), words));
    }

    private ModelAndView shown(
            HttpServletRequest request, Document document, String note, String error, HttpStatus status) {
        boolean mayWrite = contents.mayWrite(document.id(), desk.identity());
        var file = media.fileByKey(document.file());
        DocumentPage page = new DocumentPage(
                ADDRESS + "/" + document.id(),
                document.title(),
                shelf.about(document),
                document.tags().stream()
                        .map(tag -> new DocumentPage.Tag(tag, tagLink(tag)))
                        .toList(),
                document.isForMembers(),
                file.isPresent() ? DocumentFiles.address(document, -1) : null,
                file.map(StoredFile::details).orElse(""),
                document.present(),
                document.decisions().stream()
                        .map(one -> new DocumentPage.Decision(
                                one.text(),
                                one.who(),
                                one.by().map(at -> Moment.of(at, desk.clock())).orElse(null),
                                one.done()))
                        .toList(),
                desk.reviews() ? versions(document) : List.of(),
                mayWrite ? ADDRESS + "/" + document.id() : null,
                mayWrite,
                !document.text().isEmpty(),
                String.valueOf(document.revision()),
                note,
                error);
        return new ModelAndView(
                "espace/document", Map.of("shell", desk.shell(request, "documents"), "page", page), status);
    }

    private List<DocumentPage.Version> versions(Document document) {
        List<DocumentPage.Version> versions = new ArrayList<>();
        for (int i = document.versions().size() - 1; i >= 0; i--) {
            DocumentShelf.Version one = document.versions().get(i);
            boolean present = one.file().equals(document.file());
            versions.add(new DocumentPage.Version(
                    Moment.of(one.date(), desk.clock()),
                    accounts.nameOf(one.by()),
                    one.note(),
                    DocumentFiles.address(document, i),
                    present ? null : ADDRESS + "/" + document.id() + "/versions/" + i));
        }
        return versions;
    }

    private static List<DocumentsPage.Choice> choices(
            Map<String, Integer> counted, String chosen, java.util.function.UnaryOperator<String> link) {
        return counted.entrySet().stream()
                .map(one -> new DocumentsPage.Choice(
                        one.getKey(),
                        one.getValue(),
                        link.apply(one.getKey()),
                        one.getKey().equals(chosen)))
                .toList();
    }

    private static String tagLink(String tag) {
        return link(new Asked("", "", tag, ""), 1);
    }

    private static String link(Asked asked, int page) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(ADDRESS);
        Map<String, String> values =
                Map.of("q", asked.words(), "dossier", asked.folder(), "etiquette", asked.tag(), "annee", asked.year());
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                link.queryParam(name, "{" + name + "}");
            }
        });
        if (page > 1) {
            link.queryParam("page", page);
        }
        return link.encode().buildAndExpand(values).toUriString();
    }
}
