package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeBlock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.FieldReaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Calls of the scripts of our light modules to a Magnolia: nothing that no recorded case has exercised, and nothing in a way that
 * is known to fail there.
 */
class TemplateCallsTests {

    private static final Path MODULES = Path.of("light-modules");
    private static final Path HOST = MODULES.resolve("portail/templates/includes/host.ftl");

    private static final Pattern CALL = Pattern.compile(
            "(?<![\\w.\"'])(cmsfn|damfn|navfn|searchfn|sitefn|resfn|catfn|imgfn|restfn|ctx|state|def|model|asset|css)"
                    + "((?:\\.[A-Za-z]\\w*)+)(\\()?");

    /** Property of what a call gives back: the rest of its arguments, then a name. */
    private static final Pattern PROPERTY = Pattern.compile("(?:[^()]|\\([^()]*\\))*\\)\\.([A-Za-z]\\w*)");

    private static final Pattern KEY = Pattern.compile("(?:\\.@([A-Za-z]+(?:\\.name\\b)?))|(?:\\[\"@([A-Za-z]+)\"])");

    private static final Pattern ESCAPED = Pattern.compile("\\\\x(\\p{XDigit}{1,4})");
    private static final Set<UnicodeBlock> USUAL_SIGNS =
            Set.of(UnicodeBlock.BASIC_LATIN, UnicodeBlock.LATIN_1_SUPPLEMENT, UnicodeBlock.GENERAL_PUNCTUATION);

    /** Calls that no case has recorded yet, and what is expected of each. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry(
                    "ctx.getParameterValues/1",
                    "all values of a parameter, null without any, encoded as getParameter's is or not"),
            Map.entry("ctx.response.setStatus/1", "the status of the answer, the page as rendered around it"),
            Map.entry("ctx.response.setHeader/2", "a header of the answer, while nothing has been sent"),
            Map.entry("ctx.response.setContentType/1", "the type of the answer, while nothing has been sent"),
            Map.entry("css.link", "of a style sheet of the site's theme"),
            Map.entry("css.media", "of a style sheet of the site's theme"),
            Map.entry("sitefn.theme/1.cssFiles", "the style sheets of the site's theme, in their order"));

    /** A switchable field with {@code required} of its own, not of the choice in it. */
    private static final Pattern SWITCHABLE_REQUIRED =
            Pattern.compile("( +)\\$type: switchableField\\n(?:\\1 *\\S.*\\n)*?\\1required:");

    /** A tag of YAML, such as {@code !override}. */
    private static final Pattern TAG = Pattern.compile("(?m)(?:^|(?<=: ))![\\w:-]+");

    /** Built-ins of FreeMarker that came after those that recorded cases use ({@code ?map}, 2.3.29). */
    private static final Pattern NEW_BUILT_IN = Pattern.compile(
            "\\?(eval_json|c_?format|cn|blank_to_null|empty_to_null|trim_to_null|is_auto_esc|take_while|drop_while)\\b");

    /** Properties of a JCR node alone, which our scripts are never given. */
    private static final Pattern OF_NODES = Pattern.compile(
            "\\.(identifier|session|primaryNodeType|UUID|mixinNodeTypes|getProperty|hasProperty|getNode|hasNode)\\b");

    /** Fields that only some may see, read without asking whether they may be shown. */
    private static final Pattern UNASKED = Pattern.compile(
            "\\b(acteur|structure|person|personne|referent|signatory)\\.(contact|portrait|adresse|siren|rna)\\b"
                    + "|\\bporteur\\.prenom\\b"
                    + "|host\\.plain\\((acteur|person|referent)(\\.contact[^,]*)?, \"(adresse|siren|rna|courriel|telephone)\"");

    @Test
    void a_script_asks_nothing_that_no_recorded_case_has_exercised() throws IOException {
        Set<String> exercised = exercised();
        Map<String, Set<String>> beliefs = new TreeMap<>();
        Set<String> expected = new TreeSet<>();
        scripts()
                .forEach((file, text) -> asked(text).forEach(call -> {
                    boolean isParameter = call.matches("ctx\\.[a-z]+") && !call.equals("ctx.contextPath");
                    boolean isOwnParameter = call.startsWith("def.parameters.");
                    if (EXPECTED.containsKey(call)) {
                        expected.add(call);
                    } else if (!isParameter && !isOwnParameter && !exercised.contains(call)) {
                        beliefs.computeIfAbsent(call, one -> new TreeSet<>()).add(file.toString());
                    }
                }));

        assertThat(beliefs).isEmpty();
        assertThat(expected).as("what is only expected is still asked").isEqualTo(new TreeSet<>(EXPECTED.keySet()));
        assertThat(exercised).contains("ctx.q", "@nodeType.name").doesNotContain("@nodeType");
    }

    /** FreeMarker takes as many digits as it finds after a backslash and x, up to four: "\\xA0d" is one sign, and no space and a d. */
    @Test
    void an_escaped_sign_swallows_none_of_the_letters_behind_it() throws IOException {
        Set<String> odd = new TreeSet<>();
        scripts()
                .forEach((file, text) -> ESCAPED.matcher(text)
                        .results()
                        .filter(one -> !USUAL_SIGNS.contains(UnicodeBlock.of(Integer.parseInt(one.group(1), 16))))
                        .forEach(one -> odd.add(file + ": " + one.group())));
        assertThat(odd).isEmpty();
    }

    @Test
    void a_node_is_encoded_by_the_one_include_and_there_is_no_bean_of_a_jcr_node_on_it() throws IOException {
        scripts().forEach((file, text) -> {
            if (!file.equals(HOST)) {
                assertThat(text)
                        .as(file.toString())
                        .doesNotContain("cmsfn.encode(", "cmsfn.decode(", "?sort_by(", "damfn.", "portailfn");
                assertThat(UNASKED.matcher(text)
                                .results()
                                .map(one -> one.group())
                                .toList())
                        .as(file.toString())
                        .isEmpty();
            }
            assertThat(OF_NODES.matcher(text).results().map(one -> one.group()).toList())
                    .as(file.toString())
                    .isEmpty();
        });
    }

    @Test
    void what_is_encoded_was_decoded_first_so_that_no_node_is_encoded_twice() throws IOException {
        String host = Files.readString(HOST);
        assertThat(host).contains("cmsfn.encode(cmsfn.decode(");
        assertThat(host.replace("cmsfn.encode(cmsfn.decode(", "")).doesNotContain("cmsfn.encode(");
    }

    @Test
    void built_ins_of_freemarker_newer_than_the_recorded_ones_are_known() throws IOException {
        Set<String> used = new TreeSet<>();
        scripts().values().forEach(text -> NEW_BUILT_IN.matcher(text).results().forEach(one -> used.add(one.group(1))));
        assertThat(used).as("eval_json is FreeMarker 2.3.31's").containsExactly("eval_json");
    }

    @Test
    void no_endpoint_passes_by_the_rights_of_its_workspace_and_no_switchable_field_says_what_magnolia_does_not_know()
            throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file);
                assertThat(text).as(file.toString()).doesNotContain("bypassWorkspaceAcls");
                assertThat(SWITCHABLE_REQUIRED.matcher(text).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void a_field_of_several_values_is_made_read_only_by_its_content_type_alone_as_magnolia_s_has_no_such_property()
            throws IOException {
        Definitions definitions = definitions();
        Map<Path, Set<String>> several = new TreeMap<>();
        for (AppDefinition app : definitions.apps()) {
            app.form()
                    .ifPresent(form ->
                            several.put(MODULES.resolve(app.source().file().substring(1)), several(form)));
        }
        try (Stream<Path> files = Files.walk(MODULES)) {
            for (Path file : files.filter(one -> one.toString().matches(".*/dialogs/.*\\.yaml"))
                    .toList()) {
                Path within = MODULES.relativize(file);
                String name = within.subpath(2, within.getNameCount()).toString();
                definitions
                        .dialog(within.getName(0) + ":" + name.replace(".yaml", ""))
                        .ifPresent(dialog -> several.put(file, several(dialog.form())));
            }
        }
        assertThat(several).hasSizeGreaterThan(40);
        assertThat(several.values())
                .anySatisfy(names -> assertThat(names).contains("occurrences", "organisateurs", "exceptions"));

        Set<String> wrong = new TreeSet<>();
        for (Map.Entry<Path, Set<String>> form : several.entrySet()) {
            for (String name : readOnly(form.getKey())) {
                if (form.getValue().contains(name)) {
                    wrong.add(form.getKey() + " " + name);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Names of the fields of several values in a form, of those within others too. */
    private static Set<String> several(FormDefinition form) {
        Set<String> names = new TreeSet<>();
        form.properties().forEach(field -> several(field, names));
        return names;
    }

    private static void several(FieldDefinition field, Set<String> names) {
        if (field instanceof FieldDefinition.MultiField multi) {
            names.add(multi.name());
            several(multi.field(), names);
        } else if (field instanceof FieldDefinition.CompositeField composite) {
            names.addAll(several(composite.form()));
        } else if (field instanceof FieldDefinition.SwitchableField switchable) {
            switchable.forms().values().forEach(form -> names.addAll(several(form)));
        }
    }

    /** Names of the fields that a file says of that they are read only. */
    private static Set<String> readOnly(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        Object all = new Yaml().load(TAG.matcher(Files.readString(file)).replaceAll(""));
        readOnly("", all, names);
        return names;
    }

    private static void readOnly(String name, @Nullable Object value, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("readOnly")) {
                names.add(map.containsKey("name") ? String.valueOf(map.get("name")) : name);
            }
            map.forEach((key, within) -> readOnly(String.valueOf(key), within, names));
        } else if (value instanceof List<?> list) {
            list.forEach(within -> readOnly(name, within, names));
        }
    }

    @Test
    void a_mapped_address_takes_any_query_and_an_extension_at_its_end() {
        List<String> patterns = definitions().virtualUriMappings().stream()
                .filter(VirtualUriMapping.Regexp.class::isInstance)
                .map(VirtualUriMapping::fromUri)
                .toList();

        assertThat(patterns).hasSizeGreaterThan(10).allMatch(pattern -> pattern.endsWith("(?:\\.html)?(?:\\?.*)?$"));
    }

    @Test
    void what_a_flag_or_a_consent_opens_is_known_to_the_one_include() throws IOException {
        Map<String, Map<String, List<String>>> opened = new TreeMap<>();
        Map<String, String> consents = new TreeMap<>();
        for (ContentType type : definitions().contentTypes()) {
            type.extension().readers().forEach((field, readers) -> {
                if (readers.audience() == FieldReaders.Audience.FLAG) {
                    opened.computeIfAbsent(type.nodeType(), one -> new TreeMap<>())
                            .put(field, readers.flags());
                }
            });
            if (!type.extension().consent().isEmpty()) {
                consents.put(type.nodeType(), type.extension().consent());
            }
        }
        String host = Files.readString(HOST);

        assertThat(told(host, "consents", "\"(bocage:\\w+)\": \"([^\"]+)\"")).isEqualTo(consents);
        Map<String, Map<String, List<String>>> inHost = new TreeMap<>();
        Matcher type = Pattern.compile("(?s)\"(bocage:\\w+)\": \\{(.*?)\\}").matcher(after(host, "openedBy"));
        while (type.find()) {
            Map<String, List<String>> fields = new TreeMap<>();
            Matcher field = Pattern.compile("\"([^\"]+)\": \\[([^\\]]*)]").matcher(type.group(2));
            while (field.find()) {
                fields.put(
                        field.group(1),
                        Stream.of(field.group(2).split(","))
                                .map(one -> one.replaceAll("[\" ]", ""))
                                .toList());
            }
            inHost.put(type.group(1), fields);
        }
        assertThat(inHost).isEqualTo(opened);
    }

    private static Map<String, String> told(String script, String name, String entry) {
        Map<String, String> found = new TreeMap<>();
        String line = after(script, name).lines().findFirst().orElse("");
        Pattern.compile(entry).matcher(line).results().forEach(one -> found.put(one.group(1), one.group(2)));
        return found;
    }

    private static String after(String script, String name) {
        int at = script.indexOf("[#assign " + name + " = ");
        return script.substring(at, script.indexOf("}]", at) + 2);
    }

    private static Definitions definitions() {
        try (DefinitionRegistry registry = DefinitionRegistry.watching(List.of(MODULES))) {
            return registry.current();
        }
    }

    /** Calls with their number of arguments, properties of objects, special keys of nodes. */
    private static Set<String> asked(String text) {
        Set<String> asked = new TreeSet<>();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            String name = call.group(1) + call.group(2);
            String whole = call.group(3) == null ? name : name + "/" + arguments(text, call.end());
            asked.add(whole);
            Matcher property = PROPERTY.matcher(text).region(call.end(), text.length());
            if (call.group(3) != null && property.lookingAt()) {
                asked.add(whole + "." + property.group(1));
            }
        }
        Matcher key = KEY.matcher(text);
        while (key.find()) {
            asked.add("@" + (key.group(1) == null ? key.group(2) : key.group(1)));
        }
        return asked.stream()
                .filter(one -> !one.startsWith("asset.") || !one.contains("/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many arguments a call has whose parenthesis opens before an offset. */
    private static int arguments(String text, int from) {
        int depth = 0;
        int commas = 0;
        boolean any = false;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == ')' && depth == 0) {
                break;
            } else {
                quote = c == '"' || c == '\'' ? c : 0;
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                commas += c == ',' && depth == 0 ? 1 : 0;
                any |= !Character.isWhitespace(c);
            }
        }
        return any ? commas + 1 : 0;
    }

    /** The scripts of the modules, without their comments. */
    private static Map<Path, String> scripts() throws IOException {
        Map<Path, String> scripts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(MODULES)) {
            files.filter(file -> file.toString().endsWith(".ftl")).sorted().forEach(file -> {
                try {
                    scripts.put(file, Files.readString(file).replaceAll("(?s)\\[#--.*?--]", ""));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        assertThat(scripts).hasSizeGreaterThan(100);
        return scripts;
    }

    private static Set<String> exercised() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TemplateCallsTests.class.getResourceAsStream("/magnolia/exercised.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
