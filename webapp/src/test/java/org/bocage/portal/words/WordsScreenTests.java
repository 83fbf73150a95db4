package org.bocage.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** « Réglages › Les mots »: words are added, renamed, merged and taken away, and the site follows at once. */
class WordsScreenTests {

    private static final String LISTS = "/espace/reglages/mots";
    private static final String THEMES = LISTS + "/themes";

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser salariee;

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
        salariee = Browser.signedIn(portal.port(), "salariee");
    }

    private HttpResponse<String> send(String address, Map<String, String> fields) {
        return salariee.postWithToken(address, fields);
    }

    private String id(String word) {
        for (Element line : salariee.read(THEMES).select(".ligne")) {
            if (line.select("h3").text().equals(word)) {
                return line.select("input[name=id]").val();
            }
        }
        throw new AssertionError("No word " + word);
    }

    private static List<String> filter() {
        return new Browser(portal.port())
                .read("/reseau/acteurs")
                .select("select option")
                .eachText();
    }

    private static String problems(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Browser.plain(Browser.page(answer).select(".bilan").text());
    }

    @Test
    void each_list_has_its_screen_and_the_communes_have_theirs() {
        Document lists = salariee.read(LISTS);
        assertThat(lists.select(".ligne a").eachAttr("href"))
                .contains(THEMES)
                .noneMatch(one -> one.endsWith("communes"));
        assertThat(salariee.read("/espace/reglages").select("a[href=" + LISTS + "]"))
                .isNotEmpty();
        assertThat(salariee.get(LISTS + "/communes").statusCode()).isEqualTo(404);
        assertThat(salariee.get(LISTS + "/rien").statusCode()).isEqualTo(404);
    }

    @Test
    void a_word_is_added_once_is_offered_at_once_and_goes_when_nothing_names_it() {
        assertThat(send(THEMES, Map.of("mot", "Artisanat d’ici")).statusCode()).isEqualTo(302);
        assertThat(filter()).contains("Artisanat d’ici");
        assertThat(problems(send(THEMES, Map.of("mot", "artisanat d’ici")))).contains("déjà dans la liste");
        assertThat(problems(send(THEMES, Map.of("mot", " ")))).contains("de 2 à 80 caractères");
        assertThat(problems(send(THEMES, Map.of("mot", "x".repeat(81))))).contains("de 2 à 80 caractères");

        assertThat(send(THEMES, Map.of("geste", "retirer", "id", id("Artisanat d’ici")))
                        .statusCode())
                .isEqualTo(302);
        assertThat(filter()).doesNotContain("Artisanat d’ici");
    }

    @Test
    void a_renamed_word_stays_the_word_of_all_that_names_it() {
        String mobility = id("Mobilité");
        String address = "/reseau/acteurs?domaine=mobilite";
        int before = new Browser(portal.port())
                .read(address)
                .select("main article, main .card")
                .size();

        assertThat(send(THEMES, Map.of("geste", "renommer", "id", mobility, "titre", "Se déplacer"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(filter()).contains("Se déplacer").doesNotContain("Mobilité");
        assertThat(new Browser(portal.port()).read(address).select("main article, main .card"))
                .hasSize(before);
        assertThat(problems(
                        send(THEMES, Map.of("geste", "renommer", "id", mobility, "titre", "Habitat et cadre de vie"))))
                .contains("déjà dans la liste");
        send(THEMES, Map.of("geste", "renommer", "id", mobility, "titre", "Mobilité"));
        assertThat(filter()).contains("Mobilité");
    }

    @Test
    void a_word_that_contents_name_is_merged_with_another_before_it_goes() {
        String culture = id("Culture");
        String mobility = id("Mobilité");
        long uses = uses("Culture");
        assertThat(uses).isPositive();

        HttpResponse<String> refused = send(THEMES, Map.of("geste", "retirer", "id", culture));
        assertThat(problems(refused)).contains("Culture", "sert encore", "réunissez-le");
        assertThat(Browser.page(refused).select(".bilan a")).isNotEmpty();
        assertThat(problems(send(THEMES, Map.of("geste", "reunir", "id", culture, "avec", culture))))
                .contains("Choisissez un autre mot");

        assertThat(send(THEMES, Map.of("geste", "reunir", "id", culture, "avec", mobility))
                        .statusCode())
                .isEqualTo(302);
        assertThat(filter()).doesNotContain("Culture").contains("Mobilité");
        assertThat(uses("Mobilité")).isGreaterThanOrEqualTo(uses);
        assertThat(send(THEMES, Map.of("geste", "retirer", "id", culture)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_content_that_comes_back_with_a_merged_word_names_the_other_one() {
        String former = add("Couture");
        String other = add("Textile");
        String chained = add("Tissus");
        String item = names(former);
        merge(former, other);
        assertThat(themes(item)).containsExactly(other);

        // a former state is taken up again, or an older export imported
        store().update(
                        Identity.SYSTEM,
                        session -> session.getNodeByIdentifier(item)
                                .setProperty("themes", new String[] {former, chained, other}));
        merge(other, chained);
        assertThat(themes(item)).containsExactly(chained);

        store().update(
                        Identity.SYSTEM,
                        session ->
                                session.getNodeByIdentifier(item).setProperty("themes", new String[] {other, former}));
        words().look();
        assertThat(themes(item)).containsExactly(chained);
    }

    @Test
    void nothing_is_saved_again_when_no_content_names_a_merged_word() {
        String former = add("Poterie");
        String other = add("Céramique");
        String item = names(former);
        merge(former, other);
        long revision = revision(item);

        words().look();

        assertThat(revision(item)).isEqualTo(revision);
    }

    private String add(String word) {
        send(THEMES, Map.of("mot", word));
        return id(word);
    }

    private void merge(String word, String with) {
        assertThat(send(THEMES, Map.of("geste", "reunir", "id", word, "avec", with))
                        .statusCode())
                .isEqualTo(302);
    }

    private static WritableStore store() {
        return portal.context().getBean(Stores.class).author();
    }

    private static ReplacedWords words() {
        return portal.context().getBean(ReplacedWords.class);
    }

    /** Writes an actu with a theme. */
    private static String names(String theme) {
        return store().write(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus").addNode("avec-" + theme, "bocage:actu");
            item.setProperty("titre", "Une actu");
            item.setProperty("themes", new String[] {theme});
            return item.getIdentifier();
        });
    }

    private static List<String> themes(String item) {
        return store().read(Identity.SYSTEM, session -> {
            List<String> themes = new ArrayList<>();
            for (Value value :
                    session.getNodeByIdentifier(item).getProperty("themes").getValues()) {
                themes.add(value.getString());
            }
            return themes;
        });
    }

    private static long revision(String item) {
        return store().read(Identity.SYSTEM, session -> Revisions.number(session.getNodeByIdentifier(item)));
    }

    private long uses(String word) {
        for (Element line : salariee.read(THEMES).select(".ligne")) {
            if (line.select("h3").text().equals(word)) {
                String said = line.select(".ligne__sous").text().replaceAll("\\D+", "");
                return said.isEmpty()
                        ? line.select(".ligne__sous").text().contains("une fois") ? 1 : 0
                        : Long.parseLong(said);
            }
        }
        return 0;
    }
}
