package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.repository.Audience;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The lower rings know no word of a light module or of the portal: what is special to a type or to a site is said in its module, by
 * the workflow or the roles, or registered.
 */
@Tag("fast")
class RingsTests {

    private static final Path SOURCE = Path.of("webapp/src/main/java/org/bocage");
    private static final Path MODULES = Path.of("light-modules");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:^\\s*//.*$)");
    private static final Pattern NODE_TYPE = Pattern.compile("(?m)^\\s+nodeType:\\s*['\"]?([\\w:-]+)");
    private static final Pattern WORKSPACE = Pattern.compile("(?m)^\\s+workspace:\\s*['\"]?([\\w-]+)");
    private static final Pattern OWN_WORKSPACE = Pattern.compile("new Workspace\\(\"([\\w-]+)\"\\)");
    private static final Pattern FUNCTION = Pattern.compile("String name\\(\\) \\{\\s*return \"(\\w+)\"");
    private static final Pattern FLASH = Pattern.compile("(?m)^authoring\\.flash\\.([\\w-]+)=");

    /**
     * Words of the files themselves: the actions of an app or a dialog, the fields that hold a document, what an index holds; and the
     * workspace where the key of links has lain since the first was mailed.
     */
    private static final Map<String, Set<String>> OTHER_MEANINGS = Map.of(
            "AppReader.java", Set.of("actions"),
            "ContentIndex.java", Set.of("documents"),
            "ContentTypeApp.java", Set.of("actions"),
            "DialogReader.java", Set.of("actions"),
            "ExtensionReader.java", Set.of("documents"),
            "LinkKeys.java", Set.of("propositions"));

    /** The visitor, whom no file makes; and who takes tables away where a file does not say. */
    private static final Map<String, Set<String>> ROLES_OF_THE_HOST = Map.of(
            "Identity.java", Set.of("visiteur"),
            "Withdrawals.java", Set.of("visiteur"),
            "Audience.java", Set.of("ca"),
            "Workflow.java", Set.of("adherent", "contributeur"));

    /** A parameter of components, the name of a file to take away, a variable of the mails, the structure that an account keeps. */
    private static final Map<String, Set<String>> NO_THEMES = Map.of(
            "AccountsController.java", Set.of("structure"),
            "DemoAccounts.java", Set.of("structure"),
            "EditorPages.java", Set.of("vignette"),
            "ExchangeController.java", Set.of("portail"),
            "MailedLinks.java", Set.of("portail"));

    @Test
    void neither_cms_nor_editorial_names_a_content_type_of_a_light_module() throws IOException {
        Set<String> names = names();
        assertThat(names).contains("actus", "bocage:acteur", "vocabulaires");
        assertThat(named(names, OTHER_MEANINGS)).isEmpty();
    }

    @Test
    void neither_names_a_field_that_a_type_orders_compares_or_is_found_by() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (Path file : files(MODULES, ".*/bocage/[^/]+\\.yaml")) {
            Map<?, ?> said = yaml(file);
            map(said, "days").forEach((moment, day) -> fields.addAll(List.of(moment.toString(), day.toString())));
            map(said, "search").forEach((field, weight) -> {
                if (((Number) weight).intValue() >= 3) {
                    fields.add(field.toString());
                }
            });
            if (said.get("alike") != null) {
                fields.add(said.get("alike").toString());
            }
            if (said.get("rules") instanceof List<?> rules) {
                rules.stream()
                        .map(rule -> (Map<?, ?>) rule)
                        .filter(rule -> rule.containsKey("identifier"))
                        .forEach(rule -> fields.add(String.valueOf(rule.get("field"))));
            }
        }
        assertThat(fields).contains("debut", "jour", "accroche", "commune", "siren", "siret");
        // every type has a title, which the host knows; the kind of an ad is called as a type of anything else
        fields.removeAll(Set.of("titre", "type"));
        assertThat(named(fields, Map.of())).isEmpty();
    }

    @Test
    void neither_names_the_theme_of_a_site_its_sizes_pages_and_colours() throws IOException {
        Map<?, ?> site = map(yaml(MODULES.resolve("portail/decorations/site/config.yaml")), "site");
        Map<?, ?> parameters = map(site, "parameters");
        String theme = String.valueOf(map(site, "theme").get("name"));
        Set<String> words = new TreeSet<>(Set.of(
                theme,
                String.valueOf(parameters.get("nameProperty")),
                String.valueOf(parameters.get("structureProperty"))));
        map(parameters, "errorPages")
                .values()
                .forEach(page -> words.addAll(List.of(page.toString().split("/"))));
        map(parameters, "colours").keySet().forEach(name -> words.add(name.toString()));
        map(map(yaml(MODULES.resolve("portail/themes/" + theme + ".yaml")), "imaging"), "variations")
                .keySet()
                .forEach(size -> words.add(size.toString()));
        assertThat(words).contains("portail", "portail:pages", "erreur404", "nomSite", "sun", "vignette");
        // an error, and a link that is passed on
        words.removeAll(Set.of("erreur", "partage"));
        assertThat(named(words, NO_THEMES)).isEmpty();
    }

    @Test
    void neither_names_a_role_but_the_administration() throws IOException {
        Set<String> roles = new TreeSet<>();
        for (Path file : files(Path.of("config/roles"), ".*\\.yaml")) {
            roles.add(file.getFileName().toString().replace(".yaml", ""));
        }
        assertThat(roles).contains("salariee", "ca", "adherent", "admin");
        roles.remove("admin");
        assertThat(named(roles, ROLES_OF_THE_HOST)).isEmpty();
    }

    @Test
    void the_ids_of_the_audiences_stand_in_one_place() throws IOException {
        Set<String> ids = Set.of(Audience.MEMBERS.id(), Audience.BOARD.id());
        assertThat(named(ids, Map.of("Audience.java", ids))).isEmpty();
    }

    @Test
    void neither_names_a_workspace_or_a_function_of_the_portal_or_what_it_says_was_done() throws IOException {
        Set<String> words = new TreeSet<>();
        Set<String> ofTheHost = new TreeSet<>();
        for (Path file : files(SOURCE, ".*\\.java")) {
            String code = Files.readString(file);
            boolean isPortals = file.startsWith(SOURCE.resolve("portal"));
            OWN_WORKSPACE.matcher(code).results().forEach(space -> (isPortals ? words : ofTheHost).add(space.group(1)));
            if (isPortals && code.contains("implements TemplateFunction")) {
                FUNCTION.matcher(code).results().forEach(name -> words.add(name.group(1)));
            }
        }
        for (Path file : files(Path.of("webapp/src/main/resources/i18n"), ".*(?<!authoring)-messages\\.properties")) {
            FLASH.matcher(Files.readString(file)).results().forEach(key -> words.add(key.group(1)));
        }
        words.remove("config");
        ofTheHost.removeAll(OTHER_MEANINGS.getOrDefault("LinkKeys.java", Set.of()));
        assertThat(words).contains("visites", "inscriptions", "abonnes", "communesAround", "lettre-partie");
        assertThat(named(words, OTHER_MEANINGS)).isEmpty();
        assertThat(ofTheHost).isNotEmpty().doesNotContainAnyElementsOf(words);
    }

    /** The words that a source of the lower rings names, with its name; what is meant otherwise there is left out. */
    private static List<String> named(Set<String> words, Map<String, Set<String>> otherwise) throws IOException {
        List<String> found = new ArrayList<>();
        for (String ring : List.of("cms", "editorial")) {
            for (Path file : files(SOURCE.resolve(ring), ".*\\.java")) {
                String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                String name = file.getFileName().toString();
                TEXT.matcher(code)
                        .results()
                        .flatMap(text -> Stream.of(text.group(1).split("[/,{}\\s]+")))
                        .filter(words::contains)
                        .filter(word -> !otherwise.getOrDefault(name, Set.of()).contains(word))
                        .distinct()
                        .map(word -> name + " names " + word)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Names, workspaces and node types of the content types of all light modules. */
    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : files(MODULES, ".*/contentTypes/[^/]+\\.yaml")) {
            names.add(file.getFileName().toString().replace(".yaml", ""));
            String yaml = Files.readString(file);
            NODE_TYPE.matcher(yaml).results().forEach(type -> names.add(type.group(1)));
            WORKSPACE.matcher(yaml).results().forEach(space -> names.add(space.group(1)));
        }
        return names;
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(one -> one.toString().matches(name)).toList();
        }
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return of.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
