package org.bocage.portal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.contribution.Stranger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** AD-02, AD-03, AD-07, AD-09, RE-09: somebody joins, pays, and is among the members. */
class JoinTests {

    private static final String FORM = "/adherer/formulaire";
    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    @TempDir
    static Path home;

    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static Portal portal;
    private static Stranger stranger;

    @BeforeAll
    static void start() throws Exception {
        mails.start();
        Path config = home.resolve("config");
        FileSystemUtils.copyRecursively(Path.of("config"), config);
        Path own = config.resolve("adhesion.yaml");
        Files.writeString(
                own,
                Files.readString(own)
                        .replace("helloasso: ''", "helloasso: 'https://www.helloasso.com/associations/essai'")
                        .replace(
                                "virement: {titulaire: '', iban: ''}",
                                "virement: {titulaire: 'Pôle ESS', iban: '" + IBAN + "'}"));
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.config=" + config,
                "--bocage.forms.minimum-time=0s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
        stranger = new Stranger(portal.port(), mails);
    }

    @AfterAll
    static void stop() {
        portal.close();
        mails.stop();
    }

    @Test
    void AD_02_AD_07_RE_09_a_structure_joins_pays_and_is_among_the_members() {
        Browser visitor = new Browser(portal.port());
        assertThat(visitor.read("/reseau/adherents").text()).doesNotContain("Première Brouette");

        HttpResponse<String> sent = stranger.send(FORM, request("structure", Map.of("structure", "première brouette")));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(Stranger.words(stranger.browser().get(location(sent))))
                .contains("Il reste à virer 60 €")
                .contains(IBAN)
                .contains("sous 5 jours ouvrés");
        assertThat(stranger.mail("lou@exemple.invalid", "bien arrivée")).contains(IBAN);
        assertThat(stranger.mail("salariee@exemple.invalid", "veut adhérer")).contains("60 €");

        Browser salariee = signedIn("salariee");
        Element notice = Objects.requireNonNull(
                salariee.read("/espace").selectFirst("p:contains(première brouette) a[href^=/espace/adhesions/]"));
        String membership = notice.attr("href");
        assertThat(visitor.read("/reseau/adherents").text()).doesNotContain("Première Brouette");
        HttpResponse<String> paid =
                salariee.post(membership + "/payee", Map.of("_csrf", csrf(salariee.read(membership))));
        assertThat(paid.statusCode()).isEqualTo(302);

        assertThat(stranger.mail("lou@exemple.invalid", "Bienvenue")).contains("court jusqu’au");
        assertThat(visitor.read("/reseau/adherents").text()).contains("Première Brouette");
        assertThat(salariee.read("/espace").select("p:contains(première brouette) a[href^=/espace/adhesions/]"))
                .isEmpty();
        assertThat(salariee.read("/espace/adhesions").text()).contains("Active");
    }

    @Test
    void AD_07_the_account_number_is_told_to_nobody_who_has_not_sent_a_request() {
        HttpResponse<String> sent = stranger.send(FORM, request("personne", Map.of()));
        String thanks = location(sent);
        assertThat(Stranger.words(stranger.browser().get(thanks))).contains(IBAN);

        for (String page : List.of("/adherer", FORM, "/adherer/merci")) {
            assertThat(stranger.browser().get(page).body()).as(page).doesNotContain(IBAN);
        }
        String altered = thanks.substring(0, thanks.length() - 2) + (thanks.endsWith("AA") ? "BB" : "AA");
        HttpResponse<String> refused = stranger.browser().get(altered);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).doesNotContain(IBAN);
    }

    @Test
    void AD_02_AD_03_what_is_wrong_is_told_at_the_field_and_in_a_summary_and_nothing_is_lost() {
        HttpResponse<String> sent = stranger.send(
                FORM,
                request(
                        "prix-libre",
                        Map.of("montant", "3", "courriel", "lou chez exemple", "telephone", "02 61 91 00 0O")));

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(Stranger.problems(sent)).hasSize(3).anyMatch(one -> one.contains("au moins le minimum"));
        Document page = Browser.page(sent);
        assertThat(page.select("[name=prenom]").attr("value")).isEqualTo("Lou");
        assertThat(page.select("[name=formule][checked]").attr("value")).isEqualTo("prix-libre");
        assertThat(page.select("[aria-invalid=true]")).hasSize(3);
        assertThat(page.select("main form.form [name]").eachAttr("name").stream()
                        .filter(name -> !name.startsWith("_")
                                && !List.of("jeton", "siteweb", "plus-tard").contains(name))
                        .distinct())
                .hasSizeLessThanOrEqualTo(12);
        assertThat(stranger.send(FORM, request("prix-libre", Map.of("montant", "12,50")))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void AD_02_what_was_begun_is_found_again_by_a_link_and_gone_once_sent() {
        Map<String, String> begun = new HashMap<>(request("personne", Map.of("courriel", "plus.tard@exemple.invalid")));
        begun.keySet().removeAll(List.of("paiement", "nom-de-famille"));
        begun.put("plus-tard", "oui");
        HttpResponse<String> kept = stranger.send(FORM, begun);
        assertThat(kept.statusCode()).as(Stranger.problems(kept).toString()).isEqualTo(303);
        assertThat(Stranger.words(stranger.browser().get(location(kept)))).contains("pendant trente jours");

        String link = Stranger.link(stranger.mail("plus.tard@exemple.invalid", "gardé trente jours"));
        HttpResponse<String> resumed = stranger.browser().get(link);
        assertThat(resumed.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(Browser.page(resumed).select("[name=prenom]").attr("value")).isEqualTo("Lou");

        HttpResponse<String> sent = stranger.answer(
                resumed, Map.of("nom-de-famille", "Le Goff", "formule", "personne", "paiement", "cheque"), Map.of());
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(stranger.browser().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void AD_02_what_was_begun_is_forgotten_after_thirty_days() {
        Map<String, String> begun = new HashMap<>(request("personne", Map.of("courriel", "ancien@exemple.invalid")));
        begun.put("plus-tard", "oui");
        stranger.send(FORM, begun);
        String link = Stranger.link(stranger.mail("ancien@exemple.invalid", "gardé trente jours"));
        Stores stores = portal.context().getBean(Stores.class);
        stores.author().update(Identity.SYSTEM, session -> {
            var kept = session.getNode("/propositions/adhesions").getNodes();
            while (kept.hasNext()) {
                kept.nextNode()
                        .setProperty("cree", Dates.utc(java.time.Instant.now().minusSeconds(31L * 86_400)));
            }
        });
        assertThat(stranger.browser().get(link).statusCode()).isEqualTo(410);

        portal.context().getBean(Later.class).forget();

        long left = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/propositions/adhesions")
                                .getNodes()
                                .getSize());
        assertThat(left).isZero();
    }

    @Test
    void AD_02_a_robot_a_second_post_and_a_line_break_add_nothing() {
        int before = number();
        Map<String, String> robot = new HashMap<>(request("personne", Map.of("siteweb", "http://spam.invalid")));
        assertThat(stranger.send(FORM, robot).statusCode()).isEqualTo(303);

        HttpResponse<String> page = stranger.browser().get(FORM);
        stranger.answer(page, request("personne", Map.of()), Map.of());
        stranger.answer(page, request("personne", Map.of()), Map.of());
        assertThat(number()).isEqualTo(before + 1);

        HttpResponse<String> header = stranger.send(
                FORM, request("personne", Map.of("courriel", "a@exemple.invalid\r\nBcc: x@exemple.invalid")));
        assertThat(header.statusCode()).isEqualTo(422);
        assertThat(stranger.mails("x@exemple.invalid")).isZero();
    }

    @Test
    void AD_07_only_who_reviews_notes_a_payment() {
        stranger.send(FORM, request("personne", Map.of("prenom", "Sans", "nom-de-famille", "Droit")));
        String membership = Objects.requireNonNull(signedIn("salariee")
                        .read("/espace")
                        .selectFirst("p:contains(Sans Droit) a[href^=/espace/adhesions/]"))
                .attr("href");
        Browser ca = signedIn("ca");
        assertThat(ca.post(membership + "/payee", Map.of("_csrf", csrf(ca.read("/espace"))))
                        .statusCode())
                .isIn(403, 404);
        assertThat(signedIn("salariee").read("/espace").text()).contains("Sans Droit");
    }

    private static int number() {
        return signedIn("salariee")
                .read("/espace/adhesions")
                .select("a[href^=/espace/adhesions/]")
                .size();
    }

    private static Browser signedIn(String account) {
        return Browser.signedIn(portal.port(), account);
    }

    private static String csrf(Document page) {
        return page.select("input[name=_csrf]").attr("value");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> request(String tariff, Map<String, String> more) {
        Map<String, String> request = new HashMap<>(Map.of(
                "formule", tariff,
                "prenom", "Lou",
                "nom-de-famille", "Le Goff",
                "courriel", "lou@exemple.invalid",
                "telephone", "02 61 91 00 00",
                "paiement", "virement",
                "accordAnnuaire", "true"));
        request.putAll(more);
        return request;
    }
}
