package org.bocage.portal.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** AG-25: who comes to an event, in a whole portal. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, SeatsTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bocage.demo=true",
            "spring.mail.host=",
            "bocage.forms.minimum-time=0s",
            "bocage.forms.posts-per-hour=1000"
        })
class SeatsTests {

    private static final SettableClock CLOCK = new SettableClock();
    private static final int SEATS = 20;

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Seats seats;

    static final class Time {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("seats"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    /** An event to come, of one date, that takes so many seats; its date moved so that each test has its own. */
    private Gathering event(int number, int places) {
        String id = stores.author().read(Identity.SYSTEM, session -> {
            return events(session).get(number).getIdentifier();
        });
        stores.author().update(Identity.SYSTEM, session -> open(session.getNodeByIdentifier(id), places));
        new PublishedWriter(stores).write(session -> open(session.getNodeByIdentifier(id), places));
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Gathering.of(session.getNodeByIdentifier(id)).get(0));
    }

    private static void open(Node event, int places) throws RepositoryException {
        Node how = event.hasNode("inscription")
                ? event.getNode("inscription")
                : event.addNode("inscription", "mgnl:contentNode");
        how.setProperty("mode", "places");
        how.setProperty("places", places);
    }

    /** Events of one date that are to come, for everybody. */
    static List<Node> events(Session session) throws RepositoryException {
        List<Node> found = new ArrayList<>();
        collect(session.getNode("/evenements"), found);
        return found;
    }

    private static void collect(Node node, List<Node> found) throws RepositoryException {
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node one = nodes.nextNode();
            if (!one.isNodeType("bocage:evenement")) {
                collect(one, found);
            } else if (ItemState.isOnSite(one)
                    && !one.hasNode("recurrence")
                    && one.hasNode("occurrences")
                    && Gathering.text(one, "visibilite").equals("public")
                    && Gathering.text(one, "statut").equals("prevu")
                    && one.getNode("occurrences")
                            .getNodes()
                            .nextNode()
                            .getProperty("fin")
                            .getDate()
                            .toInstant()
                            .isAfter(Instant.now().plusSeconds(3_600))) {
                found.add(one);
            }
        }
    }

    private HttpResponse<String> take(Browser who, Gathering event, String name, String mail) {
        String form = "/agenda/s-inscrire/" + event.name();
        return who.submit(who.get(form), Map.of("nom", name, "courriel", mail));
    }

    private Mail mail(String to) {
        return Objects.requireNonNull(mails().get(to), to);
    }

    /** The last mail to each address. */
    private Map<String, Mail> mails() {
        return Mails.last(outbox, 3_000).stream()
                .map(Outbox.Entry::mail)
                .collect(Collectors.toMap(Mail::to, mail -> mail, (last, before) -> last));
    }

    private String link(String to) {
        return mail(to).text().replaceAll("(?s).*https?://[^/]+(/agenda/ma-place/\\S+).*", "$1");
    }

    @Test
    void AG_25_five_hundred_at_once_for_twenty_seats_and_the_others_move_up() throws Exception {
        Gathering event = event(0, SEATS);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String mail = "personne" + i + "@exemple.invalid";
            all.add(() ->
                    take(new Browser(port), event, "Personne " + mail, mail).statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            for (Future<Integer> one : threads.invokeAll(all)) {
                assertThat(one.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(seats.count(event)).isEqualTo(new Seats.Count(SEATS, 480, 0));
        List<Registration> people = seats.people(event);
        assertThat(people.stream().map(Registration::rank).filter(rank -> rank > 0))
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 480).boxed().toList());
        Map<String, Mail> mails = mails();
        assertThat(people.stream()
                        .filter(one -> Objects.requireNonNull(mails.get(one.mail()))
                                .subject()
                                .contains("votre place est gardée")))
                .hasSize(SEATS)
                .allMatch(Registration::seated);
        Browser visitor = new Browser(port);
        assertThat(Browser.plain(visitor.read("/agenda/" + event.name()).text()))
                .contains("liste d’attente");

        // looking at the link changes nothing, the button does
        Registration first =
                people.stream().filter(Registration::seated).findFirst().orElseThrow();
        Registration next =
                people.stream().filter(one -> one.rank() == 1).findFirst().orElseThrow();
        String link = link(first.mail());
        HttpResponse<String> asked = visitor.get(link);
        assertThat(Browser.plain(asked.body())).contains("Rendre ma place");
        assertThat(asked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(seats.count(event)).isEqualTo(new Seats.Count(SEATS, 480, 0));
        assertThat(visitor.get(link.substring(0, link.length() - 1) + "x").statusCode())
                .isEqualTo(410);
        assertThat(Browser.plain(Browser.page(asked).select("main").text()))
                .as("whose it is, and no more")
                .contains("appartient à Personne " + first.mail().charAt(0) + ".")
                .doesNotContain(first.mail());
        assertThat(visitor.post(link, Map.of()).statusCode()).isEqualTo(200);
        assertThat(mail(first.mail()).subject()).as("who had it hears of it").contains("vous ne venez plus");
        assertThat(seats.count(event)).isEqualTo(new Seats.Count(SEATS, 479, 0));
        assertThat(seats.people(event)).noneMatch(one -> one.mail().equals(first.mail()));
        assertThat(mail(next.mail()).subject()).contains("une place s’est libérée");
        assertThat(visitor.post(link, Map.of()).statusCode()).isEqualTo(410);

        // more seats: more move up; nothing of it but the number is for the public
        stores.author().update(Identity.SYSTEM, session -> open(session.getNodeByIdentifier(event.event()), SEATS + 5));
        new PublishedWriter(stores).write(session -> open(session.getNodeByIdentifier(event.event()), SEATS + 5));
        seats.look();
        assertThat(seats.count(event)).isEqualTo(new Seats.Count(SEATS + 5, 474, 0));
        new PublishedWriter(stores).write(session -> {
            assertThat(session.nodeExists("/inscriptions")).isFalse();
            Node date = session.getNodeByIdentifier(event.event()).getNode("occurrences/" + event.occurrence());
            assertThat(date.getProperty(Seats.TAKEN).getLong()).isEqualTo(SEATS + 5);
        });

        // thirty days after
        CLOCK.forward(Duration.between(CLOCK.instant(), event.end()).plusDays(29));
        seats.look();
        assertThat(seats.people(event)).isNotEmpty();
        HttpResponse<String> late = visitor.get("/agenda/s-inscrire/" + event.name());
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(Browser.plain(late.body())).contains("Les inscriptions sont closes");
        CLOCK.forward(Duration.ofDays(1).plusMinutes(1));
        seats.look();
        assertThat(seats.people(event)).isEmpty();
        assertThat(stores.author()
                        .<Boolean>read(
                                Identity.SYSTEM, session -> session.nodeExists("/inscriptions/" + event.event())))
                .isFalse();
    }

    @Test
    void AG_25_the_list_is_for_who_organises() throws Exception {
        CLOCK.forward(Duration.between(CLOCK.instant(), Instant.now()));
        Gathering event = event(1, 2);
        Browser visitor = new Browser(port);
        assertThat(Browser.plain(visitor.read("/agenda/" + event.name()).text()))
                .contains("2 places sur 2 sont encore libres");
        assertThat(take(visitor, event, "=1+1", "lou@exemple.invalid").statusCode())
                .isEqualTo(200);
        assertThat(Browser.plain(visitor.read("/agenda/" + event.name()).text()))
                .contains("une place sur 2");
        // the same person again, a robot, and what is no name or address
        assertThat(take(visitor, event, "Lou", "Lou@exemple.invalid").statusCode())
                .isEqualTo(200);
        HttpResponse<String> form = visitor.get("/agenda/s-inscrire/" + event.name());
        Document asked = Browser.page(form);
        assertThat(asked.select("nav.breadcrumb li").eachText())
                .as("the way back")
                .containsExactly("Accueil", "Agenda", asked.select("h1").text());
        assertThat(asked.select("nav.breadcrumb a").eachAttr("href")).containsExactly("/", "/agenda");
        assertThat(visitor.submit(form, Map.of("nom", "Robot", "courriel", "r@exemple.invalid", "siteweb", "x"))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong = take(visitor, event, "", "pas une adresse");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(wrong.body()))
                .contains("Dites-nous votre nom", "n’est pas complète", "pas une adresse");
        assertThat(seats.count(event)).isEqualTo(new Seats.Count(1, 0, 0));

        String list = "/espace/inscriptions/" + event.event();
        Browser salariee = Browser.signedIn(port, "salariee");
        assertThat(Browser.plain(
                        salariee.read("/espace/evenements/" + event.event()).text()))
                .contains("1 sur 2", "Voir la liste");
        assertThat(Browser.plain(salariee.read(list).text())).contains("lou@exemple.invalid", "1 sur 2");
        assertThat(new String(
                        salariee.get(list + ".csv").body().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .contains("'=1+1;lou@exemple.invalid;oui");
        assertThat(Browser.signedIn(port, "adherent").get(list).statusCode()).isEqualTo(404);
        assertThat(visitor.get(list).statusCode()).isEqualTo(401);
        Browser author = Browser.signedIn(port, "contributeur");
        assertThat(author.get(list).statusCode()).isEqualTo(404);
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = Workspace.byId(session, event.event()).orElseThrow();
            node.setProperty("auteur", "contributeur");
            AccessControl.setOwner(node, "contributeur");
        });
        assertThat(author.get(list).statusCode()).isEqualTo(200);
        assertThat(Browser.plain(
                        author.read("/espace/evenements/" + event.event()).text()))
                .contains("Voir la liste");
    }
}
