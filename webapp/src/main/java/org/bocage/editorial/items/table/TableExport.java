package org.bocage.editorial.items.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.FormTable;
import org.bocage.editorial.form.FormTable.Column;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.editorial.publishing.exchange.Takeaway;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.NotFoundException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Contents as a table that a spreadsheet opens and that comes back in: all fields of the form, as one person reads them. */
@Component
final class TableExport implements Takeaway {

    private static final int AT_ONCE = 200;

    private final DefinitionRegistry registry;
    private final Contents contents;
    private final ItemForms forms;
    private final MessageSource messages;

    TableExport(DefinitionRegistry registry, Contents contents, ItemForms forms, MessageSource messages) {
        this.registry = registry;
        this.contents = contents;
        this.forms = forms;
        this.messages = messages;
    }

    /** Each type that has a form, as a table. */
    @Override
    public void write(Identity reader, String base, Archive archive) throws IOException {
        Definitions definitions = registry.current();
        for (ContentType type : definitions.contentTypes()) {
            if (forms.of(definitions, type.name(), reader).isPresent()) {
                ContentQuery all = ContentQuery.in(type.workspace())
                        .ofType(type.nodeType())
                        .orderBy("titre", false);
                write(type, all, reader, archive.file("tableaux/" + type.name() + ".csv"));
            }
        }
    }

    /** Writes what a query finds, some at a time; the stream stays open. */
    void write(ContentType type, ContentQuery query, Identity reader, OutputStream out) throws IOException {
        ItemForm form = form(type, reader);
        FormTable table = form.table();
        Map<String, Integer> entries = new HashMap<>();
        each(query, reader, item -> form.of(item).read(item), values -> table.count(values, entries));
        List<Column> columns = table.columns(entries);
        // not closed, for the stream may go on
        Spreadsheet sheet = new Spreadsheet(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<String> headers = new ArrayList<>(List.of(say("identifiant"), say("etat")));
        columns.forEach(column -> headers.add(column.label()));
        sheet.line(headers);
        each(query, reader, item -> line(type, item, form, table, columns), sheet::line);
        sheet.flush();
    }

    private List<String> line(ContentType type, Node item, ItemForm form, FormTable table, List<Column> columns)
            throws RepositoryException {
        List<String> cells = new ArrayList<>();
        cells.add(item.getIdentifier());
        cells.add(state(type, ItemState.of(item).key()));
        cells.addAll(table.line(columns, form.of(item).read(item)));
        return cells;
    }

    private String state(ContentType type, String key) {
        return type.property(ItemState.PROPERTY).stream()
                .flatMap(property -> property.options().stream())
                .filter(option -> option.value().equals(key))
                .findFirst()
                .map(option -> registry.current().messages().text(Locale.FRENCH, new Label(option.label(), List.of())))
                .orElse(key);
    }

    /** Callback that takes one content as it was read. */
    private interface Work<T> {
        void take(T read) throws IOException;
    }

    private <T> void each(ContentQuery query, Identity reader, Contents.NodeFunction<T> reading, Work<T> work)
            throws IOException {
        long total = 1;
        for (int from = 0; from < Math.min(total, ContentQuery.DEEPEST); from += AT_ONCE) {
            Contents.Listed<T> some = contents.find(query.page(from, AT_ONCE), reader, reading);
            total = some.total();
            for (T one : some.items()) {
                work.take(one);
            }
        }
    }

    /** Writes the table one starts from: the columns, and a line that shows how they are filled. */
    void model(ContentType type, Identity reader, OutputStream out) throws IOException {
        FormTable table = form(type, reader).table();
        List<Column> columns = table.columns(Map.of()).stream()
                .filter(column -> !column.computed())
                .toList();
        Spreadsheet sheet = new Spreadsheet(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        sheet.line(columns.stream().map(Column::label).toList());
        sheet.line(columns.stream()
                .map(column -> column.path().equals("titre") ? say("exemple") : table.example(column))
                .toList());
        sheet.flush();
    }

    private ItemForm form(ContentType type, Identity reader) {
        return forms.of(registry.current(), type.name(), reader).orElseThrow(NotFoundException::new);
    }

    private String say(String key) {
        return messages.getMessage("authoring.tableau." + key, new Object[0], Locale.FRENCH);
    }
}
