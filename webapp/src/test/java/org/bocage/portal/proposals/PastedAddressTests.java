package org.bocage.portal.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.Stranger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.json.JsonMapper;

/** « Collez l’adresse »: a form is filled in from the page that announces the same thing elsewhere. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PastedAddressTests {

    private static final String GUICHEN = "b0ca0003-0000-4000-8000-000000035126";
    private static final String EVENT = """
            {"@context": "https://schema.org", "@type": "MusicEvent", "name": "Bal & potage",
             "startDate": "2040-06-05T16:30:00Z", "endDate": "2040-06-05T21:00:00+02:00",
             "location": {"@type": "Place", "name": "La Grange", "address": {"streetAddress": "3 rue du Four",
             "postalCode": "35580", "addressLocality": "Guichen"}},
             "organizer": {"name": "Les Danseurs"}, "description": "<p>Venez <b>danser</b>.</p><script>alert(1)</script>"}""";

    @TempDir
    static Path home;

    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @SuppressWarnings("NullAway.Init")
    private static HttpServer elsewhere;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() throws IOException {
        mails.start();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page("/evenement", "text/html; charset=utf-8", ld(EVENT));
        page("/sans-fuseau", "text/html", ld(EVENT.replace("2040-06-05T16:30:00Z", "2040-06-05T18:30")));
        page("/sans-heure", "text/html", ld(EVENT.replace("2040-06-05T16:30:00Z", "2040-06-05")));
        page("/deux", "text/html", ld(EVENT) + ld(EVENT.replace("Bal & potage", "Le lendemain")));
        page("/deux-fois-le-meme", "text/html", ld(EVENT) + ld("[" + EVENT + "]"));
        page("/passe", "text/html", ld(EVENT.replace("2040-", "2020-")));
        page("/rien", "text/html", "<html><title>Bonjour</title><p>Rien ici</p></html>");
        page("/casse", "text/html", ld("{\"@type\": \"Event\", \"name\": "));
        page("/profond", "text/html", ld("[".repeat(20_000)));
        page("/image", "image/png", "PNG");
        page("/enorme", "text/html", "<p>" + "x".repeat(10_000_000));
        page(
                "/og",
                "text/html",
                "<meta property='og:title' content='Une &eacute;toile'><meta content='Un soir.' property='og:description'>");
        page("/note", "application/activity+json", """
                {"@context": "https://www.w3.org/ns/activitystreams", "type": "Event", "name": "Atelier couture",
                 "startTime": "2040-09-01T09:00:00+02:00", "location": {"type": "Place", "name": "Le Fournil"},
                 "content": "<p>On coud.</p>"}""");
        page("/mobilizon", "application/activity+json; charset=utf-8", objectOf("mobilizon-event"));
        page("/gancio", "application/activity+json; charset=utf-8", objectOf("gancio-event"));
        page("/gancio-activite", "application/ld+json", payload("gancio-event"));
        page("/mastodon", "application/activity+json; charset=utf-8", objectOf("mastodon-reply"));
        page("/page-de-mobilizon", "text/html; charset=utf-8", """
                <html lang="fr"><head><meta property="og:title" content="Nuit des chauves-souris">
                <meta property="og:description" content="Le vendredi 8 juin 2040, au moulin"></head><body>""" + ld("""
                {"@context": "https://schema.org", "@type": "Event", "name": "Nuit des chauves-souris",
                 "description": "On écoute, on compte.", "performer": {"@type": "Organization", "name": "Les Veilleurs"},
                 "organizer": {"@type": "Organization", "name": "Les Veilleurs"},
                 "location": [{"@type": "VirtualLocation", "url": "https://visio.exemple/nuit"}, {"@type": "Place",
                 "name": "Le moulin", "address": {"@type": "PostalAddress", "streetAddress": "Rue du Moulin",
                 "addressLocality": "Guichen", "postalCode": "35580", "addressRegion": "Bretagne",
                 "addressCountry": "France"}}],
                 "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
                 "maximumAttendeeCapacity": 0, "remainingAttendeeCapacity": null,
                 "eventStatus": "https://schema.org/EventScheduled",
                 "image": ["https://mobilizon.exemple/img/mobilizon_default_card.png"],
                 "startDate": "2040-06-08T20:00:00Z", "endDate": "2040-06-08T22:00:00Z"}""") + "</body></html>");
        page("/emploi", "text/html", ld("""
                {"@graph": [{"@type": "WebSite"}, {"@type": "JobPosting", "title": "Maraîcher·ère",
                 "validThrough": "2040-03-01T23:59:00+01:00", "hiringOrganization": {"name": "La Ferme"},
                 "description": "Planter, récolter."}]}"""));
        elsewhere.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.outgoing.allowed=127.0.0.1:" + elsewhere.getAddress().getPort(),
                "--bocage.forms.minimum-time=0s",
                "--bocage.forms.posts-per-hour=100",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        portal.close();
        elsewhere.stop(0);
        mails.stop();
    }

    /** Payload of another program, the addresses left as they are. */
    private static String payload(String name) throws IOException {
        return Files.readString(Path.of("webapp/src/test/resources/fediverse/" + name + ".json"));
    }

    /** The object of an activity, as it is read at its own address. */
    private static String objectOf(String name) throws IOException {
        return JsonMapper.shared().readTree(payload(name)).path("object").toString();
    }

    private static String ld(String json) {
        return "<script type=\"application/ld+json\">" + json.replace("</", "<\\/") + "</script>";
    }

    private static void page(String path, String type, String body) {
        elsewhere.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    private static HttpResponse<String> paste(String what, String address) {
        return new Browser(portal.port())
                .get("/proposer/" + what + "?lien=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private static Document filled(String what, String path) {
        HttpResponse<String> answer = paste(what, at(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Browser.page(answer);
    }

    private static String value(Document page, String name) {
        return page.select("form.form [name='" + name + "']").val();
    }

    @Test
    void an_event_of_another_page_fills_in_the_form_which_tells_what_was_read_and_what_is_left() {
        Document page = filled("evenement", "/evenement");

        assertThat(value(page, "titre")).isEqualTo("Bal & potage");
        assertThat(value(page, "debut")).as("on the clock of Paris").isEqualTo("2040-06-05T18:30");
        assertThat(value(page, "fin")).isEqualTo("2040-06-05T21:00");
        assertThat(value(page, "lieu.nom")).isEqualTo("La Grange, 3 rue du Four 35580 Guichen");
        assertThat(value(page, "organisateurs[0].nom")).isEqualTo("Les Danseurs");
        assertThat(Browser.plain(
                        page.select("form.form textarea[name=description]").text()))
                .contains("Venez danser.", "Annoncé aussi ici : " + at("/evenement"))
                .doesNotContain("<b>", "<script", "<a");
        String told = Browser.plain(page.select("main [role=status]").text());
        assertThat(told)
                .contains("on a lu : le titre, le jour et l’heure")
                .contains("Il vous reste à dire : la commune.");
        assertThat(told).doesNotContain("heure d’ici");
    }

    @Test
    void what_was_read_is_proposed_as_if_it_had_been_typed() {
        HttpResponse<String> form = paste("evenement", at("/evenement"));
        Map<String, String> rest = new LinkedHashMap<>();
        rest.put("commune", GUICHEN);
        rest.put("proposant.nom", "Camille Sans-Compte");
        rest.put("proposant.courriel", "camille@exemple.invalid");

        HttpResponse<String> sent = Stranger.answer(new Browser(portal.port()), form, rest, Map.of());

        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/proposer/merci");
    }

    @Test
    void in_the_private_space_too_a_page_fills_in_what_its_author_is_asked_for() {
        Browser writer = Browser.signedIn(portal.port(), "ca");
        String form = "/espace/evenements/nouveau";
        Document empty = writer.read(form);
        assertThat(empty.select("details.repli form [name=lien]")).hasSize(1);

        HttpResponse<String> answer =
                writer.get(form + "?lien=" + URLEncoder.encode(at("/evenement"), StandardCharsets.UTF_8));
        Document page = Browser.page(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("#ecrire [name=titre]").val()).isEqualTo("Bal & potage");
        assertThat(page.select("#ecrire [name=debut]").val()).isEqualTo("2040-06-05T18:30");
        assertThat(page.select("#ecrire textarea[name=description]").text())
                .contains("Venez danser.", at("/evenement"));
        assertThat(Browser.plain(page.select("details.repli [role=status]").text()))
                .contains("on a lu : le titre, le jour et l’heure")
                .contains("Il vous reste à dire");

        HttpResponse<String> nothing =
                writer.get(form + "?lien=" + URLEncoder.encode(at("/rien"), StandardCharsets.UTF_8));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(Browser.page(nothing).select("#collee-erreur").text()).contains("rien que l’on sache lire");
        assertThat(Browser.page(nothing).select("#ecrire [name=titre]")).hasSize(1);
        assertThat(writer.read("/espace/actus/nouveau").select("[name=lien]")).isEmpty();
    }

    @Test
    void dates_without_a_zone_are_those_of_here_and_a_day_without_its_hour_is_asked_for() {
        Document zoneless = filled("evenement", "/sans-fuseau");
        assertThat(value(zoneless, "debut")).isEqualTo("2040-06-05T18:30");
        assertThat(zoneless.select("main [role=status]").text()).contains("heure d’ici");

        Document dayOnly = filled("evenement", "/sans-heure");
        assertThat(value(dayOnly, "debut")).isEmpty();
        assertThat(Browser.plain(dayOnly.select("main [role=status]").text()))
                .contains("reste à dire : le jour et l’heure, la commune")
                .doesNotContain("heure d’ici");
    }

    @Test
    void an_object_of_the_fediverse_a_job_and_a_plain_page_are_read_as_far_as_they_tell() {
        Document event = filled("evenement", "/note");
        assertThat(value(event, "titre")).isEqualTo("Atelier couture");
        assertThat(value(event, "debut")).isEqualTo("2040-09-01T09:00");
        assertThat(value(event, "lieu.nom")).isEqualTo("Le Fournil");

        Document job = filled("annonce", "/emploi");
        assertThat(value(job, "titre")).isEqualTo("Maraîcher·ère");
        assertThat(value(job, "structure.nom")).isEqualTo("La Ferme");
        assertThat(value(job, "cloture")).startsWith("2040-03-01");

        Document plain = filled("evenement", "/og");
        assertThat(value(plain, "titre")).isEqualTo("Une étoile");
        assertThat(plain.select("form.form textarea[name=description]").text()).contains("Un soir.", at("/og"));

        assertThat(value(filled("evenement", "/deux-fois-le-meme"), "titre")).isEqualTo("Bal & potage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/mobilizon | Curage de la mare du Bout | 2040-03-17T09:30 | 2040-03-17T16:00 | "
                        + "La mare du Bout, Chemin du Bout 35580 Guichen | '' | Bottes obligatoires.",
                "/gancio | Cantine de la gare | 2040-05-04T19:00 | 2040-05-04T22:30 | "
                        + "La Gare aux Gâteaux, 2 place de la Gare, Guichen | '' | Un bol, une chaise",
                "/gancio-activite | Cantine de la gare | 2040-05-04T19:00 | 2040-05-04T22:30 | "
                        + "La Gare aux Gâteaux, 2 place de la Gare, Guichen | '' | Un bol, une chaise",
                "/page-de-mobilizon | Nuit des chauves-souris | 2040-06-08T22:00 | 2040-06-09T00:00 | "
                        + "Le moulin, Rue du Moulin 35580 Guichen | Les Veilleurs | On écoute, on compte.",
            })
    void an_event_is_read_as_mobilizon_and_gancio_write_it(
            String path, String title, String start, String end, String place, String organiser, String words) {
        Document page = filled("evenement", path);

        assertThat(value(page, "titre")).isEqualTo(title);
        assertThat(value(page, "debut")).isEqualTo(start);
        assertThat(value(page, "fin")).isEqualTo(end);
        assertThat(value(page, "lieu.nom")).isEqualTo(place);
        assertThat(value(page, "organisateurs[0].nom")).isEqualTo(organiser);
        assertThat(page.select("form.form textarea[name=description]").text()).contains(words, at(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/mastodon, ne dit rien que l’on sache lire",
        "/rien, ne dit rien que l’on sache lire",
        "/casse, ne dit rien que l’on sache lire",
        "/profond, ne dit rien que l’on sache lire",
        "/deux, annonce plusieurs choses",
        "/passe, est déjà passé",
        "/image, n’est pas celle d’une page",
        "/enorme, pèse plus de 2 Mo",
        "/introuvable, ne donne rien à cette adresse",
    })
    void a_page_that_tells_nothing_of_use_is_told_in_words_and_the_form_stays(String path, String words) {
        refuses(at(path), words);
    }

    @ParameterizedTest
    @CsvSource({
        "bonjour, commence par https://",
        "ftp://exemple.fr/x, commence par https://",
        "http://10.0.0.1/, réseau privé",
        "http://169.254.169.254/latest/, réseau privé",
        "http://localhost/, ressemble à https://",
        "http://exemple.fr:22/x, porte inhabituelle",
        "https://moi:secret@exemple.fr/, un nom et un mot de passe",
    })
    void an_address_where_the_portal_does_not_go_is_told_in_words(String address, String words) {
        refuses(address, words);
    }

    private static void refuses(String address, String words) {
        HttpResponse<String> answer = paste("evenement", address);
        Document page = Browser.page(answer);

        assertThat(answer.statusCode()).as(address).isEqualTo(422);
        assertThat(Browser.plain(page.select("#lien-erreur").text())).contains(words);
        assertThat(page.select("#lien").val()).isEqualTo(address);
        assertThat(page.select("form.form [name=titre]")).hasSize(1);
        assertThat(page.select("main [role=status]")).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void of_pages_read_without_end_a_connection_is_told_to_wait() {
        HttpResponse<String> answer = paste("evenement", "bonjour");
        for (int i = 0; i < 250 && answer.statusCode() == 422; i++) {
            answer = paste("evenement", "bonjour");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Browser.page(answer).select("#lien-erreur").text()).contains("Réessayez dans une heure");
        assertThat(Browser.page(answer).select("form.form [name=titre]")).hasSize(1);
    }

    @Test
    void the_form_with_an_address_is_accessible_whether_it_was_read_or_not() {
        ChromeDriver browser = Chromium.open(home.resolve("axe"));
        try {
            for (String path : List.of("/evenement", "/rien")) {
                browser.get(portal.address() + "/proposer/evenement?lien="
                        + URLEncoder.encode(at(path), StandardCharsets.UTF_8));
                assertThat(browser.findElement(By.id("lien")).isDisplayed()).isTrue();
                assertThat(Axe.check().violations(browser).stream().map(rule -> rule.getId() + " " + rule.getNodes()))
                        .as(path)
                        .isEmpty();
            }
        } finally {
            browser.quit();
        }
    }

    /** Pages made to keep whoever reads them busy. An expression that goes over its text again and again would take hours. */
    @ParameterizedTest
    @MethodSource
    void a_page_made_to_keep_its_reader_busy_is_read_or_refused_like_any_other(String name, String body) {
        page("/hostile-" + name, "text/html", body);

        HttpResponse<String> answer =
                assertTimeoutPreemptively(Duration.ofMinutes(3), () -> paste("evenement", at("/hostile-" + name)));

        assertThat(answer.statusCode()).isIn(200, 422);
    }

    static Stream<Arguments> a_page_made_to_keep_its_reader_busy_is_read_or_refused_like_any_other() {
        int many = 1_500_000;
        return Stream.of(
                Arguments.of("date", ld(EVENT.replace("2040-06-05T16:30:00Z", "T".repeat(many)))),
                Arguments.of("signes", ld(EVENT.replace("Bal & potage", "<".repeat(many)))),
                Arguments.of("lignes", ld(EVENT.replace("Bal & potage", "<br".repeat(many / 3)))),
                Arguments.of("metas", "<meta ".repeat(many / 6)),
                Arguments.of("attributs", ("<meta " + "a".repeat(3_900) + ">").repeat(many / 4_000)),
                Arguments.of("espaces", ("<meta a" + " ".repeat(3_900) + ">").repeat(many / 4_000)),
                Arguments.of("donnees", "<script type=\"application/ld+json\">".repeat(many / 40)));
    }

    @Test
    void no_page_of_somebody_else_has_the_portal_call_out() {
        AtomicInteger asked = new AtomicInteger();
        elsewhere.createContext("/compte", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        String form = "/proposer/evenement?lien=" + URLEncoder.encode(at("/compte"), StandardCharsets.UTF_8);

        HttpResponse<String> picture = new Browser(portal.port()).get(form, "Sec-Fetch-Site", "cross-site");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(Browser.page(picture).select("#lien").val()).isEqualTo(at("/compte"));
        assertThat(asked).hasValue(0);

        new Browser(portal.port()).get(form, "Sec-Fetch-Site", "same-origin");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_page_in_an_older_alphabet_keeps_its_accents() {
        elsewhere.createContext("/latin", exchange -> {
            byte[] bytes = ld(EVENT.replace("Bal & potage", "Fête d’été")).getBytes(Charset.forName("windows-1252"));
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });

        assertThat(value(filled("evenement", "/latin"), "titre")).isEqualTo("Fête d’été");
    }

    @Test
    void a_form_that_no_page_fills_in_does_not_offer_it() {
        assertThat(new Browser(portal.port()).read("/proposer/actu").select("#lien"))
                .isEmpty();
        assertThat(new Browser(portal.port()).read("/proposer/evenement").select("#lien"))
                .hasSize(1);
    }
}
