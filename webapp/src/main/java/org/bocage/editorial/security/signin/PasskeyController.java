package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.passkeys.Passkeys;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** « Se connecter avec une clé d’accès »: the two requests of a browser that has one. */
@Controller
class PasskeyController {

    private final Passkeys passkeys;
    private final SignIn signIn;

    PasskeyController(Passkeys passkeys, SignIn signIn) {
        this.passkeys = passkeys;
        this.signIn = signIn;
    }

    @PostMapping("/connexion/cle/demande")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.request(request, response)
                .map(options -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(options))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The answer says where to go: the page that was asked for, or the private space. */
    @PostMapping("/connexion/cle")
    ResponseEntity<String> enter(@RequestBody String signed, HttpServletRequest request, HttpServletResponse response) {
        Optional<Account> account = passkeys.signedBy(signed, request);
        if (account.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        signIn.enter(account.get(), request, response);
        String suite = ReturnAddress.asked(request).orElse(request.getContextPath() + "/espace");
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(suite);
    }
}
