package org.bocage.portal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.DemoHome;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.view.Moment;
import org.bocage.portal.forms.Stranger;
import org.bocage.portal.membership.joining.UnfinishedRequests;
import org.bocage.portal.membership.renewal.Renewals;
import org.bocage.portal.membership.retention.Retention;
import org.bocage.portal.membership.visibility.MembershipVisibility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** AD-02, AD-03, AD-06 to AD-09, AD-11, AD-12, RE-09: somebody joins, pays, is among the members, and is reminded to renew. */
class JoinTests {

    private static final String FORM = "/adherer/formulaire";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    private static final DateTimeFormatter IN_WORDS = FrenchDays.format("d MMMM yyyy");
    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    private static final String HELLOASSO = "https://www.helloasso.com/associations/essai";

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
                Files.readString(config.resolve("exemples/adhesion.yaml"))
                        .replace("cheque: {ordre: ''", "cheque: {ordre: 'Pôle ESS'")
                        .replace("adresse: ''}", "adresse: 'à l’adresse de la page Contact'}")
                        .replace("helloasso: ''", "helloasso: '" + HELLOASSO + "'")
                        .replace(
                                "virement: {titulaire: '', iban: ''}",
                                "virement: {titulaire: 'Pôle ESS', iban: '" + IBAN + "'}"));
        Path states = config.resolve("workflow/contenu.yaml");
        Files.writeString(states, Files.readString(states).replace("\ndelai: 5\n", "\ndelai: 7\n"));
        DemoHome.at(home.resolve("data"));
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.config=" + config,
                "--bocage.forms.minimum-time=0s",
                "--bocage.forms.posts-per-hour=1000",
                "--bocage.membership.grace=55d",
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
    void AD_03_what_it_costs_is_written_once_for_the_page_and_the_form() throws IOException {
        Document page = stranger.browser().read("/adherer");
        assertThat(page.select(".price h3").eachText()).containsExactly("Une structure", "Une personne", "Prix libre");
        assertThat(page.select(".price-amount").eachText().stream().map(Browser::plain))
                .containsExactly("60 €", "15 €", "À partir de 5 €");
        assertThat(labels())
                .containsExactly("Une structure : 60 €", "Une personne : 15 €", "Prix libre : à partir de 5 €");

        Path own = home.resolve("config/adhesion.yaml");
        String before = Files.readString(own);
        Files.writeString(
                own,
                before.replace("montant: 15", "montant: 17.5")
                        .replace("libelle: Prix libre", "libelle: Selon vos moyens"));
        try {
            assertThat(stranger.browser().read("/adherer?encore").select(".price-amount").eachText().stream()
                            .map(Browser::plain))
                    .containsExactly("60 €", "17,50 €", "À partir de 5 €");
            assertThat(labels())
                    .containsExactly(
                            "Une structure : 60 €", "Une personne : 17,50 €", "Selon vos moyens : à partir de 5 €");
        } finally {
            Files.writeString(own, before);
        }
    }

    private static List<String> labels() {
        return stranger.browser().read(FORM).select("label:has([name=formule])").eachText().stream()
                .map(Browser::plain)
                .toList();
    }

    @Test
    void CT_06_the_forms_say_the_days_that_the_file_of_the_states_sets() {
        assertThat(Browser.plain(stranger.browser().get("/proposer/annonce").body()))
                .contains("vous répond sous 7 jours ouvrés");
        assertThat(Browser.plain(
                        signedIn("contributeur").read("/espace/actus/nouveau").text()))
                .contains("on vous répond sous 7 jours ouvrés");
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
    void AD_07_who_pays_on_line_is_led_to_the_form_of_the_pole_at_helloasso() {
        HttpResponse<String> sent = stranger.send(
                FORM, request("personne", Map.of("courriel", "enligne@exemple.invalid", "paiement", "helloasso")));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        HttpResponse<String> thanks = stranger.browser().get(location(sent));

        assertThat(Stranger.words(thanks)).contains("Il reste à régler 15 €").doesNotContain(IBAN);
        assertThat(Browser.page(thanks).select("main a:contains(HelloAsso)").eachAttr("href"))
                .containsExactly(HELLOASSO);
        assertThat(Browser.page(thanks).select("main form, main iframe, main input"))
                .as("no card is asked for here")
                .isEmpty();
        assertThat(stranger.mail("enligne@exemple.invalid", "bien arrivée"))
                .contains(HELLOASSO)
                .doesNotContain(IBAN);
    }

    @Test
    void AD_07_who_pays_by_cheque_is_told_to_whom_where_it_goes_and_what_to_write_on_its_back() {
        HttpResponse<String> sent = stranger.send(
                FORM, request("personne", Map.of("courriel", "cheque@exemple.invalid", "paiement", "cheque")));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        String thanks = Stranger.words(stranger.browser().get(location(sent)));

        assertThat(thanks)
                .contains("Il reste un chèque de 15 €")
                .contains("À l’ordre de Pôle ESS")
                .contains("À envoyer ou à déposer à l’adresse de la page Contact")
                .containsPattern("sous le numéro ([^ ]+)[ .].*Au dos Adhésion \\1")
                .doesNotContain(IBAN, HELLOASSO);
        assertThat(stranger.mail("cheque@exemple.invalid", "bien arrivée"))
                .contains("un chèque de 15 € à l’ordre de Pôle ESS, à l’adresse de la page Contact")
                .doesNotContain(IBAN, HELLOASSO);
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

        for (String altered : List.of(
                link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A"),
                link.substring(0, link.length() - 1))) {
            HttpResponse<String> refused = stranger.browser().get(altered);
            assertThat(refused.statusCode()).as(altered).isEqualTo(410);
            assertThat(refused.body()).doesNotContain("plus.tard@exemple.invalid");
        }

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

        portal.context().getBean(UnfinishedRequests.class).forget();

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
        long before = number();
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

    @Test
    void AD_06_a_member_is_reminded_thirty_days_before_on_the_day_and_thirty_days_after_once_each_until_they_renew()
            throws IOException {
        String address = "rappel@exemple.invalid";
        String id = member("Rappelée", address);
        Renewals renewals = portal.context().getBean(Renewals.class);
        endsIn(id, 31);
        renewals.look();
        assertThat(reminders(address)).as("thirty-one days before").isEmpty();

        for (int day = 0; day < 3; day++) {
            pass(id, day == 0 ? 1 : 30);
            renewals.look();
            renewals.look();
            assertThat(reminders(address)).as("the same day, twice").hasSize(day + 1);
            pass(id, 1);
            renewals.look();
            assertThat(reminders(address)).as("the day after").hasSize(day + 1);
            pass(id, -1);
        }
        assertThat(reminders(address))
                .containsExactlyInAnyOrder(
                        "Votre adhésion court encore un mois",
                        "Votre adhésion se termine aujourd’hui",
                        "Votre adhésion s’est terminée\u00a0: on se revoit\u00a0?");
        pass(id, 20);
        renewals.look();
        assertThat(reminders(address)).hasSize(3);
        assertThat(stranger.mail(address, "se termine aujourd’hui")).contains("/adherer/formulaire");

        String renewed = "renouvele@exemple.invalid";
        String old = member("Renouvelée", renewed);
        endsIn(old, 30);
        renewals.look();
        assertThat(reminders(renewed)).hasSize(1);
        assertThat(toRenew()).contains("Rappelée Le Goff", "Renouvelée Le Goff").contains(renewed);
        member("Renouvelée", renewed);
        pass(old, 30);
        renewals.look();
        assertThat(reminders(renewed)).as("a newer membership is there").hasSize(1);
        assertThat(toRenew()).doesNotContain("Renouvelée").contains("Rappelée Le Goff");

        String longer = "prolonge@exemple.invalid";
        String prolonged = member("Prolongée", longer);
        endsIn(prolonged, 0);
        renewals.look();
        endsIn(prolonged, 365);
        renewals.look();
        assertThat(reminders(longer)).as("its last day was put off").hasSize(1);
    }

    @Test
    void AD_06_the_list_of_renewals_due_leaves_as_a_table_for_who_reviews() {
        String id = member("=Somme", "liste@exemple.invalid");
        endsIn(id, 12);
        portal.context().getBean(Renewals.class).look();
        Browser salariee = signedIn("salariee");
        Element notice = Objects.requireNonNull(
                salariee.read("/espace").selectFirst("p:contains(à renouveler) a[href$=a-renouveler.csv]"));
        HttpResponse<String> list = salariee.get(notice.attr("href"));

        assertThat(list.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(list.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        assertThat(list.body().lines().findFirst().orElseThrow())
                .contains("Numéro;Adhérent·e;Jusqu’au;Adresse mail;Téléphone;Rappels envoyés");
        assertThat(list.body().lines().filter(line -> line.contains("liste@exemple.invalid")))
                .singleElement()
                .asString()
                .contains(";'=Somme Le Goff;", ";02 61 91 00 00;")
                .endsWith(";" + DAY.format(LocalDate.now(PARIS)));
        assertThat(signedIn("ca").get(notice.attr("href")).statusCode()).isEqualTo(403);
    }

    @Test
    void AD_08_a_request_is_accepted_then_paid_and_an_attestation_can_be_printed_until_it_is_over() {
        String address = "attestee@exemple.invalid";
        stranger.send(FORM, request("personne", Map.of("prenom", "Attestée", "courriel", address)));
        Browser salariee = signedIn("salariee");
        String membership = Objects.requireNonNull(
                        salariee.read("/espace").selectFirst("p:contains(Attestée) a[href^=/espace/adhesions/]"))
                .attr("href");
        String id = membership.substring(membership.lastIndexOf('/') + 1);
        assertThat(state(id)).isEqualTo("demande");
        assertThat(salariee.read(membership).select("a[href*=attestation]")).isEmpty();

        gesture(salariee, membership, "/validee");
        assertThat(state(id)).isEqualTo("a-payer");
        assertThat(stranger.mail(address, "est validée")).contains("Il reste à virer 15 €", IBAN);
        assertThat(salariee.read(membership).select("form[action$=validee]"))
                .as("once")
                .isEmpty();
        gesture(salariee, membership, "/payee");
        assertThat(state(id)).isEqualTo("active");

        String link = Stranger.link(stranger.mail(address, "Votre attestation"));
        assertThat(salariee.read(membership).select("a[href*=attestation]").attr("href"))
                .isEqualTo(link);
        HttpResponse<String> page = stranger.browser().get(link);
        LocalDate today = LocalDate.now(PARIS);
        String words = Stranger.words(page);
        assertThat(words)
                .contains("Attestée Le Goff")
                .contains("sous le numéro " + text(id, "numero"))
                .contains("Fait le " + IN_WORDS.format(today).replaceFirst("^1 ", "1er "))
                .contains(IN_WORDS.format(today.plusYears(1)).replaceFirst("^1 ", "1er "));
        assertThat(Browser.page(page).select("link[media=print]")).hasSize(1);
        assertThat(Browser.page(page).select("h1").text()).isEqualTo("Attestation d’adhésion");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
        String altered = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
        assertThat(stranger.browser().get(altered).statusCode()).isEqualTo(404);

        Renewals renewals = portal.context().getBean(Renewals.class);
        endsIn(id, 0);
        renewals.look();
        assertThat(state(id)).as("its last day is a day of it").isEqualTo("active");
        pass(id, 1);
        renewals.look();
        assertThat(state(id)).isEqualTo("grace");
        pass(id, 60);
        renewals.look();
        assertThat(state(id)).isEqualTo("echue");
        HttpResponse<String> over = stranger.browser().get(link);
        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(Stranger.words(over)).contains("n’est pas en cours").doesNotContain("Attestée");
    }

    @Test
    void AD_09_who_agreed_is_in_the_public_list_and_the_salariee_takes_all_of_them_as_a_table() {
        String agreed = member("Nommée", "nommee@exemple.invalid");
        HttpResponse<String> discreet = stranger.send(
                FORM,
                request(
                        "personne",
                        Map.of("prenom", "Discrète", "courriel", "discrete@exemple.invalid", "accordAnnuaire", "")));
        String hidden = location(discreet).replaceFirst(".*/merci/([0-9a-f-]{36})\\..*", "$1");
        gesture(signedIn("salariee"), "/espace/adhesions/" + hidden, "/payee");

        String list =
                new Browser(portal.port()).read("/reseau/adherents?maintenant").text();
        assertThat(list)
                .contains("Nommée Le Goff", "La Roue Qui Rit")
                .doesNotContain("Discrète", "nommee@exemple.invalid");
        change(agreed, item -> item.setProperty("accordAnnuaire", false));
        assertThat(new Browser(portal.port()).read("/reseau/adherents?apres").text())
                .as("who takes it back is gone")
                .doesNotContain("Nommée Le Goff");

        Browser salariee = signedIn("salariee");
        String table = salariee.read("/espace/adhesions")
                .select("a[href*='.csv'], a[href*=tableau]")
                .attr("href");
        HttpResponse<String> csv = salariee.get(table);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("\ufeff")
                .contains("nommee@exemple.invalid", "discrete@exemple.invalid", text(hidden, "numero"));
        for (String other : List.of("ca", "adherent", "contributeur")) {
            assertThat(signedIn(other).get(table).body()).as(other).doesNotContain("discrete@exemple.invalid");
        }
        assertThat(new Browser(portal.port()).get(table).statusCode()).isEqualTo(401);
    }

    @Test
    void AD_12_badge_and_visibility_stay_as_long_as_the_option_says_and_no_longer() {
        Stores stores = portal.context().getBean(Stores.class);
        String id = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/adhesions/la-roue-qui-rit").getIdentifier());
        String structure = text(id, "structure");
        change(id, item -> item.setProperty("etatAdhesion", "active"));
        Browser visitor = new Browser(portal.port());
        String page = "/reseau/acteurs/la-roue-qui-rit";

        endsIn(id, -54);
        passANight();
        assertThat(state(id)).isEqualTo("grace");
        assertThat(visitor.read(page).select("main .badge-adherent"))
                .as("the badge, of fifty-five days")
                .isNotEmpty();
        assertThat(portal.context().getBean(MembershipVisibility.class).houses())
                .as("seen as a member")
                .contains(structure);

        endsIn(id, -56);
        passANight();
        assertThat(state(id)).isEqualTo("echue");
        assertThat(visitor.read(page).select("main .badge-adherent")).isEmpty();
        assertThat(portal.context().getBean(MembershipVisibility.class).houses())
                .doesNotContain(structure);

        endsIn(id, 300);
        change(id, item -> item.setProperty("etatAdhesion", "active"));
        passANight();
        assertThat(visitor.read(page).select("main .badge-adherent")).isNotEmpty();
    }

    private static void passANight() {
        portal.context().getBean(Badge.class).expire();
        portal.context().getBean(Renewals.class).look();
    }

    @Test
    void AD_10_a_member_sees_how_often_their_fiche_was_read_their_contents_passed_on_and_they_were_written_to() {
        Browser member = signedIn("adherent");
        assertThat(member.read("/espace/compte").select("a[href=/espace/mon-adhesion]"))
                .hasSize(1);
        assertThat(member.read("/espace/mon-adhesion").text())
                .as("the membership of the structure that they keep")
                .contains("Le Fournil des Mots, adhésion numéro 2026-0001");
        assertThat(signedIn("contributeur").read("/espace/mon-adhesion").text()).contains("Aucune adhésion en cours");
        HttpResponse<String> sent = stranger.send(
                FORM,
                request(
                        "structure",
                        Map.of("structure", "Le Fournil des Mots", "courriel", "adherent@exemple.invalid")));
        String id = location(sent).replaceFirst(".*/merci/([0-9a-f-]{36})\\..*", "$1");
        gesture(signedIn("salariee"), "/espace/adhesions/" + id, "/payee");

        String fiche = "/reseau/acteurs/le-fournil-des-mots";
        String[] person = {"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101"};
        Browser visitor = new Browser(portal.port());
        for (int i = 0; i < 3; i++) {
            visitor.get(fiche, person);
        }
        visitor.get("/l/" + ShortAddress.code(text(id, "structure")), person);
        String letter = visitor.read(fiche)
                .select("main a[rel=nofollow][href*=contact]")
                .attr("href");
        HttpResponse<String> written = stranger.send(
                letter,
                Map.of("nom", "Lise", "courriel", "lise@exemple.invalid", "message", "Une miche à commander ?"));
        assertThat(written.statusCode())
                .as(Stranger.problems(written).toString())
                .isEqualTo(303);

        String told = Browser.plain(member.read("/espace/mon-adhesion").text());
        assertThat(told)
                .contains("Le Fournil des Mots", text(id, "numero"))
                .contains("Votre fiche a été lue 3 fois")
                .contains("relayés 1 fois")
                .contains("par le portail 1 fois");
    }

    @Test
    void AD_11_what_lapsed_is_without_a_name_after_three_years_in_its_history_too_and_the_register_shows_it()
            throws Exception {
        String id = member("Ancienne", "ancienne@exemple.invalid");
        String back = member("Revenue", "revenue@exemple.invalid");
        member("Revenue", "revenue@exemple.invalid");
        Retention retention = portal.context().getBean(Retention.class);
        LocalDate threeYearsAgo = LocalDate.now(PARIS).minusYears(3);
        lapsed(back, threeYearsAgo.minusDays(1));
        lapsed(id, threeYearsAgo.plusDays(1));
        retention.look();
        String until = Moment.of(
                        LocalDate.now(PARIS).plusDays(1).atStartOfDay(PARIS).toInstant(), Clock.system(PARIS))
                .day();
        assertThat(text(id, "nom")).as("the day before").isEqualTo("Le Goff");
        assertThat(inRegister(id)).contains("Ancienne").contains(until);

        Path asked = home.resolve("data/compaction.properties");
        Files.deleteIfExists(asked);
        lapsed(id, threeYearsAgo);
        retention.look();

        assertThat(asked).as("it leaves the files of the store too").content().contains("erase=2");

        String number = text(id, "numero");
        assertThat(inRegister(id)).contains(number).doesNotContain("Ancienne");
        assertThat(everythingOf(id))
                .as("properties and history")
                .contains(number)
                .doesNotContain("Ancienne", "Le Goff", "ancienne@exemple.invalid", "02 61 91 00 00");
        assertThat(text(back, "prenom")).as("who is a member again is kept").isEqualTo("Revenue");
    }

    private static void lapsed(String id, LocalDate end) {
        change(id, item -> {
            item.setProperty("fin", Dates.utc(end.atStartOfDay(PARIS).toInstant()));
            item.setProperty("etatAdhesion", "echue");
        });
    }

    private static String inRegister(String id) {
        return Objects.requireNonNull(
                        signedIn("salariee").read("/espace/adhesions").selectFirst("tr:has(a[href$=" + id + "])"))
                .text();
    }

    /** What the store holds of a membership, and of what it was before. */
    private static String everythingOf(String id) {
        StringBuilder all = new StringBuilder();
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (var properties = session.getNodeByIdentifier(id).getProperties(); properties.hasNext(); ) {
                var one = properties.nextProperty();
                all.append(one.getName())
                        .append(one.isMultiple() ? "" : "=" + one.getString())
                        .append('\n');
            }
            Revisions.of(session, id).forEach(revision -> all.append(revision.snapshot()));
        });
        return all.toString();
    }

    /** Somebody who sent a request and paid: the identifier of their membership. */
    private static String member(String firstName, String address) {
        HttpResponse<String> sent =
                stranger.send(FORM, request("personne", Map.of("prenom", firstName, "courriel", address)));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        String id = location(sent).replaceFirst(".*/merci/([0-9a-f-]{36})\\..*", "$1");
        gesture(signedIn("salariee"), "/espace/adhesions/" + id, "/payee");
        return id;
    }

    private static void gesture(Browser salariee, String membership, String gesture) {
        Document page = salariee.read(membership);
        assertThat(page.select("form[action$=" + gesture + "]")).hasSize(1);
        HttpResponse<String> done = salariee.post(membership + gesture, Map.of("_csrf", csrf(page)));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(salariee.read(membership + "?fait=adhesion" + gesture.replace("/", "-"))
                        .select("[role=status]")
                        .text())
                .isNotEmpty();
    }

    private static void endsIn(String id, int days) {
        change(
                id,
                item -> item.setProperty(
                        "fin",
                        Dates.utc(LocalDate.now(PARIS)
                                .plusDays(days)
                                .atStartOfDay(PARIS)
                                .toInstant())));
    }

    /** Days go by for a membership: all that is written of it lies that much further back. */
    private static void pass(String id, int days) {
        change(id, item -> {
            item.setProperty("fin", before(item.getProperty("fin").getDate(), days));
            if (item.hasProperty("relancesEnvoyees")) {
                List<javax.jcr.Value> sent = new ArrayList<>();
                for (javax.jcr.Value one : item.getProperty("relancesEnvoyees").getValues()) {
                    sent.add(item.getSession().getValueFactory().createValue(before(one.getDate(), days)));
                }
                item.setProperty("relancesEnvoyees", sent.toArray(new javax.jcr.Value[0]));
            }
        });
    }

    private static Calendar before(Calendar date, int days) {
        return Dates.utc(date.toInstant().atZone(PARIS).minusDays(days).toInstant());
    }

    private interface Change {
        void apply(Node item) throws RepositoryException;
    }

    private static void change(String id, Change change) {
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(Identity.SYSTEM, session -> change.apply(session.getNodeByIdentifier(id)));
    }

    private static String text(String id, String property) {
        return portal.context()
                .getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNodeByIdentifier(id)
                                .getProperty(property)
                                .getString());
    }

    private static String state(String id) {
        return text(id, "etatAdhesion");
    }

    /** The subjects of the reminders that left, or wait to leave, for an address. */
    private static List<String> reminders(String to) {
        return Mails.last(portal.context().getBean(Outbox.class), 500).stream()
                .filter(entry -> entry.mail().to().equals(to))
                .map(entry -> entry.mail().subject())
                .filter(subject -> subject.matches("Votre adhésion (court encore|se termine|s’est terminée).*"))
                .toList();
    }

    private static String toRenew() throws IOException {
        StringBuilder list = new StringBuilder();
        portal.context().getBean(Renewals.class).write(list);
        return list.toString();
    }

    private static long number() {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("adhesions"), Identity.SYSTEM)
                .total();
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
