package org.bocage.editorial.items.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.items.PendingImports;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.CreateLink;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * « Partager » of a telephone, with the portal as its target. What comes is kept aside, whoever sent it, and no content changes: its
 * address asks to sign in, then fills in a form that its person sends.
 */
@ScreenController
class ShareController {

    static final String ADDRESS = WorkAddress.SHARE;
    static final String PICTURES = "photos";
    private static final String ONE = ADDRESS + "/{token:[0-9a-f-]{36}}";
    private static final int MOST_PICTURES = 8;
    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif");

    private final Desk desk;
    private final Contents contents;
    private final SharedItems items;

    ShareController(Desk desk, Contents contents, SharedItems items) {
        this.desk = desk;
        this.contents = contents;
        this.items = items;
    }

    /** Takes what the system of a telephone sends: without token and, when nobody is signed in, without session. */
    @PostMapping(ADDRESS)
    @OpenTo(People.ANYBODY)
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        List<SharedItem.Picture> pictures =
                request instanceof MultipartHttpServletRequest multipart ? pictures(multipart) : List.of();
        SharedItem item = SharedItem.of(
                Parameters.parameter(request, "title"),
                Parameters.parameter(request, "text"),
                Parameters.parameter(request, "url"),
                pictures);
        String next = item.isEmpty()
                ? "/espace"
                : ADDRESS + "/"
                        + items.keep(item, desk.isOccupied() ? desk.account().name() : "");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, request.getContextPath() + next)
                .build();
    }

    /** Writes the pictures to files of their own; none of them stays when one cannot be written. */
    private static List<SharedItem.Picture> pictures(MultipartHttpServletRequest request) throws IOException {
        List<Path> written = new ArrayList<>();
        List<SharedItem.Picture> pictures = new ArrayList<>();
        try {
            for (MultipartFile file : request.getFiles(PICTURES).stream()
                    .filter(one -> !one.isEmpty())
                    .limit(MOST_PICTURES)
                    .toList()) {
                Path path = Files.createTempFile("bocage-partage", "");
                written.add(path);
                pictures.add(picture(file, path));
            }
            return pictures;
        } catch (IOException e) {
            for (Path path : written) {
                Files.deleteIfExists(path);
            }
            throw e;
        }
    }

    private static SharedItem.Picture picture(MultipartFile file, Path path) throws IOException {
        file.transferTo(path);
        String type = file.getContentType();
        return new SharedItem.Picture(
                path,
                PendingImports.name(file),
                type != null && TYPES.contains(type) ? type : MediaType.APPLICATION_OCTET_STREAM_VALUE,
                file.getSize());
    }

    /** Tells who had to sign in first that what they shared was too heavy. */
    @GetMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    ModelAndView tooHeavy(HttpServletRequest request) {
        return page(SharePage.lost("lourd"), HttpStatus.CONTENT_TOO_LARGE, request);
    }

    /** Asks what is to become of it; where there is but one answer, the form opens. */
    @GetMapping(ONE)
    @OpenTo(People.SIGNED_IN)
    ModelAndView choose(@PathVariable String token, HttpServletRequest request) {
        Optional<SharedItem> found = items.find(token, desk.account().name());
        if (found.isEmpty()) {
            return page(SharePage.lost("parti"), HttpStatus.GONE, request);
        }
        List<CreateLink> choices = desk.eachWeek().stream()
                .filter(type -> type.extension().shared().isOpen() && contents.mayAdd(type, desk.identity()))
                .map(type -> choice(type, token))
                .toList();
        if (choices.size() == 1) {
            return new ModelAndView("redirect:" + choices.get(0).address());
        }
        SharedItem item = found.get();
        List<String> pictures = IntStream.range(0, item.pictures().size())
                .mapToObj(i -> ADDRESS + "/" + token + "/photos/" + i)
                .toList();
        return page(
                new SharePage("", item.title(), item.text(), item.link(), pictures, choices), HttpStatus.OK, request);
    }

    private CreateLink choice(ContentType type, String token) {
        CreateLink form = desk.createLink(type);
        return new CreateLink(form.label(), form.address() + "?partage=" + token);
    }

    private ModelAndView page(SharePage page, HttpStatus status, HttpServletRequest request) {
        return new ModelAndView(
                "espace/partage", Map.of("shell", desk.shell(request, "semaine"), "page", page), status);
    }

    /** Gives a picture back to who shared it, for the form that takes it. */
    @GetMapping(ONE + "/photos/{number:[0-9]}")
    @OpenTo(People.SIGNED_IN)
    ResponseEntity<Resource> picture(@PathVariable String token, @PathVariable int number) {
        SharedItem.Picture picture = items.find(token, desk.account().name())
                .map(SharedItem::pictures)
                .filter(pictures -> number < pictures.size())
                .map(pictures -> pictures.get(number))
                .filter(one -> Files.exists(one.file()))
                .orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(picture.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(picture.file()));
    }
}
