package org.bocage.editorial.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.passkeys.Passkey;
import org.bocage.editorial.security.passkeys.Passkeys;
import org.bocage.editorial.security.signin.OwnAccount;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own passkeys: making one is a matter of the browser's script, taking one away is not. */
@ScreenController
@OpenTo(People.SIGNED_IN)
class PasskeysController {

    private static final String ADDRESS = OwnAccountController.ADDRESS + "/cles";
    private static final String CREATION = ADDRESS + "/demande";
    private static final String ADDED = ADDRESS + "/ajout";

    private final Desk desk;
    private final Passkeys passkeys;
    private final OwnAccount own;

    PasskeysController(Desk desk, Passkeys passkeys, OwnAccount own) {
        this.own = own;
        this.desk = desk;
        this.passkeys = passkeys;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        List<PasskeysPage.Key> keys =
                passkeys.of(desk.account()).stream().map(this::key).toList();
        PasskeysPage page = new PasskeysPage(
                ADDRESS,
                keys,
                passkeys.arePossible(request),
                !own.cameInLately(desk.account(), request),
                CREATION,
                ADDED);
        return new ModelAndView("espace/compte-cles", Map.of("shell", desk.shell(request, "compte"), "page", page));
    }

    @PostMapping(ADDRESS)
    String remove(@RequestParam String retirer) {
        passkeys.remove(desk.account(), retirer);
        return "redirect:" + ADDRESS + "?fait=cle-retiree";
    }

    /** A key lets its owner in for good: who asks for one has just come in, or gives the password. */
    @PostMapping(CREATION)
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (own.confirm(desk.account(), password, request)) {
            case DONE ->
                passkeys.creation(desk.account(), request, response)
                        .map(options -> ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(options))
                        .orElseGet(
                                () -> ResponseEntity.status(HttpStatus.CONFLICT).build());
            case TOO_MANY -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
            default -> ResponseEntity.unprocessableContent().build();
        };
    }

    @PostMapping(ADDED)
    ResponseEntity<String> add(@RequestBody String made, HttpServletRequest request) {
        return passkeys.add(desk.account(), made, request)
                ? ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(request.getContextPath() + ADDRESS + "?fait=cle-ajoutee")
                : ResponseEntity.unprocessableContent().build();
    }

    private PasskeysPage.Key key(Passkey key) {
        boolean used = key.lastUsed().isAfter(key.created());
        return new PasskeysPage.Key(
                key.id(),
                known(key.label()),
                Moment.of(key.created(), desk.clock()),
                used ? Moment.of(key.lastUsed(), desk.clock()) : null);
    }

    private static @Nullable String known(String label) {
        return label.isBlank() ? null : label;
    }
}
