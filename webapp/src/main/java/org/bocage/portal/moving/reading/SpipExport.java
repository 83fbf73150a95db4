package org.bocage.portal.moving.reading;

import java.io.IOException;
import java.io.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.web.util.HtmlUtils;

/**
 * Dump of SPIP in XML, a line of its tables an element; or its table of articles as a spreadsheet has it. It is read twice, for rubriques,
 * authors and documents stand in tables of their own, and so do the links between them.
 */
final class SpipExport implements SiteExport {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ExportFile file;
    private final boolean isSheet;

    private SpipExport(ExportFile file, boolean isSheet) {
        this.file = file;
        this.isSheet = isSheet;
    }

    static SpipExport ofXml(ExportFile file) {
        return new SpipExport(file, false);
    }

    static SpipExport ofSheet(ExportFile file) {
        return new SpipExport(file, true);
    }

    @Override
    public String program() {
        return "spip";
    }

    /** Takes a line of a table. */
    @FunctionalInterface
    private interface Rows {
        void take(String table, Map<String, String> row);
    }

    /** Tables that others name, by their numbers. */
    private static final class Tables {
        String site = "";
        final Map<String, String> rubriques = new HashMap<>();
        final Map<String, String> words = new HashMap<>();
        final Map<String, FormerAuthor> authors = new HashMap<>();
        final Map<String, FormerPicture> documents = new HashMap<>();
        final Map<String, List<String>> links = new HashMap<>();

        void link(String kind, String from, String to) {
            if (!from.isEmpty() && !to.isEmpty()) {
                links.computeIfAbsent(kind + from, key -> new ArrayList<>()).add(to);
            }
        }

        List<String> linked(String kind, String from) {
            return links.getOrDefault(kind + from, List.of());
        }
    }

    @Override
    public void read(ExportVisitor visitor) throws UnreadableExport, IOException {
        Tables tables = new Tables();
        int[] articles = new int[1];
        walk(new ExportVisitor() {}, (table, row) -> {
            keep(table, row, tables);
            articles[0] += isContent(table) ? 1 : 0;
        });
        if (articles[0] == 0) {
            throw new UnreadableExport("no-item", 0);
        }
        if (!tables.site.isEmpty()) {
            visitor.site(tables.site);
        }
        tables.authors.values().forEach(visitor::author);
        tables.documents.values().forEach(visitor::picture);
        walk(visitor, (table, row) -> {
            if (isContent(table)) {
                hand(table, row, tables, visitor);
            } else if (table.equals("forum")) {
                visitor.aside("comment", row.getOrDefault("titre", ""), "");
            }
        });
    }

    private static boolean isContent(String table) {
        return table.equals("articles") || table.equals("breves") || table.equals("evenements");
    }

    private void walk(ExportVisitor visitor, Rows rows) throws UnreadableExport, IOException {
        if (isSheet) {
            SheetExport.lines(file, visitor, cells -> rows.take("articles", cells));
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        int line = 0;
        boolean any = false;
        try (Reader reader = file.reader()) {
            XMLStreamReader xml = factory.createXMLStreamReader(reader);
            try {
                for (int depth = 0; xml.hasNext(); ) {
                    int event = xml.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        line = xml.getLocation().getLineNumber();
                        if (++depth == 2) {
                            rows.take(table(xml.getLocalName()), row(xml));
                            any = true;
                            depth--;
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT) {
                        depth--;
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (!any) {
                throw (UnreadableExport) new UnreadableExport("xml", Math.max(line, 1)).initCause(e);
            }
            visitor.cut(line);
        }
    }

    /** {@code spip_articles} of the later versions, {@code article} of the first. */
    private static String table(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^spip_", "");
        return plain.endsWith("s") || plain.equals("forum") || plain.equals("meta") ? plain : plain + "s";
    }

    private static Map<String, String> row(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> row = new HashMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                row.put(xml.getLocalName().toLowerCase(Locale.ROOT), text(xml));
            }
        }
        return row;
    }

    /** Text of a field; what stands in elements within it is taken as text. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
                text.append(xml.getText());
            }
        }
        // the first versions escape what they keep once more
        return text.indexOf("&lt;") < 0 ? text.toString() : HtmlUtils.htmlUnescape(text.toString());
    }

    private static void keep(String table, Map<String, String> row, Tables tables) {
        switch (table) {
            case "meta" -> {
                if (value(row, "nom").equals("adresse_site")) {
                    tables.site = value(row, "valeur");
                }
            }
            case "rubriques" -> tables.rubriques.put(value(row, "id_rubrique"), title(value(row, "titre")));
            case "mots" -> tables.words.put(value(row, "id_mot"), title(value(row, "titre")));
            case "auteurs" ->
                tables.authors.put(
                        value(row, "id_auteur"),
                        new FormerAuthor(value(row, "id_auteur"), value(row, "nom"), value(row, "email")));
            case "documents" ->
                tables.documents.put(
                        value(row, "id_document"),
                        new FormerPicture(
                                document(value(row, "fichier"), tables.site),
                                title(value(row, "titre")),
                                value(row, "alt"),
                                (value(row, "credits") + " " + FormerHtml.text(value(row, "descriptif"))).strip()));
            case "auteurs_articles" -> tables.link("auteur", value(row, "id_article"), value(row, "id_auteur"));
            case "documents_articles" -> tables.link("document", value(row, "id_article"), value(row, "id_document"));
            case "mots_articles" -> tables.link("mot", value(row, "id_article"), value(row, "id_mot"));
            case "auteurs_liens", "documents_liens", "mots_liens" -> {
                String kind = table.substring(0, table.indexOf('_') - 1);
                if (value(row, "objet").equals("article")) {
                    tables.link(kind, value(row, "id_objet"), value(row, "id_" + kind));
                }
            }
            case "urls" -> tables.link("url " + value(row, "type"), value(row, "id_objet"), value(row, "url"));
            default -> {
                // contents are handed over later; the rest is the machinery of SPIP
            }
        }
    }

    private static String document(String path, String site) {
        if (path.isEmpty() || path.contains("://")) {
            return path;
        }
        return site.replaceFirst("/+$", "") + "/" + (path.startsWith("IMG/") ? path : "IMG/" + path);
    }

    private static String value(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }

    /** A title without the number that orders it, « 20. La fête », and without marks. */
    private static String title(String text) {
        return FormerHtml.text(SpipText.html(text.replaceFirst("^\\s*[0-9]+\\.\\s+", ""), number -> ""));
    }

    private static void hand(String table, Map<String, String> row, Tables tables, ExportVisitor visitor) {
        String kind = table.substring(0, table.length() - 1);
        String id = value(row, "id_" + kind);
        String title = title(value(row, "titre"));
        String status = value(row, "statut");
        String address = "/spip.php?" + kind + id;
        if (status.equals("poubelle") || status.equals("refuse")) {
            visitor.aside(status.equals("refuse") ? "refused" : "trash", title, address);
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(FormerItem.TITLE, title);
        fields.put("surtitre", title(value(row, "surtitre")));
        fields.put("soustitre", title(value(row, "soustitre")));
        Map<String, String> used = new HashMap<>();
        String body = text(row, tables, used);
        fields.put(FormerItem.TEXT, body);
        String summary = value(row, "chapo").isEmpty() ? value(row, "descriptif") : value(row, "chapo");
        fields.put(FormerItem.SUMMARY, FormerHtml.text(SpipText.html(summary, number -> "")));
        String date = value(row, kind.equals("breve") ? "date_heure" : "date");
        fields.put(FormerItem.DATE, date.startsWith("0000") ? "" : date);
        String rubrique = tables.rubriques.getOrDefault(value(row, "id_rubrique"), "");
        fields.put(FormerItem.CATEGORIES, rubrique);
        fields.put(
                FormerItem.TAGS,
                String.join(
                        "\n",
                        tables.linked("mot", id).stream()
                                .map(one -> tables.words.getOrDefault(one, ""))
                                .toList()));
        fields.put("debut", value(row, "date_debut"));
        fields.put("fin", value(row, "date_fin"));
        fields.put("lieu", value(row, "lieu"));
        fields.put("adresse", value(row, "adresse"));
        fields.put("site", value(row, "url_site"));
        fields.values().removeIf(one -> one.isBlank() || one.startsWith("0000-00-00"));
        List<String> authors = kind.equals("article") ? tables.linked("auteur", id) : List.of();
        visitor.item(new FormerItem(
                "spip:" + FormerPaths.host(tables.site) + ":" + kind + id,
                kind,
                rubrique,
                WordPressExport.moment(date, PARIS).orElse(null),
                authors.isEmpty() ? "" : authors.get(0),
                status.equals("publie") ? FormerState.PUBLISHED : FormerState.DRAFT,
                fields,
                addresses(kind, id, tables),
                pictures(kind, id, tables, used)));
    }

    private static String text(Map<String, String> row, Tables tables, Map<String, String> used) {
        String whole = value(row, "texte").isEmpty() ? value(row, "descriptif") : value(row, "texte");
        String postscript = value(row, "ps");
        return SpipText.html(postscript.isEmpty() ? whole : whole + "\n\n" + postscript, number -> {
            FormerPicture document = tables.documents.get(number);
            if (document == null) {
                return "";
            }
            used.put(number, document.address());
            String words = document.alt().isEmpty() ? document.title() : document.alt();
            return document.address().matches("(?i).+\\.(jpe?g|png|gif|webp)")
                    ? "<img src=\"" + HtmlUtils.htmlEscape(document.address(), "UTF-8") + "\" alt=\""
                            + HtmlUtils.htmlEscape(words, "UTF-8") + "\">"
                    : "<a href=\"" + HtmlUtils.htmlEscape(document.address(), "UTF-8") + "\">"
                            + HtmlUtils.htmlEscape(words.isEmpty() ? document.address() : words, "UTF-8") + "</a>";
        });
    }

    private static List<String> addresses(String kind, String id, Tables tables) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String url : tables.linked("url " + kind, id)) {
            addresses.add("/" + url);
            addresses.add("/" + url + ".html");
        }
        addresses.add("/spip.php?" + kind + id);
        addresses.add("/" + kind + id);
        addresses.add("/" + kind + id + ".html");
        return List.copyOf(addresses);
    }

    /** Documents that belong to it and are not in its text. */
    private static List<String> pictures(String kind, String id, Tables tables, Map<String, String> used) {
        if (!kind.equals("article")) {
            return List.of();
        }
        return tables.linked("document", id).stream()
                .filter(one -> !used.containsKey(one))
                .flatMap(one -> Stream.ofNullable(tables.documents.get(one)))
                .map(FormerPicture::address)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
