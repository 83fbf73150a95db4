package org.bocage.portal.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bocage.portal.moving.ExportFixtures.category;
import static org.bocage.portal.moving.ExportFixtures.comment;
import static org.bocage.portal.moving.ExportFixtures.meta;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.Portal;
import org.bocage.editorial.jobs.Jobs;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.moving.ExportFixtures.Wxr;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** « Réglages › Reprendre un site »: an export is sent and looked at, comes in as drafts, and its old addresses lead on. */
class MovingTests {

    private static final String ADDRESS = "/espace/reglages/reprendre";
    private static final String JOB = "MovingIn.goOn";

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser admin;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void signIn() {
        admin = Browser.signedIn(portal.port(), "admin");
    }

    private HttpResponse<String> send(String name, byte[] bytes) {
        return admin.submitFile(admin.get(ADDRESS), Map.of(), name, bytes);
    }

    private HttpResponse<String> send(String name, String text) {
        return send(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends fields of a form, with its token. */
    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return admin.postWithToken(path, fields);
    }

    /** Sends an export that can be read; gives the address of its move. */
    private String sent(String name, String text) {
        HttpResponse<String> answer = send(name, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf(ADDRESS));
    }

    private static String problems(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer).select(".bilan").text());
    }

    /** Values that the form of a move holds. */
    private Map<String, String> plan(String move) {
        Map<String, String> fields = new HashMap<>();
        Element form = Objects.requireNonNull(admin.read(move).selectFirst("form:has([name=arrivee])"));
        for (Element select : form.select("select[name]")) {
            Element chosen = select.selectFirst("option[selected]");
            fields.put(select.attr("name"), chosen == null ? "" : chosen.val());
        }
        return fields;
    }

    private Document takeIn(String move, Map<String, String> changes) {
        Map<String, String> fields = plan(move);
        fields.putAll(changes);
        fields.put("geste", "reprendre");
        HttpResponse<String> answer = post(move, fields);
        assertThat(answer.statusCode()).as(problems(answer)).isEqualTo(302);
        return finished(move);
    }

    /** The screen of a move when the portal has done all that was asked for. */
    private Document finished(String move) {
        Document page = admin.read(move);
        while (!page.select("[hx-trigger='every 2s']").isEmpty()) {
            portal.context().getBean(Jobs.class).run(JOB);
            page = admin.read(move);
        }
        return page;
    }

    private static String words(Document page) {
        return Browser.plain(page.select("main").text());
    }

    private static long count(String property, String value) {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.anywhere().where(property, value).page(0, 0), Identity.SYSTEM)
                .total();
    }

    /** A property of the item that came from there. */
    private static String of(String origin, String property) {
        String id = portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.anywhere().where(MovedItem.ORIGIN, origin).page(0, 1), Identity.SYSTEM)
                .hits()
                .get(0)
                .id();
        return portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            var node = Workspace.byId(session, id).orElseThrow();
            return node.hasProperty(property) ? node.getProperty(property).getString() : "";
        });
    }

    private static HttpResponse<String> visit(String address) {
        return new Browser(portal.port()).get(address);
    }

    private static byte[] picture(Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 320, 240);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static final String LONG =
            "Une première phrase qui dit de quoi il s’agit, et une seconde qui raconte la suite de la journée.";

    @Test
    void a_site_of_wordpress_moves_in_as_drafts_goes_on_line_when_somebody_says_so_and_its_addresses_lead_on() {
        String site = "https://un.example";
        String export = new Wxr("1.2", site)
                .author("lea", "Léa", "salariee@exemple.invalid")
                .item(
                        1,
                        "post",
                        "publish",
                        "La fete du bocage",
                        LONG + "\n\n<script>alert(1)</script>Voir <a href=\"" + site + "/?p=2\">la suite</a>.",
                        category("Vie locale"),
                        comment())
                .item(2, "post", "publish", "La suite", LONG, category("Vie locale"))
                .item(3, "post", "private", "Entre nous", LONG, category("Vie locale"))
                .item(4, "page", "publish", "Une page", LONG)
                .item(5, "tribe_events", "publish", "Un marche", LONG, meta("_EventStartDate", "2019-06-01 10:00:00"))
                .text();
        String move = sent("un.xml", export);

        Document look = admin.read(move);
        assertThat(words(look))
                .contains("WordPress", "5 contenus lus", "Rien n’est encore arrivé", "Un commentaire reste");
        assertThat(plan(move)).containsValues("actus", "evenements");
        Element kind = Objects.requireNonNull(look.selectFirst("a:contains(Champ par champ)"));
        Document mapping = admin.read(kind.attr("href"));
        assertThat(words(mapping)).contains("La fete du bocage", "12 mai 2019", "Il manque, avant de paraître");

        // what nothing over there says is said once for all
        Map<String, String> fields = new HashMap<>();
        for (Element select : mapping.select("select[name^=champ]")) {
            Element chosen = select.selectFirst("option[selected]");
            fields.put(select.attr("name"), chosen == null ? "" : chosen.val());
        }
        fields.put("cle", mapping.select("input[name=cle]").val());
        for (Element select : mapping.select("select[name^=fixe]")) {
            fields.put(select.attr("name"), select.select("option").get(1).val());
        }
        assertThat(fields).containsKeys("fixe.origine", "fixe.themes");
        fields.put("geste", "voir");
        HttpResponse<String> seen = post(move + "/sorte", fields);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(words(Browser.page(seen))).doesNotContain("Il manque, avant de paraître");

        long before = count(MovedItem.ORIGIN, "wordpress:un.example:1");
        assertThat(before).isZero();
        Document done = takeIn(move, Map.of());
        assertThat(words(done)).contains("4 contenus sont arrivés", "Une page", "Entre nous");
        assertThat(of("wordpress:un.example:1", "etat")).isEqualTo("brouillon");
        assertThat(of("wordpress:un.example:1", "publie")).startsWith("2019-05-12");
        assertThat(of("wordpress:un.example:1", "auteur")).isEqualTo("salariee");
        assertThat(of("wordpress:un.example:1", "corps"))
                .contains("href=\"/?p=2\"")
                .doesNotContain("script", "alert");
        assertThat(of("wordpress:un.example:5", "debut")).isEqualTo("2019-06-01T10:00:00.000+02:00");
        // nothing is on line yet
        assertThat(visit("/2019/05/la-fete-du-bocage/").statusCode()).isIn(301, 404);
        assertThat(visit("/2019/05/la-fete-du-bocage").statusCode()).isEqualTo(404);
        assertThat(visit("/?p=1").statusCode()).isEqualTo(200);

        assertThat(post(move, Map.of("geste", "publier")).statusCode()).isEqualTo(302);
        assertThat(words(finished(move))).contains("2 contenus sont en ligne");
        HttpResponse<String> led = visit("/2019/05/la-fete-du-bocage");
        assertThat(led.statusCode()).isEqualTo(301);
        assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith("/actualites/2019/la-fete-du-bocage");
        assertThat(visit("/actualites/2019/la-fete-du-bocage").statusCode()).isEqualTo(200);
        assertThat(visit("/?p=1").headers().firstValue("Location").orElseThrow())
                .endsWith("/actualites/2019/la-fete-du-bocage");
        assertThat(visit("/index.php?utm=x&p=2").statusCode()).isEqualTo(301);
        assertThat(of("wordpress:un.example:3", "etat")).isEqualTo("brouillon");
        assertThat(visit("/?p=3").statusCode()).isEqualTo(200);

        // the list is a table
        HttpResponse<String> list = admin.get(move + "/liste.csv");
        assertThat(list.body()).startsWith("\uFEFFContenu;").contains("Une page", "Un commentaire");

        // a second time nothing changes
        String again = sent("un.xml", export);
        Document same = takeIn(again, Map.of());
        assertThat(words(same)).contains("4 contenus étaient déjà là").doesNotContain("sont arrivés");
        assertThat(count(MovedItem.ORIGIN, "wordpress:un.example:1")).isEqualTo(1);
        assertThat(visit("/actualites/2019/la-fete-du-bocage").statusCode()).isEqualTo(200);

        assertThat(post(move, Map.of("geste", "retirer")).statusCode()).isEqualTo(302);
        assertThat(words(finished(move))).contains("2 contenus restent");
        assertThat(visit("/actualites/2019/la-fete-du-bocage").statusCode()).isEqualTo(200);
    }

    @Test
    void pictures_come_along_from_a_zip_and_wait_for_credit_and_consent_said_once_for_all() throws IOException {
        String site = "https://photos.example";
        String uploads = site + "/wp-content/uploads/2019/05/";
        String move = sent(
                "photos.xml",
                new Wxr("1.2", site)
                        .attachment(20, uploads + "place.jpg", "La place un jour de marché", "")
                        .item(
                                1,
                                "post",
                                "publish",
                                "Sur la place",
                                LONG + "\n\n<img src=\"" + uploads
                                        + "place-300x200.jpg\" alt=\"La place\">\n\n<img src=\"" + uploads
                                        + "partie.jpg\" alt=\"\">",
                                meta("_thumbnail_id", "20"))
                        .text());
        byte[] archive = zip(Map.of(
                "uploads/2019/05/place.jpg", picture(Color.ORANGE),
                "uploads/2018/01/place.jpg", picture(Color.BLUE)));
        HttpResponse<String> page = admin.get(move);
        Element form = Objects.requireNonNull(Browser.page(page).selectFirst("form[action$='geste=medias']"));
        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(admin.submitFile(page, Map.of(), "medias.txt", "rien".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.submitFile(page, Map.of(), "medias.zip", archive).statusCode())
                .isEqualTo(302);
        assertThat(words(admin.read(move))).contains("Elles viennent de l’archive envoyée");

        Document done = takeIn(move, Map.of());

        assertThat(words(done))
                .contains(
                        "Une photo ou un document est venu",
                        "Une photo n’a pas été trouvée",
                        "partie.jpg",
                        "Une photo attend un mot");
        assertThat(of("wordpress:photos.example:1", "corps"))
                .contains("<img src=\"/dam/jcr:")
                .doesNotContain("partie.jpg");
        assertThat(post(move, Map.of("geste", "accord", "droits", "")).statusCode())
                .isEqualTo(422);
        assertThat(post(move, Map.of("geste", "accord", "droits", "personne", "credit", "Léa"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(words(admin.read(move))).doesNotContain("attend un mot");
        assertThat(count("copyright", "Léa")).isEqualTo(1);
    }

    @Test
    void addresses_of_a_private_network_are_not_asked_for_pictures() {
        String move = sent(
                "prive.xml",
                new Wxr("1.2", "http://127.0.0.1")
                        .item(
                                1,
                                "post",
                                "publish",
                                "Chez moi",
                                LONG
                                        + "<img src=\"http://127.0.0.1/a.jpg\"><img src=\"http://169.254.169.254/latest/b.jpg\"><img src=\"file:///etc/c.jpg\">")
                        .text());

        Document done = takeIn(move, Map.of("chercher", "oui"));

        assertThat(words(done)).contains("Un contenu est arrivé", "réseau privé", "3 photos n’ont pas été");
    }

    @Test
    void an_export_cut_short_is_told_with_its_line_and_what_is_before_comes_in() {
        String whole = new Wxr("1.1", "https://coupe.example")
                .item(1, "post", "publish", "Avant", LONG)
                .item(2, "post", "publish", "Apres", LONG)
                .text();
        String move = sent("coupe.xml", whole.substring(0, whole.indexOf("Apres")));

        assertThat(words(admin.read(move))).contains("s’arrête au milieu, à la ligne", "un contenu lu");
        assertThat(words(takeIn(move, Map.of()))).contains("Un contenu est arrivé", "s’arrête au milieu");

        HttpResponse<String> nothing = send("coupe.xml", whole.substring(0, 700));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(problems(nothing)).contains("abîmé dès la ligne", "Refaites l’export");
    }

    @Test
    void an_export_in_latin_1_keeps_its_accents() {
        byte[] bytes = new Wxr("1.0", "https://latin.example")
                .item(1, "post", "publish", "Un été à Guichen", LONG.replace("’", "'"))
                .text()
                .replace("’", "'")
                .getBytes(Charset.forName("windows-1252"));
        HttpResponse<String> answer = send("latin.xml", bytes);
        String move = answer.headers().firstValue("Location").orElseThrow();

        takeIn(move.substring(move.indexOf(ADDRESS)), Map.of());

        assertThat(of("wordpress:latin.example:1", "titre")).isEqualTo("Un été à Guichen");
    }

    @Test
    void what_is_no_export_is_refused_in_words_and_nothing_is_kept() {
        int before = admin.read(ADDRESS).select("#deja").size();
        HttpResponse<String> unknown =
                send("photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 16, 74, 10, 70, 44, 10, 1});
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(problems(unknown)).contains("On ne reconnaît pas ce fichier", "WordPress", "YesWiki", "SPIP");
        HttpResponse<String> empty = send("vide.xml", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(problems(empty)).contains("vide");
        HttpResponse<String> without = post(ADDRESS, Map.of());
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(problems(without)).contains("Choisissez d’abord un fichier");
        assertThat(post(ADDRESS, Map.of("envoi", "parti")).statusCode()).isEqualTo(410);
        assertThat(admin.read(ADDRESS).select("#deja").size()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_too_large_to_be_sent_is_told_so_and_taken_from_the_machine() throws IOException {
        HttpResponse<String> answer = send("grand.xml", new byte[21 * 1024 * 1024]);
        assertThat(answer.statusCode()).isEqualTo(413);

        Path deposit = home.resolve("data").resolve(Moves.DEPOSIT);
        Files.createDirectories(deposit);
        Files.writeString(
                deposit.resolve("serveur.xml"),
                new Wxr("1.2", "https://serveur.example")
                        .item(1, "post", "publish", "Posé là", LONG)
                        .text());
        assertThat(words(admin.read(ADDRESS))).contains("Un gigaoctet au plus", "un fichier déjà sur le serveur");
        HttpResponse<String> read = post(ADDRESS, Map.of("depot", "serveur.xml"));
        assertThat(read.statusCode()).isEqualTo(302);
        assertThat(post(ADDRESS, Map.of("depot", "../config")).statusCode()).isEqualTo(422);
        String move = read.headers().firstValue("Location").orElseThrow();
        assertThat(words(takeIn(move.substring(move.indexOf(ADDRESS)), Map.of())))
                .contains("Un contenu est arrivé");
        assertThat(deposit.resolve("serveur.xml")).exists();
    }

    @Test
    void of_two_at_once_each_comes_in_once_and_one_under_way_is_not_changed() {
        String export = new Wxr("1.2", "https://deux.example")
                .item(1, "post", "publish", "Une seule fois", LONG)
                .item(2, "post", "publish", "Celle-ci aussi", LONG)
                .text();
        String one = sent("deux.xml", export);
        String other = sent("deux.xml", export);
        for (String move : List.of(one, other)) {
            Map<String, String> fields = plan(move);
            fields.put("geste", "reprendre");
            assertThat(post(move, fields).statusCode()).isEqualTo(302);
        }
        HttpResponse<String> meanwhile = post(one, Map.of("geste", "reprendre"));
        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(problems(meanwhile)).contains("a déjà commencé");

        assertThat(words(finished(one))).contains("2 contenus sont arrivés");
        assertThat(words(finished(other))).contains("2 contenus étaient déjà là");
        assertThat(count(MovedItem.ORIGIN, "wordpress:deux.example:1")).isEqualTo(1);
    }

    @Test
    void a_run_that_was_stopped_goes_on_where_it_was() {
        String move = sent(
                "arret.xml",
                new Wxr("1.2", "https://arret.example")
                        .item(1, "post", "publish", "Avant l’arret", LONG)
                        .item(2, "post", "publish", "Apres l’arret", LONG)
                        .text());
        takeIn(move, Map.of());
        String first = of("wordpress:arret.example:1", "jcr:uuid");
        // as a stop leaves it: the second one was not saved, the move is still under way
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            String id = of("wordpress:arret.example:2", "jcr:uuid");
            Workspace.byId(session, id).orElseThrow().remove();
        });
        Moves moves = portal.context().getBean(Moves.class);
        Move stopped = moves.find(move.substring(move.lastIndexOf('/') + 1)).orElseThrow();
        moves.save(stopped.at(Move.Stage.TAKING_IN));

        assertThat(words(finished(move))).contains("2 contenus sont arrivés");
        assertThat(of("wordpress:arret.example:1", "jcr:uuid")).isEqualTo(first);
        assertThat(count(MovedItem.ORIGIN, "wordpress:arret.example:2")).isEqualTo(1);
    }

    @Test
    void nothing_chosen_is_told_and_values_that_do_not_fit_are_in_the_list() {
        String move = sent(
                "choix.xml",
                new Wxr("1.2", "https://choix.example")
                        .item(1, "post", "publish", "Avec une categorie d’ailleurs", LONG, category("Divers et varié"))
                        .text());
        Map<String, String> fields = plan(move);
        fields.replaceAll((name, value) -> name.startsWith("sorte.") ? "" : value);
        fields.put("geste", "reprendre");
        HttpResponse<String> nothing = post(move, fields);
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(problems(nothing)).contains("Rien n’est choisi");

        Document done = takeIn(move, Map.of("sorte.0", "actus"));
        assertThat(words(done))
                .contains("Divers et varié", "n’entre pas dans ce champ", "Il manque, avant de paraître");
    }

    @Test
    void fiches_of_yeswiki_articles_of_spip_tables_calendars_and_cards_move_in_once() {
        Map<String, String> files = new HashMap<>();
        files.put(
                "fiches.json",
                "[{\"id_fiche\":\"LaRoue\",\"id_typeannonce\":\"1\",\"bf_titre\":\"La Roue d’avant\",\"bf_description\":\""
                        + LONG
                        + "\",\"bf_mail\":\"roue@exemple.fr\",\"bf_adresse\":\"1 rue du Puits\",\"bf_ville\":\"Guichen\",\"url\":\"https://wiki.example/?LaRoue\"}]");
        files.put(
                "dump.xml",
                ExportFixtures.spip(
                        ExportFixtures.row("spip_meta", "nom", "adresse_site", "valeur", "https://spip.example"),
                        ExportFixtures.row(
                                "spip_articles",
                                "id_article",
                                "12",
                                "titre",
                                "Un article de SPIP",
                                "texte",
                                LONG,
                                "date",
                                "2015-04-01 10:00:00",
                                "statut",
                                "publie")));
        files.put(
                "annuaire.csv",
                "Nom;Description;Adresse mail;Commune\r\nL’Atelier d’avant;" + LONG
                        + ";atelier@exemple.fr;Guichen\r\n");
        files.put(
                "agenda.ics",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//FR\r\nBEGIN:VEVENT\r\nUID:veillee@x\r\nDTSTAMP:20260101T000000Z\r\n"
                        + "DTSTART:20270301T180000Z\r\nSUMMARY:La veillée d’avant\r\nDESCRIPTION:" + LONG
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        files.put(
                "carnet.vcf",
                String.join(
                        "\r\n",
                        "BEGIN:VCARD",
                        "VERSION:3.0",
                        "FN:Le Carnet d’avant",
                        "ORG:Le Carnet d’avant",
                        "EMAIL:carnet@exemple.fr",
                        "END:VCARD",
                        ""));
        Map<String, String> origins = Map.of(
                "fiches.json", "yeswiki:wiki.example:LaRoue",
                "dump.xml", "spip:spip.example:article12",
                "annuaire.csv", "tableau:annuaire:l_atelier_d_avant",
                "agenda.ics", "ical:veillee@x",
                "carnet.vcf", "vcard:le_carnet_d_avant_le_carnet_d_avant");
        files.forEach((name, text) -> {
            assertThat(words(takeIn(sent(name, text), Map.of()))).as(name).contains("Un contenu est arrivé");
            assertThat(words(takeIn(sent(name, text), Map.of()))).as(name).contains("était déjà là");
            assertThat(count(MovedItem.ORIGIN, Objects.requireNonNull(origins.get(name))))
                    .as(name)
                    .isEqualTo(1);
        });
        assertThat(of("yeswiki:wiki.example:LaRoue", "titre")).isEqualTo("La Roue d’avant");
    }
}
