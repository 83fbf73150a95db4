package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.editorial.authoring.view.FormField;
import org.bocage.editorial.authoring.view.FormPage;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.authoring.view.Paging;
import org.bocage.editorial.authoring.view.PhotoPage;
import org.bocage.editorial.authoring.view.PhotosPage;
import org.bocage.editorial.authoring.view.Picture;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The pictures, and a new one. */
@Controller
class PhotoController {

    private static final int SHOWN = 60;
    private static final int LONGEST_ALT = 250;
    private static final int LONGEST_CREDIT = 120;
    /** Width of the theme's rendition of that name, in pixels. */
    private static final int LARGE = 1280;

    private static final AssetAddresses ADDRESSES = new AssetAddresses("/author");
    private static final String ACCEPTED = "image/jpeg,image/png,image/webp,image/gif";

    private final Desk desk;
    private final MediaShelf shelf;
    private final Photos photos;
    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final MessageSource messages;

    PhotoController(
            Desk desk,
            MediaShelf shelf,
            Photos photos,
            Accounts accounts,
            OneTimeTokens tokens,
            MessageSource messages) {
        this.desk = desk;
        this.shelf = shelf;
        this.photos = photos;
        this.accounts = accounts;
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

    @GetMapping("/espace/photos/{id:[0-9a-f-]{36}}")
    ModelAndView one(@PathVariable String id, HttpServletRequest request) {
        Photos.Kept kept = photos.find(id).orElseThrow(ListController::notFound);
        return one(request, id, kept, null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/espace/photos/{id:[0-9a-f-]{36}}")
    ModelAndView change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "false") boolean decorative,
            @RequestParam(defaultValue = "") String credit,
            @RequestParam long revision,
            @RequestParam String action,
            HttpServletRequest request) {
        Photos.Kept kept = photos.find(id).orElseThrow(ListController::notFound);
        if (!mayChange(kept)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (action.equals("retirer")) {
            if (photos.isUsed(id)) {
                return one(request, id, kept, null, List.of(), HttpStatus.CONFLICT);
            }
            photos.remove(id);
            return new ModelAndView("redirect:/espace/photos?fait=photo-retiree");
        }
        Photos.Text text = new Photos.Text(alt.strip(), decorative, credit.strip());
        List<FormPage.Problem> problems = problems(text);
        if (!problems.isEmpty()) {
            return one(request, id, kept, text, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!photos.describe(
                id, text, revision, desk.account().name(), desk.clock().instant())) {
            Photos.Kept theirs = photos.find(id).orElseThrow(ListController::notFound);
            return one(
                    request,
                    id,
                    theirs,
                    text,
                    List.of(problem(
                            "alt", "authoring.photo.changed", theirs.asset().alt())),
                    HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/espace/photos/" + id + "?fait=photo-enregistree");
    }

    private List<FormPage.Problem> problems(Photos.Text text) {
        List<FormPage.Problem> problems = new ArrayList<>();
        if (text.alt().isEmpty() && !text.decorative()) {
            problems.add(problem("alt", "authoring.alt-missing"));
        }
        if (text.alt().length() > LONGEST_ALT) {
            problems.add(problem("alt", "authoring.error.length", LONGEST_ALT));
        }
        if (text.credit().length() > LONGEST_CREDIT) {
            problems.add(problem("credit", "authoring.error.length", LONGEST_CREDIT));
        }
        return problems;
    }

    private FormPage.Problem problem(String field, String key, Object... arguments) {
        return new FormPage.Problem(
                field,
                messages.getMessage("authoring.photo." + field, new Object[0], Locale.FRENCH),
                messages.getMessage(key, arguments, Locale.FRENCH));
    }

    /** Who added a picture takes care of its words, and whoever reviews. */
    private boolean mayChange(Photos.Kept kept) {
        return desk.reviews() || kept.addedBy().equals(desk.account().name());
    }

    private ModelAndView one(
            HttpServletRequest request,
            String id,
            Photos.Kept kept,
            Photos.@Nullable Text typed,
            List<FormPage.Problem> problems,
            HttpStatus status) {
        Asset asset = kept.asset();
        int width = Math.min(asset.width() > 0 ? asset.width() : LARGE, LARGE);
        Picture picture = new Picture(
                asset.key(),
                ADDRESSES.rendition(asset, "portail", "vignette"),
                320,
                200,
                typed == null ? asset.alt() : typed.alt(),
                typed == null ? asset.decorative() : typed.decorative(),
                typed == null ? asset.credit() : typed.credit(),
                asset.title(),
                "/espace/photos/" + id);
        PhotoPage page = new PhotoPage(
                picture.address(),
                picture,
                ADDRESSES.rendition(asset, "portail", "large"),
                width,
                asset.width() > 0 ? Math.round((float) asset.height() * width / asset.width()) : LARGE * 5 / 8,
                details(asset),
                Moment.of(kept.added(), desk.clock()),
                accounts.find(kept.addedBy()).map(Account::displayName).orElse(""),
                photos.uses(id, desk.identity()),
                photos.isUsed(id),
                problems,
                mayChange(kept),
                String.valueOf(kept.revision()),
                ADDRESSES.original(asset));
        return new ModelAndView("espace/photo", Map.of("shell", desk.shell(request, "photos"), "page", page), status);
    }

    private String details(Asset asset) {
        return messages.getMessage(
                "authoring.photo.details",
                new Object[] {
                    asset.mimeType()
                            .substring(asset.mimeType().indexOf('/') + 1)
                            .toUpperCase(Locale.ROOT),
                    asset.size() / 1024,
                    asset.width(),
                    asset.height()
                },
                Locale.FRENCH);
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
