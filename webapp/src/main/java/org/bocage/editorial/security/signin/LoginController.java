package org.bocage.editorial.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login form at its own address, and the one-time page of the first administrator. */
@Controller
class LoginController {

    private final SignIn signIn;
    private final FirstAdministrator first;

    LoginController(SignIn signIn, FirstAdministrator first) {
        this.signIn = signIn;
        this.first = first;
    }

    @GetMapping("/connexion")
    void form(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        signIn.form(request, response);
    }

    @GetMapping("/connexion/premier-compte")
    void first(@RequestParam(defaultValue = "") String jeton, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        first.form(jeton, request, response);
    }

    @PostMapping("/connexion/premier-compte")
    void create(@RequestParam(defaultValue = "") String jeton, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        first.create(jeton, request, response);
    }
}
