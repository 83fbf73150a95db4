package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.editorial.authoring.view.FormField;
import org.bocage.editorial.authoring.view.Paging;
import org.bocage.editorial.authoring.view.PhotosPage;
import org.bocage.editorial.authoring.view.Picture;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pictures, and a new one. */
@Controller
class PhotoController {

    private static final int SHOWN = 60;
    private static final String ACCEPTED = "image/jpeg,image/png,image/webp,image/gif";

    private final Desk desk;
    private final MediaShelf shelf;
    private final OneTimeTokens tokens;
    private final MessageSource messages;

    PhotoController(Desk desk, MediaShelf shelf, OneTimeTokens tokens, MessageSource messages) {
        this.desk = desk;
        this.shelf = shelf;
        this.tokens = tokens;
        this.messages = messages;
    }

    @GetMapping("/espace/photos")
    ModelAndView show(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        return shown(request, q, upload("", false, "", List.of(), List.of()), false, HttpStatus.OK);
    }

    @PostMapping("/espace/photos")
    ModelAndView add(
            @RequestParam MultipartFile fichier,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "false") String decorative,
            @RequestParam(defaultValue = "") String credit,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request)
            throws IOException {
        synchronized (tokens.turn(jeton)) {
            return addOnce(fichier, alt, decorative, credit, jeton, request);
        }
    }

    private ModelAndView addOnce(
            MultipartFile fichier,
            String alt,
            String decorative,
            String credit,
            String jeton,
            HttpServletRequest request)
            throws IOException {
        if (tokens.answer(jeton).isPresent()) {
            return new ModelAndView("redirect:/espace/photos?fait=deja-envoye");
        }
        boolean isDecorative = !decorative.equals("false");
        MediaShelf.Added added =
                shelf.add(fichier, alt, isDecorative, credit, desk.account().name(), LocalDate.now(desk.clock()));
        if (added instanceof MediaShelf.Added.Kept) {
            tokens.used(jeton, "/espace/photos");
            return new ModelAndView("redirect:/espace/photos?fait=photo-ajoutee");
        }
        List<String> fileErrors = added instanceof MediaShelf.Added.Refused refused
                ? List.of(messages.getMessage(refused.reason(), Locale.FRENCH))
                : List.of();
        List<String> altErrors = added instanceof MediaShelf.Added.AltMissing
                ? List.of(messages.getMessage("authoring.alt-missing", new Object[0], Locale.FRENCH))
                : List.of();
        return shown(
                request,
                "",
                upload(alt, isDecorative, credit, fileErrors, altErrors),
                true,
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView shown(
            HttpServletRequest request, String q, FormField.Upload upload, boolean open, HttpStatus status) {
        List<Picture> pictures = shelf.latest(q, SHOWN);
        PhotosPage page = new PhotosPage(
                "/espace/photos",
                q,
                pictures,
                pictures.size(),
                new Paging(1, 1, null, null),
                upload,
                true,
                open,
                tokens.fresh());
        return new ModelAndView("espace/photos", Map.of("shell", desk.shell(request, "photos"), "page", page), status);
    }

    private static FormField.Upload upload(
            String alt, boolean decorative, String credit, List<String> fileErrors, List<String> altErrors) {
        return new FormField.Upload(ACCEPTED, "15 Mo", alt, decorative, credit, fileErrors, altErrors);
    }
}
