package org.bocage.editorial.administration.modules;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bocage.cms.definition.files.Resources;
import org.bocage.editorial.form.values.WordChanges;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.FieldChange;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.editorial.view.WeekPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Modules »: files of the packaged light modules that were changed here, and what an upgrade changed in them. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class ModulesController implements SettingsScreen, WeekNotices {

    static final String ADDRESS = "/espace/reglages/modules";

    private final Desk desk;
    private final ModuleChanges changes;

    ModulesController(Desk desk, ModuleChanges changes) {
        this.desk = desk;
        this.changes = changes;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        List<ModulesPage.Row> upgraded = new ArrayList<>();
        List<ModulesPage.Row> changed = new ArrayList<>();
        for (ModuleChanges.ChangedFile file : changes.changed()) {
            (file.isUpgraded() ? upgraded : changed)
                    .add(new ModulesPage.Row(
                            file.path(),
                            change(file.packaged(), file.own()),
                            file.isUpgraded() ? change(file.seen(), file.packaged()) : List.of()));
        }
        return new ModelAndView(
                "espace/modules",
                Map.of(
                        "shell",
                        desk.shell(request, "reglages"),
                        "page",
                        new ModulesPage(ADDRESS, upgraded, changed, added())));
    }

    /** Takes note that a packaged file was looked at; one that is changed no more needs none. */
    @PostMapping(ADDRESS)
    String see(@RequestParam(defaultValue = "") String fichier) {
        changes.see(fichier);
        return "redirect:" + ADDRESS + "?fait=module-vu";
    }

    private static List<FieldChange> change(Optional<String> before, Optional<String> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        WordChanges.Both both = WordChanges.of(before.get(), after.get());
        return List.of(new FieldChange("", both.before(), both.after(), List.of(), List.of()));
    }

    private List<ModulesPage.Module> added() {
        Map<String, List<String>> byModule = new TreeMap<>();
        for (String path : changes.added()) {
            int end = path.indexOf('/', 1);
            if (end > 0) {
                byModule.computeIfAbsent(path.substring(1, end), name -> new ArrayList<>())
                        .add(path);
            }
        }
        Resources resources = desk.definitions().resources();
        return byModule.entrySet().stream()
                .map(one -> new ModulesPage.Module(
                        one.getKey(),
                        resources.matching("/" + one.getKey() + "/**").stream()
                                .noneMatch(file -> resources.base(file.path()).isPresent()),
                        one.getValue()))
                .toList();
    }

    /** Returns a notice of packaged files that an upgrade changed under one's own, to administrators. */
    @Override
    public List<WeekPage.Notice> notices() {
        int upgraded = desk.administers() ? changes.upgraded() : 0;
        return upgraded == 0
                ? List.of()
                : List.of(new WeekPage.Notice(
                        desk.sentence("authoring.modules.notice", upgraded),
                        desk.sentence("authoring.modules.notice.link"),
                        ADDRESS));
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return desk.administers()
                ? Optional.of(new SettingsPage.Link("modules", ADDRESS, changes.upgraded()))
                : Optional.empty();
    }
}
