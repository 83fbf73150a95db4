package org.bocage.editorial.administration.theme;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.dam.uploads.RefusedFile;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.view.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The logo of the association: sent, seen by day and by night, taken away. */
@ScreenController
@OpenTo(People.REVIEWERS)
class LogoController {

    static final String ADDRESS = "/espace/reglages/logo";

    private static final String FILE = "fichier";

    private final Desk desk;
    private final SiteLogo logo;
    private final MessageSource messages;

    LogoController(Desk desk, SiteLogo logo, MessageSource messages) {
        this.desk = desk;
        this.logo = logo;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, List.of(), HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView keep(@RequestParam(required = false) @Nullable MultipartFile fichier, HttpServletRequest request)
            throws IOException {
        String name = fichier == null || fichier.getOriginalFilename() == null ? "" : fichier.getOriginalFilename();
        if (fichier == null || name.isEmpty()) {
            return refused(request, say("none"));
        }
        try (InputStream sent = fichier.getInputStream()) {
            Optional<RefusedFile> refused = logo.keep(name, sent);
            return refused.isEmpty()
                    ? new ModelAndView("redirect:" + ADDRESS + "?fait=logo")
                    : refused(request, messages.getMessage(refused.get(), Locale.FRENCH));
        }
    }

    private ModelAndView refused(HttpServletRequest request, String sentence) {
        FormPage.Problem problem = new FormPage.Problem(FILE, say("file"), sentence);
        return page(request, List.of(problem), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String say(String key) {
        return messages.getMessage("authoring.logo." + key, null, Locale.FRENCH);
    }

    @PostMapping(value = ADDRESS, params = "geste=nom")
    String sayHasName(@RequestParam(defaultValue = "") String avecNom) {
        logo.sayHasName(!avecNom.isEmpty());
        return "redirect:" + ADDRESS + "?fait=logo";
    }

    @PostMapping(value = ADDRESS, params = "geste=retirer")
    String remove() {
        logo.remove();
        return "redirect:" + ADDRESS + "?fait=logo-retire";
    }

    private ModelAndView page(HttpServletRequest request, List<FormPage.Problem> problems, HttpStatus status) {
        LogoPage.Logo shown = logo.kept()
                .map(kept ->
                        new LogoPage.Logo(kept.address(), kept.width(), SiteLogo.HEIGHT, kept.under(), kept.hasName()))
                .orElse(null);
        LogoPage page = new LogoPage(ADDRESS, shown, problems);
        return new ModelAndView("espace/logo", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }
}
