package org.bocage.editorial.administration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.WeekSection;
import org.bocage.editorial.view.WeekPage;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.PostMapping;

/** Section of « Ma semaine » of the administrators: the options that an upgrade brought, until one of them says that they were seen. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
@Order(0)
class NewOptionsController implements WeekSection {

    private static final String ADDRESS = "/espace/reglages/nouveaux";

    private final Desk desk;
    private final NewOptions options;
    private final MessageSource messages;

    NewOptionsController(Desk desk, NewOptions options, MessageSource messages) {
        this.desk = desk;
        this.options = options;
        this.messages = messages;
    }

    @Override
    public Optional<WeekPage.Section> section() {
        return desk.administers() ? options.unseen().map(this::section) : Optional.empty();
    }

    private WeekPage.Section section(NewOptions.News news) {
        List<WeekPage.Line> lines = news.names().stream()
                .map(name -> new WeekPage.Line(name, sentence(name), ""))
                .toList();
        return new WeekPage.Section(
                "nouveaux-reglages",
                say("authoring.options.new", news.since()),
                lines,
                List.of(),
                false,
                new WeekPage.Dismissal(desk.sentence("authoring.options.new.where"), ADDRESS));
    }

    /** Says what an option does, as each says that came after the first version, and what it accepts. */
    private String sentence(String name) {
        String does = messages.getMessage("option." + name, null, "", Locale.FRENCH);
        return (does + " " + say("start.accepted", desk.sentence("accepted." + name))).strip();
    }

    private String say(String key, String value) {
        return messages.getMessage(key, new Object[] {value}, Locale.FRENCH);
    }

    @PostMapping(ADDRESS)
    String see() {
        options.seen();
        return "redirect:/espace";
    }
}
