package org.bocage.portal.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.GuestAuthor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Questions, approval, messages and reminders of those who register, by somebody without an account too. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, RegistrationTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bocage.demo=true",
            "spring.mail.host=",
            "bocage.forms.minimum-time=0s",
            "bocage.forms.posts-per-hour=1000"
        })
class RegistrationTests {

    private static final SettableClock CLOCK = new SettableClock();

    @TempDir
    static Path home;

    private static int used;

    /** Address of the organiser without an account, another one each time. */
    private String claire = "";

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Seats seats;

    @Autowired
    private SeatReminders reminders;

    @Autowired
    private SeatMessages letters;

    @Autowired
    private Gatherings gatherings;

    static final class Time {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("registrations"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    @BeforeEach
    void now() {
        CLOCK.forward(Duration.between(CLOCK.instant(), Instant.now()));
    }

    /** Registration as an event has it. */
    private static Map<String, Object> here(int places, Object... more) {
        Map<String, Object> how = new LinkedHashMap<>(Map.of("mode", "places", "places", places));
        for (int i = 0; i < more.length; i += 2) {
            how.put((String) more[i], more[i + 1]);
        }
        return how;
    }

    /** An event of one date that begins in ten days, whoever tries another one. */
    private Gathering event(Map<String, Object> how) {
        int number = used++;
        claire = "claire" + number + "@exemple.invalid";
        String id = stores.author().read(Identity.SYSTEM, session -> {
            List<Node> all = SeatsTests.events(session);
            return all.get(number % all.size()).getIdentifier();
        });
        stores.author().update(Identity.SYSTEM, session -> {
            session.getNodeByIdentifier(id).setProperty("auteur", "salariee");
            if (session.nodeExists("/inscriptions/" + id)) {
                session.getNode("/inscriptions/" + id).remove();
            }
        });
        stores.author().update(Identity.SYSTEM, session -> open(session.getNodeByIdentifier(id), how));
        new PublishedWriter(stores).write(session -> open(session.getNodeByIdentifier(id), how));
        return gathering(id);
    }

    private Gathering gathering(String id) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Gathering.of(session.getNodeByIdentifier(id)).get(0));
    }

    private static void open(Node event, Map<String, Object> how) throws RepositoryException {
        if (event.hasNode("inscription")) {
            event.getNode("inscription").remove();
        }
        Node node = event.addNode("inscription", "mgnl:contentNode");
        for (Map.Entry<String, Object> one : how.entrySet()) {
            if (one.getValue() instanceof Integer number) {
                node.setProperty(one.getKey(), number);
            } else if (one.getValue() instanceof Boolean yes) {
                node.setProperty(one.getKey(), yes);
            } else {
                node.setProperty(one.getKey(), String.valueOf(one.getValue()));
            }
        }
        Node date = event.getNode("occurrences").getNodes().nextNode();
        date.setProperty("debut", Dates.utc(CLOCK.instant().plus(Duration.ofDays(10))));
        date.setProperty(
                "fin", Dates.utc(CLOCK.instant().plus(Duration.ofDays(10).plusHours(2))));
    }

    /** Changes an event as it is written and as it stands on line. */
    private void change(Gathering event, NodeChange change) {
        stores.author().update(Identity.SYSTEM, session -> change.apply(session.getNodeByIdentifier(event.event())));
        new PublishedWriter(stores).write(session -> change.apply(session.getNodeByIdentifier(event.event())));
    }

    /** Change of an event. */
    @FunctionalInterface
    private interface NodeChange {
        void apply(Node event) throws RepositoryException;
    }

    /** The same event on another day. */
    private static Gathering on(String day, Instant start, Gathering event) {
        return new Gathering(
                event.event(),
                event.name(),
                event.title(),
                day,
                event.occurrence(),
                day,
                event.place(),
                event.seats(),
                start,
                start.plus(Duration.ofHours(2)),
                true,
                false,
                List.of(),
                true);
    }

    /** Makes an event one that Claire proposed without an account. */
    private void isOfClaire(Gathering event) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = session.getNodeByIdentifier(event.event());
            node.setProperty("auteur", GuestAuthor.NAME);
            Node by = node.hasNode(GuestAuthor.PROPOSED_BY)
                    ? node.getNode(GuestAuthor.PROPOSED_BY)
                    : node.addNode(GuestAuthor.PROPOSED_BY, "mgnl:contentNode");
            by.setProperty("nom", "Claire Dubois");
            by.setProperty("courriel", claire);
        });
    }

    private HttpResponse<String> take(Gathering event, String name, String... answers) {
        Browser who = new Browser(port);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("nom", name);
        typed.put("courriel", address(name));
        for (int i = 0; i < answers.length; i++) {
            typed.put(event.questions().get(i).field(), answers[i]);
        }
        return who.submit(who.get("/agenda/s-inscrire/" + event.name()), typed);
    }

    private static String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@exemple.invalid";
    }

    /** Mails to an address about an event, the latest first. */
    private List<Mail> mails(String to, Gathering event) {
        return Mails.last(outbox, 3_000).stream()
                .map(Outbox.Entry::mail)
                .filter(mail -> mail.to().equals(to) && mail.subject().contains(event.title()))
                .toList();
    }

    private static String link(Mail mail, String under) {
        return mail.text().replaceAll("(?s).*https?://[^/]+(" + under + "\\S+).*", "$1");
    }

    private List<String> statuses(Gathering event) {
        return seats.people(event).stream()
                .map(one -> one.name() + " " + one.status().key())
                .toList();
    }

    private String id(Gathering event, String name) {
        return seats.people(event).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void AG_25_questions_are_asked_answered_shown_and_counted() {
        Gathering event = event(here(9, "question", "Venez-vous à vélo ?", "choix", "Oui\nNon\n", "repas", true));
        Browser visitor = new Browser(port);
        assertThat(Browser.plain(visitor.read("/agenda/s-inscrire/" + event.name())
                        .select("main")
                        .text()))
                .contains("Venez-vous à vélo ?", "Un régime particulier ? (facultatif)", "effacé trente jours après");

        HttpResponse<String> none = take(event, "Lou Petit", "", "Végétarien");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(none.body())).contains("Choisissez une des réponses", "Végétarien");
        assertThat(take(event, "Lou Petit", "Peut-être", "").statusCode()).isEqualTo(422);
        assertThat(take(event, "Lou Petit", "Oui", "x".repeat(501)).statusCode())
                .isEqualTo(422);
        assertThat(take(event, "Lou Petit", "Oui", "=Végétarien").statusCode()).isEqualTo(200);
        assertThat(take(event, "Max Grand", "Oui", "").statusCode()).isEqualTo(200);

        Browser salariee = Browser.signedIn(port, "salariee");
        String list = "/espace/inscriptions/" + event.event();
        assertThat(Browser.plain(salariee.read(list).select("main").text()))
                .contains("Venez-vous à vélo ? Oui : 2 · Non : 0", "Un régime particulier ? =Végétarien");
        assertThat(new String(
                        salariee.get(list + ".csv").body().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .contains("Venez-vous à vélo")
                .contains("Lou Petit;lou.petit@exemple.invalid;oui;Oui;'=Végétarien");
    }

    @Test
    void AG_25_who_organises_says_yes_or_no_and_a_yes_waits_when_all_is_taken() {
        Gathering event = event(here(1, "surDemande", true));
        isOfClaire(event);
        for (String name : List.of("Ana Un", "Bea Deux", "Cleo Trois")) {
            HttpResponse<String> asked = take(event, name);
            assertThat(Browser.plain(asked.body())).contains("Votre demande est arrivée");
        }
        assertThat(statuses(event)).containsExactly("Ana Un demande", "Bea Deux demande", "Cleo Trois demande");
        assertThat(mails("ana.un@exemple.invalid", event).get(0).subject()).contains("votre demande est arrivée");
        assertThat(mails(claire, event)).as("one mail for the first who asks").hasSize(1);

        String list = link(mails(claire, event).get(0), "/agenda/inscriptions/");
        Browser organiser = new Browser(port);
        HttpResponse<String> page = organiser.get(list);
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(Browser.plain(page.body())).contains("Qui demande une place", "Ana Un", "Cette page appartient à");
        organiser.post(list, Map.of("geste", "accepter", "jour", event.day(), "personne", id(event, "Bea Deux")));
        organiser.post(list, Map.of("geste", "accepter", "jour", event.day(), "personne", id(event, "Ana Un")));
        organiser.post(list, Map.of("geste", "refuser", "jour", event.day(), "personne", id(event, "Cleo Trois")));

        assertThat(statuses(event)).containsExactly("Ana Un attente", "Bea Deux place");
        Mail yes = mails("bea.deux@exemple.invalid", event).get(0);
        assertThat(yes.subject()).contains("votre place est gardée");
        assertThat(yes.replyTo()).isEqualTo(claire);
        assertThat(mails("ana.un@exemple.invalid", event).get(0).subject()).contains("liste d’attente");
        assertThat(mails("cleo.trois@exemple.invalid", event).get(0).subject()).contains("pas de place cette fois");

        // a seat is given back: the next one hears of it
        new Browser(port).post(link(yes, "/agenda/ma-place/"), Map.of());
        assertThat(statuses(event)).containsExactly("Ana Un place");
        assertThat(mails("ana.un@exemple.invalid", event).get(0).subject()).contains("une place s’est libérée");
    }

    @Test
    void AG_25_a_message_goes_to_one_list_or_all_is_answered_to_who_organises_and_leaves_three_times_a_day() {
        Gathering event = event(here(1));
        take(event, "Dan Un");
        take(event, "Eve Deux");
        Browser salariee = Browser.signedIn(port, "salariee");
        String list = "/espace/inscriptions/" + event.event();

        HttpResponse<String> empty = write(salariee, list, "tous", "", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(empty.body())).contains("Donnez un sujet", "Écrivez le message");
        assertThat(write(salariee, list, event.day() + ".attente", "Patience", "Ça bouge.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(mails("dan.un@exemple.invalid", event)).hasSize(1);
        Mail letter = mails("eve.deux@exemple.invalid", event).get(0);
        assertThat(letter.subject()).endsWith("Patience");
        assertThat(letter.text()).contains("Ça bouge.", "/agenda/ma-place/");
        assertThat(letter.replyTo()).contains("@");

        // pressed twice, it leaves once; three a day
        assertThat(write(salariee, list, event.day() + ".attente", "Patience", "Ça bouge.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(mails("eve.deux@exemple.invalid", event)).hasSize(2);
        write(salariee, list, "tous", "Deux", "Pour tout le monde.");
        write(salariee, list, "tous", "Trois", "Encore.");
        HttpResponse<String> more = write(salariee, list, "tous", "Quatre", "De trop.");
        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(Browser.plain(more.body())).contains("Déjà 3 messages sont partis", "De trop.");
        assertThat(mails("dan.un@exemple.invalid", event)).hasSize(3);
        assertThat(mails("eve.deux@exemple.invalid", event)).hasSize(4);
        CLOCK.forward(Duration.ofHours(25));
        assertThat(write(Browser.signedIn(port, "salariee"), list, "tous", "Quatre", "De trop.")
                        .statusCode())
                .isEqualTo(302);
    }

    private static HttpResponse<String> write(Browser who, String list, String to, String subject, String text) {
        return who.postWithToken(list, Map.of("geste", "message", "pour", to, "sujet", subject, "message", text));
    }

    @Test
    void AG_25_the_reminder_goes_once_two_days_before_even_after_a_stop_and_not_to_who_just_came() throws Exception {
        Gathering event = event(here(5));
        take(event, "Fay Un");
        CLOCK.forward(
                Duration.between(CLOCK.instant(), event.start()).minusDays(2).minusMinutes(1));
        reminders.send();
        assertThat(mails("fay.un@exemple.invalid", event)).hasSize(1);

        // the machine was stopped, and came back a day late; two of them look at once
        CLOCK.forward(Duration.ofDays(1));
        take(event, "Gil Deux");
        ExecutorService machines = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> look = () -> {
                reminders.send();
                return true;
            };
            for (Future<Boolean> one : machines.invokeAll(List.of(look, look))) {
                one.get();
            }
        } finally {
            machines.shutdownNow();
        }
        List<Mail> told = mails("fay.un@exemple.invalid", event);
        assertThat(told).hasSize(2);
        assertThat(told.get(0).subject()).contains("c’est");
        assertThat(mails("gil.deux@exemple.invalid", event)).hasSize(1);

        // put off: the other beginning is told of anew, that of the version on line
        new PublishedWriter(stores).write(session -> {
            Node date = session.getNodeByIdentifier(event.event()).getNode("occurrences/" + event.occurrence());
            date.setProperty("debut", Dates.utc(event.start().plus(Duration.ofHours(1))));
        });
        reminders.send();
        reminders.send();
        assertThat(mails("fay.un@exemple.invalid", event)).hasSize(3);
        CLOCK.forward(Duration.ofDays(2));
        reminders.send();
        assertThat(mails("fay.un@exemple.invalid", event)).hasSize(3);
    }

    @Test
    void AG_25_afterwards_one_says_that_one_was_there_and_who_organises_ticks_it_too() {
        Gathering event = event(here(5));
        take(event, "Hal Un");
        take(event, "Ida Deux");
        String mine = link(mails("hal.un@exemple.invalid", event).get(0), "/agenda/ma-place/");
        CLOCK.forward(Duration.between(CLOCK.instant(), event.start()).plusMinutes(1));

        Browser hal = new Browser(port);
        assertThat(Browser.plain(hal.get(mine).body())).contains("J’y étais", "Rendre ma place");
        assertThat(Browser.plain(hal.post(mine, Map.of("geste", "venu")).body()))
                .contains("vous y étiez");
        assertThat(statuses(event)).containsExactly("Hal Un venu", "Ida Deux place");

        Browser salariee = Browser.signedIn(port, "salariee");
        String list = "/espace/inscriptions/" + event.event();
        assertThat(Browser.plain(salariee.get(list).body())).contains("Noter qui était là");
        salariee.postWithToken(
                list, Map.of("geste", "presences", "jour", event.day(), "personne", id(event, "Ida Deux")));
        assertThat(statuses(event)).containsExactly("Hal Un place", "Ida Deux venu");
    }

    @Test
    void AG_25_somebody_who_registers_twice_is_there_once_and_gets_the_link_anew_a_day_later() {
        Gathering event = event(here(5));
        take(event, "Jo Un");
        HttpResponse<String> again = take(event, "Jo Un");
        assertThat(Browser.plain(again.body())).contains("C’est noté");
        assertThat(mails("jo.un@exemple.invalid", event)).hasSize(1);

        CLOCK.forward(Duration.ofHours(25));
        take(event, "Jo Un");
        take(event, "Jo Un");
        assertThat(seats.count(event)).isEqualTo(new Seats.Count(1, 0, 0));
        List<Mail> told = mails("jo.un@exemple.invalid", event);
        assertThat(told).hasSize(2);
        assertThat(told.get(0).subject()).contains("vous êtes déjà sur la liste");
        assertThat(told.get(0).text()).contains("/agenda/ma-place/");
    }

    @Test
    void AG_25_too_late_is_told_in_a_sentence_and_nobody_is_added() {
        Gathering event = event(here(5));
        Browser late = new Browser(port);
        HttpResponse<String> form = late.get("/agenda/s-inscrire/" + event.name());
        CLOCK.forward(Duration.between(CLOCK.instant(), event.end()).plusMinutes(1));

        HttpResponse<String> answer =
                late.submit(form, Map.of("nom", "Kim Tard", "courriel", "kim.tard@exemple.invalid"));
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(Browser.plain(answer.body())).contains("Les inscriptions sont closes");
        assertThat(seats.people(event)).isEmpty();
    }

    @Test
    void AG_25_a_link_given_on_tells_whose_it_is_and_that_of_the_list_is_changed_by_who_organises() {
        Gathering event = event(here(5));
        isOfClaire(event);
        take(event, "Lea Martin");
        String mine = link(mails("lea.martin@exemple.invalid", event).get(0), "/agenda/ma-place/");
        String given = Browser.plain(
                Browser.page(new Browser(port).get(mine)).select("main").text());
        assertThat(given)
                .contains("Ce lien appartient à Lea M.", "Ce n’est pas vous ?", "prenez une place à votre nom")
                .doesNotContain("Martin", "exemple.invalid");

        Mail first = mails(claire, event).get(0);
        assertThat(first.subject()).contains("première inscription");
        assertThat(first.personal()).as("nobody reads the link in the outbox").isTrue();
        String list = link(first, "/agenda/inscriptions/");
        Browser stranger = new Browser(port);
        assertThat(Browser.plain(Browser.page(stranger.get(list)).select("main").text()))
                .contains("Cette page appartient à Claire D., qui organise");
        assertThat(Browser.plain(stranger.post(list, Map.of("geste", "lien")).body()))
                .contains("Un nouveau lien est parti");
        assertThat(stranger.get(list).statusCode()).isEqualTo(410);
        assertThat(stranger.post(list, Map.of("geste", "lien")).statusCode()).isEqualTo(410);
        String next = link(mails(claire, event).get(0), "/agenda/inscriptions/");
        assertThat(next).isNotEqualTo(list);
        assertThat(stranger.get(next).statusCode()).isEqualTo(200);
        assertThat(stranger.get(next.substring(0, next.length() - 2) + "xx").statusCode())
                .isEqualTo(410);

        // thirty days after there is nothing to see
        CLOCK.forward(
                Duration.between(CLOCK.instant(), event.end()).plusDays(30).plusMinutes(1));
        seats.look();
        assertThat(stranger.get(next).statusCode()).isEqualTo(410);
        assertThat(seats.people(event)).isEmpty();
    }

    @Test
    void AG_25_registrations_of_before_there_were_requests_are_read_as_they_were() {
        Gathering event = event(here(1));
        stores.author().update(Identity.SYSTEM, session -> {
            Node folder = Seats.folder(session, event);
            for (int number = 1; number <= 2; number++) {
                Node node = folder.addNode("personne-" + number, "mgnl:contentNode");
                node.setProperty("nom", "Personne " + number);
                node.setProperty("courriel", "personne" + number + "@exemple.invalid");
                node.setProperty("numero", number);
                node.setProperty("place", number == 1);
                node.setProperty("cree", Dates.utc(CLOCK.instant()));
            }
        });
        assertThat(statuses(event)).containsExactly("Personne 1 place", "Personne 2 attente");

        seats.giveBack(event, "personne-1");
        assertThat(statuses(event)).containsExactly("Personne 2 place");
    }

    @Test
    void AG_25_a_date_that_is_mistyped_makes_nobody_forgotten_before_the_date_they_came_for() {
        Gathering event = event(here(2));
        take(event, "Mia Un");
        stores.author().update(Identity.SYSTEM, session -> {
            Node date = session.getNodeByIdentifier(event.event()).getNode("occurrences/" + event.occurrence());
            date.setProperty("debut", Dates.utc(CLOCK.instant().minus(Duration.ofDays(50))));
            date.setProperty("fin", Dates.utc(CLOCK.instant().minus(Duration.ofDays(50))));
        });
        Gathering draft = gathering(event.event());
        stores.author().update(Identity.SYSTEM, session -> Seats.folder(session, draft));
        seats.look();
        assertThat(statuses(event)).containsExactly("Mia Un place");
    }

    @Test
    void AG_25_what_is_on_line_speaks_for_an_event_and_not_its_draft() {
        Gathering event = event(here(2));
        new PublishedWriter(stores).write(session -> {
            Node how = session.getNodeByIdentifier(event.event()).getNode("inscription");
            how.setProperty("places", 3);
        });
        Gathering read = gatherings.of(event.event()).get(0);
        assertThat(read.online()).isTrue();
        assertThat(read.seats()).isEqualTo(3);
    }

    @Test
    void AG_25_off_line_no_seat_is_given_and_a_guest_reads_the_list_only_once_the_event_is_over() {
        Gathering event = event(here(1));
        isOfClaire(event);
        take(event, "Noe Un");
        take(event, "Ola Deux");
        String list = link(mails(claire, event).get(0), "/agenda/inscriptions/");
        String mine = link(mails("noe.un@exemple.invalid", event).get(0), "/agenda/ma-place/");
        Browser guest = new Browser(port);
        assertThat(guest.get(list).statusCode()).isEqualTo(200);

        long revision = stores.author()
                .<Long>read(Identity.SYSTEM, session -> Revisions.number(session.getNodeByIdentifier(event.event())));
        HttpResponse<String> archived = Browser.signedIn(port, "salariee")
                .postWithToken(
                        "/espace/evenements/" + event.event() + "/ranger",
                        Map.of("action", "archiver", "revision", String.valueOf(revision), "confirme", "oui"));
        assertThat(archived.statusCode()).isEqualTo(302);
        assertThat(guest.get(list).statusCode()).isEqualTo(410);
        assertThat(guest.post(list, Map.of("geste", "message", "pour", "tous", "sujet", "Venez", "message", "Ici."))
                        .statusCode())
                .isEqualTo(410);
        guest.post(mine, Map.of("geste", "rendre"));
        assertThat(statuses(event)).containsExactly("Ola Deux attente");

        CLOCK.forward(Duration.between(CLOCK.instant(), gathering(event.event()).end())
                .plusMinutes(1));
        HttpResponse<String> after = guest.get(list);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(Browser.plain(after.body())).contains("Ola Deux").doesNotContain("Envoyer le message");
    }

    @Test
    void AG_25_whoever_waits_comes_before_whoever_comes_later() {
        Gathering event = event(here(1));
        take(event, "Pim Un");
        take(event, "Qin Deux");
        change(event, node -> node.getNode("inscription").setProperty("places", 2));
        take(event, "Ria Trois");
        assertThat(statuses(event)).containsExactly("Pim Un place", "Qin Deux place", "Ria Trois attente");
        assertThat(mails("qin.deux@exemple.invalid", event).get(0).subject()).contains("une place s’est libérée");
    }

    @Test
    void AG_25_a_message_to_all_comes_once_to_an_address_and_not_to_dates_that_are_over() {
        Gathering event = event(here(5));
        Gathering next = on("2031-06-04", CLOCK.instant().plus(Duration.ofDays(20)), event);
        Gathering past = on("2021-06-04", CLOCK.instant().minus(Duration.ofDays(2)), event);
        seats.take(event, "Sol Un", address("Sol Un"), List.of());
        seats.take(next, "Sol Un", address("Sol Un"), List.of());
        seats.take(past, "Tam Deux", address("Tam Deux"), List.of());

        SeatMessages.Message word = new SeatMessages.Message(SeatMessages.Message.EVERYBODY, "Un mot", "À bientôt.");
        assertThat(letters.send(List.of(past, event, next), word, Organiser.NOBODY))
                .isEqualTo(SeatMessages.Outcome.SENT);
        List<Mail> told = mails("sol.un@exemple.invalid", event).stream()
                .filter(mail -> mail.subject().endsWith("Un mot"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).text()).as("nobody is there to answer to").doesNotContain("Répondez simplement");
        assertThat(mails("tam.deux@exemple.invalid", event))
                .noneMatch(mail -> mail.subject().endsWith("Un mot"));

        SeatMessages.Message thanks = new SeatMessages.Message(SeatMessages.Message.EVERYBODY, "Merci", "À bientôt.");
        assertThat(letters.send(List.of(past), thanks, Organiser.NOBODY)).isEqualTo(SeatMessages.Outcome.SENT);
        assertThat(mails("tam.deux@exemple.invalid", event))
                .anyMatch(mail -> mail.subject().endsWith("Merci"));
    }

    @Test
    void AG_25_a_seat_is_given_back_until_the_end_and_the_pressed_button_says_what_is_meant() {
        Gathering event = event(here(1));
        take(event, "Ugo Un");
        take(event, "Val Deux");
        Browser visitor = new Browser(port);
        CLOCK.forward(Duration.between(CLOCK.instant(), event.start()).plusMinutes(1));
        String first = link(mails("ugo.un@exemple.invalid", event).get(0), "/agenda/ma-place/");
        assertThat(Browser.plain(visitor.post(first, Map.of("geste", "rendre")).body()))
                .contains("C’est fait, merci");
        assertThat(statuses(event)).containsExactly("Val Deux place");

        CLOCK.forward(Duration.between(CLOCK.instant(), event.end()).plusMinutes(1));
        String second = link(mails("val.deux@exemple.invalid", event).get(0), "/agenda/ma-place/");
        assertThat(Browser.plain(visitor.post(second, Map.of("geste", "rendre")).body()))
                .contains("J’y étais")
                .doesNotContain("Rendre ma place");
        assertThat(statuses(event)).containsExactly("Val Deux place");
        visitor.post(second, Map.of("geste", "venu"));
        assertThat(statuses(event)).containsExactly("Val Deux venu");
    }

    @Test
    void AG_25_a_yes_that_comes_after_the_event_is_refused_in_a_sentence() {
        Gathering event = event(here(2, "surDemande", true));
        take(event, "Wim Un");
        CLOCK.forward(Duration.between(CLOCK.instant(), event.end()).plusMinutes(1));
        Browser salariee = Browser.signedIn(port, "salariee");
        String list = "/espace/inscriptions/" + event.event();
        assertThat(Browser.plain(salariee.get(list).body())).contains("Wim Un").doesNotContain("Dire oui");
        HttpResponse<String> late = salariee.postWithToken(
                list, Map.of("geste", "accepter", "jour", event.day(), "personne", id(event, "Wim Un")));
        assertThat(late.statusCode()).isEqualTo(302);
        assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith("fait=inscriptions-closes");
        assertThat(Browser.plain(
                        salariee.get(list + "?fait=inscriptions-closes").body()))
                .contains("on ne peut plus dire oui");
        assertThat(statuses(event)).containsExactly("Wim Un demande");
    }

    @Test
    void AG_25_nobody_is_reminded_of_what_is_put_off() {
        Gathering event = event(here(2));
        take(event, "Xan Un");
        change(event, node -> node.setProperty("statut", "reporte"));
        CLOCK.forward(Duration.between(CLOCK.instant(), event.start()).minusDays(1));
        reminders.send();
        assertThat(mails("xan.un@exemple.invalid", event)).hasSize(1);
    }

    @Test
    void AG_25_a_link_that_was_made_void_stays_void_when_the_event_comes_again() {
        Gathering event = event(here(5));
        isOfClaire(event);
        take(event, "Yan Un");
        String list = link(mails(claire, event).get(0), "/agenda/inscriptions/");
        Browser stranger = new Browser(port);
        stranger.post(list, Map.of("geste", "lien"));
        String next = link(mails(claire, event).get(0), "/agenda/inscriptions/");
        CLOCK.forward(
                Duration.between(CLOCK.instant(), event.end()).plusDays(30).plusMinutes(1));
        seats.look();
        assertThat(seats.people(event)).isEmpty();

        change(event, node -> open(node, here(5)));
        assertThat(stranger.get(list).statusCode()).isEqualTo(410);
        assertThat(stranger.get(next).statusCode()).isEqualTo(200);
    }

    @Test
    void AG_25_answers_are_counted_by_the_words_they_were_asked_in() {
        Gathering event = event(here(9, "question", "Venez-vous à vélo ?", "choix", "Oui\nNon\n"));
        take(event, "Zoe Un", "Oui");
        take(event, "Abe Deux", "Oui");
        change(event, node -> node.getNode("inscription").setProperty("question", "Un vélo pour venir ?"));
        String list = Browser.plain(Browser.signedIn(port, "salariee")
                .read("/espace/inscriptions/" + event.event())
                .select("main")
                .text());
        assertThat(list).contains("Venez-vous à vélo ? Oui : 2").doesNotContain("Oui : 0", "Un vélo pour venir ?");
    }

    @Test
    void AG_25_an_answer_is_not_taken_for_one_to_a_question_that_came_meanwhile() {
        Gathering event = event(here(9, "question", "Quel instrument ?"));
        Browser visitor = new Browser(port);
        HttpResponse<String> form = visitor.get("/agenda/s-inscrire/" + event.name());
        change(event, node -> node.getNode("inscription").setProperty("question", "Quel plat ?"));
        visitor.submit(
                form,
                Map.of(
                        "nom",
                        "Bob Un",
                        "courriel",
                        "bob.un@exemple.invalid",
                        event.questions().get(0).field(),
                        "Violon"));
        assertThat(seats.people(event)).hasSize(1);
        assertThat(seats.people(event).get(0).answers()).isEmpty();
    }

    @Test
    void AG_25_erasing_somebody_leaves_the_seat_of_another_person_who_named_them() {
        Gathering event = event(here(5, "question", "Avec qui ?"));
        take(event, "Cid Un", "Avec dom.deux@exemple.invalid");
        take(event, "Dom Deux", "");
        Browser salariee = Browser.signedIn(port, "salariee");
        String address = "/espace/reglages/personne";
        HttpResponse<String> found = salariee.postWithToken(address, Map.of("adresse", "dom.deux@exemple.invalid"));
        String seen = Browser.page(found).select("input[name=vu]").attr("value");
        HttpResponse<String> erased = salariee.postWithToken(
                address, Map.of("adresse", "dom.deux@exemple.invalid", "geste", "effacer", "vu", seen));
        assertThat(Browser.plain(erased.body())).contains("C’est fait");
        assertThat(statuses(event)).containsExactly("Cid Un place");
        assertThat(seats.people(event).get(0).answers())
                .hasSize(1)
                .noneMatch(answer -> answer.text().contains("dom.deux@"));
    }
}
