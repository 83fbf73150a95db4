package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.editorial.administration.settings.SettingsForms;
import org.bocage.editorial.desk.DelegationController;
import org.bocage.editorial.items.list.Tables;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.people.AccountsController;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Gestures on the whole portal. */
@ScreenController
@OpenTo(People.REVIEWERS)
class SettingsController {

    private static final int MISSED_SHOWN = 20;

    private final Desk desk;
    private final ContentIndexes indexes;
    private final Outbox outbox;
    private final Exchange exchange;
    private final FailedSearches missed;
    private final Contents contents;
    private final MessageSource messages;
    private final SettingsForms forms;
    private final List<SettingsScreen> screens;
    private final Path home;

    SettingsController(
            Desk desk,
            ContentIndexes indexes,
            Outbox outbox,
            Exchange exchange,
            FailedSearches missed,
            Contents contents,
            MessageSource messages,
            SettingsForms forms,
            List<SettingsScreen> screens,
            @Value("${bocage.home:./data}") Path home) {
        this.desk = desk;
        this.indexes = indexes;
        this.outbox = outbox;
        this.exchange = exchange;
        this.missed = missed;
        this.contents = contents;
        this.messages = messages;
        this.forms = forms;
        this.screens = screens;
        this.home = home;
    }

    @GetMapping("/espace/reglages")
    String settings(HttpServletRequest request, Model model) {
        int problems = desk.definitions().problems().size();
        model.addAttribute("shell", desk.shell(request, "reglages"));
        model.addAttribute(
                "page",
                new SettingsPage(
                        forms.screens(),
                        "/espace/reglages/index",
                        indexes.author().size(),
                        null,
                        false,
                        missed.mostOfMonth(MISSED_SHOWN).stream()
                                .map(one -> new SettingsPage.Missed(one.words(), one.times()))
                                .toList(),
                        facts(),
                        links(problems),
                        new SettingsPage.Exchange(
                                ExchangeController.EXPORT,
                                WorkAddress.IMPORT,
                                exchange.workspaces(desk.identity()),
                                tables())));
        return "espace/reglages";
    }

    private List<SettingsPage.Link> links(int problems) {
        return Stream.concat(
                        Stream.of(
                                new SettingsPage.Link("comptes", AccountsController.ADDRESS, 0),
                                new SettingsPage.Link("delegations", DelegationController.ADDRESS, 0)),
                        Stream.concat(
                                screens.stream().flatMap(one -> one.settings().stream()),
                                Stream.of(
                                        new SettingsPage.Link("journal", "/espace/journal", 0),
                                        new SettingsPage.Link("courriers", "/espace/courriers", outbox.waiting()),
                                        new SettingsPage.Link("definitions", "/espace/definitions", problems))))
                .toList();
    }

    private List<SettingsPage.Table> tables() {
        return desk.definitions().contentTypes().stream()
                .filter(type -> desk.type(type.name()).isPresent() && Tables.takes(desk, contents, type))
                .map(type -> new SettingsPage.Table(desk.label(type), "/espace/" + type.name() + Tables.IN))
                .toList();
    }

    private List<SettingsPage.Fact> facts() {
        Duration up = Duration.between(
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                desk.clock().instant());
        return List.of(
                fact("java", Runtime.version().feature() + " (" + System.getProperty("java.vendor") + ")"),
                fact(
                        "depuis",
                        messages.getMessage(
                                "authoring.settings.up", new Object[] {up.toDays(), up.toHoursPart()}, Locale.FRENCH)),
                fact("donnees", home.toAbsolutePath().normalize().toString()),
                fact("modules", String.join(", ", desk.definitions().modules())));
    }

    private SettingsPage.Fact fact(String key, String value) {
        return new SettingsPage.Fact(
                messages.getMessage("authoring.settings." + key, new Object[0], Locale.FRENCH), value);
    }

    @PostMapping("/espace/reglages/index")
    String rebuild() {
        indexes.author().rebuild();
        indexes.published().rebuild();
        return "redirect:/espace/reglages?fait=index-reconstruit";
    }
}
