package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Backups;
import org.bocage.editorial.authoring.view.BackupsPage;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.authoring.view.SettingsPage;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The backups: one button; taking one away, which holds everybody's data, is for the administration (OPS-03). */
@Controller
class BackupController implements Companion {

    static final String ADDRESS = "/espace/reglages/sauvegardes";

    private static final String ADMINISTRATOR = "admin";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Desk desk;
    private final Backups backups;

    BackupController(Desk desk, Backups backups) {
        this.desk = desk;
        this.backups = backups;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) throws IOException {
        desk.requireReviewer();
        boolean takes = administers();
        List<BackupsPage.Row> rows = backups.all().stream()
                .map(one -> new BackupsPage.Row(
                        Moment.of(one.when().atZone(PARIS).toInstant(), desk.clock()),
                        one.bytes(),
                        takes ? ADDRESS + "/" + one.name() : ""))
                .toList();
        return new ModelAndView(
                "espace/sauvegardes",
                Map.of(
                        "shell",
                        desk.shell(request, "reglages"),
                        "page",
                        new BackupsPage(ADDRESS, backups.folder().toString(), rows)));
    }

    @PostMapping(ADDRESS)
    String make() throws IOException {
        desk.requireReviewer();
        backups.make();
        return "redirect:" + ADDRESS + "?fait=sauvegarde-faite";
    }

    @GetMapping(ADDRESS + "/{name:bocage-[0-9-]+\\.zip}")
    ResponseEntity<FileSystemResource> take(@PathVariable String name) {
        desk.requireReviewer();
        if (!administers()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Path file = backups.file(name).orElseThrow(ListController::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }

    private boolean administers() {
        return desk.account().roles().contains(ADMINISTRATOR);
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("sauvegardes", ADDRESS, 0));
    }
}
