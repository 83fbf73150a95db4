package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The help of the private space: ten short pages at most, {@code templates/espace/aide} (OPS-11). */
@ScreenController
class HelpController {

    private static final String ADDRESS = "/espace/aide";

    /** In the order in which they are read; each has a file and its words under {@code authoring.help}. */
    static final List<String> TOPICS = List.of(
            "premiers-pas",
            "ecrire",
            "photos",
            "relire",
            "rattraper",
            "pages",
            "sources",
            "adhesions",
            "comptes",
            "magnolia");

    private final Desk desk;

    HelpController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    String list(HttpServletRequest request, Model model) {
        return show(request, model, "");
    }

    @GetMapping(ADDRESS + "/{topic:[a-z-]{1,40}}")
    @OpenTo(People.SIGNED_IN)
    String read(@PathVariable String topic, HttpServletRequest request, Model model) {
        if (!TOPICS.contains(topic)) {
            throw new NotFoundException();
        }
        return show(request, model, topic);
    }

    private String show(HttpServletRequest request, Model model, String topic) {
        List<HelpPage.Topic> topics = TOPICS.stream()
                .map(one -> new HelpPage.Topic(
                        one,
                        desk.sentence("authoring.help." + one),
                        desk.sentence("authoring.help." + one + ".about"),
                        ADDRESS + "/" + one))
                .toList();
        int at = TOPICS.indexOf(topic);
        model.addAttribute("shell", desk.shell(request, "aide"));
        model.addAttribute(
                "page",
                new HelpPage(
                        topics,
                        at < 0 ? null : topics.get(at),
                        at < 0 || at + 1 == topics.size() ? null : topics.get(at + 1)));
        return "espace/aide";
    }

    /** Where people look for it who come from elsewhere. */
    @GetMapping({"/admin", "/.magnolia/admincentral"})
    String elsewhere() {
        return "redirect:/espace";
    }
}
