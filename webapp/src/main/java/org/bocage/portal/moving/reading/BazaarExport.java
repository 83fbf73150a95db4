package org.bocage.portal.moving.reading;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries of YesWiki's Bazar in JSON: a list of them, or an object that names each by its page. Any other list of objects is read the
 * same way.
 */
final class BazaarExport implements SiteExport {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST_FIELD = 100_000;

    private final ExportFile file;

    BazaarExport(ExportFile file) {
        this.file = file;
    }

    @Override
    public String program() {
        return "yeswiki";
    }

    @Override
    public void read(ExportVisitor visitor) throws UnreadableExport, IOException {
        int[] taken = new int[1];
        int line = 1;
        try (Reader reader = file.reader();
                JsonParser parser = MAPPER.createParser(reader)) {
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    line = parser.currentLocation().getLineNr();
                    if (token == JsonToken.START_OBJECT
                            && parser.streamReadContext().getParent().inRoot()) {
                        // the outermost object, if it names entries; an entry itself is taken whole below
                        continue;
                    }
                    if (token == JsonToken.START_OBJECT) {
                        JsonNode entry = parser.readValueAsTree();
                        if (entry.has("id_fiche") || entry.has("bf_titre") || entry.has("titre") || entry.has("nom")) {
                            visitor.item(item(entry, visitor));
                            taken[0]++;
                        }
                    }
                }
            } catch (JacksonException e) {
                if (taken[0] == 0) {
                    throw (UnreadableExport) new UnreadableExport("json", line).initCause(e);
                }
                visitor.cut(line);
            }
        }
        if (taken[0] == 0) {
            throw new UnreadableExport("no-item", 0);
        }
    }

    private static FormerItem item(JsonNode entry, ExportVisitor visitor) {
        Map<String, String> all = new LinkedHashMap<>();
        flatten(entry, all);
        String title = FormerHtml.text(first(all, "bf_titre", "titre", "nom", "title", "name"));
        String page = first(all, "id_fiche", "id", "tag");
        String url = first(all, "url", "permalien");
        String owner = first(all, "createur", "owner", "user", "auteur");
        if (!owner.isEmpty()) {
            visitor.author(new FormerAuthor(owner, owner, ""));
        }
        if (!url.isEmpty()) {
            visitor.site(url);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(FormerItem.TITLE, title);
        List<String> pictures = new ArrayList<>();
        all.forEach((name, value) -> {
            if (SheetExport.OWN.contains(name) || value.equals(title) || name.equals("url")) {
                return;
            }
            if (name.startsWith("image") && value.matches("(?i).+\\.(jpe?g|png|webp|gif)")) {
                pictures.add(value.contains("/") ? value : file(url, value));
                return;
            }
            fields.put(name, isText(name, value) ? WikiText.html(value) : value);
        });
        fields.values().removeIf(String::isBlank);
        return new FormerItem(
                "yeswiki:" + FormerPaths.host(url) + ":" + (page.isEmpty() ? SheetExport.folded(title) : page),
                "fiche",
                first(all, "id_typeannonce", "form"),
                SheetExport.date(first(all, "date_creation_fiche", "created", "date_maj_fiche"))
                        .orElse(null),
                owner,
                all.getOrDefault("statut_fiche", "1").equals("0") ? FormerState.DRAFT : FormerState.PUBLISHED,
                fields,
                addresses(page, url),
                pictures);
    }

    private static boolean isText(String name, String value) {
        return value.contains("\n") || value.contains("</") || name.contains("description") || name.contains("texte");
    }

    /** Values within values too, a geolocation's for instance, by their own names. */
    private static void flatten(JsonNode entry, Map<String, String> into) {
        entry.properties().forEach(one -> {
            JsonNode value = one.getValue();
            if (value.isObject()) {
                flatten(value, into);
            } else if (value.isArray()) {
                into.putIfAbsent(
                        one.getKey(),
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asString)
                                .collect(Collectors.joining("\n")));
            } else if (!value.isNull()) {
                String text = value.asString();
                into.putIfAbsent(
                        one.getKey(), text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD));
            }
        });
    }

    private static String first(Map<String, String> all, String... names) {
        for (String name : names) {
            String value = all.getOrDefault(name, "");
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }

    /** Where YesWiki keeps the files of its entries. */
    private static String file(String url, String name) {
        int query = url.indexOf('?');
        String base = query < 0 ? url.replaceFirst("(?<=[^/:])/[^/]*$", "/") : url.substring(0, query);
        return (base.isEmpty() || base.endsWith("/") ? base : base + "/") + "files/" + name;
    }

    private static List<String> addresses(String page, String url) {
        List<String> addresses = new ArrayList<>();
        FormerPaths.kept(url).ifPresent(addresses::add);
        if (page.matches("[A-Za-z0-9_-]{1,100}")) {
            for (String one : List.of("/?" + page, "/?wiki=" + page, "/wakka.php?wiki=" + page)) {
                if (!addresses.contains(one)) {
                    addresses.add(one);
                }
            }
        }
        return addresses;
    }
}
