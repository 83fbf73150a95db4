package org.bocage.editorial.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.e2e.Portal;
import org.bocage.editorial.items.WrittenActus;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        FormElement form =
                (FormElement) Objects.requireNonNull(Browser.page(opened).selectFirst("main form:has([name=chapo])"));
        Map<String, String> fields = fields(form);
        fields.put("chapo", lead);
        fields.put("action", action);
        return author.post(form.attr("action"), fields);
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
