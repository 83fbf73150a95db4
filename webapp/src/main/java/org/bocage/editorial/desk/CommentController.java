package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import javax.jcr.Session;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.items.FieldComments;
import org.bocage.editorial.items.Mentions;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** FieldComments on an item or on one of its fields, with people named in them. */
@ScreenController
@OpenTo(People.ENTITLED)
class CommentController {

    private final Desk desk;
    private final Contents contents;
    private final Review review;
    private final Stores stores;
    private final Mentions mentions;
    private final OneTimeTokens tokens;

    CommentController(
            Desk desk, Contents contents, Review review, Stores stores, Mentions mentions, OneTimeTokens tokens) {
        this.desk = desk;
        this.contents = contents;
        this.review = review;
        this.stores = stores;
        this.mentions = mentions;
        this.tokens = tokens;
    }

    @PostMapping("/espace/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}/commentaires")
    String comment(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam String texte,
            @RequestParam(defaultValue = "") String champ,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        if (contents.read(contentType, id, desk.identity(), node -> true).isEmpty()) {
            throw new NotFoundException();
        }
        if (texte.length() > FieldComments.LONGEST || !(champ.isEmpty() || champ.matches(FieldComments.FIELD))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String address = "/espace/" + type + "/" + id;
        synchronized (tokens.turn(jeton)) {
            if (tokens.answer(jeton).isEmpty()) {
                add(contentType, id, texte, champ);
                tokens.used(jeton, address);
            }
        }
        return "redirect:" + address + "?fait=commente";
    }

    private void add(ContentType type, String id, String text, String field) {
        Set<String> named = mentions.in(text, type, id);
        try {
            stores.author()
                    .update(
                            Identity.SYSTEM,
                            (Session session) -> review.comment(
                                    session,
                                    new Workspace(type.workspace())
                                            .nodeById(session, id)
                                            .orElseThrow(NotFoundException::new),
                                    desk.actor(),
                                    text,
                                    field,
                                    named));
        } catch (RefusedTransition e) {
            boolean empty = e.reason() == RefusedTransition.Reason.COMMENT_MISSING;
            throw new ResponseStatusException(empty ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
    }
}
