package org.bocage.portal.upkeep;

import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.workflow.RefusedTransition;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Toujours d’actualité ? » : yes, or put away; of a resource, that it was looked at again. */
@ScreenController
@OpenTo(People.REVIEWERS)
class FreshnessController {

    private final Desk desk;
    private final Contents contents;
    private final ResourceReview overdue;

    FreshnessController(Desk desk, Contents contents, ResourceReview overdue) {
        this.overdue = overdue;
        this.desk = desk;
        this.contents = contents;
    }

    @PostMapping(FreshnessReview.ADDRESS + "{type:projets|actions|ressources}/{id:[0-9a-f-]{36}}/{answer:oui|archiver}")
    String answer(@PathVariable String type, @PathVariable String id, @PathVariable String answer) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        Item item = contents.read(contentType, id, desk.identity(), Item::of).orElseThrow(NotFoundException::new);
        boolean yes = answer.equals("oui");
        try {
            contents.move(contentType, id, yes ? "verifier" : "archiver", desk.actor(), item.revision(), "", node -> {
                if (yes && type.equals(ResourceReview.TYPE)) {
                    overdue.checked(node);
                }
            });
        } catch (RefusedTransition | ConcurrentEdit e) {
            return "redirect:/espace/taches?fait=deja-envoye";
        }
        return "redirect:/espace/taches?fait=" + (yes ? "actuel" : "archive");
    }
}
