package org.bocage.portal.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.site.SiteName;
import org.bocage.cms.site.SiteSettings;
import org.bocage.editorial.publishing.bootstrap.StartingTexts;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.bocage.editorial.screens.extension.SetupAnswers.AnswersSection;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.portal.words.WordLists;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Identity of a network as a kit that another one begins with: the answers of its set-up, its pages and its words as they are on line,
 * and what it has of its own of the configuration and the light modules. Nobody's name, nor a way to reach somebody, is in it.
 */
@Component
class IdentityExport {

    private static final Workspace WORDS = new Workspace("vocabulaires");
    private static final Workspace PERSONS = new Workspace("personnes");
    /** Settings with the name of somebody, and with a name of the association. */
    private static final List<String> PERSONS_OF_SETTINGS = List.of("contactPrenom", "directeur", "responsable");

    private static final List<String> NAMES_OF_SETTINGS = List.of("nomCourt", "editeurNom");
    static final String CONTENTS = "config/bootstrap/";
    static final String MODULES = "light-modules";
    private static final String README = "LISEZ-MOI.txt";
    private static final String ANSWERS = "installation.yaml";
    private static final String BASE = CONTENTS + "base/";
    private static final String STARTING = CONTENTS + "textes/depart.yaml";
    private static final int LONGEST = 1_000_000;
    private static final String STARTING_ROOT = "depart";
    private static final String TITLE = "titre";
    /** Folders of the configuration that go along, with the ending of their files. */
    private static final Map<String, String> CONFIG = Map.of("roles", "yaml", "workflow", "yaml", "mail", "ftl");

    private static final int LINE = 130;

    private final Stores stores;
    private final DefinitionRegistry registry;
    private final SiteName siteName;
    private final SiteSettings settings;
    private final StartingTexts texts;
    private final WordLists words;
    private final ConfigFiles config;
    private final Accounts accounts;
    private final List<SetupAnswers> answers;
    private final Desk desk;

    IdentityExport(
            Stores stores,
            DefinitionRegistry registry,
            SiteName siteName,
            SiteSettings settings,
            StartingTexts texts,
            WordLists words,
            ConfigFiles config,
            Accounts accounts,
            List<SetupAnswers> answers,
            Desk desk) {
        this.stores = stores;
        this.registry = registry;
        this.siteName = siteName;
        this.settings = settings;
        this.texts = texts;
        this.words = words;
        this.config = config;
        this.accounts = accounts;
        this.answers = answers;
        this.desk = desk;
    }

    /**
     * Contents of a kit.
     *
     * @param files texts by path
     * @param modules files of light modules of one's own
     * @param pages how many pages go along
     * @param toRewrite pages with texts that name the network
     * @param leftOut texts that stay here, for they name somebody
     * @param named files that go along as they are, and name somebody
     */
    record Kit(
            Map<String, String> files,
            List<Resource> modules,
            int pages,
            Set<String> toRewrite,
            List<SharedTree.LeftOut> leftOut,
            List<String> named) {}

    /** Puts the kit together; asked as an administrator. */
    Kit kit() {
        Map<String, String> files = new TreeMap<>();
        IdentityNames names = names();
        SharedTree tree = new SharedTree(names, settingsFields(), settingsNodes());
        int pages = addContents(files, tree);
        files.put(README, desk.sentence("setup.kit.readme", siteName.get()));
        files.put(ANSWERS, answersFile(names));
        CONFIG.forEach((folder, ending) -> config.ownFolder(folder, ending)
                .forEach((name, text) -> files.put("config/" + folder + "/" + name, text)));
        List<Resource> modules = registry.current().resources().changed();
        return new Kit(
                files,
                modules,
                pages,
                pagesOf(tree.toRewrite().keySet()),
                tree.leftOut(),
                named(files, modules, names));
    }

    /** The files that go along as they are and have the name of somebody in them. */
    private static List<String> named(Map<String, String> files, List<Resource> modules, IdentityNames names) {
        List<String> named = new ArrayList<>();
        files.forEach((path, text) -> {
            if (!path.startsWith(CONTENTS) && !path.equals(README) && names.hasPerson(text)) {
                named.add(path);
            }
        });
        for (Resource file : modules) {
            if (names.hasPerson(text(file))) {
                named.add(MODULES + file.path());
            }
        }
        return named;
    }

    /** The beginning of a file, read as a text. */
    private static String text(Resource file) {
        try (InputStream content = file.open()) {
            return new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a kit as a zip. */
    static void write(Kit kit, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : kit.files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (Resource file : kit.modules()) {
                zip.putNextEntry(new ZipEntry(MODULES + file.path()));
                try (InputStream content = file.open()) {
                    content.transferTo(zip);
                }
            }
        }
    }

    private int addContents(Map<String, String> files, SharedTree tree) {
        Map<String, Map<String, Object>> base = base();
        Map<BootstrapFile, Map<String, Object>> own = new LinkedHashMap<>();
        stores.published().read(Identity.SYSTEM, session -> {
            own.putAll(below(session, Workspace.WEBSITE, name -> true));
            own.putAll(below(session, WORDS, words.names()::contains));
            return own;
        });
        own.values().forEach(tree::announce);
        base.values().forEach(tree::announce);
        int pages = 0;
        for (Map.Entry<BootstrapFile, Map<String, Object>> one : own.entrySet()) {
            BootstrapFile file = one.getKey();
            Optional<Map<String, Object>> shared =
                    tree.share(file.path(), one.getValue(), base.getOrDefault(file.name(), Map.of()));
            if (shared.isPresent()) {
                files.put(BASE + file.name(), BootstrapYaml.text(last(file.steps()), shared.get()));
                pages += file.workspace().equals(Workspace.WEBSITE) ? pages(shared.get()) : 0;
            }
        }
        base.forEach((name, values) -> {
            if (BootstrapFile.of(name).workspace().equals(WORDS)) {
                files.putIfAbsent(
                        BASE + name,
                        BootstrapYaml.text(last(BootstrapFile.of(name).steps()), values));
            }
        });
        files.put(STARTING, startingTexts(own, tree.toRewrite()));
        return pages;
    }

    /** The base files by their name; a page with a file of its own below another one is in the file of that one. */
    private Map<String, Map<String, Object>> base() {
        Map<String, Map<String, Object>> base = new TreeMap<>();
        Map<String, Map<String, Object>> byPlace = new TreeMap<>();
        texts.baseFiles().forEach((file, values) -> {
            Map<String, Object> tree = new LinkedHashMap<>(values);
            List<String> steps = file.steps();
            Map<String, Object> above = byPlace.get(file.workspace().name() + steps.subList(0, steps.size() - 1));
            byPlace.put(file.workspace().name() + steps, tree);
            if (above == null) {
                base.put(file.name(), tree);
            } else {
                above.put(last(steps), tree);
            }
        });
        return base;
    }

    private static String last(List<String> steps) {
        return steps.get(steps.size() - 1);
    }

    private static Map<BootstrapFile, Map<String, Object>> below(
            Session session, Workspace workspace, Predicate<String> wanted) throws RepositoryException {
        Map<BootstrapFile, Map<String, Object>> trees = new LinkedHashMap<>();
        if (workspace.exists(session)) {
            for (NodeIterator nodes = workspace.root(session).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (!node.getName().startsWith("rep:") && wanted.test(node.getName())) {
                    trees.put(
                            BootstrapFile.of(node, BootstrapFile.Format.YAML),
                            BootstrapYaml.values(BootstrapYaml.export(node)));
                }
            }
        }
        return trees;
    }

    private static int pages(Map<String, Object> tree) {
        int pages = "mgnl:page".equals(tree.get("jcr:primaryType")) ? 1 : 0;
        for (Object value : tree.values()) {
            pages += value instanceof Map<?, ?> ? pages(BootstrapYaml.asMap(value)) : 0;
        }
        return pages;
    }

    /** The list of texts to rewrite: those of the base that are still there, and those that name the network. */
    private String startingTexts(Map<BootstrapFile, Map<String, Object>> contents, Map<String, Set<String>> toRewrite) {
        Map<String, Map<String, Object>> website = new TreeMap<>();
        contents.forEach((file, tree) -> {
            if (file.workspace().equals(Workspace.WEBSITE)) {
                website.put(last(file.steps()), tree);
            }
        });
        Map<String, Set<String>> places = new TreeMap<>();
        texts.places().forEach((path, properties) -> {
            if (exists(website, path)) {
                places.computeIfAbsent(path, at -> new TreeSet<>()).addAll(properties);
            }
        });
        toRewrite.forEach((path, properties) -> {
            if (exists(website, path)) {
                places.computeIfAbsent(path, at -> new TreeSet<>()).addAll(properties);
            }
        });
        Map<String, List<String>> listed = new LinkedHashMap<>();
        places.forEach((path, properties) -> listed.put(path, List.copyOf(properties)));
        return yaml().dump(Map.of(STARTING_ROOT, listed));
    }

    private static boolean exists(Map<String, Map<String, Object>> website, String path) {
        Object at = website;
        for (String step : path.substring(1).split("/", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at != null;
    }

    /** The pages that paths lie on, as they are called. */
    private Set<String> pagesOf(Collection<String> paths) {
        return stores.published().read(Identity.SYSTEM, session -> {
            Set<String> pages = new TreeSet<>();
            for (String path : paths) {
                Optional<Node> node = Workspace.WEBSITE.node(session, path);
                while (node.isPresent() && !node.get().isNodeType("mgnl:page")) {
                    node = Optional.of(node.get().getParent());
                }
                node.ifPresent(page -> pages.add(title(page)));
            }
            return pages;
        });
    }

    private static String title(Node page) {
        try {
            return page.hasProperty("title") ? page.getProperty("title").getString() : page.getName();
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A page cannot be read", e);
        }
    }

    private String answersFile(IdentityNames names) {
        StringBuilder text = new StringBuilder(desk.sentence("setup.kit.answers", siteName.get()));
        answers.stream()
                .flatMap(one -> one.answersSections().stream()
                        .map(about -> new Shared(about, nameless(one.shared(about.name()), names))))
                .filter(one -> !one.answers().isEmpty())
                .sorted(Comparator.comparingInt(one -> one.about().place()))
                .forEach(one ->
                        text.append('\n').append(yaml().dump(Map.of(one.about().name(), one.answers()))));
        return text.toString();
    }

    /** Answers with nothing where a text names somebody. */
    private static Map<String, Object> nameless(Map<String, Object> answers, IdentityNames names) {
        Map<String, Object> nameless = new LinkedHashMap<>();
        answers.forEach((field, value) -> nameless.put(field, nameless(value, names)));
        return nameless;
    }

    private static Object nameless(Object value, IdentityNames names) {
        if (value instanceof Map<?, ?> map) {
            return nameless(BootstrapYaml.asMap(map), names);
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(one -> nameless(one, names)).toList();
        }
        return value instanceof String text && names.hasPerson(text) ? "" : value;
    }

    private record Shared(AnswersSection about, Map<String, Object> answers) {}

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setDereferenceAliases(true);
        options.setWidth(LINE);
        return new Yaml(options);
    }

    private SiteDefinition.SettingsNode kept() {
        return registry.current().site().settings().kept();
    }

    private Set<String> settingsNodes() {
        return Set.of(kept().name());
    }

    /** Properties that say who the association is, and whether its set-up is under way. */
    private Set<String> settingsFields() {
        Set<String> fields = new TreeSet<>();
        kept().forms()
                .values()
                .forEach(id -> registry.current()
                        .dialog(id)
                        .ifPresent(dialog -> dialog.form().properties().stream()
                                .map(FieldDefinition::name)
                                .forEach(fields::add)));
        fields.add(registry.current().site().settings().nameProperty());
        fields.add(registry.current().site().settings().structureProperty());
        fields.add(Setup.PROPERTY);
        return fields;
    }

    private IdentityNames names() {
        List<String> persons = new ArrayList<>(
                accounts.all().stream().map(Account::displayName).toList());
        List<String> network = new ArrayList<>(List.of(siteName.get()));
        stores.author().read(Identity.SYSTEM, session -> {
            for (String field : PERSONS_OF_SETTINGS) {
                settings.get(session, field).ifPresent(persons::add);
            }
            for (String field : NAMES_OF_SETTINGS) {
                settings.get(session, field).ifPresent(network::add);
            }
            below(session, PERSONS, name -> true).values().forEach(person -> titles(person, persons));
            return persons;
        });
        List<String> places = new ArrayList<>();
        stores.published().read(Identity.SYSTEM, session -> {
            below(session, WORDS, name -> !words.names().contains(name))
                    .values()
                    .forEach(list -> titles(list, places));
            return places;
        });
        StringBuilder usual = new StringBuilder();
        List<String> nobodys = new ArrayList<>();
        base().values().forEach(tree -> {
            texts(tree, usual);
            titles(tree, nobodys);
        });
        places.removeAll(nobodys);
        return new IdentityNames(persons, network, places, usual.toString());
    }

    private static void texts(Map<String, Object> tree, StringBuilder texts) {
        tree.values().forEach(value -> {
            if (value instanceof Map<?, ?>) {
                texts(BootstrapYaml.asMap(value), texts);
            } else {
                texts.append(value).append('\n');
            }
        });
    }

    private static void titles(Map<String, Object> tree, List<String> titles) {
        tree.forEach((name, value) -> {
            if (value instanceof Map<?, ?>) {
                titles(BootstrapYaml.asMap(value), titles);
            } else if (name.equals(TITLE)) {
                titles.add(String.valueOf(value));
            }
        });
    }
}
