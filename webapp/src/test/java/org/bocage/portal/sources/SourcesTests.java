package org.bocage.portal.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.e2e.DemoHome;
import org.bocage.e2e.Walk;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Trash;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Partners' calendars and feeds becoming events and actus, in a whole portal and against a real server. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, SourcesTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class SourcesTests {

    private static final FeedServer FEEDS = new FeedServer();
    private static final MovingClock CLOCK = new MovingClock();
    private static final String GUICHEN = "b0ca0003-0000-4000-8000-000000035126";
    private static final String MOBILITY = "b0ca0002-0000-4000-8000-000000000003";
    private static final String BIKES = "b0ca0004-0000-4000-8000-000000000002";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private ContentIndexes indexes;

    @Autowired
    private Sources sources;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Trash trash;

    static final class Time {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    /** The time, which goes on when told. */
    static final class MovingClock extends Clock {
        private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            MovingClock self = this;
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return self.withZone(other);
                }

                @Override
                public Instant instant() {
                    return self.instant();
                }
            };
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("sources"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
        registry.add("bocage.outgoing.allowed", FEEDS::place);
    }

    @AfterAll
    static void close() {
        FEEDS.close();
    }

    /** Some evening to come. */
    private static LocalDateTime evening(int days) {
        return LocalDateTime.ofInstant(CLOCK.instant(), SourceFields.PARIS)
                .toLocalDate()
                .plusDays(days)
                .atTime(18, 30);
    }

    /** A source of the store, as a form would have left it; its path. */
    private String source(String name, String genre, String mode) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = session.getNode("/sources").addNode(name, Source.TYPE);
            node.setProperty("titre", "Agenda " + name);
            node.setProperty("name", name);
            node.setProperty("genre", genre);
            node.setProperty("adresse", FEEDS.address("/" + name));
            node.setProperty("acteur", BIKES);
            node.setProperty("couleur", "bleuet");
            node.setProperty("origineParDefaut", "partenaire");
            node.setProperty("communeParDefaut", GUICHEN);
            node.setProperty("themesParDefaut", new String[] {MOBILITY});
            node.setProperty("mode", mode);
            node.setProperty("rythme", "6");
            // of the others the hour never comes: they are read when a test says so
            node.setProperty("active", name.equals("broken"));
            node.setProperty("cle", "auto");
            node.setProperty("etat", "brouillon");
        });
        return "/" + name;
    }

    private String read(String path) {
        sources.readNow(path);
        return property(path, "compteurs");
    }

    private String property(String path, String name) {
        return stores.author().read(Identity.SYSTEM, session -> Source.text(session.getNode("/sources" + path), name));
    }

    private String id(String path) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/sources" + path).getIdentifier());
    }

    /** What came of a source, by what the source calls it: state and title, with the occurrence. */
    private Map<String, String> items(String path) {
        return items(path, "titre");
    }

    private Map<String, String> items(String path, String field) {
        ContentQuery query = ContentQuery.anywhere().where("source", id(path)).page(0, 3_000);
        Hits hits = indexes.author().find(query, Identity.SYSTEM);
        return stores.author().read(Identity.SYSTEM, session -> {
            Map<String, String> items = new TreeMap<>();
            for (Hits.Hit hit : hits.hits()) {
                Node node = session.getNode("/" + hit.workspace() + hit.path());
                String rid = Source.text(node, "recurrenceId");
                items.put(
                        Source.text(node, "uid") + (rid.isEmpty() ? "" : "@" + rid),
                        Source.text(node, "etat") + " " + SourceFields.read(node, field));
            }
            return items;
        });
    }

    private Browser signedIn(String who) {
        return Browser.signedIn(port, who);
    }

    private String agenda(String query) {
        return Browser.plain(new Browser(port).read("/agenda?" + query).text());
    }

    /** All that a store holds of what came of a source; what the portal's rounds write meanwhile is elsewhere. */
    private Map<String, String> everything(String path, Store store) {
        ContentQuery query = ContentQuery.anywhere().where("source", id(path)).page(0, 3_000);
        List<String> items = indexes.author().find(query, Identity.SYSTEM).hits().stream()
                .map(hit -> "/" + hit.workspace() + hit.path())
                .toList();
        return store.read(Identity.SYSTEM, session -> {
            Map<String, String> all = new HashMap<>();
            for (String item : items) {
                if (session.nodeExists(item)) {
                    collect(session.getNode(item), all);
                }
            }
            return all;
        });
    }

    private static void collect(Node node, Map<String, String> all) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            StringBuilder text = new StringBuilder();
            for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                text.append(value.getType() == javax.jcr.PropertyType.BINARY ? "" : value.getString())
                        .append('|');
            }
            all.put(property.getPath(), text.toString());
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            collect(children.nextNode(), all);
        }
    }

    @Test
    void AG_05_a_source_is_added_and_tested_and_nothing_is_stored() {
        Feed feed = new Feed();
        for (int i = 1; i <= 12; i++) {
            feed.event("t" + i, "Répétition " + i, evening(i), "LOCATION:Salle\\, 35580 Guichen");
        }
        feed.event("t13", "Bizarre", evening(13), "RRULE:FREQ=HOURLY");
        FEEDS.serve("/essai.ics", feed.toString());
        Browser salariee = signedIn("salariee");

        HttpResponse<String> added = salariee.write(
                "/espace/sources/nouveau",
                Map.of(
                        "titre", "La chorale",
                        "genre", "ical",
                        "adresse", FEEDS.address("/essai.ics"),
                        "acteur", BIKES,
                        "couleur", "bleuet",
                        "mode", "publier",
                        "rythme", "6",
                        "themesParDefaut[0]", MOBILITY),
                "enregistrer");
        assertThat(added.statusCode()).as(Browser.problems(added)).isEqualTo(302);
        String form = java.net
                .URI
                .create(added.headers().firstValue("Location").orElseThrow())
                .getPath();
        HttpResponse<String> tested = gesture(salariee, form, "/tester");

        Document page = Browser.page(tested);
        assertThat(tested.statusCode()).isEqualTo(200);
        assertThat(page.select("ol.lignes li")).hasSize(10);
        assertThat(Browser.plain(page.text()))
                .contains("13 événements", "Répétition 1", "Salle", "« Bizarre » revient d’une façon");
        assertThat(items("/la-chorale")).isEmpty();

        gesture(salariee, form, "/lire");
        assertThat(items("/la-chorale")).hasSize(13).containsEntry("t1", "publie Répétition 1");
        assertThat(Browser.plain(salariee.read(form).text())).contains("13 nouveaux, aucun modifié");
        assertThat(agenda("q=1")).contains("Répétition 1");
        for (String other : List.of("ca", "contributeur", "adherent")) {
            assertThat(signedIn(other).post(form + "/tester", Map.of()).statusCode())
                    .as(other)
                    .isIn(403, 404);
        }
    }

    /** Presses the button that posts to some address of a form's screen. */
    private static HttpResponse<String> gesture(Browser who, String form, String ending) {
        Document page = who.read(form);
        Map<String, String> fields = new HashMap<>();
        page.select("form[action$=" + ending + "] input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        assertThat(fields).as(page.text()).isNotEmpty();
        return who.post(form + ending, fields);
    }

    @Test
    void AG_13_an_address_of_a_private_network_is_not_even_kept() {
        Browser salariee = signedIn("salariee");
        for (Map.Entry<String, String> one : Map.of(
                        "http://192.168.1.1/agenda.ics", "réseau privé",
                        "http://[::ffff:169.254.169.254]/x", "réseau privé",
                        "webcal://moi:secret@exemple.fr/a.ics", "un nom et un mot de passe",
                        "http://exemple.fr:8080/agenda.ics", "porte inhabituelle",
                        "http://2130706433/agenda.ics", "n’est pas celle d’un site")
                .entrySet()) {
            HttpResponse<String> refused = salariee.write(
                    "/espace/sources/nouveau",
                    Map.of("titre", "Dedans", "genre", "ical", "adresse", one.getKey()),
                    "enregistrer");
            assertThat(refused.statusCode()).as(one.getKey()).isEqualTo(422);
            assertThat(Browser.plain(Browser.page(refused).text())).contains(one.getValue());
        }
    }

    @Test
    void AG_06_the_same_feed_twice_creates_once_and_changes_are_made_in_place() {
        String path = source("twice", "ical", "publier");
        Feed first = new Feed()
                .event("a", "Bal trad", evening(5))
                .event("b", "Bal folk", evening(6))
                .event("c", "Bal d’avant", evening(-40))
                .event("d", "Cours de danse", evening(7), "RRULE:FREQ=WEEKLY;COUNT=4");
        FEEDS.serve("/twice", first.toString());
        assertThat(read(path)).startsWith("3 nouveaux, aucun modifié, aucun retiré, 1 laissé de côté");
        assertThat(items(path))
                .containsOnly(
                        Map.entry("a", "publie Bal trad"),
                        Map.entry("b", "publie Bal folk"),
                        Map.entry("d", "publie Cours de danse"));
        Map<String, String> author = everything(path, stores.author());
        Map<String, String> published = everything(path, stores.published());

        FEEDS.serve("/twice", first + "\r\n");
        assertThat(read(path)).startsWith("aucun nouveau, aucun modifié");
        assertThat(everything(path, stores.author())).isEqualTo(author);
        assertThat(everything(path, stores.published())).isEqualTo(published);

        Feed second = new Feed()
                .event("a", "Bal trad et galettes", evening(5), "SEQUENCE:1")
                .event("d", "Cours de danse", evening(7), "RRULE:FREQ=WEEKLY;COUNT=4")
                .event(
                        "d",
                        "Cours de danse, dehors",
                        evening(15),
                        "RECURRENCE-ID;TZID=Europe/Paris:" + Feed.at(evening(14)))
                .event(
                        "d",
                        "Cours de danse",
                        evening(21),
                        "STATUS:CANCELLED",
                        "RECURRENCE-ID;TZID=Europe/Paris:" + Feed.at(evening(21)));
        FEEDS.serve("/twice", second.toString());
        assertThat(read(path)).startsWith("2 nouveaux, 2 modifiés, 1 retiré");
        assertThat(items(path))
                .containsEntry("a", "publie Bal trad et galettes")
                .containsEntry("b", "archive Bal folk")
                .containsEntry("d@" + evening(14), "publie Cours de danse, dehors");
        assertThat(items(path, "statut")).containsEntry("d@" + evening(21), "publie annule");
        assertThat(new Browser(port).get("/agenda/bal-trad").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get("/agenda/bal-folk").statusCode()).isEqualTo(410);
        assertThat(agenda("")).doesNotContain("Bal folk");
        assertThat(Browser.plain(signedIn("salariee").read(screenOf("b", path)).text()))
                .contains("Retiré par la source le ", "ce n’est plus en ligne");
        assertThat(new Browser(port)
                        .read("/agenda/cours-de-danse")
                        .select(".dates a")
                        .eachAttr("href"))
                .doesNotContain("/agenda/cours-de-danse/" + evening(14).toLocalDate());

        FEEDS.serve("/twice", first.toString());
        assertThat(read(path)).startsWith("aucun nouveau, 3 modifiés, 2 retirés");
        assertThat(items(path)).containsEntry("b", "publie Bal folk").containsEntry("a", "publie Bal trad");
        assertThat(new Browser(port).get("/agenda/bal-folk").statusCode()).isEqualTo(200);
        assertThat(agenda("origine=partenaire")).contains("Bal folk", "D’un partenaire");
    }

    @Test
    void AG_06_what_is_over_stays_when_its_source_forgets_it() {
        String path = source("over", "ical", "publier");
        FEEDS.serve("/over", new Feed().event("x", "Goûter du jour", evening(1)).toString());
        read(path);
        CLOCK.pass(Duration.ofDays(2));
        FEEDS.serve("/over", new Feed().event("y", "Goûter suivant", evening(9)).toString());
        assertThat(read(path)).startsWith("1 nouveau, aucun modifié, aucun retiré");
        assertThat(items(path)).containsEntry("x", "publie Goûter du jour");
    }

    @Test
    void AG_07_a_source_that_changes_its_names_each_time_is_read_by_title() {
        String path = source("unstable", "ical", "publier");
        FEEDS.serve("/unstable", random());
        assertThat(read(path)).startsWith("4 nouveaux");
        long mails = mails("maintenant lue par titre");
        FEEDS.serve("/unstable", random());
        assertThat(read(path)).startsWith("aucun nouveau, aucun modifié, aucun retiré");
        assertThat(items(path)).hasSize(4);
        assertThat(property(path, "cle")).isEqualTo("repli");
        assertThat(mails("maintenant lue par titre")).isGreaterThan(mails);
        FEEDS.serve("/unstable", random());
        assertThat(read(path)).startsWith("aucun nouveau, aucun modifié, aucun retiré");
    }

    @ParameterizedTest(name = "of 20, {0} are unknown by their name and {1} known by title and time")
    @CsvSource({"10, 20, true", "9, 20, false", "20, 10, true", "20, 9, false"})
    void AG_07_half_of_them_is_enough_to_read_by_title_and_less_is_not(int unknown, int known, boolean byTitle) {
        String name = "half-" + unknown + "-" + known;
        String path = source(name, "ical", "publier");
        Feed first = new Feed();
        Feed second = new Feed();
        for (int i = 0; i < 20; i++) {
            first.event("u" + i, "Couture " + i, evening(3 + i));
            second.event((i < unknown ? "other" : "u") + i, (i < known ? "Couture " : "Broderie ") + i, evening(3 + i));
        }
        FEEDS.serve("/" + name, first.toString());
        assertThat(read(path)).startsWith("20 nouveaux");
        long mails = mails("maintenant lue par titre");

        FEEDS.serve("/" + name, second.toString());
        String counts = read(path);

        assertThat(property(path, "cle")).isEqualTo(byTitle ? "repli" : "auto");
        assertThat(mails("maintenant lue par titre") > mails).as("told").isEqualTo(byTitle);
        int created = byTitle ? 20 - known : unknown;
        assertThat(counts).startsWith(created == 0 ? "aucun nouveau" : created + " nouveaux");
        assertThat(items(path).values().stream().filter(one -> one.startsWith("publie ")))
                .as("each once")
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    private static String random() {
        Feed feed = new Feed();
        for (int i = 1; i <= 4; i++) {
            feed.event(UUID.randomUUID().toString(), "Tricot " + i, evening(3 + i), "LOCATION:Chez Lise");
        }
        return feed.toString();
    }

    private long mails(String subject) {
        return Mails.last(outbox, 500).stream()
                .map(Outbox.Entry::mail)
                .map(Mail::subject)
                .map(Browser::plain)
                .filter(one -> one.contains(subject))
                .count();
    }

    @Test
    void AG_05_what_comes_to_be_proposed_waits_for_a_yes_and_says_who_sent_it() {
        String path = source("asked", "ical", "proposer");
        FEEDS.serve(
                "/asked", new Feed().event("p", "Veillée contes", evening(4)).toString());
        read(path);
        assertThat(items(path)).containsEntry("p", "propose Veillée contes");
        assertThat(agenda("")).doesNotContain("Veillée contes");
        Browser salariee = signedIn("salariee");
        Document week = salariee.read("/espace");
        assertThat(Browser.plain(week.text())).contains("Veillée contes", "· Agenda asked");
        String task = week.select("a:contains(Veillée contes)").attr("href");
        Map<String, String> decision = fields(salariee.read(task).selectFirst("form.decision"));
        decision.put("decision", "accepter");
        assertThat(salariee.post(task, decision).statusCode()).isEqualTo(302);
        assertThat(items(path)).containsEntry("p", "publie Veillée contes");
        assertThat(Browser.plain(
                        new Browser(port).read("/agenda/veillee-contes").text()))
                .contains("Veillée contes", "D’un partenaire", "La Roue Qui Rit");
        FEEDS.serve("/asked", new Feed().toString());
        read(path);
        assertThat(items(path)).containsEntry("p", "archive Veillée contes");
        assertThat(salariee.read("/espace/journal")
                        .select("tr:contains(Veillée contes) td[data-colonne=Par]")
                        .eachText())
                .as("who did it: the source came and went, Noor said yes")
                .contains("Agenda asked")
                .noneMatch(who -> who.contains("à la date prévue"));
    }

    @Test
    void AG_06_what_was_refused_or_thrown_away_does_not_come_back() {
        String path = source("unwanted", "ical", "proposer");
        Feed feed = new Feed().event("r", "Vente flash", evening(4));
        FEEDS.serve("/unwanted", feed.toString());
        read(path);
        Browser salariee = signedIn("salariee");
        String task = form(path).replace("/espace/", "/espace/taches/");
        Map<String, String> decision = fields(salariee.read(task).selectFirst("form.decision"));
        decision.putAll(Map.of("decision", "refuser", "commentaire", "C’est de la réclame."));
        assertThat(salariee.post(task, decision).statusCode()).isEqualTo(302);
        FEEDS.serve(
                "/unwanted", new Feed().event("r", "Vente flash !", evening(4)).toString());
        assertThat(read(path)).startsWith("aucun nouveau, aucun modifié, aucun retiré, 1 laissé de côté");
        assertThat(items(path)).containsEntry("r", "refuse Vente flash");
        String id = form(path).replaceFirst(".*/", "");
        trash.throwAway(new Workspace("evenements"), id, new Actor("salariee", "Maëlle", Set.of("salariee")));
        FEEDS.serve("/unwanted", feed + "\r\n");
        assertThat(read(path)).startsWith("aucun nouveau");
        assertThat(items(path)).isEmpty();
    }

    @Test
    void AG_08_ten_years_of_every_day_are_the_next_two_hundred_and_a_million_lines_are_cut_short() {
        String path = source("long", "ical", "publier");
        FEEDS.serve(
                "/long",
                new Feed()
                        .event("daily", "Soupe de tous les jours", evening(1), "RRULE:FREQ=DAILY;COUNT=3650")
                        .event(
                                "lines",
                                "Un million de lignes",
                                evening(2),
                                "DESCRIPTION:Début" + "\\n".repeat(900_000) + "une ligne\\n".repeat(10_000))
                        .toString());
        assertThat(read(path)).as(property(path, "derniereErreur")).startsWith("2 nouveaux");

        assertThat(dates(path, "daily"))
                .hasSize(200)
                .startsWith(evening(1).toLocalDate().toString())
                .endsWith(evening(200).toLocalDate().toString());
        assertThat(new Browser(port)
                        .get("/agenda/soupe-de-tous-les-jours/" + evening(100).toLocalDate())
                        .statusCode())
                .isEqualTo(200);
        assertThat(items(path, "description").get("lines")).contains("Début").hasSizeLessThan(60_000);

        Map<String, String> before = everything(path, stores.author());
        FEEDS.serve(
                "/long",
                new Feed()
                        .event("lines", "Deux millions de lignes", evening(2), "DESCRIPTION:" + "\\n".repeat(2_000_000))
                        .toString());
        sources.readNow(path);
        assertThat(Browser.plain(property(path, "derniereErreur"))).contains("plus de 2 Mo");
        assertThat(everything(path, stores.author())).isEqualTo(before);
    }

    /** The days of a series, as they are on line. */
    private List<String> dates(String path, String uid) {
        String id = screenOf(uid, path).replaceFirst(".*/", "");
        return stores.published().read(Identity.SYSTEM, session -> {
            List<String> days = new ArrayList<>();
            Node dates = session.getNodeByIdentifier(id).getNode("occurrences");
            for (NodeIterator all = dates.getNodes(); all.hasNext(); ) {
                days.add(all.nextNode().getProperty("jour").getString());
            }
            return days.stream().sorted().toList();
        });
    }

    @Test
    void AG_05_what_a_source_does_not_say_is_told_by_its_defaults() {
        String path = source("defaults", "ical", "publier");
        FEEDS.serve(
                "/defaults",
                new Feed()
                        .event("nowhere", "Couscous sans adresse", evening(5))
                        .event("there", "Couscous à Baulon", evening(6), "LOCATION:Salle\\, 35580 Baulon")
                        .toString());
        assertThat(read(path)).startsWith("2 nouveaux");

        assertThat(items(path, "commune"))
                .containsEntry("nowhere", "publie " + GUICHEN)
                .doesNotContainEntry("there", "publie " + GUICHEN);
        assertThat(items(path, "origine").values()).containsOnly("publie partenaire");
        assertThat(agenda("commune=guichen&theme=mobilite&origine=partenaire"))
                .contains("Couscous sans adresse")
                .doesNotContain("Couscous à Baulon");
        assertThat(agenda("commune=baulon&theme=mobilite"))
                .contains("Couscous à Baulon")
                .doesNotContain("Couscous sans adresse");
    }

    @Test
    void AG_06_one_name_in_two_sources_is_two_events() {
        String one = source("twin-one", "ical", "publier");
        String other = source("twin-other", "ical", "publier");
        FEEDS.serve(
                "/twin-one",
                new Feed().event("same", "Le loto d’ici", evening(4)).toString());
        FEEDS.serve(
                "/twin-other",
                new Feed().event("same", "La pétanque de là-bas", evening(11)).toString());
        assertThat(read(one)).startsWith("1 nouveau");
        assertThat(read(other)).startsWith("1 nouveau, aucun modifié");
        FEEDS.serve(
                "/twin-one",
                new Feed()
                        .event("same", "Le grand loto d’ici", evening(4), "SEQUENCE:1")
                        .toString());
        assertThat(read(one)).startsWith("aucun nouveau, 1 modifié");

        assertThat(items(one)).containsOnly(Map.entry("same", "publie Le grand loto d’ici"));
        assertThat(items(other)).containsOnly(Map.entry("same", "publie La pétanque de là-bas"));
        FEEDS.serve("/twin-one", new Feed().toString());
        read(one);
        assertThat(items(other)).as("the other one's").containsEntry("same", "publie La pétanque de là-bas");
    }

    @Test
    void AC_15_AG_22_news_are_known_again_by_what_their_feed_calls_them_and_a_feed_has_its_health() {
        String path = source("gazette", "rss", "publier");
        FEEDS.serve("/gazette", gazette("La gazette part en tournée"));
        assertThat(read(path)).startsWith("1 nouveau");
        FEEDS.serve("/gazette", gazette("La gazette part en tournée d’hiver"));
        assertThat(read(path)).startsWith("aucun nouveau, 1 modifié");
        assertThat(items(path)).containsOnly(Map.entry("g-1", "propose La gazette part en tournée d’hiver"));

        FEEDS.fail("/gazette");
        for (int i = 1; i <= 4; i++) {
            sources.readNow(path);
            assertThat(mails("« Agenda gazette » ne répond plus"))
                    .as("mails after %d failures", i)
                    .isEqualTo(i < 3 ? 0 : reviewers());
        }
        assertThat(items(path)).hasSize(1);
        String day = FrenchDays.format("d MMMM yyyy").format(CLOCK.instant().atZone(SourceFields.PARIS));
        Browser salariee = signedIn("salariee");
        Document list = salariee.read("/espace/sources");
        List<String> columns = list.select("thead th").eachText();
        int column = columns.indexOf("Lue pour la dernière fois");
        assertThat(column).as("the last success, among %s", columns).isPositive();
        Element row = java.util.Objects.requireNonNull(list.selectFirst("tbody tr:contains(Agenda gazette)"));
        assertThat(row.select("th, td").get(column).text()).isNotBlank();
        assertThat(Browser.plain(row.text())).contains("aucun nouveau, 1 modifié", "réponse 503");
        assertThat(Browser.plain(salariee.read("/espace/sources/" + id(path)).text()))
                .contains("Lue le " + day, "Elle n’a pas pu être lue, 4 fois de suite");
    }

    private static String gazette(String title) {
        return "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Gazette</title>"
                + "<link>https://gazette.exemple</link><description>x</description><item><title>" + title
                + "</title><link>https://gazette.exemple/1</link><guid isPermaLink='false'>g-1</guid></item>"
                + "</channel></rss>";
    }

    @Test
    void AG_12_nothing_is_half_imported_and_what_did_not_change_is_not_fetched() {
        String path = source("limits", "ical", "publier");
        String whole = new Feed().event("l", "Marché", evening(5)).toString();
        FEEDS.serve("/limits", whole.substring(0, whole.length() - 20));
        sources.readNow(path);
        assertThat(property(path, "derniereErreur")).contains("coupé");
        FEEDS.serve("/limits", whole + "X".repeat(2 * 1024 * 1024));
        sources.readNow(path);
        assertThat(Browser.plain(property(path, "derniereErreur"))).contains("plus de 2 Mo");
        assertThat(items(path)).isEmpty();
        FEEDS.serve("/limits", whole);
        assertThat(read(path)).startsWith("1 nouveau");
        assertThat(property(path, "etag")).isNotEmpty();
        assertThat(property(path, "derniereErreur")).isEmpty();
        Map<String, String> before = everything(path, stores.author());
        sources.readNow(path);
        assertThat(property(path, "compteurs")).startsWith("1 nouveau");
        assertThat(everything(path, stores.author())).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "web, text/html; charset=ISO-8859-1",
        "image, image/png",
        "octets, application/octet-stream",
        "rubbish, ;;;/charset=",
        "none, ''",
    })
    void AG_12_a_calendar_and_a_feed_are_read_whatever_their_server_calls_them(String name, String type)
            throws IOException {
        String calendar = source("ical-" + name, "ical", "publier");
        FEEDS.serveAs(
                type,
                calendar,
                new Feed().event("é-" + name, "Fête à Tresbœuf", evening(6)).toString());
        String news = source("rss-" + name, "rss", "proposer");
        FEEDS.serveAs(type, news, recentNews());

        assertThat(read(calendar)).as(property(calendar, "derniereErreur")).startsWith("1 nouveau");
        assertThat(items(calendar)).containsOnly(Map.entry("é-" + name, "publie Fête à Tresbœuf"));
        assertThat(read(news)).as(property(news, "derniereErreur")).startsWith("1 nouveau");
        assertThat(items(news).values()).containsOnly("propose Cent vélos de plus – merci !");
    }

    @Test
    void AG_12_a_web_page_is_taken_for_nothing_else_even_if_its_server_says_so() {
        String page = "<!DOCTYPE html><html><head><title>Connexion</title></head><body>BEGIN</body></html>";
        String calendar = source("page-ical", "ical", "publier");
        FEEDS.serveAs("text/calendar; charset=utf-8", calendar, page);
        String news = source("page-rss", "rss", "proposer");
        FEEDS.serveAs("application/rss+xml", news, page);

        sources.readNow(calendar);
        sources.readNow(news);

        assertThat(Browser.plain(property(calendar, "derniereErreur"))).contains("pas d’agenda au format iCalendar");
        assertThat(Browser.plain(property(news, "derniereErreur"))).contains("pas de fil RSS ou Atom lisible");
        assertThat(items(calendar)).isEmpty();
        assertThat(items(news)).isEmpty();
    }

    @Test
    void AG_06_a_source_whose_clock_is_years_late_is_believed_on_what_it_says_now() {
        String path = source("late", "ical", "publier");
        FEEDS.serve(
                path,
                new Feed()
                        .event("p", "Bal du puits", evening(8), "SEQUENCE:5", "LAST-MODIFIED:20261101T000000Z")
                        .toString());
        assertThat(read(path)).startsWith("1 nouveau, aucun modifié");

        String late = new Feed()
                .event("p", "Bal du puits, sous le préau", evening(9), "SEQUENCE:1", "LAST-MODIFIED:19700101T000000Z")
                .event("q", "Bal du préau", evening(10), "LAST-MODIFIED:19700101T000000Z")
                .toString()
                .replace("DTSTAMP:20260101T000000Z", "DTSTAMP:19991231T235959Z");
        FEEDS.serve(path, late);

        assertThat(read(path)).startsWith("1 nouveau, 1 modifié, aucun retiré");
        assertThat(items(path))
                .containsOnly(
                        Map.entry("p", "publie Bal du puits, sous le préau"), Map.entry("q", "publie Bal du préau"));
        assertThat(new Browser(port)
                        .read("/agenda/bal-du-puits")
                        .select("h1 + .article-lead time")
                        .attr("datetime"))
                .isEqualTo(evening(9).toLocalDate().toString());
        assertThat(new Browser(port).get("/agenda/bal-du-puits.ics").body())
                .as("subscribers are told of the new date whatever number the source gives it")
                .contains("SEQUENCE:1\r\n", "DTSTART;TZID=Europe/Paris:" + Feed.at(evening(9)));
        Map<String, String> before = everything(path, stores.author());
        FEEDS.serve(path, late + "\r\n");
        assertThat(read(path)).startsWith("aucun nouveau, aucun modifié");
        assertThat(everything(path, stores.author())).isEqualTo(before);
    }

    @Test
    void AG_15_what_was_written_by_hand_stays_and_both_versions_are_shown() {
        String path = source("hand", "ical", "publier");
        String told = "DESCRIPTION:Une soirée toute simple. https://exemple.fr/loto";
        FEEDS.serve("/hand", new Feed().event("h", "Loto", evening(8), told).toString());
        read(path);
        Browser salariee = signedIn("salariee");
        String form = form(path);
        Document public1 = new Browser(port).read("/agenda/loto");
        HttpResponse<String> same = rewrite(salariee, form, Map.of("lieu.nom", "Salle"));
        assertThat(same.statusCode()).as(Browser.problems(same)).isEqualTo(302);
        assertThat(locked(path)).containsExactly("lieu/nom");
        assertThat(new Browser(port)
                        .read("/agenda/loto")
                        .select("a[href*=exemple.fr]")
                        .attr("rel"))
                .isEqualTo(public1.select("a[href*=exemple.fr]").attr("rel"))
                .isEqualTo("nofollow ugc noopener");

        rewrite(salariee, form, Map.of("titre", "Grand loto"));
        assertThat(locked(path)).containsExactlyInAnyOrder("titre", "lieu/nom");
        FEEDS.serve(
                "/hand",
                new Feed().event("h", "Loto du village", evening(9), told).toString());
        assertThat(read(path)).startsWith("aucun nouveau, 1 modifié");
        assertThat(items(path)).containsEntry("h", "publie Grand loto");
        assertThat(items(path, "debut")).containsEntry("h", "publie " + evening(9));
        String shown = Browser.plain(salariee.read(form).text());
        assertThat(shown).contains("La source dit autre chose", "Grand loto", "Loto du village");

        HttpResponse<String> followed = gesture(salariee, form, "/source");
        assertThat(followed.statusCode()).isEqualTo(302);
        assertThat(items(path)).containsEntry("h", "publie Loto du village");
        assertThat(locked(path)).isEmpty();
    }

    @Test
    void AG_15_a_series_that_follows_its_source_again_forgets_the_days_that_people_took_out() {
        String path = source("series", "ical", "publier");
        FEEDS.serve(
                "/series",
                new Feed()
                        .event(
                                "s",
                                "Chorale du mardi",
                                evening(7),
                                "RRULE:FREQ=WEEKLY;COUNT=5",
                                "EXDATE;TZID=Europe/Paris:" + Feed.at(evening(14)),
                                "LOCATION:Salle")
                        .toString());
        read(path);
        List<String> told = dates(path, "s");
        assertThat(told).hasSize(4);
        Browser salariee = signedIn("salariee");
        String form = form(path);
        HttpResponse<String> taken = rewrite(
                salariee,
                form,
                Map.of("recurrence.exceptions[1]", evening(21).toLocalDate().toString()));
        assertThat(taken.statusCode()).as(Browser.problems(taken)).isEqualTo(302);
        assertThat(locked(path)).containsExactly("recurrence");
        assertThat(dates(path, "s")).hasSize(3);

        gesture(salariee, form, "/source");
        assertThat(locked(path)).isEmpty();
        assertThat(dates(path, "s")).isEqualTo(told);
    }

    @Test
    void AG_10_what_was_on_last_month_comes_once_is_no_news_to_anybody_and_no_question_to_the_staff() {
        String path = source("month", "ical", "publier");
        String hall = "LOCATION:Salle\\, 35580 Guichen";
        FEEDS.serve(
                "/month",
                new Feed()
                        .event("one", "Pressée du 12", evening(-12))
                        .event("two", "Veillée d’hiver", evening(-5), hall)
                        .event("old", "Fête d’avant", evening(-40))
                        .toString());
        assertThat(read(path)).startsWith("2 nouveaux, aucun modifié, aucun retiré, 1 laissé de côté");
        assertThat(items(path, "publie").values())
                .as("as old as they are")
                .extracting(one -> Instant.parse(one.replace("publie ", "")))
                .containsExactlyInAnyOrder(
                        evening(-12).plusHours(2).atZone(SourceFields.PARIS).toInstant(),
                        evening(-5).plusHours(2).atZone(SourceFields.PARIS).toInstant());

        // the same, otherwise called
        FEEDS.serve(
                "/month",
                new Feed()
                        .event("uno", "Pressée du 12", evening(-12))
                        .event("duo", "Veillée d’hiver", evening(-5), hall)
                        .toString());
        assertThat(read(path)).startsWith("aucun nouveau");
        assertThat(items(path)).hasSize(2);

        String other = source("month-too", "ical", "publier");
        FEEDS.serve(
                "/month-too",
                new Feed().event("z", "Veillée d’hiver", evening(-5), hall).toString());
        read(other);
        assertThat(items(other)).hasSize(1);
        assertThat(Browser.plain(signedIn("salariee").read("/espace/taches").text()))
                .doesNotContain("Veillée d’hiver");
    }

    /** What a form holds, as a browser would send it. */
    private static Map<String, String> fields(@org.jspecify.annotations.Nullable Element form) {
        Map<String, String> fields = new HashMap<>();
        Element there = java.util.Objects.requireNonNull(form);
        for (Element input : there.select("input[name]")) {
            boolean box = List.of("radio", "checkbox").contains(input.attr("type"));
            if (!box || input.hasAttr("checked")) {
                fields.put(input.attr("name"), input.val());
            }
        }
        for (Element text : there.select("textarea[name]")) {
            fields.put(text.attr("name"), text.wholeText());
        }
        for (Element select : there.select("select[name]")) {
            Element chosen = select.selectFirst("option[selected]");
            fields.put(select.attr("name"), chosen == null ? "" : chosen.val());
        }
        return fields;
    }

    private static HttpResponse<String> rewrite(Browser who, String form, Map<String, String> changed) {
        Map<String, String> fields = fields(who.read(form).selectFirst("main form:has([name=titre])"));
        fields.putAll(changed);
        fields.put("action", "publier");
        return who.post(form, fields);
    }

    private String form(String path) {
        Hits hits = indexes.author().find(ContentQuery.anywhere().where("source", id(path)), Identity.SYSTEM);
        return "/espace/" + hits.hits().get(0).workspace() + "/"
                + hits.hits().get(0).id();
    }

    /** Where something of a source is written by hand. */
    private String screenOf(String uid, String path) {
        ContentQuery query = ContentQuery.anywhere().where("source", id(path)).page(0, 3_000);
        List<Hits.Hit> hits = indexes.author().find(query, Identity.SYSTEM).hits();
        return stores.author().read(Identity.SYSTEM, session -> {
            for (Hits.Hit hit : hits) {
                Node node = session.getNode("/" + hit.workspace() + hit.path());
                if (node.getProperty("uid").getString().equals(uid)) {
                    return "/espace/" + hit.workspace() + "/" + node.getIdentifier();
                }
            }
            throw new AssertionError(uid);
        });
    }

    private List<String> locked(String path) {
        String id = form(path).replaceFirst(".*/", "");
        return stores.author()
                .read(Identity.SYSTEM, session -> Source.texts(session.getNodeByIdentifier(id), Locks.PROPERTY));
    }

    @Test
    void AG_22_three_failures_in_a_row_send_one_mail_and_what_came_stays() {
        String path = source("broken", "ical", "publier");
        FEEDS.serve("/broken", new Feed().event("k", "Kermesse", evening(9)).toString());
        sources.look();
        assertThat(items(path)).containsEntry("k", "publie Kermesse");
        FEEDS.fail("/broken");
        sources.look();
        assertThat(property(path, "echecs")).as("not before its hour").isEqualTo("0");
        for (int i = 1; i <= 5; i++) {
            CLOCK.pass(Duration.ofHours(6));
            sources.look();
            assertThat(property(path, "echecs")).isEqualTo(String.valueOf(i));
            assertThat(mails("« Agenda broken » ne répond plus"))
                    .as("mails after %d failures", i)
                    .isEqualTo(i < 3 ? 0 : reviewers());
        }
        assertThat(property(path, "derniereErreur")).contains("réponse 503");
        assertThat(items(path)).containsEntry("k", "publie Kermesse");
        Browser salariee = signedIn("salariee");
        assertThat(Browser.plain(salariee.read("/espace").text())).contains("« Agenda broken » n’a pas pu être lue");
        assertThat(Browser.plain(signedIn("ca").read("/espace").text())).doesNotContain("Agenda broken");
        assertThat(Browser.plain(salariee.read("/espace/sources").text()))
                .contains("Agenda broken", "1 nouveau, aucun modifié, aucun retiré", "réponse 503");
        FEEDS.serve("/broken", new Feed().event("k", "Kermesse", evening(9)).toString());
        CLOCK.pass(Duration.ofHours(6));
        sources.look();
        assertThat(property(path, "echecs")).isEqualTo("0");
    }

    /** In the demo, la salariée and the administration. */
    private static long reviewers() {
        return 2;
    }

    /** Those of a partner, one of them of yesterday. */
    private static String recentNews() throws IOException {
        return Files.readString(Path.of("webapp/src/test/resources/feeds/wordpress.rss"))
                .replace(
                        "Thu, 19 Nov 2026 16:00:00 +0000",
                        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                CLOCK.instant().atZone(ZoneId.of("UTC")).minusDays(1)));
    }

    @Test
    void AC_15_a_partners_news_are_proposed_as_three_lines_and_a_link() throws Exception {
        String path = source("news", "rss", "publier");
        String feed = recentNews();
        FEEDS.serve("/news", feed);
        assertThat(read(path)).startsWith("1 nouveau");
        assertThat(items(path))
                .containsOnly(Map.entry("https://roue.exemple/?p=321", "propose Cent vélos de plus – merci !"));
        assertThat(items(path, "origine").values()).containsOnly("propose territoire");
        String body = items(path, "corps").values().iterator().next();
        assertThat(body).contains("https://roue.exemple/cent-velos/", "Lire la suite chez La Roue Qui Rit");
        assertThat(items(path, "chapo").values().iterator().next())
                .doesNotContain("CORPS")
                .hasSizeLessThan(310);
        FEEDS.serve("/news", feed + "\n");
        assertThat(read(path)).startsWith("aucun nouveau, aucun modifié");
    }

    @Test
    void AC_15_what_a_long_feed_leaves_aside_is_told_on_its_screen_and_one_too_big_changes_nothing() {
        String path = source("longue", "rss", "publier");
        FEEDS.serve("/longue", news(60, ""));
        assertThat(Browser.plain(read(path))).startsWith("50 nouveaux");
        String screen = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> "/espace/sources/"
                                + session.getNode("/sources" + path).getIdentifier());
        assertThat(Browser.plain(Browser.signedIn(port, "salariee").read(screen).text()))
                .contains("Laissées de côté : 10");

        FEEDS.serve("/longue", news(70, "<!--" + "x".repeat(2 * 1024 * 1024) + "-->"));
        read(path);
        assertThat(Browser.plain(property(path, "derniereErreur"))).contains("plus de 2 Mo");
        assertThat(items(path)).as("nothing by halves").hasSize(50);
    }

    private static String news(int count, String more) {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            items.append("<item><title>Nouvelle ")
                    .append(i)
                    .append("</title><link>https://longue.exemple/")
                    .append(i)
                    .append("</link></item>");
        }
        return "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Longue</title>"
                + "<link>https://longue.exemple</link><description>x</description>" + items + more + "</channel></rss>";
    }

    @Test
    void very_many_events_come_at_once_and_the_second_time_nothing_is_written() {
        String path = source("big", "ical", "publier");
        Feed feed = new Feed();
        // more than are looked up at once; no source may have more than 2,000
        int events = Walk.of(1_100, 2_000);
        for (int i = 0; i < events; i++) {
            feed.event("big" + i, "Rendez-vous " + i % 300, evening(10 + i % 400), "LOCATION:Place " + i % 40);
        }
        FEEDS.serve("/big", feed.toString());
        String counts = read(path);
        assertThat(Browser.plain(counts))
                .as(property(path, "derniereErreur"))
                .startsWith("%d %03d nouveaux".formatted(events / 1_000, events % 1_000));
        Map<String, String> author = everything(path, stores.author());
        Map<String, String> published = everything(path, stores.published());
        FEEDS.serve("/big", feed + "\r\n");
        assertThat(read(path)).startsWith("aucun nouveau, aucun modifié");
        assertThat(everything(path, stores.author())).isEqualTo(author);
        assertThat(everything(path, stores.published())).isEqualTo(published);
    }
}
