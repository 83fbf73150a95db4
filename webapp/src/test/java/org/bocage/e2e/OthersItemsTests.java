package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Fields of somebody else's item that each role is shown, in every outlet behind the login, and the requests about such
 * an item that it may send. Each field of each type that the definitions declare has a value of its own, which is
 * looked for in every answer. Types, fields and addresses are taken from the running portal, so that a new one is tried
 * too.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OthersItemsTests {

    private static final Actor OTHER = new Actor("adherent2", "La Roue Qui Rit", Set.of("adherent"));
    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final String THEME = "b0ca0002-0000-4000-8000-000000000005";

    /** Each request that changes something, with what each role is answered. */
    private static final Path SENT = Path.of("webapp/src/test/resources/roles/envois.txt");

    /** Values of handler parameters that do not accept arbitrary text. */
    private static final Map<String, String> VALUES = Map.of(
            "revision", "1",
            "action", "archiver",
            "decision", "accepter",
            "acces", "adherents",
            "dossier", "Essai",
            "tache", "rien",
            "du", "2026-01-01",
            "au", "2026-01-02");

    /** Parameters of single handlers, by address, in addition to the others or instead of them. */
    private static final Map<String, Map<String, String>> OF_HANDLERS = Map.of(
            "/espace/agenda", Map.of("action", "retirer"),
            "/espace/corbeille/{id}", Map.of("action", "restaurer"),
            "/espace/pages", Map.of("geste", "creer", "titre", "Essai", "gabarit", "rien"),
            "/espace/pages/{*path}", Map.of("geste", "publier", "revision", "999"));

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    private static final List<Planted> planted = new ArrayList<>();
    private static final Map<Role, Browser> browsers = new EnumMap<>(Role.class);

    /** Kinds of people who come to the portal, with the account of the demo that each uses. */
    enum Role {
        VISITEUR(""),
        ADHERENT("adherent"),
        CONTRIBUTEUR("contributeur"),
        CA("ca"),
        SALARIEE("salariee"),
        ADMIN("admin");

        private final String account;

        Role(String account) {
            this.account = account;
        }
    }

    /** How far an item has come. */
    private enum Step {
        BROUILLON("enregistrer", "a"),
        PROPOSE("proposer", "b"),
        PUBLIE("publier", "c");

        private final String action;
        private final String letter;

        Step(String action, String letter) {
            this.action = action;
            this.letter = letter;
        }
    }

    /** An item whose fields are marked. */
    private record Planted(
            ContentType type, Step step, String id, String path, String address, Map<String, List<String>> marks) {

        /** The marks of the fields that are not for a role, when the item is somebody else's. */
        Map<String, List<String>> hiddenFrom(Role role) {
            Map<String, List<String>> hidden = new LinkedHashMap<>(marks);
            hidden.keySet().removeIf(path -> isFor(path, role));
            return hidden;
        }

        /** By the definitions alone; where a flag leaves it open how far, nothing is looked for. */
        private boolean isFor(String path, Role role) {
            if (!isRead(role) || type.property(path.split("/", -1)[0]).isEmpty()) {
                return false;
            }
            FieldReaders readers = type.extension().readersOf(path);
            return switch (readers.audience()) {
                case ITEM -> true;
                case MEMBERS -> role == Role.ADHERENT || role == Role.CA;
                case BOARD -> role == Role.CA;
                // who reads a document reads what is in it: it never leaves the author store
                case STAFF -> !type.goesOnLine();
                case FLAG -> role == Role.CA && readers.flags().stream().anyMatch(this::mayBeForTheBoard);
            };
        }

        /** Whether the item is there for a role at all. */
        private boolean isRead(Role role) {
            return switch (type.name()) {
                case "adhesions", "sources", "messages" -> false;
                case "vocabulaires" -> true;
                case "documents" -> role == Role.CA || (role == Role.ADHERENT && step == Step.PUBLIE);
                default -> (role == Role.CA && step != Step.BROUILLON) || step == Step.PUBLIE;
            };
        }

        private boolean mayBeForTheBoard(String flag) {
            List<ContentType.Property> properties = type.properties();
            ContentType.Property found = null;
            for (String step : flag.split("/", -1)) {
                found = properties.stream()
                        .filter(one -> one.name().equals(step))
                        .findFirst()
                        .orElseThrow();
                ContentType.SubModel inner = type.subModels().get(found.type());
                properties = inner == null ? List.of() : inner.properties();
            }
            return Objects.requireNonNull(found).options().stream()
                    .anyMatch(option -> option.value().equals("ca"));
        }
    }

    @BeforeAll
    static void plants() {
        portal = Portal.start(home);
        // the planted values are the age at which jobs throw items away
        Job.cancelAll(portal.context());
        for (ContentType type : types()) {
            for (Step step : Step.values()) {
                planted.add(plant(type, step, OTHER));
            }
        }
        for (Role role : Role.values()) {
            browsers.put(role, role == Role.VISITEUR ? new Browser(portal.port()) : signedIn(role.account));
        }
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static Browser signedIn(String account) {
        return Browser.signedIn(portal.port(), account);
    }

    private static List<ContentType> types() {
        return List.copyOf(
                portal.context().getBean(DefinitionRegistry.class).current().contentTypes());
    }

    private static Planted plant(ContentType type, Step step, Actor author) {
        String letters = (author.equals(OTHER) ? "" : author.name()) + type.name() + step.letter;
        MarkedFields fields = new MarkedFields(type, letters);
        Review review = portal.context().getBean(Review.class);
        boolean isPublic = type.property("visibilite").stream()
                .flatMap(property -> property.options().stream())
                .anyMatch(option -> option.value().equals("public"));
        return portal.context().getBean(Stores.class).author().write(Identity.SYSTEM, session -> {
            Node item = new Workspace(type.workspace()).root(session).addNode("zq-" + letters, type.nodeType());
            item.setProperty("auteur", author.name());
            item.setProperty("name", item.getName());
            AccessControl.setOwner(item, author.name());
            if (isPublic) {
                item.setProperty("visibilite", "public");
            }
            if (type.property("themes").isPresent()) {
                item.setProperty("themes", new String[] {THEME});
            }
            Actor mover = step == Step.PUBLIE ? SALARIEE : author;
            if (type.goesOnLine()) {
                review.move(session, item, step.action, mover, 0, "", fields::plant);
                // what a proposal without account leaves, and a second revision, for the history
                review.move(
                        session, item, step.action.equals("proposer") ? "retirer" : step.action, mover, 1, "", n -> {});
                if (step == Step.PROPOSE) {
                    review.move(session, item, "proposer", mover, 2, "", n -> {});
                }
            } else {
                fields.plant(item);
            }
            if (type.name().equals("documents") && step == Step.PUBLIE) {
                item.setProperty("acces", "adherents");
                AccessControl.setReaders(item, Audience.MEMBERS, true);
            }
            String address = type.extension()
                    .address()
                    .fill(Workspace.pathInWorkspace(item.getPath()), property -> value(item, property))
                    .orElse("");
            return new Planted(type, step, item.getIdentifier(), Workspace.path(item), address, fields.marks());
        });
    }

    private static Optional<Object> value(Node node, String property) {
        try {
            if (!node.hasProperty(property)) {
                return Optional.empty();
            }
            Property found = node.getProperty(property);
            return Optional.of(
                    found.getType() == PropertyType.DATE ? found.getDate().toInstant() : found.getString());
        } catch (RepositoryException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Addresses behind the login with what is filled in of an item; those without any are the same for all. */
    private static Set<String> addresses(Planted item) {
        Set<String> found = new TreeSet<>();
        patterns(HttpMethod.GET).forEach(pattern -> found.add(filled(pattern, item)));
        String rest = "/author/.rest/delivery/" + item.type.name() + "/v1";
        found.add(rest + "?limit=100");
        found.add(rest + item.path);
        found.add("/author/.rest/nodes/v1/" + item.type.workspace() + item.path + "?depth=9&includeMetadata=true");
        found.add("/espace/" + item.type.name() + "?q=" + item.path.substring(1));
        item.marks.keySet().stream()
                .filter(path -> path.indexOf('/') < 0)
                .forEach(path ->
                        found.add("/author/.rest/properties/v1/" + item.type.workspace() + item.path + "/" + path));
        if (!item.address.isEmpty()) {
            found.add("/author" + item.address);
            found.add("/espace/" + item.type.name() + "/" + item.id + "?apercu");
        }
        return found;
    }

    private static Stream<String> patterns(HttpMethod method) {
        return portal
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .anyMatch(one -> one.asHttpMethod().equals(method)))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/espace"));
    }

    private static String filled(String pattern, Planted item) {
        return pattern.replaceAll("\\{type:[^{}]*}", item.type.name())
                .replaceAll("\\{id:[^{}]*(\\{[0-9]+})?[^{}]*}", item.id)
                .replaceAll("\\{number:[^{}]*(\\{[^{}]*})?[^{}]*}", "1")
                .replaceAll("\\{\\*path}", "reseau")
                .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "rien");
    }

    private static Browser browser(Role role) {
        return Objects.requireNonNull(browsers.get(role));
    }

    private static List<String> told(String answer, Map<String, List<String>> marks) {
        String body = Browser.plain(answer);
        return marks.entrySet().stream()
                .filter(mark -> mark.getValue().stream().anyMatch(body::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"VISITEUR", "ADHERENT", "CONTRIBUTEUR", "CA"})
    void IN_08_what_is_somebody_else_s_shows_each_role_only_the_fields_that_are_for_it(Role role) {
        Browser browser = browser(role);
        Map<String, HttpResponse<String>> known = new LinkedHashMap<>();
        Set<String> leaks = new TreeSet<>();
        for (Planted item : planted) {
            Map<String, List<String>> hidden = item.hiddenFrom(role);
            for (String address : addresses(item)) {
                HttpResponse<String> answer = known.computeIfAbsent(address, browser::get);
                told(answer.body(), hidden)
                        .forEach(field -> leaks.add(plain(address, item) + " tells " + item.type.name() + " " + field));
            }
        }
        assertThat(leaks).as(role.account).isEmpty();
        assertThat(known).hasSizeGreaterThan(300);
        if (role == Role.CA) {
            assertThat(known.entrySet().stream()
                            .filter(one -> one.getKey().startsWith("/author/")
                                    && !one.getKey().startsWith("/author/.rest/")
                                    && one.getValue().statusCode() == 200))
                    .as("previews")
                    .hasSizeGreaterThan(10);
        }
    }

    private static String plain(String address, Planted item) {
        return address.replace(item.id, "ID").replace(item.path, "/PATH");
    }

    @Test
    void IN_08_a_form_has_no_field_that_is_not_for_its_reader() {
        Set<String> shown = new TreeSet<>();
        for (Planted item : planted) {
            HttpResponse<String> form = browser(Role.CA).get("/espace/" + item.type.name() + "/" + item.id);
            for (Element field : Browser.page(form).select("main form.ecrire [name]")) {
                String path = field.attr("name").replaceAll("\\[[0-9]+]", "").replace('.', '/');
                if (item.type.property(path.split("/", -1)[0]).isPresent() && !item.isFor(path, Role.CA)) {
                    shown.add(item.type.name() + " " + path);
                }
            }
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void IN_08_no_search_finds_an_item_by_what_is_not_for_who_searches() {
        Set<String> found = new TreeSet<>();
        for (Planted item : planted) {
            item.hiddenFrom(Role.CA).forEach((field, marks) -> {
                String mark = java.net.URLEncoder.encode(marks.get(0), StandardCharsets.UTF_8);
                for (String address :
                        List.of("/espace/chercher?q=" + mark, "/espace/" + item.type.name() + "?q=" + mark)) {
                    if (browser(Role.CA).get(address).body().contains(item.id)) {
                        found.add(address.split("[?]", 2)[0] + " finds " + item.type.name() + " by " + field);
                    }
                }
                if (browser(Role.CA)
                        .get("/author/.rest/delivery/" + item.type.name() + "/v1?" + field + "=" + mark)
                        .body()
                        .contains(item.id)) {
                    found.add("REST finds " + item.type.name() + " by " + field);
                }
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void IN_08_what_is_one_s_own_and_what_one_keeps_is_shown_whole() {
        for (ContentType type : types()) {
            if (!type.goesOnLine()) {
                continue;
            }
            Planted own = plant(type, Step.BROUILLON, new Actor("ca", "Karim", Set.of("ca")));
            Set<String> mine = texts(signedIn("ca"), own);
            Set<String> theirs = texts(signedIn("salariee"), own);
            assertThat(mine).as(type.name()).isNotEmpty();
            assertThat(mine).as(type.name()).isEqualTo(theirs);
        }
    }

    private static Set<String> texts(Browser browser, Planted item) {
        Document page = browser.read("/espace/" + item.type.name() + "/" + item.id);
        return new TreeSet<>(told(page.select("main form.ecrire").outerHtml(), item.marks));
    }

    /** A request that changes something, as a handler declares it. */
    private record Sent(String method, String pattern, Map<String, String> fields, boolean withFile) {

        String name() {
            return method + " " + plain(pattern)
                    + fields.entrySet().stream()
                            .map(field -> " " + field.getKey() + "=" + field.getValue())
                            .collect(Collectors.joining());
        }
    }

    /** A pattern without what its variables may be. */
    private static String plain(String pattern) {
        return pattern.replaceAll(":(?:[^{}]|\\{[^{}]*})*}", "}");
    }

    private static List<Sent> sent() {
        List<Sent> all = new ArrayList<>();
        portal.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .filter(method -> !Set.of("GET", "HEAD", "OPTIONS").contains(method))
                        .forEach(method -> mapping.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/espace"))
                                .forEach(pattern -> all.add(sent(method, pattern, mapping, handler)))));
        all.sort(Comparator.comparing(Sent::name));
        return all;
    }

    private static Sent sent(String method, String pattern, RequestMappingInfo mapping, HandlerMethod handler) {
        Map<String, String> fields = new TreeMap<>();
        boolean withFile = false;
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked == null || Map.class.isAssignableFrom(parameter.getParameterType())) {
                continue;
            }
            boolean isFile = parameter.getGenericParameterType().getTypeName().contains("MultipartFile");
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            String name = asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name();
            withFile |= isFile;
            boolean isNumber = parameter.getParameterType().equals(long.class)
                    || parameter.getParameterType().equals(int.class);
            if (!isFile && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE) && asked.required()) {
                fields.put(name, VALUES.getOrDefault(name, isNumber ? "1" : "Essai"));
            }
        }
        for (NameValueExpression<String> condition :
                mapping.getParamsCondition().getExpressions()) {
            if (!condition.isNegated()) {
                fields.put(condition.getName(), condition.getValue() == null ? "oui" : condition.getValue());
            }
        }
        if (mapping.getParamsCondition().isEmpty()) {
            fields.putAll(OF_HANDLERS.getOrDefault(plain(pattern), Map.of()));
        }
        return new Sent(method, pattern, fields, withFile);
    }

    /** The address, of an item of the type that it is for. */
    private static String address(Sent sent, Step step) {
        Matcher alternatives = Pattern.compile("\\{type:([a-z]+)\\|").matcher(sent.pattern);
        Matcher literal = Pattern.compile("/espace/(?:taches/)?([a-z]+)/\\{id").matcher(sent.pattern);
        String type = alternatives.find() ? alternatives.group(1) : literal.find() ? literal.group(1) : "actus";
        Planted item = planted.stream()
                .filter(one -> one.type.name().equals(type) && one.step == step)
                .findFirst()
                .orElseGet(() -> planted.get(0));
        return filled(sent.pattern.replaceAll("\\{type:[^{}]*}", type), item);
    }

    private static int answer(Browser browser, Sent sent, Step step) {
        Map<String, String> fields = new LinkedHashMap<>(sent.fields);
        Element token = Browser.page(browser.get("/espace/compte")).selectFirst("input[name=_csrf]");
        fields.put("_csrf", token == null ? "" : token.val());
        String address = address(sent, step);
        if (!sent.method.equals("POST")) {
            return browser.call(
                            sent.method,
                            address,
                            new byte[0],
                            "Upload-Offset",
                            "0",
                            "Content-Type",
                            "application/offset+octet-stream")
                    .statusCode();
        }
        return (sent.withFile
                        ? browser.sendFile(address, fields)
                        : browser.post(address, fields, "Upload-Length", "10"))
                .statusCode();
    }

    @Test
    void CT_04_what_a_role_sends_about_what_is_somebody_else_s_is_answered_as_the_table_says() throws IOException {
        Map<String, String> before = states();

        Map<String, String> answered = answered(List.of(Role.ADHERENT, Role.CONTRIBUTEUR, Role.CA));

        assertThat(answered).containsExactlyInAnyOrderEntriesOf(expected(0, 3));
        assertThat(states()).isEqualTo(before);
    }

    /** Comes last: these two may change what the others look at. */
    @Test
    @Order(Integer.MAX_VALUE)
    void CT_04_what_those_who_keep_the_portal_send_is_answered_as_the_table_says() throws IOException {
        Map<String, String> answered = answered(List.of(Role.SALARIEE, Role.ADMIN));

        assertThat(answered).containsExactlyInAnyOrderEntriesOf(expected(3, 5));
    }

    /** Answers of the table to some of the roles, by request. */
    private static Map<String, String> expected(int from, int to) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(SENT)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                List<String> cells =
                        Stream.of(line.split("\\|", -1)).map(String::strip).toList();
                expected.put(cells.get(0), String.join("|", cells.subList(1 + from, 1 + to)));
            }
        }
        return expected;
    }

    private static Map<String, String> answered(List<Role> roles) {
        Map<String, String> answered = new TreeMap<>();
        for (Sent sent : sent()) {
            answered.put(
                    sent.name(),
                    roles.stream()
                            .map(role -> Stream.of(Step.PROPOSE, Step.PUBLIE)
                                    .map(step -> String.valueOf(answer(browser(role), sent, step)))
                                    .distinct()
                                    .collect(Collectors.joining("/")))
                            .collect(Collectors.joining("|")));
        }
        return answered;
    }

    /** Where each item stands, and which revision of it. */
    private static Map<String, String> states() {
        return portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            Map<String, String> states = new TreeMap<>();
            for (Planted item : planted) {
                Optional<Node> node = Workspace.byId(session, item.id);
                states.put(
                        item.path,
                        node.isEmpty()
                                ? "gone"
                                : Revisions.number(node.get()) + " "
                                        + value(node.get(), "etat").orElse(""));
            }
            return states;
        });
    }
}
