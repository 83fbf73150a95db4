package org.bocage.portal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Trash;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account keeps a structure: it sees its fiche, fills it in and proposes it; taken away, it sees it no more. */
class KeptStructuresTests {

    private static final String PASSWORD = "quatre mots sans rapport";
    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final String THEATRE = "theatre-du-fosse-sec";
    private static final String RADIO = "radio-vallon-bleu";

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser noor;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
        noor = Browser.signedIn(portal.port(), "salariee");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static <T> T bean(Class<T> type) {
        return portal.context().getBean(type);
    }

    private static Browser person(String name, String role) {
        bean(Accounts.class).create(name, "Personne " + name, name + "@exemple.invalid", List.of(role), PASSWORD);
        Browser browser = new Browser(portal.port());
        browser.signIn(name, PASSWORD);
        return browser;
    }

    private static String id(String fiche) {
        return bean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/acteurs/" + fiche).getIdentifier());
    }

    private static int handOver(String account, String action, String structure) {
        String address = "/espace/comptes/personne/" + account;
        Element form = Objects.requireNonNull(noor.read(address).selectFirst("form:has(button[name=action])"));
        return noor.post(
                        address,
                        Map.of(
                                "_csrf",
                                Objects.requireNonNull(form.selectFirst("[name=_csrf]"))
                                        .val(),
                                "action",
                                action,
                                "structure",
                                structure))
                .statusCode();
    }

    /** Sends the whole form of an item, as a browser does, some fields filled in. */
    private static HttpResponse<String> sends(Browser browser, String address, Map<String, String> filled) {
        Element form = Objects.requireNonNull(browser.read(address).selectFirst("main form:has([name=titre])"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element control : form.select("input[name]:not([type=file]), textarea[name], select[name]")) {
            boolean isLeft = control.is("[type=checkbox], [type=radio]") && !control.hasAttr("checked");
            if (!isLeft) {
                fields.put(control.attr("name"), value(control));
            }
        }
        fields.putAll(filled);
        return browser.post(address, fields);
    }

    private static String value(Element control) {
        if (control.is("select")) {
            return control.select("option[selected]").attr("value");
        }
        return control.is("textarea") ? control.text() : control.val();
    }

    @Test
    void RE_17_who_keeps_a_structure_sees_its_fiche_fills_it_in_and_proposes_it_and_no_longer_once_it_is_taken() {
        Browser ines = person("ines", "contributeur");
        String id = id(THEATRE);
        String fiche = "/espace/acteurs/" + id;
        assertThat(ines.get(fiche).statusCode()).isEqualTo(404);
        assertThat(ines.read("/espace/acteurs").text()).doesNotContain("Théâtre du Fossé Sec");

        assertThat(handOver("ines", "confier", id)).isEqualTo(302);

        assertThat(ines.read("/espace/acteurs").text()).contains("Théâtre du Fossé Sec");
        assertThat(ines.read(fiche).select("button[name=action]").eachAttr("value"))
                .contains("proposer", "enregistrer")
                .doesNotContain("publier");
        assertThat(sends(ines, fiche, Map.of("accroche", "On joue, même au sec.", "action", "publier"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(sends(ines, fiche, Map.of("accroche", "On joue, même au sec.", "action", "proposer"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ines.read("/espace").text()).contains("Théâtre du Fossé Sec");
        assertThat(noor.get("/espace/taches/acteurs/" + id).body()).contains("On joue, même au sec.");
        assertThat(new Browser(portal.port()).get("/reseau/acteurs/" + THEATRE).body())
                .as("nobody said yes yet")
                .doesNotContain("On joue, même au sec.");

        Element answer =
                Objects.requireNonNull(noor.read("/espace/taches/acteurs/" + id).selectFirst("form#decision"));
        Map<String, String> decision = new LinkedHashMap<>();
        answer.select("input[type=hidden][name]").forEach(one -> decision.put(one.attr("name"), one.val()));
        decision.put("decision", "accepter");
        assertThat(noor.post("/espace/taches/acteurs/" + id, decision).statusCode())
                .isEqualTo(302);
        assertThat(Mails.last(bean(Outbox.class), 20))
                .as("the one who proposed is told, whoever wrote the fiche once")
                .anySatisfy(mail -> assertThat(mail.header().to()).isEqualTo("ines@exemple.invalid"));

        assertThat(handOver("ines", "reprendre", id)).isEqualTo(302);

        assertThat(ines.get(fiche).statusCode()).isEqualTo(404);
        assertThat(ines.read("/espace/acteurs").text()).doesNotContain("Théâtre du Fossé Sec");
        assertThat(noor.read(fiche).select("button[name=action]").eachAttr("value"))
                .as("others write it as before")
                .contains("publier");
        assertThat(noor.read("/espace/journal").text()).contains("tenue par Personne ines", "plus par cette personne");
    }

    @Test
    void the_structure_of_an_invitation_is_kept_and_one_that_is_not_there_is_refused_in_words() {
        HttpResponse<String> form = noor.get("/espace/comptes/inviter");
        assertThat(form.body()).contains("Pour quelle structure\u00a0? (facultatif)");
        Map<String, String> person = Map.of(
                "titre", "Odile Exemple", "courriel", "odile@exemple.invalid", "role", "adherent", "structure", "rien");
        HttpResponse<String> refused = noor.submit(form, person);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(refused.body())).contains("Choisissez une structure dans la liste");
        assertThat(bean(Accounts.class).find("odile-exemple")).isEmpty();

        Map<String, String> right = new LinkedHashMap<>(person);
        right.put("structure", id(RADIO));
        assertThat(noor.submit(form, right).statusCode()).isEqualTo(302);
        assertThat(bean(Accounts.class).find("odile-exemple").orElseThrow().structures())
                .containsExactly(id(RADIO));
        assertThat(isOwner(RADIO, "odile-exemple")).isTrue();
    }

    private static boolean isOwner(String fiche, String account) {
        return bean(Stores.class)
                .author()
                .read(Identity.SYSTEM, session -> AccessControl.isOwner(session.getNode("/acteurs/" + fiche), account));
    }

    @Test
    void a_new_form_has_the_one_structure_that_one_keeps_and_offers_the_several() {
        Browser rose = person("rose", "adherent");
        handOver("rose", "confier", id(THEATRE));
        assertThat(chosen(rose)).isEqualTo(id(THEATRE));
        handOver("rose", "confier", id(RADIO));
        assertThat(chosen(rose)).as("theirs to choose, and not the pôle's").isEmpty();
        assertThat(rose.read("/espace/actus/nouveau?pour=" + id(RADIO))
                        .select("[name=contactStructure] option[selected]")
                        .attr("value"))
                .as("the one for which they write")
                .isEqualTo(id(RADIO));
        assertThat(rose.read("/espace/actus/nouveau")
                        .select("[name=contactStructure] option")
                        .eachAttr("value"))
                .contains(id(THEATRE), id(RADIO));
    }

    private static String chosen(Browser browser) {
        return browser.read("/espace/actus/nouveau")
                .select("[name=contactStructure] option[selected]")
                .attr("value");
    }

    @Test
    void a_fiche_put_away_or_deleted_leaves_no_trace_that_fails() {
        Browser theo = person("theo", "contributeur");
        String id = bean(Stores.class).author().write(Identity.SYSTEM, session -> {
            var fiche = session.getNode("/acteurs").addNode("ephemere", Fiches.NODE_TYPE);
            fiche.setProperty("titre", "L’Éphémère");
            fiche.setProperty("name", "ephemere");
            ItemState.begin(fiche, State.BROUILLON);
            return fiche.getIdentifier();
        });
        handOver("theo", "confier", id);
        assertThat(theo.get("/espace/acteurs/" + id).statusCode()).isEqualTo(200);

        Trash trash = bean(Trash.class);
        trash.throwAway(new Workspace("acteurs"), id, NOOR);
        assertThat(theo.get("/espace/acteurs/" + id).statusCode()).isEqualTo(404);
        assertThat(theo.get("/espace").statusCode()).isEqualTo(200);
        bean(StructureRequests.class).endOld();
        assertThat(bean(Accounts.class).find("theo").orElseThrow().structures())
                .as("it may come back")
                .containsExactly(id);

        trash.takeOut(id, NOOR);
        assertThat(theo.get("/espace/acteurs/" + id).statusCode()).isEqualTo(200);
        trash.throwAway(new Workspace("acteurs"), id, NOOR);
        trash.delete(id, new Actor("admin", "Admin", Set.of("admin")));
        assertThat(theo.get("/espace").statusCode()).isEqualTo(200);
        assertThat(noor.get("/espace/comptes/personne/theo").statusCode()).isEqualTo(200);
        bean(StructureRequests.class).endOld();
        assertThat(bean(Accounts.class).find("theo").orElseThrow().structures()).isEmpty();
    }

    @Test
    void who_wrote_a_fiche_stays_its_author_when_it_is_no_longer_given_to_them() {
        String id = id("les-mains-vertes-du-haut");
        handOver("contributeur", "confier", id);
        handOver("contributeur", "reprendre", id);
        assertThat(Browser.signedIn(portal.port(), "contributeur")
                        .get("/espace/acteurs/" + id)
                        .statusCode())
                .isEqualTo(200);
    }
}
