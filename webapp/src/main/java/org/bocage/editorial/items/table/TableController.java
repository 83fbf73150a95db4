package org.bocage.editorial.items.table;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.FormTable;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.items.PendingImports;
import org.bocage.editorial.items.list.ListController;
import org.bocage.editorial.items.list.Tables;
import org.bocage.editorial.items.table.TableImport.Row;
import org.bocage.editorial.items.table.TableImport.Verdict;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.workflow.Review;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The contents of a type as a table, out for who reads them, and in for who reviews. */
@ScreenController
@OpenTo(People.ENTITLED)
class TableController {

    private static final String MODEL = "/modele.csv";
    private static final String LIST = "/espace/{type:" + ContentType.NAME + "}";

    private static final Logger log = LoggerFactory.getLogger(TableController.class);
    private static final int SHOWN = 300;
    private static final List<String> STEPS = List.of("enregistrer", "proposer", "publier");

    private final Desk desk;
    private final Contents contents;
    private final ItemForms forms;
    private final Review review;
    private final TableImport imports;
    private final TableExport exports;
    private final PendingImports pending;
    private final MessageSource messages;

    TableController(
            Desk desk,
            Contents contents,
            ItemForms forms,
            Review review,
            TableImport imports,
            TableExport exports,
            PendingImports pending,
            MessageSource messages) {
        this.desk = desk;
        this.contents = contents;
        this.forms = forms;
        this.review = review;
        this.imports = imports;
        this.exports = exports;
        this.pending = pending;
        this.messages = messages;
    }

    @GetMapping(LIST + Tables.OUT)
    void out(
            @PathVariable String type,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "modifie desc") String tri,
            HttpServletResponse response)
            throws IOException {
        ContentType found = desk.type(type).orElseThrow(NotFoundException::new);
        if (!Tables.givesOut(desk)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        ContentQuery shown = ListController.shown(found, q, etat, tri);
        ContentQuery query = desk.reviews() ? shown : shown.and(desk.theirs());
        attach(response, type + "-" + LocalDate.now(desk.clock()));
        exports.write(found, query, desk.identity(), response.getOutputStream());
    }

    @GetMapping(LIST + MODEL)
    void model(@PathVariable String type, HttpServletResponse response) throws IOException {
        ContentType found = taken(type);
        attach(response, "modele-" + type);
        exports.model(found, desk.identity(), response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(Spreadsheet.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
    }

    @GetMapping(LIST + Tables.IN)
    ModelAndView show(@PathVariable String type, HttpServletRequest request) {
        return page(request, taken(type), null, null, HttpStatus.OK);
    }

    /** First the file, looked at; then, by the name it was given, what its columns are for and the yes. */
    @PostMapping(LIST + Tables.IN)
    ModelAndView take(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable MultipartFile fichier,
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam(defaultValue = "enregistrer") String etape,
            @RequestParam(defaultValue = "simuler") String action,
            HttpServletRequest request) {
        ContentType found = taken(type);
        String account = desk.account().name();
        String token = jeton;
        if (token.isEmpty()) {
            if (fichier == null || fichier.isEmpty()) {
                boolean chosen = fichier != null
                        && fichier.getOriginalFilename() != null
                        && !fichier.getOriginalFilename().isBlank();
                return refused(request, found, say(chosen ? "erreur.rien-dedans" : "erreur.vide", 0));
            }
            token = pending.keep(fichier::transferTo, PendingImports.name(fichier), account, Set.of(type));
        }
        Optional<PendingImports.Pending> waits =
                pending.of(token, account).filter(one -> one.choices().contains(type));
        if (waits.isEmpty()) {
            return page(request, found, say("erreur.parti", 0), null, HttpStatus.GONE);
        }
        if (!steps().contains(etape)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            TableFile table = TableFile.read(waits.get().path());
            Sent sent = new Sent(waits.get().name(), token, table, etape, action.equals("importer"));
            return look(found, sent, jeton.isEmpty(), request);
        } catch (TableFile.Unreadable e) {
            pending.done(token);
            return refused(request, found, say("erreur." + e.reason(), e.number()));
        }
    }

    /** A table with what was asked of it. */
    private record Sent(String name, String token, TableFile table, String step, boolean isYes) {}

    private ModelAndView look(ContentType type, Sent sent, boolean isNew, HttpServletRequest request) {
        FormTable table = forms.of(desk.definitions(), type.name(), desk.identity())
                .orElseThrow(NotFoundException::new)
                .table();
        List<FormTable.Column> columns = new ArrayList<>(List.of(
                new FormTable.Column(TableColumns.IDENTIFIER, say("identifiant", 0), false, false),
                new FormTable.Column(TableColumns.STATE, say("etat", 0), false, true)));
        columns.addAll(table.columns());
        List<String> headers = sent.table().headers();
        List<String> paths = isNew ? TableColumns.matching(headers, columns) : chosen(headers.size(), columns, request);
        if (!paths.contains("titre") && !paths.contains(TableColumns.IDENTIFIER)) {
            String problem = say("erreur.sans-titre", 0);
            return page(
                    request,
                    type,
                    problem,
                    table(sent, paths, columns, table, List.of(), type),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<Row> rows;
        if (sent.isYes()) {
            synchronized (this) {
                rows = imports.apply(type, sent.table(), paths, sent.step());
            }
            pending.done(sent.token());
            log.info("A table was imported into {}", type.name());
        } else {
            rows = imports.look(type, sent.table(), paths, sent.step());
        }
        return page(request, type, null, table(sent, paths, columns, table, rows, type), HttpStatus.OK);
    }

    /** Reads the field chosen for each column; no field twice, and none that does not exist. */
    private static List<String> chosen(int count, List<FormTable.Column> columns, HttpServletRequest request) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String asked = Parameters.parameter(request, "colonne." + i);
            boolean is = columns.stream().anyMatch(column -> column.path().equals(asked));
            paths.add(is && !paths.contains(asked) ? asked : TableColumns.NONE);
        }
        return paths;
    }

    private TablePage.Table table(
            Sent sent,
            List<String> paths,
            List<FormTable.Column> columns,
            FormTable table,
            List<Row> rows,
            ContentType type) {
        boolean done = sent.isYes() && !rows.isEmpty();
        List<TablePage.Column> shown = new ArrayList<>();
        List<String> first = sent.table().lines().get(0).cells();
        for (int i = 0; i < paths.size(); i++) {
            shown.add(new TablePage.Column(
                    sent.table().headers().get(i), i < first.size() ? first.get(i) : "", paths.get(i)));
        }
        Set<String> usual = new java.util.HashSet<>(paths);
        table.columns(new HashMap<>()).forEach(column -> usual.add(column.path()));
        usual.add(TableColumns.IDENTIFIER);
        return new TablePage.Table(
                sent.name(),
                done ? null : sent.token(),
                shown,
                columns.stream()
                        .filter(column -> usual.contains(column.path()))
                        .map(column -> new TablePage.Field(column.path(), column.label()))
                        .toList(),
                steps(),
                sent.step(),
                counts(rows, done ? "fait" : "prevu"),
                lines(rows, type),
                Math.max(0, rows.size() - SHOWN));
    }

    private List<String> counts(List<Row> rows, String tense) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.ADDED, Verdict.CHANGED, Verdict.SAME, Verdict.WRONG)) {
            long count = rows.stream().filter(row -> row.verdict() == verdict).count();
            if (count > 0) {
                counts.add(say(tense + "." + word(verdict), count));
            }
        }
        return counts;
    }

    /** Returns the lines to show, wrong and doubtful ones first. */
    private static List<TablePage.Line> lines(List<Row> rows, ContentType type) {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.verdict() != Verdict.WRONG)
                        .thenComparing(row -> !row.isDoubtful())
                        .thenComparing(Row::verdict))
                .limit(SHOWN)
                .map(row -> new TablePage.Line(
                        row.number(),
                        word(row.verdict()),
                        row.isDoubtful(),
                        row.title(),
                        row.id() == null ? null : "/espace/" + type.name() + "/" + row.id(),
                        row.sentences()))
                .toList();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case WRONG -> "faux";
            case ADDED -> "ajoute";
            case CHANGED -> "change";
            case SAME -> "pareil";
        };
    }

    private List<String> steps() {
        Set<String> allowed = review.actionsOnNew(desk.actor());
        return STEPS.stream().filter(allowed::contains).toList();
    }

    private ContentType taken(String type) {
        ContentType found = desk.type(type).orElseThrow(NotFoundException::new);
        if (!Tables.takes(desk, contents, found)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }

    private String say(String key, long number) {
        return messages.getMessage("authoring.tableau." + key, new Object[] {number}, Locale.FRENCH);
    }

    private ModelAndView refused(HttpServletRequest request, ContentType type, String problem) {
        return page(request, type, problem, null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            HttpServletRequest request,
            ContentType type,
            @Nullable String problem,
            TablePage.@Nullable Table table,
            HttpStatus status) {
        String list = "/espace/" + type.name();
        return new ModelAndView(
                "espace/tableau",
                Map.of(
                        "shell",
                        desk.shell(request, type.name()),
                        "page",
                        new TablePage(
                                list + Tables.IN,
                                desk.label(type),
                                list,
                                list + Tables.OUT,
                                list + MODEL,
                                TableFile.MOST_BYTES,
                                say("lignes", TableFile.MOST_LINES),
                                problem,
                                table)),
                status);
    }
}
