package org.bocage.portal.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.security.signin.OwnAccount;
import org.bocage.editorial.view.FormPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Partir »: people take their data along, and close their own accounts. */
@ScreenController
@OpenTo(People.SIGNED_IN)
class LeavingController {

    private static final String ADDRESS = "/espace/compte/partir";
    private static final String PASSWORD = "password";

    private final Stores stores;
    private final Desk desk;
    private final Accounts accounts;
    private final Roles roles;
    private final OwnAccount own;
    private final PersonalData data;
    private final ObjectProvider<Responsibilities> kinds;

    LeavingController(
            Stores stores,
            Desk desk,
            Accounts accounts,
            Roles roles,
            OwnAccount own,
            PersonalData data,
            ObjectProvider<Responsibilities> kinds) {
        this.stores = stores;
        this.desk = desk;
        this.accounts = accounts;
        this.roles = roles;
        this.own = own;
        this.data = data;
        this.kinds = kinds;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, List.of(), HttpStatus.OK);
    }

    /** Gives a person what is held on them. */
    @PostMapping(value = ADDRESS, params = "geste=emporter")
    Object take(HttpServletRequest request) {
        String email = desk.account().email();
        return email.isBlank()
                ? page(request, List.of(), HttpStatus.UNPROCESSABLE_CONTENT)
                : PersonalDataFile.answer(email, desk.clock().instant(), data.ofOneself(email, desk.actor()));
    }

    /** Closes the account of the person who asks, unless nobody else administers the portal; all its sessions end. */
    @PostMapping(value = ADDRESS, params = "geste=partir")
    ModelAndView leave(@RequestParam(defaultValue = "") String password, HttpServletRequest request) {
        Account who = desk.account();
        OwnAccount.Outcome outcome = own.check(who, password, request);
        if (outcome != OwnAccount.Outcome.DONE) {
            boolean isTooMany = outcome == OwnAccount.Outcome.TOO_MANY;
            FormPage.Problem problem = new FormPage.Problem(
                    PASSWORD,
                    desk.sentence("authoring.compte.champ.password"),
                    desk.sentence("authoring.compte.erreur." + (isTooMany ? "ralenti" : "autre")));
            return page(
                    request,
                    List.of(problem),
                    isTooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return close(who)
                ? new ModelAndView("redirect:/connexion?au-revoir=compte")
                : page(request, List.of(), HttpStatus.CONFLICT);
    }

    /** Closes an account, unless it is the last one that administers; one at a time, so that the last two do not both go. */
    private boolean close(Account who) {
        return stores.author().alone("leaving", () -> {
            boolean isLast = isLast(who);
            if (!isLast) {
                accounts.setEnabled(who.name(), false);
            }
            return !isLast;
        });
    }

    private boolean isLast(Account who) {
        return roles.administer(who.roles())
                && accounts.all().stream()
                        .noneMatch(other ->
                                other.enabled() && !other.name().equals(who.name()) && roles.administer(other.roles()));
    }

    private ModelAndView page(HttpServletRequest request, List<FormPage.Problem> problems, HttpStatus status) {
        Account who = desk.account();
        List<String> held = kinds.orderedStream()
                .map(kind -> Map.entry(kind.kind(), kind.of(who).size()))
                .filter(one -> one.getValue() > 0)
                .map(one -> desk.sentence("authoring.passer." + one.getKey(), one.getValue()))
                .toList();
        LeavingPage page = new LeavingPage(ADDRESS, who.name(), who.email(), held, isLast(who), problems);
        return new ModelAndView(
                "espace/compte-partir", Map.of("shell", desk.shell(request, "compte"), "page", page), status);
    }
}
