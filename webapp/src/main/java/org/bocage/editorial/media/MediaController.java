package org.bocage.editorial.media;

import static org.bocage.editorial.screens.Parameters.parameter;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.media.MediaLibrary.Folder;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.MediaPage;
import org.bocage.editorial.view.Paging;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.TextPicturesPage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** « Médias »: the folders, the grid, files that come in, and the words of those that just came. */
@ScreenController
class MediaController {

    private static final String ADDRESS = "/espace/medias";
    private static final String DESCRIBE = ADDRESS + "/a-decrire";
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_FILES = 40;
    /** Pictures offered at once for a text. */
    private static final int CHOICES = 24;

    private static final String ACCEPTED = PhotoController.ACCEPTED + ",.pdf,.odt,.ods,.docx,.xlsx,.mp4,.webm,.vtt";

    private final Desk desk;
    private final MediaLibrary library;
    private final Photos photos;
    private final PhotoController fields;
    private final MediaShelf shelf;
    private final UploadParts parts;
    private final OneTimeTokens tokens;
    private final MessageSource messages;

    MediaController(
            Desk desk,
            MediaLibrary library,
            Photos photos,
            PhotoController fields,
            MediaShelf shelf,
            UploadParts parts,
            OneTimeTokens tokens,
            MessageSource messages) {
        this.desk = desk;
        this.library = library;
        this.photos = photos;
        this.fields = fields;
        this.shelf = shelf;
        this.parts = parts;
        this.tokens = tokens;
        this.messages = messages;
    }

    /** Credit typed and errors met, when not all files were taken. */
    private record Sent(String credit, List<String> errors) {}

    @GetMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    ModelAndView show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "/") String dossier,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        return shown(request, q, dossier, page, new Sent("", List.of()), HttpStatus.OK);
    }

    /** Pictures for a text, for the dialog of the editor. */
    @GetMapping(ADDRESS + "/choix")
    @OpenTo(People.SIGNED_IN)
    ModelAndView choose(@RequestParam(defaultValue = "") String q) {
        String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY));
        return new ModelAndView(
                "espace/medias-choix", "page", new TextPicturesPage(query, shelf.forTexts(query, CHOICES)));
    }

    /** Where the pictures were before. */
    @GetMapping("/espace/photos")
    @OpenTo(People.SIGNED_IN)
    String before() {
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    ModelAndView add(
            @RequestParam List<MultipartFile> fichier,
            @RequestParam(defaultValue = "") String credit,
            @RequestParam(defaultValue = "/") String dossier,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request)
            throws IOException {
        if (fichier.size() > MOST_FILES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        synchronized (tokens.turn(jeton)) {
            if (tokens.answer(jeton).isPresent()) {
                return new ModelAndView("redirect:" + ADDRESS + "?fait=deja-envoye");
            }
            List<String> errors = new ArrayList<>();
            int known = 0;
            for (MultipartFile one : fichier) {
                MediaShelf.Added added = receive(one, dossier, credit);
                if (added instanceof MediaShelf.Added.Refused refused) {
                    errors.add(messages.getMessage(refused.reason(), Locale.FRENCH));
                } else if (added instanceof MediaShelf.Added.Kept kept && kept.known()) {
                    known++;
                }
            }
            if (!errors.isEmpty()) {
                return shown(request, "", dossier, 1, new Sent(credit, errors), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            tokens.used(jeton, ADDRESS);
            if (known == fichier.size()) {
                return new ModelAndView("redirect:" + ADDRESS + "?fait=photo-connue");
            }
            return new ModelAndView(
                    "redirect:" + (library.toDescribe().isEmpty() ? ADDRESS : DESCRIBE) + "?fait=photo-ajoutee");
        }
    }

    private MediaShelf.Added receive(MultipartFile file, String folder, String credit) throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream bytes = file.getInputStream()) {
            return library.receive(name, bytes, library.placeOf(folder), credit);
        }
    }

    @PostMapping(ADDRESS + "/dossiers")
    @OpenTo(People.ENTITLED)
    ModelAndView addFolder(
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "/") String dossier,
            HttpServletRequest request) {
        if (!library.mayAddFolders()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return library.addFolder(dossier, nom)
                .map(path -> new ModelAndView("redirect:" + link("", path, 1)))
                .orElseGet(() -> shown(
                        request,
                        "",
                        dossier,
                        1,
                        new Sent("", List.of(messages.getMessage("authoring.folder.name", null, Locale.FRENCH))),
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping(DESCRIBE)
    @OpenTo(People.SIGNED_IN)
    ModelAndView toDescribe(HttpServletRequest request) {
        List<DescribePage.Entry> entries = new ArrayList<>();
        for (MediaLibrary.Entry entry : library.toDescribe()) {
            entries.add(new DescribePage.Entry(
                    "photos[" + entries.size() + "].",
                    entry.asset().key().substring("jcr:".length()),
                    shelf.picture(entry.asset()),
                    fields.rightsChoice(entry.rights(), List.of()),
                    List.of()));
        }
        return described(request, entries, List.of(), HttpStatus.OK);
    }

    /** Each picture that is complete is kept; those that lack something come back with all that was typed. */
    @PostMapping(DESCRIBE)
    @OpenTo(People.SIGNED_IN)
    ModelAndView describe(HttpServletRequest request) {
        List<DescribePage.Entry> left = new ArrayList<>();
        List<FormPage.Problem> problems = new ArrayList<>();
        for (int i = 0; i < MediaLibrary.AT_ONCE; i++) {
            String prefix = "photos[" + i + "].";
            String id = parameter(request, prefix + "id");
            var kept = id.matches("[0-9a-f-]{36}") ? photos.find(id) : java.util.Optional.<Photos.Kept>empty();
            if (kept.isEmpty() || !kept.get().addedBy().equals(desk.account().name())) {
                continue;
            }
            Photos.Text text = new Photos.Text(
                    parameter(request, prefix + "alt").strip(),
                    request.getParameter(prefix + "decorative") != null,
                    parameter(request, prefix + "credit").strip(),
                    Photos.rights(request, prefix),
                    kept.get().view());
            List<FormPage.Problem> own = fields.problems(text, true);
            if (own.isEmpty()) {
                photos.describe(
                        id,
                        text,
                        kept.get().revision(),
                        desk.account().name(),
                        desk.clock().instant());
                continue;
            }
            left.add(left(id, kept.get(), text, own, left.size()));
            String place = "photos[" + (left.size() - 1) + "].";
            own.forEach(one -> problems.add(new FormPage.Problem(place + one.field(), one.label(), one.message())));
        }
        return left.isEmpty()
                ? new ModelAndView("redirect:" + ADDRESS + "?fait=photos-decrites")
                : described(request, left, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private DescribePage.Entry left(
            String id, Photos.Kept kept, Photos.Text text, List<FormPage.Problem> problems, int at) {
        Picture stored = shelf.picture(kept.asset());
        return new DescribePage.Entry(
                "photos[" + at + "].",
                id,
                new Picture(
                        stored.key(),
                        stored.thumbnail(),
                        stored.width(),
                        stored.height(),
                        text.alt(),
                        text.decorative(),
                        text.credit(),
                        stored.title(),
                        stored.address()),
                fields.rightsChoice(text.rights(), messagesOf(problems, "droits")),
                messagesOf(problems, "alt"));
    }

    private static List<String> messagesOf(List<FormPage.Problem> problems, String field) {
        return problems.stream()
                .filter(one -> one.field().equals(field))
                .map(FormPage.Problem::message)
                .toList();
    }

    private ModelAndView described(
            HttpServletRequest request,
            List<DescribePage.Entry> entries,
            List<FormPage.Problem> problems,
            HttpStatus status) {
        DescribePage page = new DescribePage(DESCRIBE, entries, problems);
        return new ModelAndView("espace/decrire", Map.of("shell", desk.shell(request, "medias"), "page", page), status);
    }

    private ModelAndView shown(
            HttpServletRequest request, String q, String folder, int page, Sent sent, HttpStatus status) {
        if (page < 1 || page > ContentQuery.DEEPEST / MediaLibrary.SIZE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String words = q.substring(0, Math.min(q.length(), LONGEST_QUERY));
        List<Folder> way = library.way(folder).orElseThrow(NotFoundException::new);
        Contents.Listed<MediaLibrary.Entry> found = library.find(words, folder, page);
        int pages = (int) Math.max(1, (found.total() + MediaLibrary.SIZE - 1) / MediaLibrary.SIZE);
        MediaPage view = new MediaPage(
                ADDRESS,
                words,
                folder,
                way.isEmpty() ? "" : way.get(way.size() - 1).title(),
                links(way.subList(0, Math.max(0, way.size() - 1))),
                words.isEmpty() ? links(library.folders(folder)) : List.of(),
                library.mayAddFolders(),
                found.items().stream().map(this::tile).toList(),
                (int) found.total(),
                new Paging(
                        page,
                        pages,
                        page > 1 ? link(words, folder, page - 1) : null,
                        page < pages ? link(words, folder, page + 1) : null),
                library.toDescribe().size(),
                sent.credit(),
                sent.errors(),
                !sent.errors().isEmpty(),
                ACCEPTED,
                parts.largest(),
                tokens.fresh());
        return new ModelAndView("espace/medias", Map.of("shell", desk.shell(request, "medias"), "page", view), status);
    }

    private MediaPage.Tile tile(MediaLibrary.Entry entry) {
        String name = entry.asset().fileName();
        Picture picture = shelf.picture(entry.asset());
        return new MediaPage.Tile(
                entry.asset().isPicture()
                        ? picture
                        : new Picture(
                                picture.key(),
                                "",
                                0,
                                0,
                                "",
                                true,
                                null,
                                picture.title(),
                                WorkAddress.asset(picture.key())),
                entry.isIncomplete(),
                name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }

    private static List<MediaPage.Folder> links(List<Folder> folders) {
        return folders.stream()
                .map(one -> new MediaPage.Folder(one.title(), link("", one.path(), 1)))
                .toList();
    }

    private static String link(String q, String folder, int page) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(ADDRESS);
        if (!folder.equals("/")) {
            link.queryParam("dossier", "{dossier}");
        }
        if (!q.isEmpty()) {
            link.queryParam("q", "{q}");
        }
        if (page > 1) {
            link.queryParam("page", page);
        }
        return link.encode().buildAndExpand(Map.of("q", q, "dossier", folder)).toUriString();
    }
}
