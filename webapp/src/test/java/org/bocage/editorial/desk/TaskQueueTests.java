package org.bocage.editorial.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Delegations;
import org.bocage.editorial.workflow.Review;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
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

/** The queue of proposals, who reads it, and what « Ma semaine » tells. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class TaskQueueTests {

    private static final String THEME = "b0ca0002-0000-4000-8000-000000000005";
    private static final String FOURNIL = "b0ca0004-0000-4000-8000-000000000001";
    private static final String ROUE = "b0ca0004-0000-4000-8000-000000000002";
    private static final Actor MAINS = new Actor("contributeur", "Les Mains Vertes", Set.of("contributeur"));

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Review review;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Outbox outbox;

    private Browser noor;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void open() {
        noor = signedIn("salariee");
    }

    @Test
    void CT_12_what_is_ticked_is_accepted_at_once_and_what_changed_meanwhile_is_left_and_told() {
        String one = propose("Premier de la liste");
        String two = propose("Second de la liste");
        String three = propose("Changé entre-temps");

        HttpResponse<String> answer = post(
                noor,
                "/espace/taches",
                Map.of("choix", "actus/" + one + "/1,actus/" + two + "/1,actus/" + three + "/9"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("fait=lot-en-partie");
        String left = noor.read("/espace/taches").text();
        assertThat(left).contains("Changé entre-temps").doesNotContain("Premier de la liste", "Second de la liste");

        HttpResponse<String> none = post(noor, "/espace/taches", Map.of("choix", "actus/" + three + "/9"));
        assertThat(none.headers().firstValue("Location").orElseThrow()).endsWith("fait=lot-change");
        assertThat(noor.read("/espace/taches?fait=lot-change").text()).contains("Rien n’est accepté");
    }

    @Test
    void CT_12_twenty_proposals_are_read_and_decided_upon_with_one_key_each() {
        List<String> titles = java.util.stream.IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "Vingt " + i)
                .toList();
        List<String> ids = titles.stream().map(this::propose).toList();
        Document queue = noor.read("/espace/taches");
        assertThat(queue.select(".ligne h2 a[data-touche=n]"))
                .as("n opens the first")
                .hasSize(1);

        String task = "/espace/taches/actus/" + ids.get(0);
        int answered = 0;
        for (String decision : List.of("reprendre", "refuser")) {
            Document page = noor.read(task);
            assertThat(page.select("a[href$=?apercu]:contains(aperçu)"))
                    .as("a preview")
                    .hasSize(1);
            assertThat(page.select("#texte ~ dl").text()).as("the text itself").contains("Vingt");
            assertThat(page.select("[name=decision][data-touche]").eachAttr("data-touche"))
                    .containsExactly("a", "r", "f");
            task = decided(task, decision);
            answered++;
        }
        while (task.matches("/espace/taches/[a-z]+/.*")
                && noor.read(task).select("main h1").text().startsWith("Vingt")) {
            task = decided(task, "accepter");
            answered++;
        }

        assertThat(answered)
                .as("one decision each, the next one opens by itself")
                .isEqualTo(20);
        assertThat(noor.read("/espace/taches").text()).doesNotContain("Vingt ");
    }

    @Test
    void CT_12_a_review_shows_the_page_as_everybody_will_read_it_and_changes_nothing() {
        String id = stores.author().write(Identity.SYSTEM, session -> {
            Node item = new Workspace("acteurs").root(session).addNode("la-scierie-d-essai", "bocage:acteur");
            item.setProperty("auteur", MAINS.name());
            item.setProperty("name", item.getName());
            AccessControl.setOwner(item, MAINS.name());
            review.move(session, item, "proposer", MAINS, 0, "", node -> {
                node.setProperty("titre", "La scierie d’essai");
                node.setProperty("famille", "b0ca0003-0000-4000-8000-000000000001");
                Node contact = node.addNode("contact", "mgnl:contentNode");
                contact.setProperty("telephone", "02 99 00 11 22");
                contact.setProperty("telephonePublic", "false");
                contact.setProperty("courriel", "scierie@essai.example");
                contact.setProperty("courrielPublic", "true");
            });
            return item.getIdentifier();
        });
        Document task = noor.read("/espace/taches/acteurs/" + id);
        String preview =
                Objects.requireNonNull(task.selectFirst(".relire__page iframe")).attr("src");

        Document shown = noor.read(preview);

        assertThat(task.select("main").text())
                .as("the reviewer reads all of it")
                .contains("02 99 00 11 22");
        assertThat(shown.select("main h1").text()).isEqualTo("La scierie d’essai");
        assertThat(shown.select("main a[href^=tel:]"))
                .as("a telephone that is not public")
                .isEmpty();
        assertThat(shown.outerHtml()).doesNotContain("02 99 00 11 22", "0299001122");
        assertThat(signedIn("contributeur").read(preview).select("main h1").text())
                .as("to who wrote it")
                .isEqualTo("La scierie d’essai");
        assertThat(new Browser(port).get(preview).statusCode()).isIn(302, 401);
        assertThat(stores.author()
                        .<String>read(
                                Identity.SYSTEM,
                                session -> session.getNodeByIdentifier(id)
                                        .getProperty("contact/telephone")
                                        .getString()))
                .as("what the look takes away is still there")
                .isEqualTo("02 99 00 11 22");
        assertThat(stores.published()
                        .<Boolean>read(
                                Identity.SYSTEM,
                                session -> Workspace.byId(session, id).isPresent()))
                .as("and nothing is on line")
                .isFalse();
    }

    @Test
    void CT_12_what_is_on_line_for_members_is_looked_at_by_its_reviewer_and_its_author() {
        String id = stores.author().write(Identity.SYSTEM, session -> {
            Node item = node(session, "entre-nous-d-essai", MAINS, THEME);
            review.move(session, item, "proposer", MAINS, 0, "", node -> {
                node.setProperty("titre", "Entre nous pour commencer");
                node.setProperty("visibilite", "adherents");
            });
            return item.getIdentifier();
        });
        post(noor, "/espace/taches/actus/" + id, Map.of("decision", "accepter", "commentaire", "", "revision", "1"));
        String preview = "/espace/actus/" + id + "?apercu";
        Awaitility.await()
                .until(() -> stores.published()
                        .<Boolean>read(
                                Identity.SYSTEM,
                                session -> Workspace.byId(session, id).isPresent()));
        for (String who : List.of("salariee", "contributeur")) {
            assertThat(signedIn(who).read(preview).select("main h1").text())
                    .as(who)
                    .isEqualTo("Entre nous pour commencer");
        }
        assertThat(signedIn("adherent").get(preview).statusCode())
                .as("a member, for whom what is written is not")
                .isEqualTo(404);
        assertThat(new Browser(port)
                        .get("/actualites/" + today().substring(0, 4) + "/entre-nous-d-essai")
                        .statusCode())
                .as("to everybody, whatever was looked at")
                .isEqualTo(404);

        stores.author().write(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            return item.setProperty("visibilite", "public");
        });
        assertThat(noor.read(preview).select("main h1").text())
                .as("a version that will be for everybody")
                .isEqualTo("Entre nous pour commencer");
    }

    /** Decides upon a proposal, as its key does, and gives where that leads. */
    private String decided(String task, String decision) {
        Document page = noor.read(task);
        HttpResponse<String> answer = post(
                noor,
                task,
                Map.of(
                        "decision",
                        decision,
                        "commentaire",
                        decision.equals("accepter") ? "" : "Un mot pour vous.",
                        "revision",
                        page.select("[name=revision]").val()));
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("\\?.*", "");
    }

    @Test
    void CT_03_a_passage_that_is_none_is_not_offered_and_is_refused_to_a_direct_request() {
        String id = propose("Directement");
        String item = "/espace/actus/" + id;
        Browser mains = signedIn("contributeur");
        assertThat(mains.read(item).select("[name=action]").eachAttr("value"))
                .contains("retirer")
                .doesNotContain("publier", "accepter", "proposer");
        for (String action : List.of("publier", "proposer", "accepter", "archiver")) {
            assertThat(post(mains, item, Map.of("titre", "Directement", "action", action, "revision", "1"))
                            .statusCode())
                    .as(action)
                    .isIn(400, 403, 422);
        }
        assertThat(post(mains, item, Map.of("titre", "Directement", "action", "retirer", "revision", "1"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(post(
                                noor,
                                "/espace/taches/actus/" + id,
                                Map.of("decision", "accepter", "commentaire", "", "revision", "2"))
                        .statusCode())
                .as("a draft is not accepted")
                .isEqualTo(409);
        assertThat(noor.read("/espace/taches").text()).doesNotContain("Directement");
    }

    @Test
    void CT_02_a_member_writes_for_their_structure_keeps_drafts_and_finds_what_they_sent(
            @Autowired AccountStructures structures) {
        Browser member = signedIn("adherent");
        assertThat(member.read("/espace/actus/nouveau")
                        .select("[name=contactStructure] option[selected]")
                        .text())
                .as("the structure that they keep")
                .isEqualTo("Le Fournil des Mots");
        structures.take("adherent", FOURNIL, "salariee");
        assertThat(member.read("/espace/actus/nouveau")
                        .select("[name=contactStructure] option[selected]")
                        .val())
                .as("nobody knows which is theirs: one speaks to the pôle")
                .isEqualTo("b0ca0004-0000-4000-8000-000000000000");
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/adhesions/la-roue-qui-rit")
                                .setProperty("courriel", "adherent@exemple.invalid"));
        Map.of(
                        "actus", "contactStructure",
                        "evenements", "organisateurs[0].acteur",
                        "annonces", "structure.acteur",
                        "lieux", "acteur")
                .forEach((type, field) -> assertThat(
                                member.read("/espace/" + type + "/nouveau").select("select").stream()
                                        .filter(select -> select.attr("name").equals(field))
                                        .map(select -> select.select("option[selected]")
                                                .text()))
                        .as(type)
                        .containsExactly("La Roue Qui Rit"));

        HttpResponse<String> draft =
                member.write("/espace/actus/nouveau", Map.of("titre", "On graisse la chaîne"), "enregistrer");
        assertThat(draft.statusCode()).as(Browser.problems(draft)).isEqualTo(302);
        Element kept = Objects.requireNonNull(
                member.read("/espace").selectFirst("#brouillons ~ ul a:contains(On graisse la chaîne)"));
        assertThat(noor.read("/espace/taches").text()).doesNotContain("On graisse");

        HttpResponse<String> sent = member.write(
                kept.attr("href"),
                Map.of(
                        "titre", "On graisse la chaîne",
                        "chapo", "Samedi, on apprend à graisser une chaîne sans en mettre partout.",
                        "corps", "<p>Venez avec votre vélo, on prête la graisse et les chiffons.</p>",
                        "origine", "territoire",
                        "contactStructure", ROUE,
                        "visibilite", "public",
                        "themes", THEME),
                "proposer");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(mine(member)).contains("On graisse la chaîne", "Proposé");
        assertThat(member.read("/espace").select("#brouillons ~ ul").text()).doesNotContain("On graisse");
        assertThat(mine(signedIn("adherent2"))).as("their own list").doesNotContain("On graisse");

        String task = kept.attr("href").replace("/espace/", "/espace/taches/");
        decided(task, "accepter");
        assertThat(mine(member)).contains("On graisse la chaîne", "Publié");
        assertThat(new Browser(port).read("/actualites").text()).contains("On graisse la chaîne");
    }

    private static String mine(Browser who) {
        return who.read("/espace").select("#envois ~ ul").text();
    }

    @Test
    void a_list_that_is_none_is_refused() {
        assertThat(post(noor, "/espace/taches", Map.of("choix", "actus/../x")).statusCode())
                .isEqualTo(400);
        assertThat(post(signedIn("ca2"), "/espace/taches", Map.of("choix", "actus/" + propose("À moi") + "/1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_decision_leads_to_the_next_proposal() {
        String first = propose("Avant");
        propose("Après");

        HttpResponse<String> decided = post(
                noor,
                "/espace/taches/actus/" + first,
                Map.of("decision", "accepter", "commentaire", "", "revision", "1"));

        assertThat(decided.headers().firstValue("Location").orElseThrow())
                .matches(".*/espace/taches/[a-z]+/[0-9a-f-]{36}\\?fait=accepte");
    }

    @Test
    void CT_13_somebody_entrusted_with_a_theme_for_some_days_reviews_its_proposals_but_neither_others_nor_their_own() {
        String theirs = propose("De son thème");
        String other = proposal("D’un autre thème", MAINS, "b0ca0002-0000-4000-8000-000000000004");
        proposal("De sa main", new Actor("ca2", "Tino", Set.of("ca")), THEME);
        assertThat(signedIn("ca2").get("/espace/taches").statusCode()).isEqualTo(403);

        post(
                noor,
                "/espace/reglages/delegations",
                Map.of("compte", "ca2", "theme", THEME, "du", today(), "au", today()));

        String tasks = signedIn("ca2").read("/espace/taches").text();
        assertThat(tasks).contains("De son thème").doesNotContain("D’un autre thème", "De sa main");
        HttpResponse<String> accepted = post(
                signedIn("ca2"),
                "/espace/taches/actus/" + theirs,
                Map.of("decision", "accepter", "commentaire", "", "revision", "1"));
        assertThat(accepted.statusCode()).isEqualTo(302);
        assertThat(post(
                                signedIn("ca2"),
                                "/espace/taches/actus/" + other,
                                Map.of("decision", "accepter", "commentaire", "", "revision", "1"))
                        .statusCode())
                .isEqualTo(403);
        delegations.all().forEach(one -> delegations.takeBack(one.id()));
        assertThat(signedIn("ca2").get("/espace/taches").statusCode()).isEqualTo(403);
        java.time.LocalDate now = java.time.LocalDate.parse(today());
        delegations.entrust("ca2", Set.of(THEME), now.plusDays(1), now.plusDays(9), "salariee");
        delegations.entrust("ca2", Set.of(THEME), now.minusDays(9), now.minusDays(1), "salariee");
        assertThat(signedIn("ca2").get("/espace/taches").statusCode())
                .as("neither before its first day nor after its last")
                .isEqualTo(403);
        delegations.all().forEach(one -> delegations.takeBack(one.id()));
    }

    @Test
    void CT_13_a_delegation_without_theme_or_backwards_is_refused_in_words_and_what_was_typed_stays() {
        HttpResponse<String> refused =
                post(noor, "/espace/reglages/delegations", Map.of("compte", "ca2", "du", today(), "au", "2020-01-01"));

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Browser.page(refused);
        assertThat(page.select(".bilan li").text()).contains("Cochez au moins un thème", "Donnez le dernier jour");
        assertThat(page.select("[name=compte] [selected]").val()).isEqualTo("ca2");
        assertThat(page.select("[name=au]").val()).isEqualTo("2020-01-01");
    }

    @Test
    void a_comment_stays_between_those_who_write_and_who_is_named_gets_a_mail() {
        String id = propose("À discuter");

        post(
                signedIn("ca"),
                "/espace/actus/" + id + "/commentaires",
                Map.of("texte", "@salariee on garde la photo ? Pour @contributeur aussi, pas pour @adherent."));

        assertThat(noor.read("/espace/taches/actus/" + id).text()).contains("on garde la photo");
        List<String> named = Mails.last(outbox, 50).stream()
                .filter(mail -> mail.mail().subject().contains("vous parle de « À discuter »"))
                .map(mail -> mail.mail().to())
                .toList();
        assertThat(named)
                .as("an adhérent may not read it, and is not told of it")
                .containsExactlyInAnyOrder("salariee@exemple.invalid", "contributeur@exemple.invalid");
        String said = "On la garde";
        for (int times = 0; times < 2; times++) {
            assertThat(post(signedIn("ca"), "/espace/actus/" + id + "/commentaires", Map.of("texte", said))
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(noor.read("/espace/taches/actus/" + id).text())
                .as("sent twice, said once")
                .containsOnlyOnce(said);
        assertThat(post(signedIn("ca"), "/espace/actus/" + id + "/commentaires", Map.of("texte", "  "))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void CT_05_a_remark_on_a_field_goes_with_the_decision_and_is_read_at_that_field() {
        String id = propose("À préciser");
        String task = "/espace/taches/actus/" + id;

        HttpResponse<String> noted = post(
                noor, task, Map.of("decision", "commenter", "revision", "1", "remarque.titre", "@ca, plus court ?"));
        assertThat(noted.headers().firstValue("Location").orElseThrow()).endsWith(task + "?fait=commente");
        Document page = noor.read(task);
        assertThat(page.select("#champ-titre .bulle").text()).contains("plus court ?", "Noor");
        assertThat(page.select(".situation").text()).contains("Un commentaire");
        assertThat(noor.read("/espace/taches").select("li:contains(À préciser)").text())
                .contains("un commentaire");
        assertThat(Mails.last(outbox, 20))
                .anyMatch(mail -> mail.mail().to().equals("ca@exemple.invalid")
                        && mail.mail().text().contains("plus court ?"));

        HttpResponse<String> sent =
                post(noor, task, Map.of("decision", "reprendre", "revision", "1", "remarque.titre", "Dites le lieu."));
        assertThat(sent.statusCode()).as("a remark is word enough").isEqualTo(302);

        Document form = signedIn("contributeur").read("/espace/actus/" + id);
        assertThat(form.select("[data-champ=titre] .remarques").text()).contains("plus court ?", "Dites le lieu.");
        assertThat(form.select("[name=titre]").attr("aria-describedby")).contains("champ-titre-remarque");
        assertThat(form.select(".fil-relecture a[href=#champ-titre]").text()).contains("Titre");
        assertThat(form.select(".fil-relecture").text()).contains("Mes remarques sont à côté");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    accepter    | Noor (animatrice, exemple) l’a publié
                    reprendre   | Noor (animatrice, exemple) a demandé une reprise
                    refuser     | Noor (animatrice, exemple) l’a refusé
                    retirer     | l’a repris en brouillon
                    enregistrer | Noor (animatrice, exemple) l’a modifié
                    """)
    void CT_04_who_decides_second_reads_what_the_first_did_and_changes_nothing(String first, String told) {
        for (String second : List.of("accepter", "reprendre", "refuser")) {
            String id = propose("À deux");
            String task = "/espace/taches/actus/" + id;
            Browser other = signedIn("admin");
            assertThat(other.read(task).select("[name=decision]")).isNotEmpty();
            boolean isCorrected = first.equals("enregistrer");

            move(id, first);
            String decided = state(id);
            HttpResponse<String> late = decide(other, task, second, "1");

            assertThat(late.statusCode()).isEqualTo(409);
            Document page = Browser.page(late);
            assertThat(Browser.plain(page.select(".bilan").text())).contains(told);
            assertThat(page.text()).as("what was typed").contains("Un mot gardé");
            assertThat(page.select("[name=decision]").isEmpty())
                    .as("what is decided can be decided no more")
                    .isEqualTo(!isCorrected);
            if (!isCorrected) {
                // pressed all the same, on the version that the page shows
                assertThat(decide(other, task, second, revision(id)).statusCode())
                        .isEqualTo(409);
            }
            assertThat(state(id)).as("%s after %s", second, first).isEqualTo(decided);
        }
    }

    private void move(String id, String action) {
        boolean isAuthor = action.equals("retirer");
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            Actor actor = isAuthor ? MAINS : new Actor("salariee", "Noor", Set.of("salariee"));
            review.move(session, item, action, actor, Revisions.number(item), "Un mot.", node -> {});
        });
    }

    /** Returns the state of an item, whether the site shows it, and its version. */
    private String state(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            return ItemState.of(item).key() + " " + ItemState.isOnSite(item) + " " + Revisions.number(item);
        });
    }

    private String revision(String id) {
        return state(id).replaceFirst(".* ", "");
    }

    private static HttpResponse<String> decide(Browser who, String task, String decision, String revision) {
        return post(who, task, Map.of("decision", decision, "revision", revision, "commentaire", "Un mot gardé"));
    }

    @Test
    void CT_13_the_mail_of_what_is_on_line_leads_to_the_page_that_everybody_reads() {
        String id = propose("Mise en ligne et dite");
        move(id, "accepter");

        String text = mailOf("Mise en ligne et dite");
        Matcher address = Pattern.compile("(/actualites/\\S+)").matcher(text);
        assertThat(address.find()).as(text).isTrue();
        assertThat(new Browser(port).get(address.group(1)).statusCode()).isEqualTo(200);
        assertThat(text).doesNotContain("/espace/actus/");
    }

    @Test
    void CT_13_what_is_accepted_for_later_is_told_so_and_told_again_once_it_is_on_line() {
        String id = propose("Acceptée pour plus tard");
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            item.setProperty("publierLe", Dates.utc(java.time.Instant.now().plusSeconds(86_400)));
        });
        move(id, "accepter");

        assertThat(state(id)).startsWith("programme");
        String accepted = mailOf("Acceptée pour plus tard");
        assertThat(accepted).contains("est accepté", "Il paraîtra tout seul", "/espace/actus/" + id);
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            item.setProperty("publierLe", Dates.utc(java.time.Instant.now().minusSeconds(60)));
        });
        String path = stores.author().read(Identity.SYSTEM, session -> Workspace.path(session.getNodeByIdentifier(id)));
        review.publishDue("actus", path);

        assertThat(mailOf("Acceptée pour plus tard")).contains("/actualites/").doesNotContain("est accepté");
        assertThat(noor.read("/espace/journal")
                        .select("tr:contains(Acceptée pour plus tard)")
                        .text())
                .contains("Le portail, à la date prévue");
    }

    /** Returns the last mail about a content to who wrote it. */
    private String mailOf(String title) {
        return Mails.last(outbox, 50).stream()
                .filter(mail -> mail.mail().to().equals("contributeur@exemple.invalid")
                        && mail.mail().text().contains(title))
                .findFirst()
                .orElseThrow()
                .mail()
                .text();
    }

    @Test
    void of_more_than_can_be_listed_all_are_counted_and_the_oldest_are_there() {
        String first = propose("La toute première de toutes");
        List<String> more = IntStream.range(0, 205)
                .mapToObj(number -> propose("Une de plus, " + number))
                .toList();

        Document tasks = noor.read("/espace/taches");

        int all =
                Integer.parseInt(Browser.plain(tasks.select(".chapeau").text()).replaceFirst("^(\\d+) .*$", "$1"));
        assertThat(all).isGreaterThan(205);
        assertThat(tasks.select(".lignes--grandes > li")).hasSize(200);
        assertThat(tasks.select("a[href$=" + first + "]")).hasSize(1);
        assertThat(tasks.select("nav .compte").text()).startsWith(String.valueOf(all));
        assertThat(Browser.plain(tasks.select(".chapeau").text())).contains("Voici les 200 premières");
        stores.author().update(Identity.SYSTEM, session -> {
            for (String id : more) {
                session.getNodeByIdentifier(id).remove();
            }
        });
    }

    @Test
    void OPS_12_the_oldest_proposal_comes_first_whatever_its_kind() {
        List<String> since =
                noor.read("/espace/taches").select(".lot .ligne time").eachAttr("datetime");
        propose("Toute dernière");

        List<String> after =
                noor.read("/espace/taches").select(".lot .ligne time").eachAttr("datetime");
        assertThat(since).hasSizeGreaterThan(2).isSorted();
        assertThat(after).isSorted();
        assertThat(noor.read("/espace/taches").select(".lot .ligne h2").eachText())
                .last()
                .isEqualTo("Toute dernière");
        assertThat(noor.read("/espace/taches").select(".lot .ligne__sous").eachText().stream()
                        .map(words -> words.replaceFirst(" ·.*", ""))
                        .distinct())
                .as("of several kinds")
                .hasSizeGreaterThan(1);
    }

    @Test
    void CT_05_remarks_are_given_back_when_the_decision_is_not_taken() {
        String task = "/espace/taches/actus/" + propose("Lu trop tard");

        HttpResponse<String> late =
                post(noor, task, Map.of("decision", "reprendre", "revision", "7", "remarque.titre", "Dites le lieu."));

        assertThat(late.statusCode()).isEqualTo(409);
        Document page = Browser.page(late);
        assertThat(page.select("[name=remarque.titre]").text()).isEqualTo("Dites le lieu.");
        assertThat(page.select("#champ-titre .bulle")).as("not kept twice").isEmpty();
        assertThat(post(noor, task, Map.of("decision", "commenter", "revision", "1"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(noor, task, Map.of("decision", "commenter", "revision", "1", "remarque.a b", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_search_finds_everything_one_may_see_and_nothing_else() {
        propose("Quenouille rare");

        assertThat(noor.read("/espace/chercher?q=quenouille")
                        .select("main ul a")
                        .text())
                .contains("Quenouille rare");
        assertThat(signedIn("adherent").read("/espace/chercher?q=quenouille").select("main ul a"))
                .isEmpty();
        assertThat(noor.get("/espace/chercher?q=" + "x".repeat(5_000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_goes_on_line_by_itself_is_in_the_week_and_in_the_calendar() {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = node(session, "programmee", MAINS, THEME);
            item.setProperty("publierLe", Dates.utc(java.time.Instant.now().plusSeconds(86_400)));
            item.getSession().save();
            review.move(
                    session,
                    item,
                    "publier",
                    new Actor("salariee", "Noor", Set.of("salariee")),
                    0,
                    "",
                    node -> node.setProperty("titre", "Surprise de demain"));
        });

        assertThat(noor.read("/espace").select("#venir ~ ul").text()).contains("Surprise de demain", "paraîtra");
        assertThat(noor.read("/espace/a-venir").text()).contains("Surprise de demain");
        assertThat(signedIn("adherent").read("/espace/a-venir").text()).doesNotContain("Surprise de demain");
    }

    private static String today() {
        return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris")).toString();
    }

    private String propose(String title) {
        return proposal(title, MAINS, THEME);
    }

    private String proposal(String title, Actor author, String theme) {
        return stores.author().write(Identity.SYSTEM, session -> {
            Node item = node(session, "essai-" + java.util.UUID.randomUUID(), author, theme);
            review.move(session, item, "proposer", author, 0, "", node -> node.setProperty("titre", title));
            return item.getIdentifier();
        });
    }

    private static Node node(javax.jcr.Session session, String name, Actor author, String theme)
            throws javax.jcr.RepositoryException {
        Node item = new Workspace("actus").root(session).addNode(name, "bocage:actu");
        item.setProperty("auteur", author.name());
        item.setProperty("name", name);
        item.setProperty("themes", new String[] {theme});
        AccessControl.setOwner(item, author.name());
        return item;
    }

    private static HttpResponse<String> post(Browser who, String address, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", who.read("/espace").select("[name=_csrf]").val());
        return who.post(address, all);
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }
}
