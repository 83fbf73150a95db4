package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.maintenance.BackupState;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.SettingsPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The backups: one button; taking one away, which holds everybody's data, is for the administration (OPS-03). */
@ScreenController
@OpenTo(People.REVIEWERS)
class BackupController implements SettingsScreen {

    static final String ADDRESS = "/espace/reglages/sauvegardes";

    private static final Logger log = LoggerFactory.getLogger(BackupController.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Desk desk;
    private final Backups backups;
    private final MessageSource messages;

    BackupController(Desk desk, Backups backups, MessageSource messages) {
        this.desk = desk;
        this.backups = backups;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) throws IOException {
        return page(request, "", HttpStatus.OK);
    }

    private ModelAndView page(HttpServletRequest request, String problem, HttpStatus status) throws IOException {
        boolean takes = desk.administers();
        List<BackupsPage.Row> rows = backups.all().stream()
                .map(one -> new BackupsPage.Row(
                        Moment.of(one.when().atZone(PARIS).toInstant(), desk.clock()),
                        one.bytes(),
                        takes ? ADDRESS + "/" + one.name() : "",
                        state(one.state())))
                .toList();
        return new ModelAndView(
                "espace/sauvegardes",
                Map.of(
                        "shell",
                        desk.shell(request, "reglages"),
                        "page",
                        new BackupsPage(ADDRESS, problem, backups.folder().toString(), rows, backups.rules())),
                status);
    }

    private static String state(BackupState state) {
        if (!state.problem().isEmpty()) {
            return "illisible";
        }
        if (!state.after().isEmpty()) {
            return "restee";
        }
        return state.checked().isPresent() ? "relue" : "attente";
    }

    @PostMapping(ADDRESS)
    ModelAndView make(HttpServletRequest request) throws IOException {
        try {
            backups.checkSoon(backups.make());
            return new ModelAndView("redirect:" + ADDRESS + "?fait=sauvegarde-faite");
        } catch (NotEnoughRoom e) {
            log.warn("No backup", e);
            return page(
                    request,
                    messages.getMessage(
                            "authoring.backup.full",
                            new Object[] {e.neededMegabytes(), e.freeMegabytes()},
                            Locale.FRENCH),
                    HttpStatus.INSUFFICIENT_STORAGE);
        }
    }

    @GetMapping(ADDRESS + "/{name:bocage-[0-9-]+\\.zip}")
    @OpenTo(People.ADMINISTRATORS)
    ResponseEntity<FileSystemResource> take(@PathVariable String name) {
        Path file = backups.file(name).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("sauvegardes", ADDRESS, 0));
    }
}
