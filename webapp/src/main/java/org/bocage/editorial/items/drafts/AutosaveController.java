package org.bocage.editorial.items.drafts;

import jakarta.servlet.http.HttpServletRequest;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Takes what is being typed, every few seconds, and says who else has the same form open. */
@ScreenController
@OpenTo(People.SIGNED_IN)
public class AutosaveController {

    /** Under it stand the type and the item. */
    public static final String ADDRESS = "/espace/saisies/";

    public static final String PRESENCE = "/espace/presences/";
    private static final String ITEM = "{type:" + ContentType.NAME + "}/{id:nouveau|[0-9a-f-]{36}}";

    private final Desk desk;
    private final AutosavedDrafts unsent;
    private final Presence presence;
    private final OneTimeTokens tokens;

    AutosaveController(Desk desk, AutosavedDrafts unsent, Presence presence, OneTimeTokens tokens) {
        this.desk = desk;
        this.unsent = unsent;
        this.presence = presence;
        this.tokens = tokens;
    }

    /** A form that was received meanwhile is not kept once more: its token is used. */
    @PostMapping(ADDRESS + ITEM)
    ResponseEntity<Void> keep(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request) {
        requireType(type);
        synchronized (tokens.turn(jeton)) {
            if (tokens.answer(jeton).isEmpty()) {
                unsent.keep(
                        desk.account().name(),
                        type,
                        id,
                        revision(request),
                        request.getParameterMap(),
                        desk.clock().instant());
            }
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping(value = ADDRESS + ITEM, params = "oublier")
    String forget(@PathVariable String type, @PathVariable String id) {
        requireType(type);
        unsent.forget(desk.account().name(), type, id);
        return "redirect:/espace/" + type + "/" + id;
    }

    @GetMapping(PRESENCE + ITEM)
    String others(@PathVariable String type, @PathVariable String id, Model model) {
        requireType(type);
        model.addAttribute("others", presence.note(type + "/" + id, desk.account()));
        return "espace/presence";
    }

    private void requireType(String name) {
        if (desk.type(name).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private static long revision(HttpServletRequest request) {
        String text = Parameters.parameter(request, "revision");
        if (!text.matches("[0-9]{0,15}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No revision");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
