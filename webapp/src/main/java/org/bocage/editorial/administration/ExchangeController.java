package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.items.PendingImports;
import org.bocage.editorial.media.UploadParts;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Content to and from another Magnolia, from the settings. */
@ScreenController
@OpenTo(People.REVIEWERS)
public class ExchangeController {

    static final String EXPORT = "/espace/reglages/exporter";

    private static final Logger log = LoggerFactory.getLogger(ExchangeController.class);
    private static final int SHOWN = 300;
    private static final String ON_LINE = "enLigne";
    private static final String PASSWORDS = "motsDePasse";

    private final Desk desk;
    private final Exchange exchange;
    private final PendingImports pending;
    private final UploadParts parts;
    private final SitePages pages;
    private final MessageSource messages;

    ExchangeController(
            Desk desk,
            Exchange exchange,
            PendingImports pending,
            UploadParts parts,
            SitePages pages,
            MessageSource messages) {
        this.parts = parts;
        this.pages = pages;
        this.desk = desk;
        this.exchange = exchange;
        this.pending = pending;
        this.messages = messages;
    }

    /** A workspace as a zip, or everything in all its forms; one node as one file. */
    @PostMapping(EXPORT)
    void export(
            @RequestParam(defaultValue = "") String espace,
            @RequestParam(defaultValue = "") String chemin,
            @RequestParam(defaultValue = "yaml") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        BootstrapFile.Format wanted = switch (format) {
            case "yaml" -> BootstrapFile.Format.YAML;
            case "xml" -> BootstrapFile.Format.XML;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No format");
        };
        List<String> workspaces = exchange.workspaces(desk.identity());
        if (!espace.isEmpty() && !workspaces.contains(espace)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!chemin.isBlank() && !chemin.strip().equals("/")) {
            exportNode(espace, chemin.strip(), wanted, response);
            return;
        }
        String name = (espace.isEmpty() ? "portail" : espace) + "-" + LocalDate.now(desk.clock()) + ".zip";
        attach(response, "application/zip", name);
        if (espace.isEmpty()) {
            exchange.exportAll(
                    desk.identity(),
                    wanted,
                    pages.baseUrl(request),
                    say("authoring.export.lisezmoi"),
                    response.getOutputStream());
        } else {
            exchange.export(desk.identity(), List.of(espace), wanted, response.getOutputStream());
        }
    }

    private void exportNode(String workspace, String path, BootstrapFile.Format format, HttpServletResponse response)
            throws IOException {
        if (workspace.isEmpty() || !Workspace.isWellFormed(path)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A path is of one workspace");
        }
        BootstrapFile file = exchange.file(desk.identity(), new Workspace(workspace), path, format)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        attach(response, format == BootstrapFile.Format.YAML ? "application/yaml" : "application/xml", file.name());
        exchange.export(desk.identity(), file, response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    @GetMapping(WorkAddress.IMPORT)
    ModelAndView show(HttpServletRequest request) {
        return page(request, null, null, HttpStatus.OK);
    }

    /** First the file, with the form or sent before it, looked at; then, by the name it was given, the yes. */
    @PostMapping(WorkAddress.IMPORT)
    ModelAndView take(
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String envoi,
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam(defaultValue = "") String enLigne,
            @RequestParam(defaultValue = "") String motsDePasse,
            HttpServletRequest request)
            throws IOException {
        try {
            return taken(fichier, envoi, jeton, enLigne, motsDePasse, request);
        } catch (Exchange.ImportUnderway e) {
            return page(request, say("authoring.import.occupe"), null, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView taken(
            @Nullable MultipartFile fichier,
            String envoi,
            String jeton,
            String enLigne,
            String motsDePasse,
            HttpServletRequest request)
            throws IOException {
        if (!jeton.isEmpty()) {
            return apply(jeton, request);
        }
        Set<String> choices = Stream.of(enLigne.isEmpty() ? "" : ON_LINE, motsDePasse.isEmpty() ? "" : PASSWORDS)
                .collect(Collectors.toSet());
        String by = desk.account().name();
        if (!envoi.isEmpty()) {
            Optional<UploadParts.Part> part = parts.find(by, envoi).filter(UploadParts.Part::isWhole);
            if (part.isEmpty()) {
                return page(request, say("authoring.import.parti"), null, HttpStatus.GONE);
            }
            String name = PendingImports.name(part.get().name());
            return look(request, name, pending.keep(path -> parts.take(part.get(), path), name, by, choices));
        }
        if (fichier == null || fichier.isEmpty()) {
            return page(request, say("authoring.import.vide"), null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String name = PendingImports.name(fichier);
        return look(request, name, pending.keep(fichier::transferTo, name, by, choices));
    }

    private ModelAndView look(HttpServletRequest request, String name, String token) {
        PendingImports.Pending waits = pending.of(token, desk.account().name()).orElseThrow();
        Exchange.Report report = exchange.look(waits.path(), name, options(waits.choices()));
        boolean any = report.lines().stream().anyMatch(line -> line.verdict() != Exchange.Verdict.REFUSED);
        if (!any) {
            pending.done(token);
        }
        return page(
                request,
                any ? null : say("authoring.import.rien"),
                report(report, name, any ? token : null, "prevu"),
                any ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView apply(String token, HttpServletRequest request) {
        Optional<PendingImports.Pending> waits =
                pending.of(token, desk.account().name());
        if (waits.isEmpty()) {
            return page(request, say("authoring.import.parti"), null, HttpStatus.GONE);
        }
        PendingImports.Pending found = waits.get();
        Exchange.Report report = exchange.apply(found.path(), found.name(), options(found.choices()));
        pending.done(token);
        report.replaced().forEach((from, to) -> log.warn("Identifier {} was taken, now {}", from, to));
        log.info("An export was imported");
        return page(request, null, report(report, found.name(), null, "fait"), HttpStatus.OK);
    }

    private Exchange.Options options(Set<String> choices) {
        return new Exchange.Options(
                desk.account().name(),
                desk.administers(),
                choices.contains(ON_LINE),
                desk.administers() && choices.contains(PASSWORDS));
    }

    private ExchangePage.Report report(Exchange.Report report, String file, @Nullable String token, String tense) {
        List<String> counts = new ArrayList<>();
        for (Exchange.Verdict verdict : Exchange.Verdict.values()) {
            long count = report.count(verdict);
            if (count > 0) {
                counts.add(say("authoring.import." + tense + "." + word(verdict), count));
            }
        }
        // what is refused is read first
        List<ExchangePage.Line> lines = report.lines().stream()
                .sorted((a, b) -> b.verdict().compareTo(a.verdict()))
                .limit(SHOWN)
                .map(line -> new ExchangePage.Line(line.what(), word(line.verdict()), line.nodes(), sentence(line)))
                .toList();
        return new ExchangePage.Report(
                file,
                token,
                counts,
                lines,
                report.replaced().size(),
                report.lines().size() - lines.size());
    }

    private static String word(Exchange.Verdict verdict) {
        return switch (verdict) {
            case ADDED -> "ajoute";
            case REPLACED -> "remplace";
            case REFUSED -> "refuse";
        };
    }

    private String sentence(Exchange.Line line) {
        return line.reason().isEmpty()
                ? ""
                : say(
                        "authoring.import.raison." + line.reason(),
                        line.detail(),
                        line.detail().isEmpty() ? 0 : 1);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.FRENCH);
    }

    private ModelAndView page(
            HttpServletRequest request,
            @Nullable String problem,
            ExchangePage.@Nullable Report report,
            HttpStatus status) {
        return new ModelAndView(
                "espace/importer",
                Map.of(
                        "shell",
                        desk.shell(request, "reglages"),
                        "page",
                        new ExchangePage(WorkAddress.IMPORT, UploadParts.LARGEST, desk.administers(), problem, report)),
                status);
    }
}
