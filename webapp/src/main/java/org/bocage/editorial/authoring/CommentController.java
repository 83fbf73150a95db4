package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.jcr.Session;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Remarks on an item or on one of its fields, with people named in them. */
@Controller
class CommentController {

    private static final int LONGEST = 2_000;

    private final Desk desk;
    private final Contents contents;
    private final Review review;
    private final Stores stores;
    private final Accounts accounts;
    private final OneTimeTokens tokens;

    CommentController(
            Desk desk, Contents contents, Review review, Stores stores, Accounts accounts, OneTimeTokens tokens) {
        this.desk = desk;
        this.contents = contents;
        this.review = review;
        this.stores = stores;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @PostMapping("/espace/{type:[a-z]+}/{id:[0-9a-f-]{36}}/commentaires")
    String comment(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam String texte,
            @RequestParam(defaultValue = "") String champ,
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam(defaultValue = "") String retour,
            HttpServletRequest request) {
        ContentType contentType = desk.type(type).orElseThrow(ListController::notFound);
        if (contents.read(contentType, id, desk.identity(), node -> true).isEmpty()) {
            throw ListController.notFound();
        }
        if (texte.length() > LONGEST || !champ.matches("[A-Za-z0-9_.\\[\\]]{0,100}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String address = (retour.equals("tache") ? "/espace/taches/" : "/espace/") + type + "/" + id;
        synchronized (tokens.turn(jeton)) {
            if (tokens.answer(jeton).isEmpty()) {
                add(contentType, id, texte, champ);
                tokens.used(jeton, address);
            }
        }
        return "redirect:" + address + "?fait=commente";
    }

    private void add(ContentType type, String id, String text, String field) {
        Set<String> named = named(text, type, id);
        try {
            stores.author()
                    .update(
                            Identity.SYSTEM,
                            (Session session) -> review.comment(
                                    session,
                                    new Workspace(type.workspace())
                                            .nodeById(session, id)
                                            .orElseThrow(ListController::notFound),
                                    desk.actor(),
                                    text,
                                    field,
                                    named));
        } catch (RefusedTransition e) {
            boolean empty = e.reason() == RefusedTransition.Reason.COMMENT_MISSING;
            throw new ResponseStatusException(empty ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
    }

    /** Those whose name or account follows an @ in a text, and who may read what it is about. */
    private Set<String> named(String text, ContentType type, String id) {
        Set<String> named = new LinkedHashSet<>();
        String plain = text.toLowerCase(Locale.FRENCH);
        for (Account account : accounts.all()) {
            boolean isNamed = isNamed(plain, account.name()) || isNamed(plain, firstWord(account.displayName()));
            if (isNamed
                    && account.enabled()
                    && contents.read(type, id, account.identity(), node -> true).isPresent()) {
                named.add(account.name());
            }
        }
        return named;
    }

    private static String firstWord(String displayName) {
        return displayName.split(" ", 2)[0].toLowerCase(Locale.FRENCH);
    }

    private static boolean isNamed(String text, String name) {
        int at = text.indexOf("@" + name);
        int end = at + 1 + name.length();
        return at >= 0 && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
