package org.bocage.portal.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.jcr.Node;
import javax.xml.parsers.DocumentBuilderFactory;
import net.minidev.json.JSONArray;
import net.minidev.json.JSONObject;
import net.minidev.json.parser.JSONParser;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the portal for machines, read by other means than those that wrote it, with the demo content. */
class FeedTests {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpResponse<String> answer = new Browser(portal.port()).get(path, headers);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private static int status(String path) {
        return new Browser(portal.port()).get(path).statusCode();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Element xml(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(get(path).body())))
                .getDocumentElement();
    }

    private static String text(Element element, String name) {
        return Objects.requireNonNull(element.getElementsByTagName(name).item(0), name)
                .getTextContent();
    }

    private static List<String> titles(String path) throws Exception {
        NodeList items = xml(path).getElementsByTagName("item");
        return java.util.stream.IntStream.range(0, items.getLength())
                .mapToObj(i -> Browser.plain(text((Element) items.item(i), "title")))
                .toList();
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    @Test
    void AC_05_the_news_are_a_feed_that_a_plain_parser_reads() throws Exception {
        HttpResponse<String> answer = get("/actualites/flux.xml");
        Element channel = (Element)
                xml("/actualites/flux.xml").getElementsByTagName("channel").item(0);
        String base = portal.address();

        assertThat(header(answer, "Content-Type")).startsWith("application/rss+xml");
        assertThat(text(channel, "language")).isEqualTo("fr");
        assertThat(text(channel, "link")).isEqualTo(base + "/actualites");
        Element self = (Element) channel.getElementsByTagNameNS(ATOM, "link").item(0);
        assertThat(self.getAttribute("rel")).isEqualTo("self");
        assertThat(self.getAttribute("href")).isEqualTo(base + "/actualites/flux.xml");
        NodeList items = channel.getElementsByTagName("item");
        assertThat(items.getLength()).isGreaterThan(5);
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            assertThat(text(item, "link")).matches(base + "/actualites/[0-9]{4}/[a-z0-9-]+");
            Element guid = (Element)
                    Objects.requireNonNull(item.getElementsByTagName("guid").item(0));
            assertThat(guid.getAttribute("isPermaLink")).isEqualTo("false");
            assertThat(guid.getTextContent()).matches("urn:uuid:[0-9a-f-]{36}");
            assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text(item, "pubDate")))
                    .isNotNull();
            assertThat(text(item, "description")).isNotBlank().doesNotContain("<p");
        }
        Element enclosure = (Element)
                Objects.requireNonNull(channel.getElementsByTagName("enclosure").item(0));
        assertThat(Long.parseLong(enclosure.getAttribute("length"))).isPositive();
        assertThat(enclosure.getAttribute("type")).startsWith("image/");
        assertThat(status(enclosure.getAttribute("url").substring(base.length())))
                .isEqualTo(200);
    }

    @Test
    void AC_05_each_origin_and_each_theme_has_its_own_feed() throws Exception {
        List<String> all = titles("/actualites/flux.xml");
        List<String> ours = titles("/actualites/pole/flux.xml");
        List<String> theirs = titles("/actualites/territoire/flux.xml");

        assertThat(ours).isNotEmpty();
        assertThat(theirs).isNotEmpty().doesNotContainAnyElementsOf(ours);
        assertThat(all).containsAll(ours).containsAll(theirs);
        assertThat(titles("/actualites/flux.xml?theme=culture")).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(titles("/actualites/flux.xml?theme=atlantide")).isEmpty();
        assertThat(new Browser(portal.port())
                        .read("/actualites?theme=culture")
                        .select("link[rel=alternate][type=application/rss+xml]")
                        .attr("href"))
                .isEqualTo("/actualites/flux.xml?theme=culture");
    }

    @Test
    void AC_05_atom_is_read_as_atom() throws Exception {
        SyndFeed feed = new SyndFeedInput()
                .build(new StringReader(get("/actualites/atom.xml").body()));
        Element root = xml("/actualites/atom.xml");

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(text(root, "id")).isEqualTo(portal.address() + "/actualites/atom.xml");
        assertThat(text(root, "updated")).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
        for (SyndEntry entry : feed.getEntries()) {
            assertThat(entry.getUri()).startsWith("urn:uuid:");
            assertThat(entry.getUpdatedDate()).isNotNull();
            assertThat(entry.getLink()).startsWith(portal.address() + "/actualites/");
        }
    }

    /** RFC 4287, 4.1.1, 4.1.2, 4.2.7 and 3.3, by the parser of the JDK. */
    @Test
    void AC_05_atom_has_what_its_standard_requires_of_a_feed_and_of_each_entry() throws Exception {
        Element feed = xml("/actualites/atom.xml");
        assertAtom(feed);
        assertThat(children(feed, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .map(link -> link.getAttribute("href")))
                .containsExactly(portal.address() + "/actualites/atom.xml");

        List<Element> entries = children(feed, "entry");
        assertThat(entries).hasSizeGreaterThan(5).allSatisfy(entry -> {
            assertAtom(entry);
            assertThat(children(entry, "author").size()
                            + children(feed, "author").size())
                    .as("an author, its own or that of the feed")
                    .isPositive();
            assertThat(children(entry, "link").stream()
                            .filter(link -> link.getAttribute("rel").matches("|alternate"))
                            .map(link -> link.getAttribute("href")))
                    .singleElement()
                    .asString()
                    .startsWith(portal.address() + "/actualites/");
        });
        assertThat(entries.stream().map(entry -> children(entry, "id").get(0).getTextContent()))
                .doesNotHaveDuplicates();
    }

    private static void assertAtom(Element element) {
        for (String one : List.of("id", "title", "updated")) {
            assertThat(children(element, one))
                    .as("one %s of %s", one, element.getTagName())
                    .hasSize(1);
        }
        assertThat(URI.create(children(element, "id").get(0).getTextContent()).isAbsolute())
                .isTrue();
        assertThat(children(element, "title").get(0).getTextContent()).isNotBlank();
        for (String date : List.of("updated", "published")) {
            assertThat(children(element, date))
                    .allSatisfy(one -> assertThat(OffsetDateTime.parse(one.getTextContent()))
                            .isNotNull());
        }
        assertThat(children(element, "author"))
                .allSatisfy(author -> assertThat(children(author, "name"))
                        .singleElement()
                        .satisfies(name -> assertThat(name.getTextContent()).isNotBlank()));
    }

    /** The children of that name in the name space of Atom, and not those of its children. */
    private static List<Element> children(Element parent, String name) {
        NodeList all = parent.getChildNodes();
        return java.util.stream.IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(one -> one instanceof Element && ATOM.equals(one.getNamespaceURI()))
                .filter(one -> name.equals(one.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    @Test
    void AC_05_what_is_published_is_in_the_feed_at_once() throws Exception {
        HttpResponse<String> before = get("/actualites/pole/flux.xml");
        assertThat(new Browser(portal.port())
                        .get("/actualites/pole/flux.xml", "If-None-Match", header(before, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "Tout chaud & <tout> neuf");
        filled.put("origine", "pole");
        filled.put("chapo", "Une nouvelle qui sort du four, et qui sent déjà bon depuis la rue d’à côté.");
        filled.put("corps", "<p>La voilà.</p>");
        filled.put("themes", "b0ca0002-0000-4000-8000-000000000006");
        filled.put("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
        filled.put("visibilite", "public");

        HttpResponse<String> sent = salariee.write("/espace/actus/nouveau", filled, "publier");

        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(titles("/actualites/pole/flux.xml")).contains("Tout chaud & <tout> neuf");
    }

    @Test
    void AN_08_each_kind_of_annonces_has_its_feed() throws Exception {
        assertThat(titles("/annonces/flux.xml")).isNotEmpty();
        List<String> all = titles("/annonces/flux.xml");
        Map<String, Set<String>> sections = Map.of(
                "emploi", Set.of("emploi"),
                "stages", Set.of("stage-service-civique"),
                "benevolat", Set.of("benevolat"),
                "appels-a-projets", Set.of("appel-a-projets"),
                "bons-plans", Set.of("bon-plan"),
                "materiel", Set.of("materiel-besoin", "materiel-don"));
        Map<String, String> kinds = kinds();
        assertThat(all).isNotEmpty().allSatisfy(title -> assertThat(kinds).containsKey(title));
        for (Map.Entry<String, Set<String>> section : sections.entrySet()) {
            assertThat(titles("/annonces/" + section.getKey() + "/flux.xml"))
                    .as(section.getKey())
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(title -> section.getValue().contains(kinds.get(title)))
                            .toList());
        }
        assertThat(status("/annonces/atlantide/flux.xml")).isEqualTo(404);
        assertThat(new Browser(portal.port())
                        .read("/annonces/benevolat")
                        .select("link[rel=alternate][type=application/rss+xml]")
                        .attr("href"))
                .isEqualTo("/annonces/benevolat/flux.xml");
    }

    @Test
    void AN_08_annonces_are_a_json_feed_with_what_another_portal_needs_and_nobodys_address() throws Exception {
        HttpResponse<String> answer = get("/annonces/flux.json", "Origin", "https://partenaire.exemple.org");
        JsonNode feed = JsonMapper.shared().readTree(answer.body());

        assertThat(header(answer, "Content-Type")).isEqualTo("application/feed+json;charset=UTF-8");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("feed_url").asString()).isEqualTo(portal.address() + "/annonces/flux.json");
        assertThat(feed.path("home_page_url").asString()).isEqualTo(portal.address() + "/annonces");
        Map<String, String> kinds = new HashMap<>();
        feed.path("items")
                .valueStream()
                .forEach(one -> kinds.put(
                        Browser.plain(one.path("title").asString()),
                        one.at("/_bocage/kind").asString()));
        Map<String, String> stored = kinds();
        assertThat(kinds.keySet()).containsExactlyInAnyOrderElementsOf(titles("/annonces/flux.xml"));
        assertThat(kinds).allSatisfy((title, kind) -> assertThat(kind).isEqualTo(stored.get(title)));
        JsonNode job = feed.path("items")
                .valueStream()
                .filter(one -> one.path("title").asString().startsWith("Cuisinier·ère de bocaux"))
                .findFirst()
                .orElseThrow();
        assertThat(job.path("id").asString()).isEqualTo("b0ca0012-0000-4000-8000-000000000001@localhost");
        assertThat(job.path("url").asString())
                .isEqualTo(portal.address() + "/annonces/emploi/cuisinier-ere-de-bocaux-cdi-28-h");
        assertThat(job.has("external_url")).isFalse();
        assertThat(Browser.plain(job.path("content_html").asString())).contains("<p>Vous goûtez tout ?");
        assertThat(job.at("/authors/0/name").asString()).isEqualTo("Bocal & Bocaux Perchés");
        assertThat(job.at("/_bocage/last_day").asString()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        assertThat(job.at("/_bocage/commune").asString()).matches("[0-9]{5}");
        assertThat(job.at("/_bocage/place").asString()).isNotBlank();
        assertThat(job.at("/_bocage/remote").asBoolean()).isFalse();
        assertThat(job.at("/_bocage/details/contrat").asString()).isEqualTo("cdi");
        assertThat(Browser.plain(job.at("/_bocage/details/tempsTravail").asString()))
                .startsWith("28 h par semaine");
        assertThat(job.at("/_bocage/details/priseDePoste").asString()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        JsonNode call = feed.path("items")
                .valueStream()
                .filter(one -> one.at("/_bocage/kind").asString().equals("appel-a-projets"))
                .findFirst()
                .orElseThrow();
        assertThat(call.at("/_bocage/details/eligibles").size()).isPositive();
        assertThat(answer.body())
                .as("who answers asks the page")
                .doesNotContain("bocaux@exemple", "02 61 91 10 01", "commentRepondre");
        assertThat(JsonMapper.shared()
                        .readTree(get("/annonces/flux.json?type=emploi").body())
                        .path("items")
                        .valueStream()
                        .map(one -> one.at("/_bocage/kind").asString()))
                .isNotEmpty()
                .containsOnly("emploi");
    }

    @Test
    void AC_05_the_news_are_a_json_feed_that_says_whether_it_is_all_there_is() throws Exception {
        HttpResponse<String> answer = get("/actualites/flux.json", "Origin", "https://partenaire.exemple.org");
        JsonNode feed = JsonMapper.shared().readTree(answer.body());

        assertThat(header(answer, "Content-Type")).isEqualTo("application/feed+json;charset=UTF-8");
        assertThat(feed.path("home_page_url").asString()).isEqualTo(portal.address() + "/actualites");
        assertThat(feed.at("/_bocage/complete").asBoolean()).isTrue();
        assertThat(json("/actualites/flux.json?theme=culture")
                        .at("/_bocage/complete")
                        .asBoolean())
                .isFalse();
        assertThat(feed.path("items")
                        .valueStream()
                        .map(one -> Browser.plain(one.path("title").asString())))
                .isNotEmpty()
                .containsAll(titles("/actualites/flux.xml"));
        JsonNode first = feed.path("items").path(0);
        assertThat(first.path("id").asString()).matches("[0-9a-f-]{36}@localhost");
        assertThat(first.path("url").asString()).startsWith(portal.address() + "/actualites/");
        assertThat(first.path("content_text").asString()).isNotBlank();
        assertThat(first.has("_bocage")).isFalse();
        OffsetDateTime.parse(first.path("date_published").asString());
    }

    /** The kind of each annonce on line, by its title. */
    private static Map<String, String> kinds() {
        ContentQuery ads = ContentQuery.in("annonces").ofType("bocage:annonce").page(0, 200);
        List<String> ids =
                portal.context().getBean(ContentIndexes.class).published().find(ads, Identity.SYSTEM).hits().stream()
                        .map(Hits.Hit::id)
                        .toList();
        return portal.context().getBean(Stores.class).published().read(Identity.SYSTEM, session -> {
            Map<String, String> kinds = new HashMap<>();
            for (String id : ids) {
                Node ad = session.getNodeByIdentifier(id);
                kinds.put(
                        Browser.plain(ad.getProperty("titre").getString()),
                        ad.getProperty("type").getString());
            }
            return kinds;
        });
    }

    @Test
    void AG_23_a_partner_reads_the_agenda_as_json_from_any_page() {
        HttpResponse<String> answer = get("/api/agenda?taille=3", "Origin", "https://partenaire.exemple.org");
        JsonNode first = JsonMapper.shared().readTree(answer.body());
        JsonNode second = json("/api/agenda?taille=3&page=2");

        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(first.get("contenus")).hasSize(3);
        assertThat(first.get("total").asLong()).isGreaterThan(3);
        assertThat(second.get("contenus").get(0))
                .isNotEqualTo(first.get("contenus").get(0));
        JsonNode one = first.get("contenus").get(0);
        assertThat(one.get("adresse").asString()).startsWith(portal.address() + "/agenda/");
        assertThat(one.get("jour").asString())
                .isGreaterThanOrEqualTo(
                        LocalDate.now(Clock.system(ZoneId.of("Europe/Paris"))).toString());
        assertThat(one.get("debut").asString()).matches(".*\\+0[12]:00");
        assertThat(json("/api/agenda?commune=atlantide").get("total").asInt()).isZero();
    }

    @Test
    void AG_23_a_page_that_is_none_and_a_kind_that_is_none_are_not_found() {
        for (String asked : List.of("page=0", "page=-1", "page=abc", "taille=101", "page=99999", "taille=")) {
            assertThat(status("/api/agenda?" + asked)).as(asked).isEqualTo(404);
        }
        assertThat(status("/api/adhesions")).isEqualTo(404);
        assertThat(status("/api/documents")).isEqualTo(404);
    }

    @Test
    void AN_08_every_kind_is_read_as_json() {
        for (String kind : List.of("actualites", "annonces", "acteurs", "lieux", "ressources", "missions", "actions")) {
            assertThat(json("/api/" + kind).get("contenus"))
                    .as(kind)
                    .isNotEmpty()
                    .allSatisfy(one -> {
                        assertThat(one.get("titre").asString()).isNotBlank();
                        assertThat(one.get("adresse").asString()).startsWith(portal.address() + "/");
                    });
        }
    }

    @Test
    void RE_15_the_directory_is_a_map_of_points_within_the_territory() {
        HttpResponse<String> answer = get("/reseau/acteurs.geojson");
        JsonNode map = JsonMapper.shared().readTree(answer.body());

        assertThat(header(answer, "Content-Type")).startsWith("application/geo+json");
        assertThat(map.get("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.has("crs")).isFalse();
        assertThat(map.get("features")).hasSizeGreaterThan(10).allSatisfy(feature -> {
            JsonNode point = feature.get("geometry").get("coordinates");
            assertThat(point.get(0).asDouble()).isBetween(-2.2, -1.4);
            assertThat(point.get(1).asDouble()).isBetween(47.6, 48.1);
            assertThat(point.get(0).toString()).matches("-?[0-9]+(\\.[0-9]{1,5})?");
        });
    }

    @Test
    void RE_15_the_directory_is_a_table_that_a_spreadsheet_opens() throws Exception {
        String body = get("/reseau/acteurs.csv").body();

        assertThat(body).startsWith("\uFEFFNom de la structure;");
        assertThat(body.replace("\r\n", "")).doesNotContain("\n");
        CSVFormat form = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser table = form.parse(new StringReader(body.substring(1)))) {
            List<CSVRecord> lines = table.getRecords();
            assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> {
                assertThat(line.isConsistent()).isTrue();
                line.forEach(cell -> assertThat(cell).doesNotMatch("(?s)^[=+@-].*"));
            });
        }
    }

    @Test
    void RE_15_a_structure_has_a_visiting_card() {
        HttpResponse<String> answer = get("/reseau/acteurs/la-roue-qui-rit.vcf");

        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/vcard;charset=UTF-8");
        assertThat(answer.body()).startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n").endsWith("END:VCARD\r\n");
        assertThat(answer.body().split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        VCard card = Ezvcard.parse(answer.body()).first();
        assertThat(card.getFormattedName().getValue()).isEqualTo("La Roue Qui Rit");
        assertThat(card.getUid().getValue()).startsWith("urn:uuid:");
        assertThat(card.getAddresses().get(0).getLocality()).isNotBlank();
        assertThat(Cards.international("02 61 91 10 30")).contains("+33261911030");
        assertThat(Cards.international("+33 2 61 91 10 30")).contains("+33261911030");
        assertThat(Cards.international("3949")).isEmpty();
        assertThat(status("/reseau/acteurs/atlantide.vcf")).isEqualTo(404);
    }

    /** Idris gives his mail to all and his number to members, Marguerite her mail to members and her number to the board. */
    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, idris, idris@exemple.invalid, -",
                "-, marguerite, -, -",
                "adherent, idris, idris@exemple.invalid, +33639980009",
                "adherent, marguerite, marguerite@exemple.invalid, -",
                "ca, idris, idris@exemple.invalid, +33639980009",
                // what is for the board alone is read in the private space and never leaves it
                "ca, marguerite, marguerite@exemple.invalid, -",
            })
    void RE_15_the_card_of_somebody_has_the_ways_that_they_gave_to_who_reads_it(
            @Nullable String account, String name, @Nullable String mail, @Nullable String telephone) {
        Browser reader = account == null ? new Browser(portal.port()) : Browser.signedIn(portal.port(), account);
        HttpResponse<String> answer = reader.get("/reseau/contacts/" + name + ".vcf");

        assertThat(answer.statusCode()).isEqualTo(200);
        VCard card = Ezvcard.parse(answer.body()).first();
        assertThat(card.getFormattedName().getValue()).isEqualToIgnoringCase(name);
        assertThat(card.getEmails().stream().map(one -> one.getValue()))
                .containsExactlyElementsOf(mail == null ? List.of() : List.of(mail));
        assertThat(card.getTelephoneNumbers().stream().map(one -> one.getUri().getNumber()))
                .containsExactlyElementsOf(telephone == null ? List.of() : List.of(telephone));
        assertThat(header(answer, "Cache-Control").contains("private")
                        || header(answer, "Cache-Control").contains("no-store"))
                .as("no shared cache keeps what a member was given: " + header(answer, "Cache-Control"))
                .isEqualTo(account != null);
    }

    @Test
    void RE_15_who_did_not_say_yes_has_a_card_for_the_board_alone() {
        String card = "/reseau/contacts/gildas.vcf";

        assertThat(status(card)).isEqualTo(404);
        assertThat(Browser.signedIn(portal.port(), "adherent").get(card).statusCode())
                .isEqualTo(404);
        assertThat(Browser.signedIn(portal.port(), "ca").get(card).statusCode()).isEqualTo(200);
    }

    @Test
    void AC_05_the_page_of_feeds_says_it_in_plain_words_and_all_its_addresses_answer() {
        var page = new Browser(portal.port()).read("/flux");

        assertThat(page.select("main a[href$=flux.xml]")).hasSizeGreaterThan(8);
        for (String address : page.select("main a[href^=/]").eachAttr("href")) {
            assertThat(status(address)).as(address).isEqualTo(200);
        }
        assertThat(page.select("main a[href=/integrer]")).hasSize(1);
        assertThat(new Browser(portal.port()).read("/integrer").text())
                .contains("<a href=\"" + portal.address() + "/agenda");
        assertThat(page.text().toLowerCase(Locale.FRENCH)).contains("lecteur de flux");
        assertThat(new Browser(portal.port()).read("/").select("footer a[href=/flux]"))
                .isNotEmpty();
    }

    @Test
    void AC_05_what_the_agenda_is_narrowed_down_to_is_what_one_subscribes_to() {
        Browser visitor = new Browser(portal.port());
        String way = visitor.read("/agenda?tarif=gratuit&commune=guichen")
                .select("main a:contains(Dans mon agenda)")
                .attr("href");
        var page = visitor.read(way.replaceFirst("#.*", ""));

        assertThat(way).startsWith("/flux?").endsWith("#flux-agenda");
        assertThat(page.select("#flux-agenda-adresse").attr("value"))
                .isEqualTo(portal.address() + "/agenda.ics?commune=guichen&tarif=gratuit");
        assertThat(page.select("main a[href^=webcal:]").attr("href"))
                .endsWith("/agenda.ics?commune=guichen&tarif=gratuit");
        assertThat(page.select("[aria-labelledby=flux-agenda]").text()).contains("Guichen, Gratuit");
        assertThat(page.select("button[data-copy=flux-agenda-adresse]")).hasSize(1);
    }

    @Test
    void exports_are_read_without_complaint_by_other_libraries_than_those_that_wrote_them() throws Exception {
        // JSON, written by Jackson
        JSONObject agenda = (JSONObject) new JSONParser(JSONParser.MODE_RFC4627)
                .parse(get("/api/agenda?taille=100").body());
        assertThat(((JSONArray) agenda.get("contenus")))
                .hasSize(agenda.getAsNumber("total").intValue())
                .allSatisfy(one ->
                        assertThat(((JSONObject) one).getAsString("titre")).isNotBlank());

        // GeoJSON, written by Jackson
        Geometry map = new GeoJsonReader().read(get("/reseau/acteurs.geojson").body());
        assertThat(map.isValid()).isTrue();
        assertThat(map.getNumGeometries()).isGreaterThan(10);
        assertThat(new Envelope(-2.2, -1.4, 47.6, 48.1).contains(map.getEnvelopeInternal()))
                .as("within the territory")
                .isTrue();

        // tables, written by Commons CSV: to everybody, and of the agenda to who may take it along
        List<NamedCsvRecord> structures = table(get("/reseau/acteurs.csv").body());
        assertThat(structures).hasSizeGreaterThan(10);
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        List<NamedCsvRecord> events =
                table(salariee.get("/espace/evenements/tableau.csv").body());
        assertThat(events).hasSizeGreaterThan(10);
        assertThat(events).anySatisfy(one -> assertThat(one.getFields()).contains("Apéro des idées"));
        // feeds, written by Rome, are read by the parser of the JDK, calendars by ical4j: see the tests above and
        // CalendarTests
        assertThat(titles("/actualites/flux.xml")).isNotEmpty();
    }

    private static List<NamedCsvRecord> table(String body) {
        assertThat(body).startsWith("\uFEFF");
        return CsvReader.builder()
                .fieldSeparator(';')
                .ignoreDifferentFieldCount(false)
                .ofNamedCsvRecord(body.substring(1))
                .stream()
                .toList();
    }
}
