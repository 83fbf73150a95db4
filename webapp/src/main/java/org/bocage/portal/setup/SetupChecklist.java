package org.bocage.portal.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.cms.site.SiteSettings;
import org.bocage.editorial.administration.settings.SettingsForms;
import org.bocage.editorial.publishing.bootstrap.InstallationProperties;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.screens.extension.PageNotices;
import org.bocage.editorial.screens.extension.SetupSteps.SetupStep;
import org.bocage.editorial.screens.extension.WeekSection;
import org.bocage.editorial.view.WeekPage;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Section of « Ma semaine » of the administrators: what is left until the portal is the association's own. Each line goes once it is
 * done. A portal that shows the demo has none.
 */
@Component
@Order(0)
class SetupChecklist implements WeekSection, PageNotices {

    private static final String WORDS = "authoring.setup.left.";
    /** Steps that a portal may do without. */
    private static final Set<String> OPTIONAL = Set.of("apparence", "ouvrir");

    private static final String PHONE = "contactTelephone";
    private static final String MAIL = "contactCourriel";
    /** Facts that the law asks of every site. */
    private static final List<String> LEGAL = List.of("editeurSiege", "directeur", "hebergeurNom");

    private final Desk desk;
    private final Setup setup;
    private final StartingPages texts;
    private final SiteSettings settings;
    private final MessageSource messages;
    private final boolean demo;

    SetupChecklist(
            Desk desk,
            Setup setup,
            StartingPages texts,
            SiteSettings settings,
            MessageSource messages,
            InstallationProperties installation) {
        this.desk = desk;
        this.setup = setup;
        this.texts = texts;
        this.settings = settings;
        this.messages = messages;
        this.demo = installation.demo().equals("true");
    }

    @Override
    public Optional<WeekPage.Section> section() {
        if (demo || !desk.administers() || setup.isUnderWay()) {
            return Optional.empty();
        }
        List<WeekPage.Line> pages = pages();
        List<WeekPage.Line> lines =
                Stream.concat(facts().stream(), pages.stream()).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new WeekPage.Section(
                        "installation",
                        desk.sentence("authoring.setup.left"),
                        lines,
                        pages.isEmpty()
                                ? List.of()
                                : List.of(new WeekPage.Link(
                                        desk.sentence(WORDS + "textes.all"), StartingTextsController.ADDRESS)),
                        true));
    }

    private List<WeekPage.Line> facts() {
        List<WeekPage.Line> lines = new ArrayList<>();
        List<SetupStep> steps = setup.steps();
        steps.stream()
                .filter(step -> !step.isDone() && !OPTIONAL.contains(step.key()))
                .map(step -> line(step.key(), step.address()))
                .forEach(lines::add);
        if (settings.get(PHONE).isEmpty() && settings.get(MAIL).isEmpty()) {
            steps.stream()
                    .filter(step -> step.key().equals("association"))
                    .map(step -> line("contact", step.address()))
                    .forEach(lines::add);
        }
        if (LEGAL.stream().anyMatch(fact -> settings.get(fact).isEmpty())) {
            lines.add(line("mentions", SettingsForms.address("mentions")));
        }
        return lines;
    }

    private WeekPage.Line line(String key, String screen) {
        return new WeekPage.Line(desk.sentence(WORDS + key), desk.sentence(WORDS + key + ".why"), screen);
    }

    private List<WeekPage.Line> pages() {
        return texts.pages().stream()
                .map(page -> new WeekPage.Line(
                        say("textes", page.title()),
                        say("textes.why", page.nodes().size()),
                        WorkAddress.page(page.path())))
                .toList();
    }

    /** Says to whoever edits a page that it holds starting texts. */
    @Override
    public List<String> pageNotices(String path) {
        return demo
                ? List.of()
                : texts.pages().stream()
                        .filter(page -> page.path().equals(path))
                        .map(page -> say("textes.here", page.nodes().size()))
                        .toList();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(WORDS + key, values, Locale.FRENCH);
    }
}
