package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An item that its author and somebody who reviews write at once, and what its author sees of it that may not be written any more. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class TwoWritersTests {

    private static final Actor MAINS = new Actor("contributeur", "Les Mains Vertes", Set.of("contributeur"));
    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final String CHAPO = "Deux phrases assez longues. Pour que le formulaire les prenne.";
    private static final String CORPS = "<p>Le texte de départ, avec un mot qui compte.</p>";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Review review;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @Test
    void CT_10_what_two_changed_in_different_fields_is_saved_together_without_a_question() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);

        edit(id, NOOR, "enregistrer", "chapo", "Noor a tout réécrit ici. En deux phrases, comme il faut.");
        HttpResponse<String> sent = author.submitParts(form, typed("titre", "Le titre de l’auteur"));

        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).contains("fait=enregistre-a-deux");
        assertThat(text(id, "titre")).isEqualTo("Le titre de l’auteur");
        assertThat(text(id, "chapo")).startsWith("Noor a tout réécrit");
        assertThat(state(id)).as("still to be reviewed").startsWith("propose");
    }

    @Test
    void CT_10_who_goes_on_writing_while_somebody_asks_for_a_change_is_told_so() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);

        edit(id, NOOR, "reprendre", "", "");
        HttpResponse<String> sent = author.submitParts(form, typed("titre", "Le titre de l’auteur"));

        assertThat(sent.headers().firstValue("Location").orElse(Browser.problems(sent)))
                .contains("fait=enregistre-decide");
        assertThat(text(id, "titre")).isEqualTo("Le titre de l’auteur");
        assertThat(author.read("/espace/actus/" + id + "?fait=enregistre-decide")
                        .text())
                .contains("quelqu’un d’autre a décidé", "Un mot.");
    }

    @Test
    void CT_10_a_reviewer_s_bold_word_or_link_is_not_undone_by_who_changed_another_field() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);

        String emphasised =
                "<p>Le texte de départ, avec un <strong>mot</strong> qui <a href=\"/agenda\">compte</a>.</p>";
        edit(id, NOOR, "enregistrer", "corps", emphasised);
        author.submitParts(form, typed("titre", "Le titre de l’auteur"));

        assertThat(text(id, "corps")).contains("<strong>mot</strong>", "href=\"/agenda\"");
        assertThat(text(id, "titre")).isEqualTo("Le titre de l’auteur");
    }

    @Test
    void CT_10_two_versions_that_are_right_alone_and_wrong_together_are_not_saved() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);
        edit(id, NOOR, "enregistrer", "chapo", "Trop court");

        HttpResponse<String> sent = author.submitParts(form, typed("titre", "Le titre de l’auteur"));

        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(Browser.page(sent).select(".bilan").text()).contains("40 et 300 lettres");
        assertThat(text(id, "titre")).isEqualTo("Une actu à deux");
    }

    @Test
    void CT_10_a_form_that_came_back_with_a_mistake_is_as_old_as_it_was_and_undoes_nothing_of_somebody_else() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);
        String hers = "Noor a tout réécrit ici. En deux phrases, comme il faut.";
        edit(id, NOOR, "enregistrer", "chapo", hers);

        HttpResponse<String> mistake = author.submitParts(form, typed("titre", ""));
        assertThat(mistake.statusCode()).isEqualTo(422);
        HttpResponse<String> sent = author.submitParts(mistake, typed("titre", "Le titre de l’auteur"));

        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(text(id, "chapo")).isEqualTo(hers);
        assertThat(text(id, "titre")).isEqualTo("Le titre de l’auteur");
    }

    @Test
    void CT_10_what_both_changed_is_asked_and_nothing_else() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);
        edit(id, NOOR, "enregistrer", "chapo", "Noor a tout réécrit ici. En deux phrases, comme il faut.");
        edit(id, NOOR, "enregistrer", "titre", "Le titre de Noor");

        HttpResponse<String> sent = author.submitParts(form, typed("titre", "Le titre de l’auteur"));

        assertThat(sent.statusCode()).isEqualTo(409);
        Document page = Browser.page(sent);
        assertThat(page.select(".conflit fieldset legend").eachText()).containsExactly("Titre");
        assertThat(Browser.plain(page.select(".conflit").text())).contains("Pris de son côté : En deux phrases.");
        assertThat(page.select("[name=chapo]").text()).startsWith("Noor a tout réécrit");
        assertThat(text(id, "titre")).as("nothing is saved yet").isEqualTo("Le titre de Noor");
    }

    @ParameterizedTest
    @CsvSource({"accepter, a publié ce contenu", "reprendre, a demandé une reprise", "refuser, a refusé ce contenu"})
    void CT_04_an_author_who_takes_a_proposal_back_too_late_reads_what_was_decided(String decision, String told) {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);
        edit(id, NOOR, decision, "", "");
        String decided = state(id);

        HttpResponse<String> late = author.submitParts(form, asItStands(form, "retirer"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Browser.plain(Browser.page(late).select(".conflit").text()))
                .contains("Ce contenu vient de changer", "Noor", told, "pendant que vous le lisiez")
                .doesNotContain("Vous étiez deux");
        assertThat(state(id)).isEqualTo(decided);
    }

    /** Fields that a browser sends of a form in which nothing was changed, when a button is pressed. */
    private static Map<String, String> asItStands(HttpResponse<String> form, String button) {
        FormElement element =
                (FormElement) Objects.requireNonNull(Browser.page(form).selectFirst("#ecrire"));
        Map<String, String> fields = element.formData().stream()
                .collect(Collectors.toMap(
                        Connection.KeyVal::key, Connection.KeyVal::value, (one, other) -> one + "," + other));
        fields.put("action", button);
        return fields;
    }

    @Test
    void CT_10_what_was_typed_into_what_was_decided_meanwhile_is_told_as_there_is_no_form_to_hold_it() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        HttpResponse<String> form = author.get("/espace/actus/" + id);
        edit(id, NOOR, "refuser", "", "");

        HttpResponse<String> late = author.submitParts(form, typed("titre", "Le titre auquel je tenais"));

        assertThat(late.statusCode()).isEqualTo(409);
        Document page = Browser.page(late);
        assertThat(page.select("#ecrire")).isEmpty();
        assertThat(page.select(".conflit h2").text()).isEqualTo("Vous étiez deux à écrire");
        assertThat(page.select(".conflit dt").eachText()).containsExactly("Titre");
        assertThat(page.select(".conflit dd").text()).contains("Le titre auquel je tenais");
    }

    @Test
    void what_was_refused_is_read_and_leads_to_a_copy_with_no_form_that_would_not_be_kept() {
        String id = item("proposer");
        edit(id, NOOR, "refuser", "", "");

        Document page = signedIn("contributeur").read("/espace/actus/" + id);

        assertThat(page.select("#ecrire, main input[type=text], main textarea:not([name=texte])"))
                .isEmpty();
        assertThat(page.select("main button").eachText())
                .as("no button that saves")
                .noneMatch(words -> words.startsWith("Enregistrer") || words.startsWith("Proposer"));
        assertThat(page.text()).contains("Ce contenu a été refusé").doesNotContain("Gardé à");
        assertThat(page.select(".lecture").text()).contains("avec un mot qui compte");
        assertThat(page.select("button[value=double]").text()).isEqualTo("En faire un double");
    }

    @Test
    void an_author_corrects_what_waits_for_an_answer_and_cannot_empty_it() {
        String id = item("proposer");
        Browser author = signedIn("contributeur");
        String address = "/espace/actus/" + id;
        assertThat(author.read(address).select("#ecrire .barre button").eachText())
                .containsExactly("Enregistrer la correction");

        HttpResponse<String> emptied = author.submitParts(author.get(address), typed("chapo", ""));
        assertThat(emptied.statusCode()).isEqualTo(422);
        HttpResponse<String> corrected = author.submitParts(author.get(address), typed("titre", "Une actu corrigée"));

        assertThat(corrected.headers().firstValue("Location").orElse("")).contains("fait=corrige");
        assertThat(text(id, "titre")).isEqualTo("Une actu corrigée");
        assertThat(state(id)).startsWith("propose");
    }

    /** The fields of the form as they were, but one, and the button that keeps it. */
    private static Map<String, String> typed(String field, String value) {
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "titre",
                "Une actu à deux",
                "origine",
                "territoire",
                "chapo",
                CHAPO,
                "corps",
                CORPS,
                "visibilite",
                "public"));
        fields.put("themes", "b0ca0002-0000-4000-8000-000000000005");
        fields.put("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
        fields.put("action", "enregistrer");
        fields.put(field, value);
        return fields;
    }

    private String item(String action) {
        return stores.author().write(Identity.SYSTEM, session -> {
            String name = "a-deux-" + UUID.randomUUID();
            Node item = new Workspace("actus").root(session).addNode(name, "bocage:actu");
            item.setProperty("auteur", MAINS.name());
            item.setProperty("name", name);
            AccessControl.setOwner(item, MAINS.name());
            review.move(session, item, action, MAINS, 0, "", node -> {
                node.setProperty("titre", "Une actu à deux");
                node.setProperty("origine", "territoire");
                node.setProperty("chapo", CHAPO);
                node.setProperty("corps", CORPS);
                node.setProperty("visibilite", "public");
                node.setProperty("themes", new String[] {"b0ca0002-0000-4000-8000-000000000005"});
                node.setProperty("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
            });
            return item.getIdentifier();
        });
    }

    private void edit(String id, Actor who, String action, String field, String value) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            review.move(session, item, action, who, Revisions.number(item), "Un mot.", node -> {
                if (!field.isEmpty()) {
                    node.setProperty(field, value);
                }
            });
        });
    }

    private String text(String id, String property) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNodeByIdentifier(id)
                                .getProperty(property)
                                .getString());
    }

    private String state(String id) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> ItemState.of(session.getNodeByIdentifier(id)).key() + " "
                                + Revisions.number(session.getNodeByIdentifier(id)));
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }
}
