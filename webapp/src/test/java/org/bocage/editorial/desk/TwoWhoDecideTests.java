package org.bocage.editorial.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.e2e.Portal;
import org.bocage.editorial.items.WrittenActus;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two who review and one who wrote, on one actu: each gesture after each other one, pressed on a page that was opened before. What the
 * second reads, and what is on line, for an actu that is new and for one whose new version is proposed while the old one is on line.
 */
class TwoWhoDecideTests {

    private static final List<String> DECISIONS = List.of("accepter", "reprendre", "refuser");
    private static final List<String> OF_THE_AUTHOR = List.of("enregistrer", "retirer");
    private static final String LATER = "2046-01-08T10:00";

    @TempDir
    static Path home;

    private static Portal portal;
    private static WrittenActus actus;
    private static Browser noor;
    private static Browser alex;
    private static Browser author;
    private static int count;

    @BeforeAll
    static void open() {
        portal = Portal.start(home.resolve("data"));
        actus = new WrittenActus(portal);
        noor = Browser.signedIn(portal.port(), "salariee");
        alex = Browser.signedIn(portal.port(), "admin");
        author = Browser.signedIn(portal.port(), "contributeur");
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    accepter    | new  | nouvelle | Noor (animatrice, exemple) l’a publié
                    reprendre   | new  |          | Noor (animatrice, exemple) a demandé une reprise
                    refuser     | new  |          | Noor (animatrice, exemple) l’a refusé
                    retirer     | new  |          | l’a repris en brouillon
                    enregistrer | new  |          | l’a modifié
                    accepter    | live | nouvelle | Noor (animatrice, exemple) l’a publié
                    reprendre   | live | ancienne | Noor (animatrice, exemple) a demandé une reprise
                    refuser     | live | ancienne | Noor (animatrice, exemple) l’a refusé
                    retirer     | live | ancienne | l’a repris en brouillon
                    enregistrer | live | ancienne | l’a modifié
                    """)
    void who_comes_second_changes_nothing_and_reads_who_was_first(
            String first, String start, String shown, String told) {
        for (String second : DECISIONS) {
            String id = proposed(start.equals("live"));
            HttpResponse<String> opened = alex.get(task(id));

            first(id, first);
            String after = state(id);
            HttpResponse<String> late = decide(alex, opened, second);

            String pair = first + " then " + second + ", " + start;
            assertThat(late.statusCode()).as(pair).isEqualTo(409);
            assertThat(Browser.plain(Browser.page(late).text())).as(pair).contains(told, "Un mot gardé");
            assertThat(state(id)).as(pair).isEqualTo(after);
            assertThat(onLine(id)).as(pair).isEqualTo(shown == null ? "" : shown);
        }
        for (String second : OF_THE_AUTHOR) {
            if (OF_THE_AUTHOR.contains(first)) {
                continue;
            }
            String id = proposed(start.equals("live"));
            HttpResponse<String> opened = author.get(form(id));

            first(id, first);
            String after = state(id);
            HttpResponse<String> late =
                    write(opened, "Une phrase encore, que son auteur écrivait à l’instant.", second);

            String pair = first + " then the author's " + second + ", " + start;
            // what only one of them changed is asked of nobody: the text joins what is to be done again
            boolean joins = first.equals("reprendre") && second.equals("enregistrer");
            assertThat(late.statusCode()).as(pair).isEqualTo(joins ? 302 : 409);
            Document page = joins ? author.read(form(id)) : Browser.page(late);
            assertThat(Browser.plain(page.text())
                            + page.select("textarea, input").outerHtml())
                    .as(pair)
                    .contains(joins ? "Un mot gardé" : ofForm(first), "que son auteur écrivait à l’instant");
            assertThat(state(id)).as(pair).startsWith(joins ? "a-reprendre " : after);
            assertThat(onLine(id)).as(pair).isEqualTo(shown == null ? "" : shown);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en ligne    | archiver | archiver    | Noor (animatrice, exemple) a archivé ce contenu |
                    en ligne    | archiver | publier     | Noor (animatrice, exemple) a publié ce contenu  | nouvelle
                    en ligne    | archiver | enregistrer | Noor (animatrice, exemple) a enregistré         | ancienne
                    programmé   | archiver | publier     | Noor (animatrice, exemple) a enregistré         |
                    programmé   | archiver | archiver    | Noor (animatrice, exemple) a archivé ce contenu |
                    archivé     | jeter    | publier     | Noor (animatrice, exemple) a publié ce contenu  | nouvelle
                    à reprendre | jeter    | enregistrer | Les Mains Vertes du Haut a enregistré           |
                    à reprendre | jeter    | proposer    | Les Mains Vertes du Haut a proposé ce contenu   |
                    """)
    void what_changed_since_it_was_opened_is_neither_archived_nor_thrown_away_and_is_shown_anew(
            String start, String late, String first, String told, String shown) {
        String id = at(start);
        HttpResponse<String> opened = alex.get(form(id));

        Browser who = start.equals("à reprendre") ? author : noor;
        HttpResponse<String> done = first.equals("archiver")
                ? putAway(who, who.get(form(id)), first)
                : write(who, who.get(form(id)), "C’est la nouvelle phrase, assez longue pour suffire.", first, "");
        assertThat(done.statusCode()).as(Browser.problems(done)).isEqualTo(302);
        String after = state(id);
        HttpResponse<String> pressed = putAway(alex, opened, late);

        assertThat(pressed.statusCode()).isEqualTo(302);
        String where = pressed.headers().firstValue("Location").orElseThrow();
        assertThat(where).contains(form(id) + "?");
        where = where.substring(where.indexOf("/espace"));
        assertThat(Browser.plain(alex.read(where).text())).contains("Ce contenu vient de changer", told);
        assertThat(state(id)).isEqualTo(after);
        assertThat(onLine(id)).isEqualTo(shown == null ? "" : shown);
    }

    @ParameterizedTest
    @CsvSource({"accepter", "reprendre", "refuser"})
    void what_was_accepted_for_later_stays_so_and_the_second_reads_it(String second) {
        String id = proposed(false);
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNodeByIdentifier(id)
                                .setProperty("publierLe", Dates.utc(Instant.parse(LATER + ":00Z"))));
        HttpResponse<String> opened = alex.get(task(id));
        first(id, "accepter");
        String after = state(id);
        assertThat(after).startsWith("programme ");

        HttpResponse<String> late = decide(alex, opened, second);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Browser.plain(Browser.page(late).text())).contains("Noor (animatrice, exemple) l’a", "Un mot gardé");
        assertThat(state(id)).isEqualTo(after);
        assertThat(onLine(id)).isEmpty();
    }

    @Test
    void what_the_other_threw_away_is_told_to_be_in_the_trash_whatever_is_pressed() {
        String id = at("à reprendre");
        HttpResponse<String> opened = alex.get(form(id));
        HttpResponse<String> writing = author.get(form(id));
        putAway(noor, noor.get(form(id)), "jeter");

        for (HttpResponse<String> late : List.of(
                putAway(alex, opened, "jeter"),
                write(author, writing, "Une phrase encore, que son auteur écrivait à l’instant.", "enregistrer", ""))) {
            assertThat(late.statusCode()).isEqualTo(404);
            assertThat(Browser.page(late).text()).contains("C’est à la corbeille");
        }
        assertThat(onLine(id)).isEmpty();
    }

    /** An actu in a state that something is put away from. */
    private static String at(String state) {
        String title = "Une actu à ranger, essai " + ++count;
        switch (state) {
            case "en ligne", "archivé", "programmé" -> {
                String id = actus.add(title, "enregistrer");
                HttpResponse<String> sent = write(
                        noor,
                        noor.get(form(id)),
                        "C’est l’ancienne phrase, assez longue elle aussi pour suffire.",
                        "publier",
                        state.equals("programmé") ? LATER : "");
                assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
                if (state.equals("archivé")) {
                    putAway(noor, noor.get(form(id)), "archiver");
                }
                return id;
            }
            default -> {
                String id = actus.add(title, "enregistrer");
                propose(id);
                first(id, "reprendre");
                return id;
            }
        }
    }

    private static HttpResponse<String> putAway(Browser who, HttpResponse<String> opened, String gesture) {
        FormElement form = (FormElement) Objects.requireNonNull(
                Browser.page(opened).selectFirst("form[action$=/ranger]:has(button[value=" + gesture + "])"));
        Map<String, String> fields = fields(form);
        fields.put("action", gesture);
        return who.post(form.attr("action"), fields);
    }

    /** Returns what the form tells its author of a decision. */
    private static String ofForm(String decision) {
        return switch (decision) {
            case "accepter" -> "Noor (animatrice, exemple) a publié ce contenu";
            case "refuser" -> "Noor (animatrice, exemple) a refusé ce contenu";
            default -> "Noor (animatrice, exemple) a demandé une reprise";
        };
    }

    /** An actu that waits for a decision, new or in a new version of what is on line. */
    private static String proposed(boolean live) {
        String title = "Une actu pour trois, essai " + ++count;
        if (!live) {
            String id = actus.add(title, "enregistrer");
            propose(id);
            return id;
        }
        String id = actus.add(title, "publier");
        write(author.get(form(id)), "C’est l’ancienne phrase, assez longue elle aussi pour suffire.", "proposer");
        first(id, "accepter");
        assertThat(onLine(id)).isEqualTo("ancienne");
        propose(id);
        return id;
    }

    private static void propose(String id) {
        HttpResponse<String> sent =
                write(author.get(form(id)), "C’est la nouvelle phrase, assez longue pour suffire.", "proposer");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(state(id)).startsWith("propose ");
    }

    private static void first(String id, String gesture) {
        HttpResponse<String> done = OF_THE_AUTHOR.contains(gesture)
                ? write(author.get(form(id)), "C’est une phrase corrigée, assez longue pour suffire.", gesture)
                : decide(noor, noor.get(task(id)), gesture);
        assertThat(done.statusCode())
                .as(gesture + ": " + Browser.problems(done))
                .isEqualTo(302);
    }

    private static HttpResponse<String> decide(Browser who, HttpResponse<String> opened, String decision) {
        FormElement form =
                (FormElement) Objects.requireNonNull(Browser.page(opened).selectFirst("form#decision"));
        Map<String, String> fields = fields(form);
        fields.put("decision", decision);
        fields.put("commentaire", "Un mot gardé");
        return who.post(form.attr("action"), fields);
    }

    private static HttpResponse<String> write(HttpResponse<String> opened, String lead, String action) {
        return write(author, opened, lead, action, "");
    }

    private static HttpResponse<String> write(
            Browser who, HttpResponse<String> opened, String lead, String action, String later) {
        FormElement form =
                (FormElement) Objects.requireNonNull(Browser.page(opened).selectFirst("main form:has([name=chapo])"));
        Map<String, String> fields = fields(form);
        fields.put("chapo", lead);
        fields.put("action", action);
        if (!later.isEmpty()) {
            fields.put("publierLe", later);
        }
        return who.post(form.attr("action"), fields);
    }

    private static Map<String, String> fields(FormElement form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(one -> fields.put(one.key(), one.value()));
        return fields;
    }

    private static String task(String id) {
        return "/espace/taches/actus/" + id;
    }

    private static String form(String id) {
        return "/espace/actus/" + id;
    }

    /** Returns the state of an actu, whether the site shows it, and its version. */
    private static String state(String id) {
        return portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            var item = session.getNodeByIdentifier(id);
            return ItemState.of(item).key() + " " + ItemState.isOnSite(item) + " " + Revisions.number(item);
        });
    }

    /** Returns which of its phrases visitors read, or nothing. */
    private static String onLine(String id) {
        Optional<String> lead = portal.context()
                .getBean(Stores.class)
                .published()
                .read(Identity.SYSTEM, session -> {
                    var item = new Workspace("actus").nodeById(session, id);
                    return item.isEmpty()
                            ? Optional.empty()
                            : Optional.of(item.get().getProperty("chapo").getString());
                });
        return lead.map(words ->
                        words.contains("nouvelle") ? "nouvelle" : words.contains("ancienne") ? "ancienne" : words)
                .orElse("");
    }
}
