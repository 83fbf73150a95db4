package org.bocage.editorial.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.passkeys.Passkeys;
import org.bocage.editorial.security.sessions.Device;
import org.bocage.editorial.security.sessions.Devices;
import org.bocage.editorial.security.signin.OwnAccount;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Mon compte »: what people change of their own accounts, one thing a screen. */
@ScreenController
@OpenTo(People.SIGNED_IN)
class OwnAccountController {

    static final String ADDRESS = "/espace/compte";
    private static final String NAME = ADDRESS + "/nom";
    private static final String EMAIL = ADDRESS + "/adresse";
    private static final String PASSWORD = ADDRESS + "/mot-de-passe";
    private static final String DEVICES = ADDRESS + "/appareils";
    private static final int MOST = 200;

    private final Desk desk;
    private final Accounts accounts;
    private final OwnAccount own;
    private final Devices devices;
    private final Passkeys passkeys;
    private final MessageSource messages;

    OwnAccountController(
            Desk desk, Accounts accounts, OwnAccount own, Devices devices, Passkeys passkeys, MessageSource messages) {
        this.desk = desk;
        this.accounts = accounts;
        this.own = own;
        this.devices = devices;
        this.passkeys = passkeys;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        Account who = desk.account();
        OwnAccountPage page = new OwnAccountPage(
                who.displayName(),
                who.email(),
                who.name(),
                devices.of(who.name(), request).size(),
                passkeys.of(who).size());
        return shown(request, "compte", page, HttpStatus.OK);
    }

    @GetMapping(NAME)
    ModelAndView name(HttpServletRequest request) {
        return shown(
                request,
                "compte-nom",
                new OwnAccountPage.Name(NAME, desk.account().displayName(), List.of()),
                HttpStatus.OK);
    }

    @PostMapping(NAME)
    ModelAndView rename(@RequestParam(defaultValue = "") String titre, HttpServletRequest request) {
        if (titre.isBlank() || titre.length() > MOST) {
            List<FormPage.Problem> problems = List.of(problem("titre", "titre"));
            return shown(
                    request,
                    "compte-nom",
                    new OwnAccountPage.Name(NAME, titre, problems),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        accounts.rename(desk.account().name(), titre);
        return done("nom-change");
    }

    @GetMapping(EMAIL)
    ModelAndView email(HttpServletRequest request) {
        return shown(
                request,
                "compte-adresse",
                new OwnAccountPage.Email(EMAIL, desk.account().email(), List.of()),
                HttpStatus.OK);
    }

    /** The new address is taken once its owner confirmed it. */
    @PostMapping(EMAIL)
    ModelAndView changeEmail(
            @RequestParam(defaultValue = "") String courriel,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        OwnAccount.Outcome outcome = own.changeAddress(desk.account(), courriel.strip(), password, request);
        if (outcome == OwnAccount.Outcome.DONE) {
            return done("adresse-a-confirmer");
        }
        List<FormPage.Problem> problems = List.of(problem(outcome, "password"));
        return shown(request, "compte-adresse", new OwnAccountPage.Email(EMAIL, courriel, problems), status(outcome));
    }

    @GetMapping(PASSWORD)
    ModelAndView password(HttpServletRequest request) {
        return shown(
                request,
                "compte-mot-de-passe",
                new OwnAccountPage.Password(PASSWORD, desk.account().name(), List.of()),
                HttpStatus.OK);
    }

    @PostMapping(PASSWORD)
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passwordNouveau,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account who = desk.account();
        OwnAccount.Outcome outcome = own.changePassword(who, password, passwordNouveau, request, response);
        if (outcome == OwnAccount.Outcome.DONE) {
            return done("mot-de-passe-change");
        }
        List<FormPage.Problem> problems = List.of(problem(outcome, "password"));
        return shown(
                request,
                "compte-mot-de-passe",
                new OwnAccountPage.Password(PASSWORD, who.name(), problems),
                status(outcome));
    }

    @GetMapping(DEVICES)
    ModelAndView devices(HttpServletRequest request) {
        List<OwnAccountPage.Device> shown = devices.of(desk.account().name(), request).stream()
                .map(this::device)
                .toList();
        return shown(request, "compte-appareils", new OwnAccountPage.Devices(DEVICES, shown), HttpStatus.OK);
    }

    @PostMapping(DEVICES)
    String end(@RequestParam String sortir, HttpServletRequest request) {
        if (sortir.equals("autres")) {
            devices.endOthers(desk.account().name(), request);
        } else {
            devices.end(desk.account().name(), sortir);
        }
        return "redirect:" + DEVICES + "?fait=appareil-sorti";
    }

    private OwnAccountPage.Device device(Device one) {
        return new OwnAccountPage.Device(
                one.id(),
                known(one.browser()),
                known(one.system()),
                Moment.of(one.since(), desk.clock()),
                Moment.of(one.seen(), desk.clock()),
                one.current());
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ModelAndView done(String what) {
        return new ModelAndView("redirect:" + ADDRESS + "?fait=" + what);
    }

    private static HttpStatus status(OwnAccount.Outcome outcome) {
        return outcome == OwnAccount.Outcome.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private FormPage.Problem problem(OwnAccount.Outcome outcome, String asked) {
        return switch (outcome) {
            case NO_ADDRESS -> problem("courriel", "courriel");
            case TAKEN_ADDRESS -> problem("courriel", "prise");
            case NO_PASSWORD -> problem("passwordNouveau", "nouveau");
            case TOO_MANY -> problem(asked, "ralenti");
            case WRONG_PASSWORD, DONE -> problem(asked, "autre");
        };
    }

    private FormPage.Problem problem(String field, String key) {
        return new FormPage.Problem(field, words("champ." + field), words("erreur." + key));
    }

    private String words(String key) {
        return messages.getMessage("authoring.compte." + key, new Object[0], Locale.FRENCH);
    }

    private ModelAndView shown(HttpServletRequest request, String view, Record page, HttpStatus status) {
        return new ModelAndView("espace/" + view, Map.of("shell", desk.shell(request, "compte"), "page", page), status);
    }
}
