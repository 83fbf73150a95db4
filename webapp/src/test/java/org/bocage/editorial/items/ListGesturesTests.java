package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Gestures on several items of a list at once: each is asked as it would be alone. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class ListGesturesTests {

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Actor MAINS = new Actor("contributeur", "Les Mains Vertes", Set.of("contributeur"));

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
    void what_is_ticked_is_put_away_at_once_and_what_changed_meanwhile_is_left_and_told() {
        String one = item("Première à ranger", "publier");
        String two = item("Seconde à ranger", "publier");
        String changed = item("Changée entre-temps", "publier");
        Browser noor = signedIn("salariee");
        Document list = noor.read("/espace/actus?q=ranger");
        List<String> choices = list.select("input[name=choix]").eachAttr("value");
        assertThat(choices).contains(one, two);
        assertThat(list.select("[form=lot][name=action]").eachText())
                .containsExactly("Proposer", "Publier", "Archiver", "Mettre à la corbeille");

        HttpResponse<String> done = post(noor, "archiver", one + "," + two);
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/espace/actus?fait=lot-fait");
        assertThat(state(one)).isEqualTo("archive");
        assertThat(state(two)).isEqualTo("archive");

        String id = changed.replaceFirst("/.*", "");
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = session.getNodeByIdentifier(id);
            review.move(session, item, "enregistrer", NOOR, Revisions.number(item), "", node -> {});
        });
        for (String action : List.of("archiver", "jeter", "publier")) {
            HttpResponse<String> late = post(noor, action, changed);
            assertThat(late.headers().firstValue("Location").orElseThrow())
                    .as(action)
                    .endsWith("fait=lot-rien");
            assertThat(state(changed)).isEqualTo("brouillon");
        }
        String other = item("Troisième à ranger", "publier");
        HttpResponse<String> some = noor.post(
                "/espace/actus/lot",
                Map.of(
                        "_csrf",
                        noor.read("/espace").select("[name=_csrf]").val(),
                        "action",
                        "archiver",
                        "choix",
                        changed + "," + other,
                        "q",
                        "à ranger + {x}"));
        assertThat(some.headers().firstValue("Location").orElseThrow())
                .as("the list that was looked at")
                .endsWith("/espace/actus?q=%C3%A0%20ranger%20%2B%20%7Bx%7D&fait=lot-laisse");
        assertThat(post(noor, "archiver", "").headers().firstValue("Location").orElseThrow())
                .endsWith("fait=lot-vide");
        assertThat(post(noor, "effacer", changed).statusCode()).isEqualTo(400);
        assertThat(post(noor, "archiver", "n’importe quoi").statusCode()).isEqualTo(400);
    }

    @Test
    void nothing_incomplete_goes_on_line_and_nobody_does_with_several_what_they_may_not_do_with_one() {
        String draft = item("Un brouillon incomplet", "enregistrer");
        assertThat(post(signedIn("salariee"), "publier", draft)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("fait=lot-rien");
        assertThat(state(draft)).isEqualTo("brouillon");

        String online = item("En ligne, et pas à elle", "publier");
        for (String action : List.of("archiver", "jeter", "publier")) {
            assertThat(post(signedIn("contributeur"), action, online)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("fait=lot-rien");
        }
        assertThat(state(online)).isEqualTo("publie");
        assertThat(signedIn("contributeur").read("/espace/actus").select("[form=lot][value=publier]"))
                .as("who may not publish is not offered it")
                .isEmpty();
    }

    @Test
    void only_what_something_can_be_done_with_has_a_box_to_tick() {
        String mine = item("Cochable : un brouillon", "enregistrer", MAINS);
        String waiting = item("Cochable : une proposition", "proposer", MAINS);
        String online = item("Cochable : une actu en ligne", "publier", NOOR);

        List<String> choices = signedIn("contributeur")
                .read("/espace/actus?q=cochable")
                .select("input[name=choix]")
                .eachAttr("value");
        assertThat(choices).contains(mine).doesNotContain(waiting, online);
        assertThat(signedIn("salariee")
                        .read("/espace/actus?q=cochable")
                        .select("input[name=choix]")
                        .eachAttr("value"))
                .as("what waits is decided on its own screen")
                .contains(online)
                .doesNotContain(waiting);
    }

    private String item(String title, String action) {
        return item(title, action, NOOR);
    }

    private String item(String title, String action, Actor author) {
        return stores.author().write(Identity.SYSTEM, session -> {
            String name = "a-ranger-" + UUID.randomUUID();
            Node item = new Workspace("actus").root(session).addNode(name, "bocage:actu");
            item.setProperty("auteur", author.name());
            item.setProperty("name", name);
            AccessControl.setOwner(item, author.name());
            review.move(session, item, action, author, 0, "", node -> node.setProperty("titre", title));
            return item.getIdentifier() + "/" + Revisions.number(item);
        });
    }

    private String state(String choice) {
        String id = choice.replaceFirst("/.*", "");
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> ItemState.of(session.getNodeByIdentifier(id)).key());
    }

    private static HttpResponse<String> post(Browser who, String action, String choices) {
        return who.post(
                "/espace/actus/lot",
                Map.of("_csrf", who.read("/espace").select("[name=_csrf]").val(), "action", action, "choix", choices));
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }
}
