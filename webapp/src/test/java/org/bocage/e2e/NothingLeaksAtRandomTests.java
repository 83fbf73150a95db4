package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * Items are written, decided upon, hidden and shown, roles change, definitions break and are mended, the portal starts anew, all at
 * random: a visitor finds none of the planted secrets in any outlet. What a seed does is the same each time; {@code
 * -Dbocage.leaks.seed=…} tries another one, {@code -Dbocage.leaks.steps=…} more of it.
 */
class NothingLeaksAtRandomTests {

    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Identity VISITOR = Identity.anonymous(Set.of("visiteur"));
    private static final String SECRET = PlantedFields.SECRET;
    private static final int STEPS = Integer.getInteger("bocage.leaks.steps", 16);
    /** Steps after which the outlets are looked through, which takes longer than a step. */
    private static final int LOOK = 4;

    private static final List<String> PAGES = List.of(
            "/",
            "/actualites",
            "/actualites/flux.xml",
            "/agenda",
            "/agenda.ics",
            "/annonces",
            "/annonces/flux.xml",
            "/annonces/flux.json",
            "/reseau",
            "/reseau/carte",
            "/reseau/acteurs.geojson",
            "/reseau/acteurs.csv",
            "/ressources",
            "/le-pole/equipe",
            "/le-pole/actions",
            "/plan-du-site",
            "/sitemap.xml",
            "/recherche?q=zqsecretq",
            "/recherche/suggestions?q=zqsecretq");

    @TempDir
    private Path home;

    private final BlockingQueue<Definitions> reloads = new LinkedBlockingQueue<>();
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Planted> items = new LinkedHashMap<>();
    private final Set<String> secretPictures = new TreeSet<>();
    private final List<String> done = new ArrayList<>();
    /** Types of which a file is not in order. */
    private final List<ContentType> broken = new ArrayList<>();

    private Path modules;
    private List<ContentType> types;
    private Random random = new Random();

    @SuppressWarnings("NullAway.Init")
    private Portal portal;

    /** An item with the fields of it that are not for the public. */
    private record Planted(ContentType type, String name, String id, Set<String> hidden) {}

    private enum Step {
        WRITE,
        ARCHIVE,
        DUE,
        BREAK,
        MEND,
        ROLES,
        RESTART
    }

    static LongStream seeds() {
        Long given = Long.getLong("bocage.leaks.seed");
        return given == null ? LongStream.of(19, 2026) : LongStream.of(given);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @BeforeEach
    void start_with_all_in_order() throws Exception {
        modules = home.resolve("light-modules");
        FileSystemUtils.copyRecursively(Path.of("light-modules"), modules);
        types = List.copyOf(Definitions.load(List.of(modules)).contentTypes());
        for (ContentType type : types) {
            String file = type.source().file().substring(1);
            files.put(file, Path.of("light-modules", file));
            String extension = file.replace("/contentTypes/", "/bocage/");
            files.put(extension, Path.of("light-modules", extension));
        }
        start();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_happens_no_secret_reaches_a_visitor(long seed) throws Exception {
        random = new Random(seed);
        for (int step = 1; step <= STEPS; step++) {
            take(next());
            showsNothing(seed);
            if (step % LOOK == 0) {
                outletsShowNothing(seed);
            }
        }
        mend();
        ContentType actus = types.stream()
                .filter(type -> type.name().equals("actus"))
                .findFirst()
                .orElseThrow();
        write(actus, "zqr-controle", "public", "publier", true);
        assertThat(new Browser(portal.port())
                        .get("/.rest/delivery/actus/v1/zqr-controle")
                        .body())
                .as("what is for everybody is found: seed " + seed)
                .contains(PlantedFields.OPEN);
        showsNothing(seed);
        outletsShowNothing(seed);
    }

    private void start() {
        portal = Portal.startEmpty(home.resolve("data"), "--bocage.light-modules=" + modules);
        portal.context().getBean(DefinitionRegistry.class).onReload(reloads::add);
    }

    private Step next() {
        int drawn = random.nextInt(20);
        if (drawn < 9) {
            return Step.WRITE;
        }
        return switch (drawn) {
            case 9 -> Step.ARCHIVE;
            case 10, 11 -> Step.DUE;
            case 12, 13, 14, 15 -> Step.BREAK;
            case 16 -> Step.MEND;
            case 17 -> Step.ROLES;
            default -> Step.RESTART;
        };
    }

    private void take(Step step) throws Exception {
        switch (step) {
            case WRITE -> writeSome();
            case ARCHIVE -> archive();
            case DUE -> due();
            case BREAK -> breakOne();
            case MEND -> mend();
            case ROLES -> changeRoles();
            case RESTART -> {
                done.add("restart");
                portal.close();
                start();
            }
        }
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void writeSome() {
        // what is broken is written more often than chance has it
        ContentType type = broken.isEmpty() || random.nextBoolean() ? oneOf(types) : oneOf(broken);
        String name = "zqr-" + type.name() + "-" + random.nextInt(3);
        String visibility = oneOf(List.of("public", "public", "adherents", "ca"));
        String action = oneOf(List.of("publier", "publier", "publier", "proposer", "enregistrer", "planned"));
        write(type, name, visibility, action, random.nextBoolean());
    }

    private void write(ContentType type, String name, String visibility, String action, boolean agreed) {
        boolean open = visibility.equals("public")
                && List.of("publier", "planned").contains(action)
                && (agreed || type.extension().consent().isEmpty());
        done.add(String.join(" ", action, type.name(), name, visibility, open ? "open" : "secret"));
        PlantedFields fields = new PlantedFields(type);
        Stores stores = portal.context().getBean(Stores.class);
        Review review = portal.context().getBean(Review.class);
        try {
            stores.author().update(Identity.SYSTEM, session -> {
                String picture = name + "-" + done.size() + ".png";
                Node asset = NothingLeaksTests.asset(Workspace.DAM.root(session), picture, NothingLeaksTests.picture());
                asset.setProperty("caption", open ? PlantedFields.OPEN : SECRET);
                Node root = new Workspace(type.workspace()).root(session);
                boolean isNew = !root.hasNode(name);
                Node item = isNew ? root.addNode(name, type.nodeType()) : root.getNode(name);
                if (isNew) {
                    item.setProperty("auteur", SALARIEE.name());
                }
                long revision = isNew ? 0 : Revisions.number(item);
                review.move(
                        session, item, action.equals("planned") ? "publier" : action, SALARIEE, revision, "", node -> {
                            fields.plant(node);
                            node.setProperty("name", name);
                            node.setProperty("visibilite", visibility);
                            NothingLeaksTests.dates(node);
                            NothingLeaksTests.show(type, node, asset.getIdentifier());
                            agree(type, node, agreed);
                            if (!open) {
                                hide(node);
                            }
                            if (action.equals("planned")) {
                                node.setProperty(
                                        "publierLe", Dates.utc(Instant.now().plus(Duration.ofDays(1))));
                            }
                        });
                items.put(name, new Planted(type, name, item.getIdentifier(), fields.hidden()));
                if (!open) {
                    secretPictures.add("/dam/jcr:" + asset.getIdentifier() + "/" + picture);
                }
            });
        } catch (RefusedTransition e) {
            done.add("  refused");
        }
    }

    private static void agree(ContentType type, Node item, boolean agreed) throws RepositoryException {
        String consent = type.extension().consent();
        if (consent.isEmpty()) {
            return;
        }
        Node at = item;
        String[] steps = consent.split("/", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.hasNode(steps[i]) ? at.getNode(steps[i]) : at.addNode(steps[i], "mgnl:contentNode");
        }
        String last = steps[steps.length - 1];
        if (!agreed && at.hasProperty(last)) {
            at.getProperty(last).remove();
        } else if (agreed && last.equals("date")) {
            at.setProperty(last, Dates.utc(Instant.parse("2026-01-02T03:04:05Z")));
        } else if (agreed) {
            at.setProperty(last, true);
        }
    }

    /** Makes every text of an item a secret: of a version that no visitor is to read. */
    private static void hide(Node node) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() != PropertyType.STRING || property.getName().contains(":")) {
                continue;
            }
            if (!property.isMultiple()) {
                property.setValue(property.getString().replace(PlantedFields.OPEN, SECRET));
            } else if (property.getValues().length == 1) {
                property.setValue(
                        new String[] {property.getValues()[0].getString().replace(PlantedFields.OPEN, SECRET)});
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:contentNode")) {
                hide(child);
            }
        }
    }

    private void archive() {
        if (items.isEmpty()) {
            return;
        }
        Planted one = oneOf(List.copyOf(items.values()));
        done.add("archive " + one.name());
        Review review = portal.context().getBean(Review.class);
        try {
            portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
                Node item = session.getNodeByIdentifier(one.id());
                review.move(session, item, "archiver", SALARIEE, Revisions.number(item), "", node -> {});
            });
        } catch (RefusedTransition e) {
            done.add("  refused");
        }
    }

    /** The day of all that waits for one has come. */
    private void due() {
        done.add("due");
        Stores stores = portal.context().getBean(Stores.class);
        for (Planted one : items.values()) {
            stores.author().update(Identity.SYSTEM, session -> {
                Node item = session.getNodeByIdentifier(one.id());
                if (item.hasProperty("etat")
                        && item.getProperty("etat").getString().equals("programme")) {
                    item.setProperty("publierLe", Dates.utc(Instant.now().minus(Duration.ofDays(1))));
                }
            });
            portal.context().getBean(Review.class).publishDue(one.type().workspace(), "/" + one.name());
        }
    }

    private void breakOne() throws Exception {
        String file = oneOf(List.copyOf(files.keySet()));
        Path path = modules.resolve(file);
        if (!Files.exists(path)) {
            return;
        }
        String text = Files.readString(path);
        int way = random.nextInt(6);
        int cut = random.nextInt(text.length() + 1);
        types.stream()
                .filter(type -> List.of(
                                type.source().file().substring(1),
                                type.source().file().substring(1).replace("/contentTypes/", "/bocage/"))
                        .contains(file))
                .forEach(broken::add);
        done.add("break " + file + " way " + way + (way == 2 ? " at " + cut : ""));
        switch (way) {
            case 0 -> Files.delete(path);
            case 1 -> Files.writeString(path, "");
            case 2 -> Files.writeString(path, text.substring(0, cut));
            case 3 -> Files.writeString(path, text + "\nmots: [a]\n");
            case 4 -> Files.writeString(path, "[" + text);
            default -> Files.writeString(path, text.replaceFirst("readers", "raeders"));
        }
        reloaded();
    }

    private void mend() throws Exception {
        done.add("mend");
        broken.clear();
        boolean changed = false;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path path = modules.resolve(file.getKey());
            String good = Files.readString(file.getValue());
            if (!Files.exists(path) || !Files.readString(path).equals(good)) {
                Files.writeString(path, good);
                changed = true;
            }
        }
        if (changed) {
            reloaded();
        }
    }

    private void reloaded() throws InterruptedException {
        assertThat(reloads.poll(30, TimeUnit.SECONDS)).as("a reload").isNotNull();
        while (reloads.poll(1, TimeUnit.SECONDS) != null) {
            // several writes may be several reloads
        }
    }

    /** A visitor reads whole workspaces of the published store, those of the members and of the staff too. */
    private void changeRoles() {
        ContentType type = oneOf(types);
        List<AccessRule> rules = random.nextBoolean() ? List.of(new AccessRule("/*", 8)) : List.of();
        done.add("roles " + type.workspace() + " " + rules.size());
        BothStores.published(portal.context().getBean(Stores.class)).update(Identity.SYSTEM, session -> {
            AccessControl.setRole(session, new Workspace(type.workspace()), "visiteur", rules);
        });
    }

    private void showsNothing(long seed) {
        String story = "seed " + seed + " after " + String.join("\n", done);
        Stores stores = portal.context().getBean(Stores.class);
        stores.published().read(VISITOR, session -> {
            for (ContentType type : types) {
                Workspace workspace = new Workspace(type.workspace());
                if (session.nodeExists(workspace.storePath("/"))) {
                    assertThat(texts(workspace.root(session))).as(story).noneMatch(NothingLeaksAtRandomTests::tells);
                }
            }
            return true;
        });
        stores.published().read(Identity.SYSTEM, session -> {
            for (Planted one : items.values()) {
                Workspace workspace = new Workspace(one.type().workspace());
                for (String field : one.hidden()) {
                    assertThat(session.itemExists(workspace.storePath("/" + one.name() + "/" + field)))
                            .as(one.name() + " " + field + ", " + story)
                            .isFalse();
                }
            }
            return true;
        });
    }

    private static boolean tells(String text) {
        return text.contains(SECRET)
                || text.contains(String.valueOf(PlantedFields.SECRET_NUMBER))
                || text.contains("2001-02-03");
    }

    private static List<String> texts(Node node) throws RepositoryException {
        List<String> texts = new ArrayList<>();
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.BINARY) {
                continue;
            }
            for (var value :
                    property.isMultiple() ? property.getValues() : new javax.jcr.Value[] {property.getValue()}) {
                texts.add(property.getPath() + "=" + value.getString());
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            texts.addAll(texts(children.nextNode()));
        }
        return texts;
    }

    private void outletsShowNothing(long seed) {
        Browser visitor = new Browser(portal.port());
        Set<String> outlets = new TreeSet<>(PAGES);
        for (ContentType type : types) {
            outlets.add("/.rest/delivery/" + type.name() + "/v1?limit=100");
            outlets.add("/api/" + type.name() + "?taille=100");
        }
        for (Planted one : items.values()) {
            outlets.add("/.rest/delivery/" + one.type().name() + "/v1/" + one.name());
            portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
                Node item = session.getNodeByIdentifier(one.id());
                one.type()
                        .extension()
                        .address()
                        .fill(
                                Workspace.pathInWorkspace(item.getPath()),
                                property -> NothingLeaksTests.value(item, property))
                        .ifPresent(outlets::add);
                return true;
            });
        }
        for (String outlet : outlets) {
            HttpResponse<String> answer = visitor.get(outlet);
            assertThat(tells(answer.body()))
                    .as(outlet + ", seed " + seed + " after " + String.join("\n", done))
                    .isFalse();
        }
        for (String picture : secretPictures) {
            assertThat(visitor.get(picture).statusCode())
                    .as(picture + ", seed " + seed + " after " + String.join("\n", done))
                    .isEqualTo(404);
        }
    }
}
