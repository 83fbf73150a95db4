package org.bocage.editorial.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.dam.decoding.Refusal;
import org.bocage.cms.dam.renditions.PictureView;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.CheckedFile;
import org.bocage.cms.dam.uploads.RefusedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.publishing.ImageRights.Agreement;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.MediaPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.PhotoPage;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.RightsChoice;
import org.bocage.editorial.workflow.Withdrawals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One file of the library: its words, who agreed, how it is shown, where; other bytes in its place. */
@ScreenController
class PhotoController {

    static final String ACCEPTED = "image/jpeg,image/png,image/webp,image/gif";

    private static final String ONE = "/espace/medias/{id:[0-9a-f-]{36}}";
    private static final int LONGEST_ALT = 250;
    private static final int LONGEST_CREDIT = 120;
    /** Width at which a picture is worked on, in pixels. */
    private static final int LARGE = 1280;

    private static final AssetAddresses ADDRESSES = new AssetAddresses("/author");

    private final Desk desk;
    private final Photos photos;
    private final MediaShelf shelf;
    private final UploadGuard guard;
    private final Accounts accounts;
    private final Withdrawals withdrawals;
    private final MediaLibrary library;
    private final MessageSource messages;

    PhotoController(
            Desk desk,
            Photos photos,
            MediaShelf shelf,
            UploadGuard guard,
            Accounts accounts,
            Withdrawals withdrawals,
            MediaLibrary library,
            MessageSource messages) {
        this.withdrawals = withdrawals;
        this.library = library;
        this.desk = desk;
        this.photos = photos;
        this.shelf = shelf;
        this.guard = guard;
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping(ONE)
    @OpenTo(People.ENTITLED)
    ModelAndView one(@PathVariable String id, HttpServletRequest request) {
        return shown(request, id, kept(id), null, null, List.of(), HttpStatus.OK);
    }

    @PostMapping(ONE)
    @OpenTo(People.ENTITLED)
    ModelAndView change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "false") boolean decorative,
            @RequestParam(defaultValue = "") String credit,
            @RequestParam long revision,
            @RequestParam String action,
            HttpServletRequest request) {
        Photos.Kept kept = changeable(id);
        if (action.equals("retirer")) {
            if (photos.isUsed(id)) {
                return shown(request, id, kept, null, null, List.of(), HttpStatus.CONFLICT);
            }
            try {
                photos.remove(id, revision, desk.actor());
            } catch (ConcurrentEdit e) {
                return movedOn(id, "retirer", request);
            }
            return new ModelAndView("redirect:/espace/medias?fait=photo-retiree");
        }
        PhotoPage.View typedView = ViewFields.typed(request, kept.view());
        Optional<PictureView> view = ViewFields.read(typedView);
        boolean asked = request.getParameter("droits") != null;
        Photos.Text text = new Photos.Text(
                alt.strip(),
                decorative,
                credit.strip(),
                asked ? Photos.rights(request, "") : kept.rights(),
                view.orElse(kept.view()));
        List<FormPage.Problem> problems = kept.asset().isPicture() ? problems(text, asked) : new ArrayList<>();
        if (view.isEmpty()) {
            problems.add(problem("cadre", "authoring.photo.cadre.outside"));
        }
        if (!problems.isEmpty()) {
            return shown(request, id, kept, text, typedView, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            photos.describe(
                    id, text, revision, desk.account().name(), desk.clock().instant());
        } catch (ConcurrentEdit e) {
            Photos.Kept theirs = kept(id);
            return shown(
                    request,
                    id,
                    theirs,
                    text,
                    typedView,
                    List.of(problem(
                            "alt", "authoring.photo.changed", theirs.asset().alt())),
                    HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/espace/medias/" + id + "?fait=photo-enregistree");
    }

    /** Into another folder. */
    @PostMapping(ONE + "/dossier")
    @OpenTo(People.ENTITLED)
    String move(@PathVariable String id, @RequestParam String dossier) {
        Photos.Kept kept = changeable(id);
        if (kept.asset().path().startsWith(MediaShelf.INSIDE + "/")
                || library.placeOf(dossier).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        photos.move(id, dossier, desk.account().name(), desk.clock().instant());
        return "redirect:/espace/medias/" + id + "?fait=photo-rangee";
    }

    /** After somebody asked for a picture to be taken away: it stays away, or comes back. */
    @PostMapping(ONE + "/retrait")
    @OpenTo(People.REVIEWERS)
    String settle(@PathVariable String id, @RequestParam String decision) {
        kept(id);
        boolean comesBack = decision.equals("remettre");
        if (!comesBack && !decision.equals("garder")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        withdrawals.settle(id, comesBack, desk.actor());
        return "redirect:/espace/medias/" + id + "?fait=" + (comesBack ? "photo-remise" : "photo-gardee-retiree");
    }

    /** Other bytes: every page that shows the file shows the new ones, at the same address. */
    @PostMapping(ONE + "/fichier")
    @OpenTo(People.ENTITLED)
    ModelAndView replace(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam long revision,
            HttpServletRequest request)
            throws IOException {
        Photos.Kept kept = changeable(id);
        if (fichier == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String name = fichier.getOriginalFilename() == null ? "" : fichier.getOriginalFilename();
        RefusedFile refused;
        try (InputStream content = fichier.getInputStream()) {
            CheckedFile checked = guard.check(name, content);
            if (checked instanceof AcceptedFile accepted) {
                try (accepted) {
                    if (photos.replace(
                            id,
                            accepted,
                            revision,
                            desk.account().name(),
                            desk.clock().instant())) {
                        return new ModelAndView("redirect:/espace/medias/" + id + "?fait=photo-remplacee");
                    }
                } catch (ConcurrentEdit e) {
                    return movedOn(id, "fichier", request);
                }
                refused = new RefusedFile(
                        name, kept.asset().isPicture() ? Refusal.NOT_A_PICTURE : Refusal.NOT_ACCEPTED, List.of());
            } else {
                refused = (RefusedFile) checked;
                if (kept.asset().isPicture()) {
                    refused = refused.wherePictureIsAsked();
                }
            }
        }
        FormPage.Problem problem = new FormPage.Problem(
                "fichier",
                messages.getMessage("authoring.photo.fichier", new Object[0], Locale.FRENCH),
                messages.getMessage(refused, Locale.FRENCH));
        return shown(request, id, kept, null, null, List.of(problem), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Photos.Kept kept(String id) {
        return photos.find(id).filter(this::mayRead).orElseThrow(NotFoundException::new);
    }

    /** Returns whether this person may read it: what lies inside is for those of the house, the rest for whoever signs in. */
    private boolean mayRead(Photos.Kept kept) {
        return !kept.asset().path().startsWith(MediaShelf.INSIDE + "/")
                || photos.isReadBy(kept.asset().key(), desk.identity());
    }

    private Photos.Kept changeable(String id) {
        Photos.Kept kept = kept(id);
        if (!mayChange(kept)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return kept;
    }

    List<FormPage.Problem> problems(Photos.Text text, boolean asked) {
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
        if (asked && text.rights().agreement() == Agreement.TO_SAY) {
            problems.add(problem("droits", "authoring.photo.droits.missing"));
        }
        return problems;
    }

    FormPage.Problem problem(String field, String key, Object... arguments) {
        return new FormPage.Problem(
                field,
                messages.getMessage("authoring.photo." + field, new Object[0], Locale.FRENCH),
                messages.getMessage(key, arguments, Locale.FRENCH));
    }

    /** The question about the persons on a picture, with what was said and what is still missing. */
    RightsChoice rightsChoice(ImageRights rights, List<String> errors) {
        boolean parentsMissing = rights.minors() && !rights.parental();
        return new RightsChoice(
                rights.agreement() == Agreement.TO_SAY ? "" : rights.agreement().key(),
                rights.minors(),
                rights.parental(),
                errors,
                parentsMissing
                        ? List.of(messages.getMessage("authoring.photo.parents", new Object[0], Locale.FRENCH))
                        : List.of());
    }

    /** Returns whether this person takes care of a picture's words: whoever added it does, and whoever reviews. */
    private boolean mayChange(Photos.Kept kept) {
        return desk.reviews() || kept.addedBy().equals(desk.account().name());
    }

    private boolean mayReadRights(Photos.Kept kept) {
        return mayChange(kept) || desk.account().audiences().contains(Audience.BOARD);
    }

    /** Shows a file as somebody else changed it meanwhile, and says so beside the field of what was to be done. */
    private ModelAndView movedOn(String id, String field, HttpServletRequest request) {
        return shown(
                request,
                id,
                kept(id),
                null,
                null,
                List.of(problem(field, "authoring.photo.moved-on")),
                HttpStatus.CONFLICT);
    }

    private ModelAndView shown(
            HttpServletRequest request,
            String id,
            Photos.Kept kept,
            Photos.@Nullable Text typed,
            PhotoPage.@Nullable View typedView,
            List<FormPage.Problem> problems,
            HttpStatus status) {
        Asset asset = kept.asset();
        int width = Math.min(asset.width() > 0 ? asset.width() : LARGE, LARGE);
        Picture picture = new Picture(
                asset.key(),
                shelf.rendition(asset, MediaShelf.SMALL),
                320,
                200,
                typed == null ? asset.alt() : typed.alt(),
                typed == null ? asset.decorative() : typed.decorative(),
                typed == null ? asset.credit() : typed.credit(),
                asset.title(),
                "/espace/medias/" + id);
        List<String> rightsErrors = problems.stream()
                .filter(problem -> problem.field().equals("droits"))
                .map(FormPage.Problem::message)
                .toList();
        ImageRights rights = typed == null ? kept.rights() : typed.rights();
        PhotoPage page = new PhotoPage(
                picture.address(),
                picture,
                asset.isPicture(),
                ADDRESSES.original(asset),
                width,
                asset.width() > 0 ? Math.round((float) asset.height() * width / asset.width()) : LARGE * 5 / 8,
                shelf.rendition(asset, MediaShelf.MEDIUM),
                details(asset),
                Moment.of(kept.added(), desk.clock()),
                accounts.find(kept.addedBy()).map(Account::displayName).orElse(""),
                photos.uses(id, desk.identity()),
                photos.isUsed(id),
                problems,
                mayChange(kept),
                String.valueOf(kept.revision()),
                mayReadRights(kept) && asset.isPicture() ? rightsChoice(rights, rightsErrors) : null,
                typedView == null ? ViewFields.of(kept.view()) : typedView,
                withdrawals
                        .find(id)
                        .map(asked -> new PhotoPage.Withdrawal(
                                Moment.of(asked.since(), desk.clock()), asked.reason(), desk.reviews()))
                        .orElse(null),
                ACCEPTED,
                asset.path().substring(0, Math.max(1, asset.path().lastIndexOf('/'))),
                library.named().stream()
                        .map(one -> new MediaPage.Folder(one.title(), one.path()))
                        .toList());
        return new ModelAndView("espace/photo", Map.of("shell", desk.shell(request, "medias"), "page", page), status);
    }

    private String details(Asset asset) {
        String format = asset.fileName()
                .substring(asset.fileName().lastIndexOf('.') + 1)
                .toUpperCase(Locale.ROOT);
        return asset.isPicture()
                ? messages.getMessage(
                        "authoring.photo.details",
                        new Object[] {format, asset.size() / 1024, asset.width(), asset.height()},
                        Locale.FRENCH)
                : messages.getMessage(
                        "authoring.file.details", new Object[] {format, (asset.size() + 1023) / 1024}, Locale.FRENCH);
    }
}
