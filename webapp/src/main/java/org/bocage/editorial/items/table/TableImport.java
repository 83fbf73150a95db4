package org.bocage.editorial.items.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.RegisterNumber;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.form.FormTable;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.items.SentForms;
import org.bocage.editorial.items.SimilarContents;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.workflow.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes contents of the lines of a table, by the way every content takes: the form's checks, then a step of the review. A line
 * is about a content that is there when it bears its identifier, else its SIRET, else the end of its address, else its title;
 * so the same table twice changes nothing the second time.
 */
@Component
final class TableImport {

    /** Beyond this many at once, proposals would fill the mailboxes of those who review. */
    static final int MOST_PROPOSED = 50;

    private static final String PROPOSE = "proposer";
    private static final String TITLE = "titre";
    private static final String NAME = "name";
    private static final String NUMBER = "numero";

    private final Desk desk;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final Contents contents;
    private final ItemForms forms;
    private final SentForms sent;
    private final Review review;
    private final MessageSource messages;

    TableImport(
            Desk desk,
            Stores stores,
            ContentIndexes indexes,
            Contents contents,
            ItemForms forms,
            SentForms sent,
            Review review,
            MessageSource messages) {
        this.desk = desk;
        this.stores = stores;
        this.indexes = indexes;
        this.contents = contents;
        this.forms = forms;
        this.sent = sent;
        this.review = review;
        this.messages = messages;
    }

    /** Outcome of a line; wrong ones first. */
    enum Verdict {
        WRONG,
        ADDED,
        CHANGED,
        SAME
    }

    /**
     * A line of the table.
     *
     * @param id of the content it is about; null when it is a new one
     * @param sentences what is wrong with it, or to be known
     * @param isDoubtful whether another content may be the same
     */
    record Row(
            int number,
            Verdict verdict,
            String title,
            @Nullable String id,
            List<String> sentences,
            boolean isDoubtful) {}

    /** Says what an import would do. */
    List<Row> look(ContentType type, TableFile table, List<String> paths, String action) {
        return run(type, table, paths, action, false);
    }

    /** Does it: the lines that are right are taken, those that are wrong are left aside. */
    List<Row> apply(ContentType type, TableFile table, List<String> paths, String action) {
        return run(type, table, paths, action, true);
    }

    private List<Row> run(ContentType type, TableFile table, List<String> paths, String action, boolean apply) {
        ItemForm form =
                forms.of(desk.definitions(), type.name(), desk.identity()).orElseThrow(NotFoundException::new);
        return stores.author().read(Identity.SYSTEM, session -> {
            Run run = new Run(type, form, action, session, apply ? contents.arrivals(session, desk.actor()) : null);
            List<Row> rows = new ArrayList<>();
            for (TableFile.Line line : table.lines()) {
                rows.add(run.row(line, paths));
            }
            run.save();
            return List.copyOf(rows);
        });
    }

    private String say(String key, Object... values) {
        return messages.getMessage("authoring.tableau." + key, values, Locale.FRENCH);
    }

    /** The content a line is about, and by what it was known. */
    private record Known(Node item, String by) {}

    /** One table, looked at line by line or taken in. */
    private final class Run {

        private final ContentType type;
        private final ItemForm form;
        private final FormTable table;
        private final String action;
        private final Session session;
        private final Contents.@Nullable Arrivals arrivals;
        private final SimilarContents namesakes;
        private final Set<String> actionsOnNew = review.actionsOnNew(desk.actor());
        private final Map<String, Integer> lines = new HashMap<>();
        private final String siretField;
        private int proposed;

        Run(ContentType type, ItemForm form, String action, Session session, Contents.@Nullable Arrivals arrivals) {
            this.type = type;
            this.form = form;
            this.table = form.table();
            this.action = action;
            this.session = session;
            this.arrivals = arrivals;
            this.namesakes = SimilarContents.of(type, contents, desk.identity());
            this.siretField = type.extension().fieldOf(RegisterNumber.SIRET).orElse("");
        }

        void save() throws RepositoryException {
            if (arrivals != null) {
                arrivals.save();
            }
        }

        Row row(TableFile.Line line, List<String> paths) throws RepositoryException {
            Map<String, String> cells = cells(line, paths);
            if (line.cells().size() > paths.size()) {
                return wrong(line, cells.getOrDefault(TITLE, ""), null, List.of(say("ligne.trop", paths.size())));
            }
            Optional<Known> known = known(cells);
            String key = known.isPresent() ? known.get().item().getIdentifier() : name(cells);
            Integer before = key.isEmpty() ? null : lines.putIfAbsent(key, line.number());
            if (before != null) {
                return wrong(line, cells.getOrDefault(TITLE, ""), null, List.of(say("ligne.deux-fois", "" + before)));
            }
            return known.isPresent() ? change(line, cells, known.get()) : add(line, cells);
        }

        private Map<String, String> cells(TableFile.Line line, List<String> paths) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(paths.size(), line.cells().size()); i++) {
                if (!paths.get(i).isEmpty() && !paths.get(i).equals(TableColumns.STATE)) {
                    cells.put(paths.get(i), line.cells().get(i));
                }
            }
            // an address is never taken away
            cells.computeIfPresent(NAME, (path, name) -> name.isBlank() ? null : name.strip());
            return cells;
        }

        private String name(Map<String, String> cells) {
            String title = cells.getOrDefault(TITLE, "");
            return cells.getOrDefault(NAME, title.isBlank() ? "" : form.slug(title));
        }

        private Optional<Known> known(Map<String, String> cells) throws RepositoryException {
            String identifier = cells.getOrDefault(TableColumns.IDENTIFIER, "");
            if (!identifier.isBlank()) {
                Optional<Node> item = new Workspace(type.workspace()).nodeById(session, identifier.strip());
                if (item.isPresent() && item.get().isNodeType(type.nodeType())) {
                    return Optional.of(new Known(item.get(), "identifiant"));
                }
            }
            String siret = cells.getOrDefault(siretField, "").replaceAll("[^0-9]", "");
            if (!siretField.isEmpty() && !siret.isEmpty()) {
                Optional<Node> item = found(siretField, siret);
                if (item.isPresent()) {
                    return Optional.of(new Known(item.get(), NUMBER));
                }
            }
            String by = cells.containsKey(NAME) ? NAME : TITLE;
            return found("@name", name(cells)).map(item -> new Known(item, by));
        }

        private Optional<Node> found(String property, String value) throws RepositoryException {
            Hits hits = indexes.author()
                    .find(
                            ContentQuery.in(type.workspace())
                                    .ofType(type.nodeType())
                                    .where(property, value)
                                    .page(0, 1),
                            Identity.SYSTEM);
            return hits.hits().isEmpty()
                    ? Optional.empty()
                    : Workspace.byId(session, hits.hits().get(0).id());
        }

        private Row add(TableFile.Line line, Map<String, String> cells) throws RepositoryException {
            Map<String, String> told = new LinkedHashMap<>(cells);
            // what a new content has by default stays where the table says nothing
            told.values().removeIf(String::isBlank);
            told.put(NAME, name(cells));
            FormValues fresh = form.fresh();
            FormTable.Filled filled = table.fill(fresh, told);
            FormValues values = filled.values();
            String title = values.text(TITLE);
            List<String> wrong = wrong(filled, fresh);
            if (!actionsOnNew.contains(action)) {
                wrong.add(say("ligne.pas-permis"));
            }
            if (!wrong.isEmpty() || isTooMany(wrong)) {
                return wrong(line, title, null, wrong);
            }
            Optional<String> other = namesakes.of(values);
            List<String> remarks =
                    other.map(name -> List.of(say("ligne.ressemble", name))).orElse(List.of());
            if (arrivals != null) {
                arrivals.add(
                        type,
                        List.of(values.text(NAME)),
                        action,
                        desk.clock().instant(),
                        desk.clock().instant(),
                        item -> {
                            form.write(values, item);
                            item.setProperty(NAME, item.getName());
                        });
            }
            return new Row(line.number(), Verdict.ADDED, title, null, remarks, other.isPresent());
        }

        private Row change(TableFile.Line line, Map<String, String> cells, Known known) throws RepositoryException {
            Node item = known.item();
            String id = item.getIdentifier();
            if (!contents.mayWrite(id, desk.identity())) {
                return wrong(line, cells.getOrDefault(TITLE, ""), null, List.of(say("ligne.pas-a-vous")));
            }
            FormValues before = form.read(item);
            FormTable.Filled filled = table.fill(before, cells);
            String title = Review.title(item);
            String by = say("ligne.reconnu." + known.by());
            if (filled.changed().isEmpty() && filled.problems().isEmpty()) {
                return new Row(line.number(), Verdict.SAME, title, id, List.of(by), false);
            }
            List<String> wrong = wrong(filled, before);
            if (!review.actions(item, desk.actor()).contains(action)) {
                wrong.add(say("ligne.etat"));
            }
            if (!wrong.isEmpty() || isTooMany(wrong)) {
                return wrong(line, title, id, wrong);
            }
            if (arrivals != null) {
                arrivals.move(item, action, node -> form.write(filled.values(), node));
            }
            return new Row(line.number(), Verdict.CHANGED, title, id, List.of(by, changes(filled)), false);
        }

        private String changes(FormTable.Filled filled) {
            List<String> labels = table.columns().stream()
                    .filter(column -> filled.changed().contains(column.path()))
                    .map(FormTable.Column::label)
                    .toList();
            return say("ligne.change", labels.size(), String.join(", ", labels));
        }

        private List<String> wrong(FormTable.Filled filled, FormValues before) {
            List<String> sentences = new ArrayList<>();
            filled.problems().forEach(one -> sentences.add(say("ligne.champ", one.label(), one.message())));
            sent.wrong(type, form, filled.values(), before, action)
                    .forEach(one -> sentences.add(say("ligne.champ", one.label(), one.message())));
            return sentences;
        }

        /** Counts a line that is to be proposed, and says so when they are too many. */
        private boolean isTooMany(List<String> wrong) {
            if (action.equals(PROPOSE) && ++proposed > MOST_PROPOSED) {
                wrong.add(say("ligne.trop-de-propositions", MOST_PROPOSED));
                return true;
            }
            return false;
        }

        private Row wrong(TableFile.Line line, String title, @Nullable String id, List<String> sentences) {
            return new Row(line.number(), Verdict.WRONG, title, id, List.copyOf(sentences), false);
        }
    }
}
