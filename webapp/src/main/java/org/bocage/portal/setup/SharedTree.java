package org.bocage.portal.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.exchange.TypedText;
import org.bocage.editorial.form.values.RichText;
import org.jspecify.annotations.Nullable;

/**
 * Pages and words as another network takes them over, of the form of bootstrap files: without persons, without links to contents that stay
 * here, with the text of the base file for one that names the network.
 */
final class SharedTree {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LINKED =
            Pattern.compile("<a [^>]*href=\"\\$\\{link:\\{uuid:\\{([0-9a-f-]+)}[^>]*>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("<img [^>]*>");
    private static final String ASSET = "jcr:";
    private static final String TEMPLATE = "mgnl:template";
    private static final String TYPE = "jcr:primaryType";
    private static final String PAGE = "mgnl:page";
    private static final String DEMO = "demo";
    private static final String NOBODY = "superuser";
    private static final Set<String> BY = Set.of("mgnl:createdBy", "mgnl:lastModifiedBy");
    private static final Pattern OF_THE_HOST =
            Pattern.compile("mgnl:lastActivated.*|mgnl:activationStatus|mgnl:comment|auteur|publierLe|depublierLe");
    /** Titles of a page or a word, which stays here as a whole when one of them names a person. */
    private static final List<String> TITLES = List.of("title", "titre");

    private final IdentityNames names;
    private final Set<String> settings;
    private final Set<String> settingsNodes;
    private final Set<String> identifiers = new TreeSet<>();
    private final Map<String, Set<String>> toRewrite = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /**
     * Text that stays here.
     *
     * @param path of the page or the part that it is on
     */
    record LeftOut(String path, String text) {}

    /**
     * Prepares it.
     *
     * @param settings properties that say who the association is
     * @param settingsNodes names of the nodes that hold such
     */
    SharedTree(IdentityNames names, Set<String> settings, Set<String> settingsNodes) {
        this.names = names;
        this.settings = settings;
        this.settingsNodes = settingsNodes;
    }

    /** Places of texts that name the network and have no other: by path, the properties. */
    Map<String, Set<String>> toRewrite() {
        return toRewrite;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Learns which nodes go along: links to them stay. Called for all trees before the first one is shared. */
    void announce(Map<String, Object> tree) {
        tree.forEach((name, value) -> {
            if (value instanceof Map<?, ?>) {
                announce(BootstrapYaml.asMap(value));
            } else if (name.equals("jcr:uuid")) {
                identifiers.add(String.valueOf(value));
            }
        });
    }

    /**
     * Returns a tree as it goes along; empty where all of it stays.
     *
     * @param base of the base file at the same place; empty where there is none
     */
    Optional<Map<String, Object>> share(String path, Map<String, Object> tree, Map<String, Object> base) {
        return node(path, tree, base);
    }

    private Optional<Map<String, Object>> node(String path, Map<String, Object> node, Map<String, Object> base) {
        if (base.isEmpty() && isNamedAfterPerson(path, node)) {
            return Optional.empty();
        }
        Map<String, Object> shared = new LinkedHashMap<>();
        boolean isPage = PAGE.equals(node.get(TYPE));
        boolean lacks = false;
        for (Map.Entry<String, Object> entry : node.entrySet()) {
            String name = entry.getKey();
            Object usual = base.get(name);
            if (entry.getValue() instanceof Map<?, ?>) {
                Map<String, Object> child = BootstrapYaml.asMap(entry.getValue());
                if (!settingsNodes.contains(name) && !Boolean.TRUE.equals(child.get(DEMO))) {
                    node(path + "/" + name, child, BootstrapYaml.asMap(usual == null ? Map.of() : usual))
                            .ifPresent(one -> shared.put(name, one));
                }
                continue;
            }
            Optional<Object> value = isPage && settings.contains(name)
                    ? Optional.ofNullable(usual)
                    : value(path, name, entry.getValue(), usual);
            value.ifPresent(one -> shared.put(name, one));
            lacks |= value.isEmpty()
                    && !settings.contains(name)
                    && !OF_THE_HOST.matcher(name).matches();
        }
        base.forEach((name, usual) -> {
            if (isPage && settings.contains(name)) {
                shared.putIfAbsent(name, usual);
            }
        });
        return lacks && !isPage && !saysSomething(shared) ? Optional.empty() : Optional.of(shared);
    }

    /** Whether a page or a word has the name of a person in its title. */
    private boolean isNamedAfterPerson(String path, Map<String, Object> node) {
        for (String property : TITLES) {
            if (node.get(property) instanceof String title && names.hasPerson(title)) {
                leftOut.add(new LeftOut(path, title));
                return true;
            }
        }
        return false;
    }

    /** Whether a part of a page has something to show beside its template. */
    private static boolean saysSomething(Map<String, Object> node) {
        return node.entrySet().stream()
                .anyMatch(one ->
                        !one.getKey().startsWith("mgnl:") && !one.getKey().startsWith("jcr:"));
    }

    private Optional<Object> value(String path, String name, Object value, @Nullable Object usual) {
        if (OF_THE_HOST.matcher(name).matches()) {
            return Optional.empty();
        }
        if (BY.contains(name)) {
            return Optional.of(NOBODY);
        }
        if (value instanceof Collection<?> all) {
            List<Object> kept = new ArrayList<>();
            Set<String> listed = Set.copyOf(toRewrite.getOrDefault(path, Set.of()));
            all.forEach(one -> value(path, name, one, null).ifPresent(kept::add));
            // a starting text is one text: several are not listed
            if (!listed.contains(name) && toRewrite.containsKey(path)) {
                toRewrite.get(path).remove(name);
            }
            return kept.isEmpty() && !all.isEmpty() ? Optional.empty() : Optional.of(kept);
        }
        if (isOfTheNode(name)) {
            return Optional.of(value);
        }
        if (value instanceof TypedText typed) {
            boolean goes = leads(typed.text()) ? leadsAlong(typed.text()) : !names.hasPerson(typed.text());
            return goes ? Optional.of(value) : Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Optional.of(value);
        }
        if (leads(text)) {
            return leadsAlong(text) ? Optional.of(text) : Optional.empty();
        }
        return text(path, name, text, usual instanceof String base ? base : "");
    }

    private static boolean isOfTheNode(String name) {
        return name.startsWith("jcr:") || name.equals(TEMPLATE);
    }

    private static boolean leads(String text) {
        return UUID.matcher(text.startsWith(ASSET) ? text.substring(ASSET.length()) : text)
                .matches();
    }

    private boolean leadsAlong(String text) {
        return identifiers.contains(text);
    }

    private Optional<Object> text(String path, String name, String text, String usual) {
        String shared = text.contains("<") ? linked(text) : text;
        if (shared.equals(usual) || !(names.hasPerson(shared) || names.hasNetwork(shared))) {
            return Optional.of(shared);
        }
        if (names.hasPerson(shared)) {
            leftOut.add(new LeftOut(path, RichText.plain(shared)));
        }
        if (!usual.isEmpty() && !names.hasPerson(usual)) {
            return Optional.of(usual);
        }
        if (names.hasPerson(shared)) {
            return Optional.empty();
        }
        toRewrite.computeIfAbsent(path, at -> new TreeSet<>()).add(name);
        return Optional.of(shared);
    }

    /** Takes links to contents that stay here off a rich text as it is stored, and its pictures. */
    private String linked(String html) {
        String alone = LINKED.matcher(html)
                .replaceAll(link ->
                        Matcher.quoteReplacement(identifiers.contains(link.group(1)) ? link.group() : link.group(2)));
        return PICTURE.matcher(alone).replaceAll("");
    }
}
