package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.GuestAuthor;
import org.bocage.portal.forms.Stranger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each form that asks for no account, sent by each role: with nothing in it and about nothing, then filled in as it asks. Addresses
 * are taken from the running portal, so that a new one needs its line.
 */
class PublicFormsTests {

    /** Each request outside the private space that changes something, with what each role is answered. */
    private static final Path TABLE = Path.of("webapp/src/test/resources/roles/formulaires.txt");

    /** The accounts of the columns; a visitor has none. */
    private static final List<String> ROLES = List.of("", "adherent", "contributeur", "ca", "salariee", "admin");

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final String GUICHEN = "b0ca0003-0000-4000-8000-000000035126";
    private static final Pattern SHORT = Pattern.compile("/l/[0-9a-z]{8}");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    private static final AtomicInteger number = new AtomicInteger();

    /** Content of one of the forms, filled in; told is the status of the answer. */
    @FunctionalInterface
    private interface Filled {
        int sent(Browser who);
    }

    @BeforeAll
    static void start() {
        portal = Portal.start(home, "--bocage.forms.minimum-time=0s", "--bocage.forms.posts-per-hour=10000");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void CT_04_what_each_role_sends_by_a_public_form_is_answered_as_the_table_says() throws IOException {
        Map<String, Filled> filled = filled();
        Map<String, String> answered = new TreeMap<>();
        for (String request : requests()) {
            List<String> cells = new ArrayList<>();
            for (String role : ROLES) {
                String bare = String.valueOf(bare(browser(role), request));
                Filled whole = filled.get(request);
                cells.add(whole == null ? bare : bare + "/" + taken(whole, browser(role)));
            }
            answered.put(request, String.join("|", cells));
        }

        assertThat(answered).containsExactlyInAnyOrderEntriesOf(expected());
    }

    @Test
    void what_is_filled_in_is_one_of_the_forms() {
        assertThat(requests()).containsAll(filled().keySet());
    }

    /** The status of the answer, unless it is the one that robots are shown too. */
    private static String taken(Filled whole, Browser who) {
        double before = refused();
        int status = whole.sent(who);
        return refused() > before ? "robot" : String.valueOf(status);
    }

    private static double refused() {
        return portal.context().getBean(MeterRegistry.class).find("bocage.forms.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static Browser browser(String role) {
        return role.isEmpty() ? new Browser(portal.port()) : Browser.signedIn(portal.port(), role);
    }

    private static Map<String, String> expected() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                List<String> cells =
                        Stream.of(line.split("\\|", -1)).map(String::strip).toList();
                expected.put(cells.get(0), String.join("|", cells.subList(1, cells.size())));
            }
        }
        return expected;
    }

    private static Set<String> requests() {
        return portal
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .filter(method -> !Set.of("GET", "HEAD", "OPTIONS").contains(method))
                        .flatMap(method -> mapping.getPatternValues().stream()
                                .filter(pattern -> !pattern.startsWith("/espace"))
                                .map(pattern -> method + " " + plain(pattern))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A pattern without what its variables may be. */
    private static String plain(String pattern) {
        return pattern.replaceAll(":(?:[^{}]|\\{[^{}]*})*}", "}");
    }

    /** Sends nothing but the token of the session, about something that is not there. */
    private static int bare(Browser who, String request) {
        String address = request.replaceFirst("^[A-Z]+ ", "")
                .replace("{id}", "00000000-0000-4000-8000-000000000000")
                .replace("{day}", "2026-01-01")
                .replace("{code}", "00000000")
                .replaceAll("\\{[^{}]*}", "rien");
        return who.post(address, token(who)).statusCode();
    }

    private static Map<String, String> token(Browser who) {
        Element token = Browser.page(who.get("/connexion")).selectFirst("input[name=_csrf]");
        Element own = token == null ? Browser.page(who.get("/espace")).selectFirst("input[name=_csrf]") : token;
        return own == null ? Map.of() : Map.of("_csrf", own.val());
    }

    private static Map<String, Filled> filled() {
        Map<String, Filled> all = new TreeMap<>();
        all.put("POST /contact", who -> fills(who, "/contact", mail(), Map.of()));
        all.put(
                "POST /contact/{type}/{slug}",
                who -> fills(who, "/contact/acteurs/le-fournil-des-mots", mail(), Map.of()));
        all.put("POST /adherer/formulaire", who -> fills(who, "/adherer/formulaire", mail(), Map.of()));
        all.put("POST /abonnement/annonces", who -> fills(who, "/abonnement/annonces", mail(), Map.of()));
        all.put("POST /abonnement/projets", who -> fills(who, "/abonnement/projets", mail(), Map.of()));
        all.put("POST /abonnement/lettre", who -> fills(who, "/abonnement/lettre", mail(), Map.of()));
        all.put("POST /abonnement/agenda/{slug}", who -> fills(who, "/abonnement/agenda/" + event(), mail(), Map.of()));
        all.put("POST /abonnement/confirmer/{token}", PublicFormsTests::confirmsASubscription);
        all.put("POST /agenda/s-inscrire/{slug}", who -> fills(who, "/agenda/s-inscrire/" + event(), mail(), Map.of()));
        all.put(
                "POST /agenda/s-inscrire/{slug}/{day}",
                who -> fills(who, "/agenda/s-inscrire/" + dateOfASeries(), mail(), Map.of()));
        all.put("POST /agenda/ma-place/{token}", PublicFormsTests::givesASeatBack);
        all.put("POST /agenda/inscriptions/{token}", PublicFormsTests::changesTheLinkOfAList);
        all.put("POST /connexion/recevoir", PublicFormsTests::asksForALink);
        all.put("POST /l/{code}", PublicFormsTests::passesOn);
        all.put("POST /proposer/{what}", who -> fills(who, "/proposer/annonce", mail(), annonce()));
        all.put(
                "POST /proposer/confirmer/{token}",
                who -> who.post(proposed(who), Map.of()).statusCode());
        all.put("POST /proposer/suivi/{token}", PublicFormsTests::withdrawsAProposal);
        all.put(
                "POST /proposer/mise-a-jour/{slug}",
                who -> fills(who, "/proposer/mise-a-jour/le-fournil-des-mots", "", Map.of("courriel", mail())));
        all.put("POST /proposer/fiche/{token}", PublicFormsTests::correctsAFiche);
        all.put("POST /retrait/{id}", who -> fills(who, "/retrait/" + picture(), mail(), Map.of()));
        return all;
    }

    /** Fills a form in, and once more whatever it says is missing. */
    private static int fills(Browser who, String address, String mail, Map<String, String> given) {
        HttpResponse<String> page = who.get(address);
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        Map<String, String> typed = new LinkedHashMap<>(given);
        for (int round = 0; round < 6; round++) {
            HttpResponse<String> answer = Stranger.answer(who, page, typed, Map.of());
            if (answer.statusCode() != 422 || !fill(Browser.page(answer), mail, typed)) {
                return answer.statusCode();
            }
            page = answer;
        }
        return 422;
    }

    private static boolean fill(Document page, String mail, Map<String, String> typed) {
        boolean filled = false;
        for (String anchor : page.select("#a-revoir a").eachAttr("href")) {
            Element field = page.getElementById(anchor.substring(1));
            Element control = field == null || field.is("input, select, textarea")
                    ? field
                    : field.selectFirst("input:not([type=hidden]), select, textarea");
            if (control != null && !typed.containsKey(control.attr("name"))) {
                typed.put(control.attr("name"), value(control, mail));
                filled = true;
            }
        }
        return filled;
    }

    private static String value(Element control, String mail) {
        if (control.is("select")) {
            return control.select("option").eachAttr("value").stream()
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse("");
        }
        return switch (control.is("textarea") ? "textarea" : control.attr("type")) {
            case "radio", "checkbox" -> control.val();
            case "email" -> mail;
            case "tel" -> "02 61 91 00 00";
            default -> "Camille, de la rue du Puits";
        };
    }

    private static String mail() {
        return "camille." + number.incrementAndGet() + "@exemple.invalid";
    }

    private static Stores stores() {
        return portal.context().getBean(Stores.class);
    }

    /** The path of the link that the last mail to an address holds. */
    private static String link(String mail, String under) {
        Pattern link = Pattern.compile("https?://[^/\\s]+(" + Pattern.quote(under) + "\\S+)");
        return Mails.last(portal.context().getBean(Outbox.class), 1_000).stream()
                .filter(entry -> entry.mail().to().equals(mail))
                .map(entry -> link.matcher(entry.mail().text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link under " + under + " for " + mail));
    }

    private static int confirmsASubscription(Browser who) {
        String mail = mail();
        fills(who, "/abonnement/lettre", mail, Map.of());
        return who.post(link(mail, "/abonnement/confirmer/"), Map.of()).statusCode();
    }

    private static int givesASeatBack(Browser who) {
        String mail = mail();
        fills(who, "/agenda/s-inscrire/" + event(), mail, Map.of());
        return who.post(link(mail, "/agenda/ma-place/"), Map.of()).statusCode();
    }

    /** As an organiser without an account does, who got the link with the first registration. */
    private static int changesTheLinkOfAList(Browser who) {
        String organiser = mail();
        String event = event();
        String id = opened(node -> node.getName().equals(event), Node::getIdentifier);
        stores().author().update(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            item.setProperty("auteur", GuestAuthor.NAME);
            Node by = item.hasNode(GuestAuthor.PROPOSED_BY)
                    ? item.getNode(GuestAuthor.PROPOSED_BY)
                    : item.addNode(GuestAuthor.PROPOSED_BY, "mgnl:contentNode");
            by.setProperty("nom", "Camille");
            by.setProperty("courriel", organiser);
            if (session.nodeExists("/inscriptions/" + id)) {
                session.getNode("/inscriptions/" + id).remove();
            }
        });
        fills(who, "/agenda/s-inscrire/" + event, mail(), Map.of());
        return who.post(link(organiser, "/agenda/inscriptions/"), Map.of("geste", "lien"))
                .statusCode();
    }

    private static int asksForALink(Browser who) {
        Map<String, String> fields = new LinkedHashMap<>(token(who));
        fields.put("courriel", mail());
        return who.post("/connexion/recevoir", fields).statusCode();
    }

    /** As the page of an item does when somebody copies its short address. */
    private static int passesOn(Browser who) {
        String page = who.get("/reseau/acteurs/le-fournil-des-mots").body();
        Matcher address = SHORT.matcher(page);
        assertThat(address.find()).as("a short address").isTrue();
        return who.post(address.group(), Map.of()).statusCode();
    }

    private static Map<String, String> annonce() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("type.type", "materiel-don");
        typed.put("type.materiel-don.categorieMateriel", "electromenager");
        typed.put("type.materiel-don.etatObjet", "bon");
        typed.put("type.materiel-don.retrait", "Sur place, le samedi");
        typed.put("titre", "Un frigo bien élevé, le " + number.incrementAndGet());
        typed.put("description", "Il ronronne, il refroidit, il cherche une cuisine.");
        typed.put("structure.nom", "Camille, de la rue du Puits");
        typed.put("commune", GUICHEN);
        typed.put("cloture", LocalDate.now(PARIS).plusDays(30).toString());
        typed.put("commentRepondre[0].genre", "telephone");
        typed.put("commentRepondre[0].valeur", "02 61 91 00 00");
        return typed;
    }

    /** Proposes something, and tells the path of the link that confirms it. */
    private static String proposed(Browser who) {
        String mail = mail();
        Map<String, String> typed = annonce();
        typed.put("proposant.nom", "Camille");
        typed.put("proposant.courriel", mail);
        assertThat(fills(who, "/proposer/annonce", mail, typed)).isEqualTo(303);
        return link(mail, "/proposer/confirmer/");
    }

    private static int withdrawsAProposal(Browser who) {
        String followed = who.post(proposed(who), Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
        Element form = Objects.requireNonNull(who.read(followed).selectFirst("main form:has([name=revision])"));
        Map<String, String> fields = Map.of(
                "action", "retirer", "revision", form.select("[name=revision]").val());
        return who.post(followed, fields).statusCode();
    }

    private static int correctsAFiche(Browser who) {
        String mail = mail();
        String name = fiche(mail);
        fills(who, "/proposer/mise-a-jour/" + name, mail, Map.of("courriel", mail));
        return fills(who, link(mail, "/proposer/fiche/"), mail, Map.of("titre", "Le four de " + name));
    }

    /** A structure on line with an address on file. */
    private static String fiche(String mail) {
        String name = "le-four-" + number.incrementAndGet();
        Review review = portal.context().getBean(Review.class);
        Workspace acteurs = new Workspace("acteurs");
        stores().author().update(Identity.SYSTEM, session -> {
            Node model = acteurs.root(session).getNode("ferme-des-quatre-vents-doux");
            Node fiche = acteurs.root(session).addNode(name, "bocage:acteur");
            fiche.setProperty("auteur", "salariee");
            review.move(session, fiche, "publier", NOOR, 0, "", node -> {
                for (String same : List.of("famille", "commune", "domaines", "accroche", "description")) {
                    Property property = model.getProperty(same);
                    if (property.isMultiple()) {
                        node.setProperty(same, property.getValues());
                    } else {
                        node.setProperty(same, property.getValue());
                    }
                }
                node.setProperty("name", name);
                node.setProperty("titre", "Le fournil de " + name);
                node.setProperty("visibilite", "public");
                node.addNode("contact", "mgnl:contentNode").setProperty("courriel", mail);
            });
        });
        return name;
    }

    /** An event to come that takes more people than come here. */
    private static String event() {
        return opened(node -> !node.hasNode("recurrence"), Node::getName);
    }

    /** The same for a date of a series, as its form has it in its address. */
    private static String dateOfASeries() {
        return opened(
                node -> node.hasNode("recurrence"),
                node -> node.getName() + "/"
                        + LocalDate.ofInstant(
                                Objects.requireNonNull(coming(node))
                                        .getProperty("debut")
                                        .getDate()
                                        .toInstant(),
                                PARIS));
    }

    private interface Reading<T> {
        T of(Node node) throws RepositoryException;
    }

    private static String opened(Reading<Boolean> kind, Reading<String> told) {
        String id = stores().author().read(Identity.SYSTEM, session -> {
            List<Node> found = new ArrayList<>();
            collect(session.getNode("/evenements"), kind, found);
            return found.get(0).getIdentifier();
        });
        stores().author().update(Identity.SYSTEM, session -> open(session, id));
        new PublishedWriter(stores()).write(session -> open(session, id));
        return stores().author().read(Identity.SYSTEM, session -> told.of(session.getNodeByIdentifier(id)));
    }

    /** The first date that is still to come; none when there is none. */
    private static @Nullable Node coming(Node event) throws RepositoryException {
        for (NodeIterator dates = event.getNode("occurrences").getNodes(); dates.hasNext(); ) {
            Node date = dates.nextNode();
            if (date.getProperty("debut")
                    .getDate()
                    .toInstant()
                    .isAfter(
                            LocalDate.now(PARIS).plusDays(1).atStartOfDay(PARIS).toInstant())) {
                return date;
            }
        }
        return null;
    }

    private static void open(Session session, String event) throws RepositoryException {
        Node node = session.getNodeByIdentifier(event);
        Node how = node.hasNode("inscription")
                ? node.getNode("inscription")
                : node.addNode("inscription", "mgnl:contentNode");
        how.setProperty("mode", "places");
        how.setProperty("places", 500);
    }

    private static void collect(Node above, Reading<Boolean> kind, List<Node> found) throws RepositoryException {
        for (NodeIterator nodes = above.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (!node.isNodeType("bocage:evenement")) {
                collect(node, kind, found);
            } else if (kind.of(node)
                    && node.hasNode("occurrences")
                    && node.getProperty("visibilite").getString().equals("public")
                    && node.getProperty("statut").getString().equals("prevu")
                    && coming(node) != null) {
                found.add(node);
            }
        }
    }

    /** A picture that is shown, another one each time. */
    private static String picture() {
        return stores().published().read(Identity.SYSTEM, session -> {
            List<String> shown = new ArrayList<>();
            pictures(session.getNode("/dam"), shown);
            return shown.get(0);
        });
    }

    private static void pictures(Node above, List<String> found) throws RepositoryException {
        for (NodeIterator nodes = above.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:asset")
                    && new Browser(portal.port())
                                    .get("/retrait/" + node.getIdentifier())
                                    .statusCode()
                            == 200) {
                found.add(node.getIdentifier());
                return;
            }
            if (node.isNodeType("mgnl:folder") && found.isEmpty()) {
                pictures(node, found);
            }
        }
    }
}
