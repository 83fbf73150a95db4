package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.HelpTopic;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The help of the private space: ten short pages at most, {@code templates/espace/aide} (OPS-11). */
@ScreenController
class HelpController {

    private static final String ADDRESS = "/espace/aide";

    /** Topics of the private space itself; each has a file and its words under {@code authoring.help}. */
    private static final List<HelpTopic> OURS = List.of(
            new HelpTopic("premiers-pas", 10),
            new HelpTopic("ecrire", 20),
            new HelpTopic("photos", 30),
            new HelpTopic("relire", 40),
            new HelpTopic("rattraper", 50),
            new HelpTopic("pages", 60),
            new HelpTopic("comptes", 90),
            new HelpTopic("magnolia", 100));

    private final List<String> order;
    private final Desk desk;

    HelpController(Desk desk, List<HelpTopic> registered) {
        this.desk = desk;
        this.order = Stream.concat(OURS.stream(), registered.stream())
                .sorted(Comparator.comparingInt(HelpTopic::rank))
                .map(HelpTopic::key)
                .toList();
    }

    @GetMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    String list(HttpServletRequest request, Model model) {
        return show(request, model, "");
    }

    @GetMapping(ADDRESS + "/{topic:[a-z-]{1,40}}")
    @OpenTo(People.SIGNED_IN)
    String read(@PathVariable String topic, HttpServletRequest request, Model model) {
        if (!order.contains(topic)) {
            throw new NotFoundException();
        }
        return show(request, model, topic);
    }

    private String show(HttpServletRequest request, Model model, String topic) {
        List<HelpPage.Topic> topics = order.stream()
                .map(one -> new HelpPage.Topic(
                        one,
                        desk.sentence("authoring.help." + one),
                        desk.sentence("authoring.help." + one + ".about"),
                        ADDRESS + "/" + one))
                .toList();
        int at = order.indexOf(topic);
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
