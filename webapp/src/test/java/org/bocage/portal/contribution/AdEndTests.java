package org.bocage.portal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AN-05: seven days before its end, whoever posted an annonce says by a link what becomes of it. */
class AdEndTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Pattern LINK =
            Pattern.compile("http://localhost:8080(/annonces/suite/[^.]+\\.(prolonger|trouve|retirer)\\.\\S+)");

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

    private static LocalDate today() {
        return LocalDate.now(Clock.system(PARIS));
    }

    private static void post(String name, int days) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node ad = new Workspace("annonces").root(session).addNode(name, "bocage:annonce");
            ad.setProperty("auteur", FollowLinks.STRANGER);
            Node by = ad.addNode("proposePar", "mgnl:contentNode");
            by.setProperty("nom", "Camille");
            by.setProperty("courriel", name + "@exemple.invalid");
            portal.context().getBean(Review.class).move(session, ad, "publier", SALARIEE, 0, "", node -> {
                node.setProperty("name", name);
                node.setProperty("titre", "Un frigo nommé " + name);
                node.setProperty("type", "materiel-don");
                node.setProperty("visibilite", "public");
                node.setProperty(
                        "cloture",
                        Dates.utc(today().plusDays(days).atStartOfDay(PARIS).toInstant()));
            });
        });
        look();
    }

    private static void look() {
        portal.context().getBean(AdEnds.class).look();
    }

    private static List<String> mails(String name) {
        return portal.context().getBean(Outbox.class).recent(100).stream()
                .filter(entry -> entry.mail().to().equals(name + "@exemple.invalid"))
                .map(entry -> Browser.plain(entry.mail().text()))
                .filter(text -> text.contains("/annonces/suite/"))
                .toList();
    }

    private static Map<String, String> links(String name) {
        Map<String, String> links = new HashMap<>();
        for (Matcher link = LINK.matcher(mails(name).get(0)); link.find(); ) {
            links.put(link.group(2), link.group(1));
        }
        assertThat(links).containsOnlyKeys("prolonger", "trouve", "retirer");
        return links;
    }

    private static String link(String name, String gesture) {
        return Objects.requireNonNull(links(name).get(gesture));
    }

    private static HttpResponse<String> get(String path) {
        return new Browser(portal.port()).get(path);
    }

    private static HttpResponse<String> press(String path) {
        return new Browser(portal.port()).post(path, Map.of());
    }

    private static int status(String name) {
        return get("/annonces/materiel/" + name).statusCode();
    }

    private static LocalDate closing(String name) {
        return portal.context()
                .getBean(Stores.class)
                .published()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode(name)
                                .getProperty("cloture")
                                .getDate()
                                .toInstant()
                                .atZone(PARIS)
                                .toLocalDate());
    }

    @Test
    void AN_05_the_poster_is_asked_once_within_the_last_week_and_not_before() {
        post("dans-un-mois", 30);
        post("dans-cinq-jours", 5);
        look();

        assertThat(mails("dans-un-mois")).isEmpty();
        assertThat(mails("dans-cinq-jours")).hasSize(1);
    }

    @Test
    void AN_05_looking_changes_nothing_and_the_button_goes_on_for_thirty_days_once() {
        post("prolonge", 5);
        String link = link("prolonge", "prolonger");

        HttpResponse<String> looked = get(link);
        get(link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(Browser.page(looked).select("main form button").text()).isEqualTo("Prolonger de 30 jours");
        assertThat(closing("prolonge")).isEqualTo(today().plusDays(5));

        assertThat(press(link).statusCode()).isEqualTo(200);
        assertThat(closing("prolonge")).isEqualTo(today().plusDays(35));
        assertThat(press(link).statusCode()).isEqualTo(410);
        assertThat(closing("prolonge")).isEqualTo(today().plusDays(35));
    }

    @Test
    void AN_05_what_is_found_or_taken_back_leaves_the_site() {
        post("trouve-vite", 3);
        post("retire-vite", 3);
        assertThat(status("trouve-vite")).isEqualTo(200);

        assertThat(press(link("trouve-vite", "trouve")).statusCode()).isEqualTo(200);
        assertThat(press(link("retire-vite", "retirer")).statusCode()).isEqualTo(200);

        assertThat(status("trouve-vite")).isEqualTo(410);
        assertThat(status("retire-vite")).isEqualTo(410);
        assertThat(get(link("trouve-vite", "prolonger")).statusCode()).isEqualTo(410);
    }

    @Test
    void AN_05_after_two_times_going_on_is_reviewed() {
        post("trois-fois", 5);
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode("trois-fois")
                                .setProperty("relances", 2));
        String link = link("trois-fois", "prolonger");

        assertThat(Browser.plain(Browser.page(get(link)).select("main").text()))
                .contains("déjà été prolongée deux fois");
        assertThat(press(link).statusCode()).isEqualTo(200);

        assertThat(closing("trois-fois")).isEqualTo(today().plusDays(5));
        String state = portal.context()
                .getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode("trois-fois")
                                .getProperty("etat")
                                .getString());
        assertThat(state).isEqualTo("propose");
    }

    @Test
    void AN_05_an_altered_link_does_nothing() {
        post("altere", 5);
        String link = link("altere", "retirer");

        assertThat(press(link.replace("retirer", "trouve")).statusCode()).isEqualTo(410);
        assertThat(press(link.substring(0, link.length() - 1) + "!").statusCode())
                .isIn(403, 404, 410);
        assertThat(press("/annonces/suite/n.importe.quoi.ici").statusCode()).isEqualTo(410);
        assertThat(status("altere")).isEqualTo(200);
    }
}
