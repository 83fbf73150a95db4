package org.bocage.portal.moving.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bocage.portal.moving.ExportFixtures.category;
import static org.bocage.portal.moving.ExportFixtures.comment;
import static org.bocage.portal.moving.ExportFixtures.meta;
import static org.bocage.portal.moving.ExportFixtures.row;
import static org.bocage.portal.moving.ExportFixtures.spip;
import static org.bocage.portal.moving.ExportFixtures.tag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bocage.portal.moving.ExportFixtures.Wxr;
import org.bocage.portal.sources.reading.Territory;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.DemoCommunes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of each program, of several versions, whole and broken, become the same items. */
@Tag("fast")
class ExportReadingTests {

    private static final String SITE = "https://www.ancien.example";
    private static final Territory TERRITORY = new Territory(new Communes(DemoCommunes.read()));

    @TempDir
    static Path folder;

    /** All that was handed over. */
    private static final class Seen implements ExportVisitor {
        final List<FormerItem> items = new ArrayList<>();
        final List<FormerAuthor> authors = new ArrayList<>();
        final List<FormerPicture> pictures = new ArrayList<>();
        final List<String> asides = new ArrayList<>();
        String site = "";
        int cut;

        @Override
        public void site(String address) {
            site = address;
        }

        @Override
        public void author(FormerAuthor author) {
            authors.add(author);
        }

        @Override
        public void picture(FormerPicture picture) {
            pictures.add(picture);
        }

        @Override
        public void item(FormerItem item) {
            items.add(item);
        }

        @Override
        public void aside(String reason, String what, String address) {
            asides.add(reason + " " + what);
        }

        @Override
        public void cut(int line) {
            cut = line;
        }

        FormerItem item(String title) {
            return items.stream()
                    .filter(one -> one.title().equals(title))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Seen read(String name, byte[] bytes) throws IOException, UnreadableExport {
        Path file = Files.createTempFile(folder, "export", "");
        Files.write(file, bytes);
        Seen seen = new Seen();
        Exports.of(file, name, TERRITORY, YearMonth.of(2026, 11)).read(seen);
        return seen;
    }

    private static Seen read(String name, String text) throws IOException, UnreadableExport {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Wxr wxr(String version) {
        return new Wxr(version, SITE)
                .author("lea", "Léa Martin", "lea@ancien.example")
                .attachment(
                        7, SITE + "/wp-content/uploads/2019/05/fete.jpg", "Une tablée sous les arbres", "Photo : Léa")
                .item(
                        1,
                        "post",
                        "publish",
                        "La fête du bocage",
                        "Premier paragraphe [sic].\n\nDeuxième,\nsur deux lignes.\n\n[caption id=\"a\" width=\"300\"]<img src=\""
                                + SITE
                                + "/wp-content/uploads/2019/05/fete-300x200.jpg\" alt=\"\" /> La tablée[/caption]\n\n"
                                + "[vc_row][vc_column]Dans une colonne[/vc_column][/vc_row]\n\n"
                                + "https://www.youtube.com/watch?v=abc\n\n<script>alert(1)</script><iframe src=\"https://player.example/1\"></iframe>",
                        category("Agenda"),
                        category("Vie locale"),
                        tag("haies"),
                        meta("_thumbnail_id", "7"),
                        meta("commune", "Guichen"),
                        meta("_edit_lock", "1:1"),
                        comment())
                .item(
                        2,
                        "post",
                        "draft",
                        "Un brouillon",
                        "<!-- wp:paragraph -->\n<p>Avec des blocs.</p>\n<!-- /wp:paragraph -->")
                .item(3, "post", "private", "Entre nous", "Privé.")
                .item(4, "post", "trash", "Jeté", "Rien.")
                .item(5, "page", "publish", "Qui sommes nous", "<h1>Nous</h1><h4>Petit</h4><div>Un bloc</div>")
                .item(6, "nav_menu_item", "publish", "Menu", "")
                .item(
                        8,
                        "tribe_events",
                        "publish",
                        "Un marché",
                        "Au village.",
                        meta("_EventStartDate", "2019-06-01 10:00:00"),
                        meta("_EventEndDate", "2019-06-01 12:30:00"),
                        meta("_EventVenueID", "9"))
                .item(
                        9,
                        "tribe_venue",
                        "publish",
                        "Salle des fêtes",
                        "",
                        meta("_VenueAddress", "1 rue du Puits"),
                        meta("_VenueCity", "Guichen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1", "1.2"})
    void wordpress_of_each_version_is_read_whole(String version) throws Exception {
        Seen seen = read("export.xml", wxr(version).text());

        assertThat(seen.items)
                .extracting(FormerItem::title)
                .containsExactly("La fête du bocage", "Un brouillon", "Entre nous", "Qui sommes nous", "Un marché");
        assertThat(seen.site).isEqualTo(SITE);
        assertThat(seen.authors).hasSize(version.equals("1.0") ? 0 : 1);
        assertThat(seen.pictures)
                .containsExactly(new FormerPicture(
                        SITE + "/wp-content/uploads/2019/05/fete.jpg",
                        "fete.jpg",
                        "Une tablée sous les arbres",
                        "Photo : Léa"));
        assertThat(seen.asides).containsExactly("comment La fête du bocage", "trash Jeté");

        FormerItem post = seen.item("La fête du bocage");
        assertThat(post.id()).isEqualTo("wordpress:ancien.example:1");
        assertThat(post.kind()).isEqualTo("post");
        assertThat(post.category()).isEqualTo("Agenda");
        assertThat(post.created()).isEqualTo(Instant.parse("2019-05-12T08:30:00Z"));
        assertThat(post.author()).isEqualTo("lea");
        assertThat(post.state()).isEqualTo(FormerState.PUBLISHED);
        assertThat(post.addresses()).containsExactly("/2019/05/la-f-te-du-bocage", "/?p=1");
        assertThat(post.pictures()).containsExactly(SITE + "/wp-content/uploads/2019/05/fete.jpg");
        assertThat(post.fields())
                .containsEntry("categories", "Agenda\nVie locale")
                .containsEntry("etiquettes", "haies")
                .containsEntry("commune", "Guichen")
                .doesNotContainKey("_edit_lock");
        assertThat(seen.item("Un brouillon").state()).isEqualTo(FormerState.DRAFT);
        assertThat(seen.item("Entre nous").state()).isEqualTo(FormerState.PRIVATE);
        assertThat(seen.item("Qui sommes nous").addresses()).contains("/qui-sommes-nous", "/?page_id=5");
        assertThat(seen.item("Un marché").fields())
                .containsEntry("debut", "2019-06-01 10:00:00")
                .containsEntry("fin", "2019-06-01 12:30:00")
                .containsEntry("lieu", "Salle des fêtes")
                .containsEntry("adresse", "1 rue du Puits")
                .containsEntry("commune", "Guichen");
    }

    @Test
    void texts_of_wordpress_become_plain_html() throws Exception {
        Seen seen = read("export.xml", wxr("1.2").text());

        assertThat(seen.item("La fête du bocage").field("texte"))
                .contains("<p>Premier paragraphe [sic].</p>", "<p>Deuxième,<br>\nsur deux lignes.</p>")
                .contains("fete-300x200.jpg", "<em>La tablée</em>", "Dans une colonne")
                .contains("<a href=\"https://www.youtube.com/watch?v=abc\">", "<a href=\"https://player.example/1\">")
                .doesNotContain("vc_row", "[caption", "<script", "alert(1)", "<iframe");
        assertThat(seen.item("Un brouillon").field("texte")).isEqualTo("<p>Avec des blocs.</p>");
        assertThat(seen.item("Qui sommes nous").field("texte")).isEqualTo("<h2>Nous</h2><h3>Petit</h3><p>Un bloc</p>");
    }

    @Test
    void an_export_cut_short_gives_what_comes_before_and_says_where_it_stops() throws Exception {
        String whole = wxr("1.2").text();

        Seen seen = read("export.xml", whole.substring(0, whole.indexOf("Entre nous")));

        assertThat(seen.items).extracting(FormerItem::title).containsExactly("La fête du bocage", "Un brouillon");
        assertThat(seen.cut).isPositive();
        assertThatThrownBy(() -> read("export.xml", whole.substring(0, 900)))
                .isInstanceOfSatisfying(
                        UnreadableExport.class, e -> assertThat(e.reason()).isEqualTo("xml"));
    }

    @Test
    void latin_1_control_characters_gzip_and_zip_are_read_all_the_same() throws Exception {
        String text = wxr("1.1").text();
        assertThat(read("export.xml", text.replace("’", "'").getBytes(Charset.forName("windows-1252")))
                        .item("La fête du bocage"))
                .isNotNull();
        assertThat(read("export.xml", text.replace("Premier", "Pre\u000bmier")).items)
                .hasSize(5);
        assertThat(read("export.xml", "\uFEFF" + text).items).hasSize(5);

        var zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("site/export.xml"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("uploads/2019/05/fete.jpg"));
            zip.write(new byte[100]);
        }
        assertThat(read("export.zip", zipped.toByteArray()).items).hasSize(5);

        var packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read("export.xml.gz", packed.toByteArray()).items).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "<html><body>Bonjour</body></html>", "rien de tel", "<?xml version=\"1.0\"?><autre/>"
            })
    void what_is_no_export_is_refused_with_a_reason(String text) {
        assertThatThrownBy(() -> read("x", text))
                .isInstanceOfSatisfying(
                        UnreadableExport.class, e -> assertThat(e.reason()).isIn("empty", "unknown"));
    }

    @Test
    void external_entities_are_not_followed() {
        Path secret = folder.resolve("secret");
        assertThatThrownBy(() -> read(
                        "export.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri()
                                + "\">]><rss><channel><item><title>&x;</title></item></channel></rss>"))
                .isInstanceOf(UnreadableExport.class);
    }

    @Test
    void a_large_export_is_read_in_a_stream() throws Exception {
        Path file = folder.resolve("large.xml");
        String whole = wxr("1.2").text();
        String post = whole.substring(
                whole.indexOf("<item>", whole.indexOf("Un brouillon") - 100),
                whole.indexOf("</item>", whole.indexOf("Un brouillon")) + 8);
        String start = whole.substring(0, whole.indexOf("<item>"));
        String filler = "<p>Une haie, un talus, un chemin creux. </p>".repeat(2_000);
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(start);
            for (int i = 0; i < 1_000; i++) {
                writer.write(post.replace("<wp:post_id>2<", "<wp:post_id>" + (100 + i) + "<")
                        .replace("<p>Avec des blocs.</p>", filler));
            }
            writer.write("</channel></rss>");
        }
        int[] items = new int[1];
        long before = used();
        Exports.of(file, "large.xml", TERRITORY, YearMonth.of(2026, 11)).read(new ExportVisitor() {
            @Override
            public void item(FormerItem item) {
                items[0]++;
            }
        });

        assertThat(Files.size(file)).isGreaterThan(80_000_000);
        assertThat(items[0]).isEqualTo(1_000);
        // a collection that is asked for while native code holds an array is skipped
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(used() - before).as("bytes kept").isLessThan(Files.size(file) / 2));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void entries_of_yeswiki_are_read_from_json_of_both_shapes() throws Exception {
        String entry = "{\"id_fiche\":\"LaRecyclerie\",\"id_typeannonce\":\"1\",\"bf_titre\":\"La Recyclerie\","
                + "\"bf_description\":\"On répare **tout**.\\n\\n - vélos\\n - grille-pain\\n[[https://r.example le site]]\","
                + "\"bf_mail\":\"contact@r.example\",\"listeListeDomaine\":\"1\",\"checkboxListeTags\":\"a,b\","
                + "\"imagebf_image\":\"LaRecyclerie_photo.jpg\",\"geolocation\":{\"bf_latitude\":\"47.9\",\"bf_longitude\":\"-1.8\"},"
                + "\"date_creation_fiche\":\"2018-03-02 09:00:00\",\"statut_fiche\":\"1\",\"owner\":\"LeaMartin\","
                + "\"url\":\"https://wiki.example/?LaRecyclerie\"}";
        for (String text : List.of("[" + entry + "]", "{\"LaRecyclerie\":" + entry + "}")) {
            Seen seen = read("fiches.json", text);
            assertThat(seen.items).hasSize(1);
            FormerItem item = seen.items.get(0);
            assertThat(item.id()).isEqualTo("yeswiki:wiki.example:LaRecyclerie");
            assertThat(item.title()).isEqualTo("La Recyclerie");
            assertThat(item.category()).isEqualTo("1");
            assertThat(item.author()).isEqualTo("LeaMartin");
            assertThat(item.addresses()).contains("/?LaRecyclerie", "/wakka.php?wiki=LaRecyclerie");
            assertThat(item.pictures()).containsExactly("https://wiki.example/files/LaRecyclerie_photo.jpg");
            assertThat(item.fields())
                    .containsEntry("bf_mail", "contact@r.example")
                    .containsEntry("bf_latitude", "47.9")
                    .containsEntry("checkboxListeTags", "a,b");
            assertThat(item.field("bf_description"))
                    .contains("<strong>tout</strong>", "<li>vélos</li>", "<a href=\"https://r.example\">le site</a>");
        }
        Seen cut = read("fiches.json", "[" + entry + "," + entry.substring(0, 60));
        assertThat(cut.items).hasSize(1);
        assertThat(cut.cut).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void a_table_is_read_whatever_stands_between_its_cells(String between) throws Exception {
        String text = String.join(between, "Nom *", "Adresse mail", "Commune", "Date") + "\r\n"
                + String.join(
                        between,
                        "\"La Roue" + (between.equals(";") ? "; vélos" : "") + "\"",
                        "roue@exemple.fr",
                        "Guichen",
                        "02/03/2018")
                + "\r\n\r\n"
                + String.join(between, "Épicerie", "epi@exemple.fr", "Guignen", "") + "\r\n";

        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("windows-1252")))) {
            Seen seen = read("Annuaire 2018.csv", bytes);
            assertThat(seen.items).extracting(FormerItem::title).last().isEqualTo("Épicerie");
            assertThat(seen.items.get(0).created()).isEqualTo(Instant.parse("2018-03-02T11:00:00Z"));
            assertThat(seen.items.get(0).fields()).containsEntry("Commune", "Guichen");
            assertThat(seen.items.get(1).id()).isEqualTo("tableau:annuaire-2018:epicerie");
        }
    }

    @Test
    void a_table_of_bazar_is_known_by_its_columns() throws Exception {
        Seen seen = read("bazar.csv", "id_fiche,bf_titre,bf_mail,imagebf_image\nRoue,La Roue,r@exemple.fr,roue.jpg\n");

        assertThat(seen.items.get(0).kind()).isEqualTo("fiche");
        assertThat(seen.items.get(0).title()).isEqualTo("La Roue");
        assertThat(seen.items.get(0).id()).isEqualTo("tableau:bazar:roue");
        assertThat(seen.items.get(0).pictures()).containsExactly("roue.jpg");
    }

    @Test
    void spip_is_read_with_its_rubriques_authors_documents_and_marks() throws Exception {
        String dump = spip(
                row("spip_meta", "nom", "adresse_site", "valeur", "https://spip.example"),
                row(
                        "spip_articles",
                        "id_article",
                        "12",
                        "titre",
                        "10. La {{fête}}",
                        "id_rubrique",
                        "3",
                        "chapo",
                        "On y va.",
                        "texte",
                        "{{{Le programme}}}\n\nUn {mot}, un {{autre}} et [un lien->art13].\n\n- un\n- deux\n\n<img5|left>\n\n"
                                + "<multi>[en]Hello[fr]Bonjour</multi> [[Une note]]",
                        "date",
                        "2015-04-01 10:00:00",
                        "statut",
                        "publie"),
                row(
                        "spip_articles",
                        "id_article",
                        "13",
                        "titre",
                        "Proposé",
                        "texte",
                        "Mot.",
                        "date",
                        "2016-01-01 00:00:00",
                        "statut",
                        "prop"),
                row("spip_articles", "id_article", "14", "titre", "Jeté", "texte", "", "statut", "poubelle"),
                row("spip_articles", "id_article", "15", "titre", "Refusé", "texte", "", "statut", "refuse"),
                row("spip_rubriques", "id_rubrique", "3", "titre", "02. Agenda"),
                row("spip_auteurs", "id_auteur", "1", "nom", "Léa", "email", "lea@spip.example"),
                row("spip_auteurs_liens", "id_auteur", "1", "id_objet", "12", "objet", "article"),
                row(
                        "spip_documents",
                        "id_document",
                        "5",
                        "titre",
                        "La place",
                        "fichier",
                        "jpg/place.jpg",
                        "credits",
                        "Léa"),
                row("spip_urls", "url", "La-fete", "type", "article", "id_objet", "12"));
        for (String text :
                List.of(dump, dump.replace("<spip_articles>", "<article>").replace("</spip_articles>", "</article>"))) {
            Seen seen = read("dump.xml", text);
            assertThat(seen.items).extracting(FormerItem::title).containsExactly("La fête", "Proposé");
            FormerItem item = seen.items.get(0);
            assertThat(item.id()).isEqualTo("spip:spip.example:article12");
            assertThat(item.category()).isEqualTo("Agenda");
            assertThat(item.author()).isEqualTo("1");
            assertThat(item.addresses()).contains("/spip.php?article12", "/La-fete", "/article12.html");
            assertThat(item.field("extrait")).isEqualTo("On y va.");
            assertThat(item.field("texte"))
                    .contains("<h2>Le programme</h2>", "<em>mot</em>", "<strong>autre</strong>")
                    .contains("<a href=\"/spip.php?article13\">un lien</a>", "<ul><li>un</li><li>deux</li></ul>")
                    .contains(
                            "<img src=\"https://spip.example/IMG/jpg/place.jpg\" alt=\"La place\">",
                            "Bonjour (Une note)")
                    .doesNotContain("Hello", "{{", "->");
            assertThat(seen.items.get(1).state()).isEqualTo(FormerState.DRAFT);
            assertThat(seen.asides).containsExactly("trash Jeté", "refused Refusé");
            assertThat(seen.authors).extracting(FormerAuthor::mail).containsExactly("lea@spip.example");
        }
        Seen sheet = read("articles.csv", "id_article;titre;texte;statut\n12;Une fête;\"{{{Ici}}}\n\nMot\";publie\n");
        assertThat(sheet.items.get(0).field("texte")).contains("<h2>Ici</h2>");
        assertThat(sheet.items.get(0).addresses()).contains("/spip.php?article12");
    }

    @Test
    void calendars_and_address_books_are_read_too() throws Exception {
        Seen events = read(
                "agenda.ics",
                String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//x//FR",
                        "BEGIN:VEVENT",
                        "UID:1@x",
                        "DTSTAMP:20260101T000000Z",
                        "DTSTART:20270301T180000Z",
                        "DTEND:20270301T200000Z",
                        "SUMMARY:Une veillée",
                        "LOCATION:Salle des fêtes",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
        assertThat(events.items.get(0).id()).isEqualTo("ical:1@x");
        assertThat(events.items.get(0).fields())
                .containsEntry("debut", "2027-03-01 19:00")
                .containsEntry("fin", "2027-03-01 21:00")
                .containsEntry("lieu", "Salle des fêtes");

        for (String version : List.of("2.1", "3.0", "4.0")) {
            Seen cards = read(
                    "carnet.vcf",
                    "BEGIN:VCARD\r\nVERSION:" + version
                            + "\r\nFN:La Roue\r\nN:;;;;\r\nORG:La Roue\r\nEMAIL:roue@exemple.fr\r\n"
                            + "TEL:0299000000\r\nADR:;;1 rue du Puits;Guichen;;35580;\r\nUID:urn:uuid:1\r\nEND:VCARD\r\n");
            assertThat(cards.items).hasSize(1);
            assertThat(cards.items.get(0).kind()).isEqualTo("structure");
            assertThat(cards.items.get(0).fields())
                    .containsEntry("courriel", "roue@exemple.fr")
                    .containsEntry("telephone", "0299000000")
                    .containsEntry("commune", "Guichen");
        }
        assertThatThrownBy(() -> read("agenda.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
                .isInstanceOfSatisfying(
                        UnreadableExport.class, e -> assertThat(e.reason()).isEqualTo("calendar.cut"));
    }

    @Test
    void addresses_are_kept_without_server_and_final_slash() {
        Map.of(
                        "https://a.example/2019/05/f%C3%AAte/", "/2019/05/fête",
                        "https://a.example/?p=12", "/?p=12",
                        "https://a.example/index.php?p=12", "/?p=12",
                        "//a.example/x#y", "/x")
                .forEach(
                        (address, kept) -> assertThat(FormerPaths.kept(address)).contains(kept));
        assertThat(FormerPaths.kept("https://a.example/")).isEmpty();
        assertThat(FormerPaths.host("https://www.a.example:8080/x")).isEqualTo("a.example");
    }
}
