package org.bocage.portal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.SettableClock;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.site.SiteAddress;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.Stranger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** AN-09, AG-18: people without an account are told by mail, once they said yes, until they say no. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.forms.minimum-time=0s", "bocage.forms.posts-per-hour=1000"})
class SubscriptionTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Pattern CONFIRM = Pattern.compile("(/abonnement/confirmer/\\S+)");
    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private ContentIndexes indexes;

    @Autowired
    private DefinitionRegistry registry;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private SubscriptionChoices choices;

    @Autowired
    private EventStatuses statuses;

    @Autowired
    private NewsAlerts ads;

    @Autowired
    private EventAlerts events;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Review review;

    @Autowired
    private SiteAddress siteAddress;

    @Autowired
    private SettableClock clock;

    private String email = "";

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> mails.getSmtp().getPort());
    }

    @TestConfiguration
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @BeforeAll
    static void start() {
        mails.start();
    }

    @AfterAll
    static void stop() {
        mails.stop();
    }

    @BeforeEach
    void somebody_new() {
        email = "abo" + System.nanoTime() + "@exemple.invalid";
    }

    private Stranger stranger() {
        return new Stranger(port, mails);
    }

    /** Leaves the address of this test in a form, and gives the link of the mail. */
    private String asked(String form) {
        HttpResponse<String> sent = stranger().send(form, Map.of("courriel", email));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        Matcher link = CONFIRM.matcher(stranger().mail(email, "/abonnement/confirmer/"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void AC_10_the_letter_has_a_page_of_its_own_which_every_page_leads_to() {
        for (String page : List.of("/", "/agenda", "/reseau/acteurs", "/flux", "/plan-du-site", "/recherche?q=rien")) {
            assertThat(Jsoup.parse(get(page).body())
                            .select("footer a[href=/abonnement/lettre]")
                            .text())
                    .as(page)
                    .isEqualTo("Recevoir la lettre");
        }
        for (String page : List.of("/", "/flux", "/plan-du-site")) {
            assertThat(Jsoup.parse(get(page).body()).select("main a[href=/abonnement/lettre]"))
                    .as(page)
                    .hasSize(1);
        }
        Document page = Jsoup.parse(get("/abonnement/lettre").body());
        assertThat(page.select("h1").text()).isEqualTo("La lettre");
        assertThat(page.select("main button[type=submit]").text()).isEqualTo("Recevoir la lettre");
    }

    @Test
    void a_form_that_stands_on_another_page_is_not_called_like_that_page() {
        Document page = Jsoup.parse(get("/abonnement/annonces").body());
        assertThat(page.select("nav.breadcrumb li").eachText())
                .containsExactly("Accueil", page.select("h1").text());
        Document within =
                Jsoup.parse(get("/contact/acteurs/bocal-et-bocaux-perches").body());
        assertThat(within.select("nav.breadcrumb li").eachText())
                .containsExactly(
                        "Accueil", "Contacter le pôle", within.select("h1").text());
    }

    private void subscribed(String form) {
        assertThat(press(asked(form)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path);
    }

    private HttpResponse<String> press(String path) {
        return new Browser(port).post(path, Map.of());
    }

    /** Alerts and changes sent to the address of this test, as they wait or went. */
    private List<Outbox.Entry> told() {
        return Mails.last(outbox, 500).stream()
                .filter(entry -> entry.mail().to().equals(email))
                .filter(entry -> !entry.mail().text().contains("/abonnement/confirmer/"))
                .toList();
    }

    private String end() {
        return told().get(0).mail().unsubscribe().replaceFirst("^https?://[^/]+", "");
    }

    private void morning() {
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), PARIS).plusDays(1);
        Instant eight = tomorrow.atTime(8, 0).atZone(PARIS).toInstant();
        clock.forward(Duration.between(clock.instant(), eight));
    }

    private void publish(String title, String type, String commune) {
        move(title, type, commune, "publier", "public");
    }

    private void move(String title, String type, String commune, String action, String visibility) {
        String name = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-") + System.nanoTime();
        stores.author().update(Identity.SYSTEM, session -> {
            Node ad = new Workspace("annonces").root(session).addNode(name, "bocage:annonce");
            ad.setProperty("auteur", "salariee");
            review.move(session, ad, action, SALARIEE, 0, "", node -> {
                node.setProperty("name", name);
                node.setProperty("titre", title);
                node.setProperty("type", type);
                node.setProperty("visibilite", visibility);
                if (!commune.isEmpty()) {
                    node.setProperty("commune", commune);
                }
                node.setProperty("cloture", Dates.utc(clock.instant().plus(Duration.ofDays(40))));
            });
        });
    }

    private String event(String name) {
        return stores.author().write(Identity.SYSTEM, session -> {
            Node event = new Workspace("evenements").root(session).addNode(name, "bocage:evenement");
            event.setProperty("auteur", "salariee");
            review.move(session, event, "publier", SALARIEE, 0, "", node -> {
                node.setProperty("name", name);
                node.setProperty("titre", "La veillée " + name);
                node.setProperty("visibilite", "public");
                node.setProperty("statut", "prevu");
                node.setProperty("debut", Dates.utc(clock.instant().plus(Duration.ofDays(10))));
                node.setProperty(
                        "fin",
                        Dates.utc(clock.instant().plus(Duration.ofDays(10).plusHours(2))));
            });
            return event.getIdentifier();
        });
    }

    private void change(String event, String status) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = Workspace.byId(session, event).orElseThrow();
            long revision = Revisions.number(node);
            review.move(session, node, "publier", SALARIEE, revision, "", one -> one.setProperty("statut", status));
        });
    }

    private NewsAlerts restartedAds() {
        return new NewsAlerts(stores, indexes, registry, subscribers, choices, clock, siteAddress);
    }

    private EventAlerts restartedEvents() {
        return new EventAlerts(stores, subscribers, statuses, clock, siteAddress);
    }

    private static void both(Runnable one, Runnable other) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(one, threads), CompletableFuture.runAsync(other, threads))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    /** Where a store has an address in any of its properties. */
    private List<String> places(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            List<String> found = new ArrayList<>();
            for (NodeIterator nodes = session.getRootNode().getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (!node.getName().startsWith("jcr:") && !node.getName().startsWith("rep:")) {
                    collect(node, found);
                }
            }
            return found;
        });
    }

    private void collect(Node node, List<String> found) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            Value[] values = property.isMultiple() ? property.getValues() : new Value[] {property.getValue()};
            for (Value value : values) {
                if (value.getType() == javax.jcr.PropertyType.STRING
                        && value.getString().contains(email)) {
                    found.add(property.getPath());
                }
            }
        }
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            collect(nodes.nextNode(), found);
        }
    }

    @Test
    void AN_09_nothing_is_told_before_the_yes_and_a_link_that_is_followed_says_nothing() {
        String link = asked("/abonnement/annonces");
        HttpResponse<String> looked = get(link);
        get(link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(Browser.page(looked).select("main form.form button").text()).isEqualTo("Oui, prévenez-moi");

        publish("Pas encore dit oui", "benevolat", "");
        morning();
        ads.look();
        assertThat(told()).isEmpty();

        assertThat(press(link).statusCode()).isEqualTo(200);
        publish("Une fois dit oui", "benevolat", "");
        morning();
        morning();
        ads.look();
        assertThat(told()).hasSize(1);
        assertThat(told().get(0).mail().text()).contains("Une fois dit oui").doesNotContain("Pas encore");
    }

    @Test
    void AN_09_a_link_works_two_days_and_an_altered_one_never() {
        String link = asked("/abonnement/annonces");
        assertThat(press(link.substring(0, link.length() - 3) + "AAA").statusCode())
                .isEqualTo(410);
        clock.forward(Duration.ofDays(2).plusMinutes(1));
        assertThat(get(link).statusCode()).isEqualTo(410);
        assertThat(press(link).statusCode()).isEqualTo(410);
        subscribers.forget();
        assertThat(subscribers.paths(Kind.ANNONCES, "")).noneMatch(this::isTheirs);
    }

    private boolean isTheirs(String path) {
        return stores.author()
                .<Boolean>read(
                        Identity.SYSTEM,
                        session -> SubscriptionCriteria.read(Subscribers.WORKSPACE
                                        .node(session, path)
                                        .orElseThrow())
                                .email()
                                .equals(email));
    }

    @Test
    void AN_09_new_annonces_of_the_chosen_kind_and_commune_come_in_one_mail_a_day_and_once() {
        SubscriptionChoices.Choice here = choices.communes().get(0);
        SubscriptionChoices.Choice there = choices.communes().get(1);
        Map<String, String> typed = new HashMap<>(Map.of("courriel", email, "type", "emploi", "commune", here.value()));
        assertThat(stranger().send("/abonnement/annonces", typed).statusCode()).isEqualTo(303);
        Matcher link = CONFIRM.matcher(stranger().mail(email, "/abonnement/confirmer/"));
        assertThat(link.find()).isTrue();
        press(link.group(1));

        publish("Maraîchère ici", "emploi", here.kept());
        publish("Menuisier partout", "emploi", "");
        publish("Boulangère là-bas", "emploi", there.kept());
        publish("Un frigo ici", "materiel-don", here.kept());
        morning();
        ads.look();
        publish("Tardif ici", "emploi", here.kept());
        clock.forward(Duration.ofHours(2));
        ads.look();

        assertThat(told()).hasSize(1);
        String text = Browser.plain(told().get(0).mail().text());
        assertThat(text)
                .contains("Maraîchère ici", "Menuisier partout", "/annonces/emploi/", "parce que vous l’avez demandé")
                .doesNotContain("Boulangère", "frigo", "Tardif");
        assertThat(Browser.plain(told().get(0).mail().subject())).isEqualTo("2 nouvelles annonces");

        morning();
        ads.look();
        assertThat(told()).hasSize(2);
        assertThat(told().get(0).mail().text()).contains("Tardif ici").doesNotContain("Maraîchère");
        morning();
        ads.look();
        assertThat(told()).as("nothing new, no mail").hasSize(2);
    }

    @Test
    void RE_06_new_projects_of_the_chosen_communes_come_in_one_mail_a_day_with_their_stage() {
        SubscriptionChoices.Choice here = choices.communes().get(0);
        SubscriptionChoices.Choice there = choices.communes().get(1);
        assertThat(stranger()
                        .send("/abonnement/projets", Map.of("courriel", email, "commune", here.value()))
                        .statusCode())
                .isEqualTo(303);
        String asked = stranger().mail(email, "/abonnement/confirmer/");
        assertThat(asked).contains("nouveaux projets", here.label());
        Matcher link = CONFIRM.matcher(asked);
        assertThat(link.find()).isTrue();
        press(link.group(1));

        agree(project("Une épicerie qui roule", "public", here.kept()));
        agree(project("Un four pour tout le monde", "public"));
        agree(project("Un lavoir ailleurs", "public", there.kept()));
        agree(project("Une idée entre nous", "ca", here.kept()));
        String waiting = project("Un verger qui attend", "public", here.kept());
        morning();
        ads.look();

        assertThat(told()).hasSize(1);
        assertThat(Browser.plain(told().get(0).mail().subject())).isEqualTo("2 nouveaux projets");
        assertThat(Browser.plain(told().get(0).mail().text()))
                .contains("Une épicerie qui roule (Ça démarre)", "Un four pour tout le monde", "/reseau/projets/")
                .doesNotContain("lavoir", "entre nous", "verger");
        morning();
        ads.look();
        assertThat(told()).as("nothing new, no mail").hasSize(1);

        agree(waiting);
        morning();
        ads.look();
        assertThat(told()).hasSize(2);
        assertThat(Browser.plain(told().get(0).mail().text())).contains("Un verger qui attend");

        assertThat(get(end()).body()).contains("vous ne recevez plus les nouveaux projets");
        assertThat(press(end()).statusCode()).isEqualTo(200);
        assertThat(subscribers.paths(Kind.PROJETS, "")).noneMatch(this::isTheirs);
    }

    private void agree(String project) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, project)
                                .orElseThrow()
                                .addNode("consentementDiffusion", "mgnl:contentNode")
                                .setProperty("date", Dates.utc(clock.instant())));
    }

    private String project(String title, String visibility, String... communes) {
        String name = "projet-" + System.nanoTime();
        return stores.author().write(Identity.SYSTEM, session -> {
            Node project = new Workspace("projets").root(session).addNode(name, "bocage:projet");
            project.setProperty("auteur", "salariee");
            review.move(session, project, "publier", SALARIEE, 0, "", node -> {
                node.setProperty("name", name);
                node.setProperty("titre", title);
                node.setProperty("stade", "lancement");
                node.setProperty("resume", "On s’y met.");
                node.setProperty("visibilite", visibility);
                if (communes.length > 0) {
                    node.setProperty("communes", communes);
                }
            });
            return project.getIdentifier();
        });
    }

    @Test
    void IN_08_what_is_not_for_everybody_is_told_in_no_alert() {
        subscribed("/abonnement/annonces");
        publish("Une place pour toutes", "bon-plan", "");
        move("Une place au CA", "bon-plan", "", "publier", "ca");
        move("Une place d’adhérente", "bon-plan", "", "publier", "adherents");
        move("Une place proposée", "bon-plan", "", "proposer", "public");
        move("Une place qui s’écrit", "bon-plan", "", "enregistrer", "public");
        morning();
        ads.look();

        assertThat(told())
                .singleElement()
                .satisfies(entry -> assertThat(Browser.plain(
                                entry.mail().subject() + entry.mail().text()))
                        .contains("Une place pour toutes")
                        .doesNotContain("Une place au", "Une place d’", "Une place proposée", "Une place qui"));
    }

    @Test
    void AN_09_two_processes_and_one_that_starts_again_send_it_once() {
        subscribed("/abonnement/annonces");
        publish("Une seule fois", "bon-plan", "");
        morning();

        both(ads::look, restartedAds()::look);
        restartedAds().look();

        assertThat(told()).hasSize(1);
    }

    @Test
    void AN_09_the_mail_has_the_headers_of_one_click_and_that_click_leaves_nothing_of_the_address() throws Exception {
        subscribed("/abonnement/annonces");
        assertThat(places(stores.published())).isEmpty();
        publish("Avant la fin", "bon-plan", "");
        morning();
        ads.look();
        stranger().mail(email, "Avant la fin");
        MimeMessage mail = Arrays.stream(mails.getReceivedMessages())
                .filter(one -> Stranger.goesTo(one, email))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(mail.getHeader("List-Unsubscribe")[0]).matches("<http\\S+/abonnement/fin/annonces\\.\\S+>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String end = end();

        HttpResponse<String> looked = get(end);
        assertThat(Browser.page(looked).select("main form.form button").text()).isEqualTo("Ne plus recevoir ces mails");
        assertThat(places(stores.author())).as("looking changes nothing").isNotEmpty();
        HttpResponse<String> clicked = new Browser(port).post(end, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(clicked.statusCode()).isEqualTo(200);
        assertThat(clicked.body()).doesNotContain(email);
        assertThat(places(stores.author())).isEmpty();
        assertThat(press(end).statusCode()).as("twice is as good as once").isEqualTo(200);

        publish("Après la fin", "bon-plan", "");
        morning();
        ads.look();
        assertThat(told()).isEmpty();
    }

    @Test
    void AN_09_the_answer_does_not_tell_whether_an_address_is_known() {
        HttpResponse<String> unknown = stranger().send("/abonnement/annonces", Map.of("courriel", email));
        Matcher link = CONFIRM.matcher(stranger().mail(email, "/abonnement/confirmer/"));
        assertThat(link.find()).isTrue();
        press(link.group(1));

        HttpResponse<String> known = stranger().send("/abonnement/annonces", Map.of("courriel", email));

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(303);
        assertThat(known.headers().map().get("Location"))
                .isEqualTo(unknown.headers().map().get("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/abonnement/annonces", "/abonnement/lettre", "/abonnement/agenda/apero-des-idees"})
    void CO_02_AN_09_a_robot_that_leaves_an_address_is_thanked_like_anybody_and_no_mail_goes(String form) {
        HttpResponse<String> page = get(form);
        HttpResponse<String> honest = stranger().answer(page, Map.of("courriel", email), Map.of());
        assertThat(honest.statusCode()).isEqualTo(303);
        String prey = "proie" + System.nanoTime() + "@exemple.invalid";

        for (HttpResponse<String> robot : List.of(
                stranger().send(form, Map.of("courriel", prey, "siteweb", "https://spam.invalid")),
                stranger().send(form, Map.of("courriel", prey, "jeton", "x.1.y")),
                stranger().answer(page, Map.of("courriel", prey), Map.of()))) {
            assertThat(robot.statusCode()).isEqualTo(303);
            assertThat(robot.headers().firstValue("Location"))
                    .isEqualTo(honest.headers().firstValue("Location"));
        }

        stranger().mail(email, "/abonnement/confirmer/");
        assertThat(Mails.last(outbox, 500).stream().map(entry -> entry.mail().to()))
                .doesNotContain(prey);
    }

    @Test
    void AN_09_an_address_is_asked_three_times_a_day_and_not_once_more() {
        for (int time = 0; time < 5; time++) {
            assertThat(stranger()
                            .send("/abonnement/lettre", Map.of("courriel", email))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(Mails.last(outbox, 500).stream()
                        .filter(one -> one.mail().to().equals(email)))
                .hasSize(3);
    }

    @Test
    void AN_09_an_address_that_is_none_is_told_at_the_field_and_what_was_chosen_stays() {
        HttpResponse<String> sent =
                stranger().send("/abonnement/annonces", Map.of("courriel", "lou chez exemple", "type", "benevolat"));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(Stranger.problems(sent)).singleElement().asString().contains("n’est pas complète");
        assertThat(Browser.page(sent).select("input[value=benevolat][checked]")).hasSize(1);
        assertThat(Browser.page(sent).select("input[name=courriel]").attr("value"))
                .isEqualTo("lou chez exemple");
    }

    @Test
    void AN_09_the_list_leads_to_the_form_with_what_is_looked_at_chosen() {
        String commune = choices.communes().get(0).value();
        String link = new Browser(port)
                .read("/annonces/materiel?commune=" + commune)
                .select("main a[href^=/abonnement/annonces]")
                .attr("href");
        var form = new Browser(port).read(link);
        assertThat(form.select("main input[checked]").eachAttr("value"))
                .containsExactly("materiel-besoin", "materiel-don", commune);
    }

    @Test
    void AG_18_who_asked_is_told_once_when_an_event_is_full_or_called_off() {
        String event = event("des-contes");
        String link = new Browser(port)
                .read("/agenda/des-contes")
                .select("main a[href^=/abonnement/agenda/]")
                .attr("href");
        assertThat(link).isEqualTo("/abonnement/agenda/des-contes");
        subscribed(link);
        events.look();
        assertThat(told()).as("as announced").isEmpty();

        change(event, "complet");
        both(events::look, restartedEvents()::look);
        restartedEvents().look();
        assertThat(told()).hasSize(1);
        assertThat(Browser.plain(told().get(0).mail().subject())).isEqualTo("Complet : La veillée des-contes");

        change(event, "prevu");
        events.look();
        change(event, "complet");
        events.look();
        assertThat(told()).hasSize(1);
        change(event, "annule");
        events.look();
        events.look();
        assertThat(told()).hasSize(2);
        assertThat(told().get(0).mail().text()).contains("n’aura pas lieu", "/agenda/des-contes", "/abonnement/fin/");
    }

    @Test
    void IN_08_what_becomes_of_an_event_that_is_kept_is_told_to_nobody_who_asked_before() {
        String event = event("des-lanternes");
        subscribed("/abonnement/agenda/des-lanternes");
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = Workspace.byId(session, event).orElseThrow();
            review.move(session, node, "publier", SALARIEE, Revisions.number(node), "", one -> {
                one.setProperty("visibilite", "ca");
                one.setProperty("titre", "La veillée secrète");
                one.setProperty("statut", "annule");
            });
        });
        events.look();
        assertThat(told()).isEmpty();

        stores.author().update(Identity.SYSTEM, session -> {
            Node node = Workspace.byId(session, event).orElseThrow();
            review.move(
                    session,
                    node,
                    "publier",
                    SALARIEE,
                    Revisions.number(node),
                    "",
                    one -> one.setProperty("visibilite", "public"));
        });
        events.look();
        assertThat(told()).as("once everybody reads it").hasSize(1);
    }

    @Test
    void AG_18_a_month_after_the_event_nothing_is_kept_of_who_asked() {
        String event = event("des-ombres");
        subscribed("/abonnement/agenda/des-ombres");
        change(event, "reporte");
        events.look();
        assertThat(told()).hasSize(1);

        clock.forward(Duration.ofDays(39));
        events.look();
        assertThat(places(stores.author())).isNotEmpty();
        clock.forward(Duration.ofDays(2));
        events.look();
        assertThat(places(stores.author())).isEmpty();
    }

    @Test
    void AG_18_an_event_that_visitors_do_not_read_has_no_alert() {
        assertThat(get("/abonnement/agenda/il-n-y-en-a-pas").statusCode()).isEqualTo(404);
    }
}
