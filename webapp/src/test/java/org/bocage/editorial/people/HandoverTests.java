package org.bocage.editorial.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.MailEncryption;
import org.bocage.editorial.mail.MailServer;
import org.bocage.editorial.mail.MailSettings;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Delegations;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.notices.Subscriptions;
import org.bocage.editorial.workflow.notices.Topic;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** « Passer la main »: all that names somebody who leaves is shown, passes to somebody else, and what does not is told. */
class HandoverTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String PASSWORD = "quatre mots sans rapport";
    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final String CULTURE = "b0ca0002-0000-4000-8000-000000000003";
    private static final String BIKES = "b0ca0004-0000-4000-8000-000000000002";
    private static final String AWA = "b0caa006-0000-4000-8000-000000000006";
    private static final String GILDAS = "b0caa006-0000-4000-8000-000000000007";
    private static final String TUESDAYS = "b0cab003-0000-4000-8000-000000000002";
    private static final String OFFICE_HOUR = "b0ca0011-0000-4000-8000-000000000002";

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser admin;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
        admin = Browser.signedIn(portal.port(), "admin");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static <T> T bean(Class<T> type) {
        return portal.context().getBean(type);
    }

    private static Browser person(String name, String role) {
        bean(Accounts.class).create(name, called(name), name + "@exemple.invalid", List.of(role), PASSWORD);
        Browser browser = new Browser(portal.port());
        browser.signIn(name, PASSWORD);
        return browser;
    }

    private static String called(String name) {
        return "Prénom" + name + " Exemple";
    }

    private static String address(String account) {
        return "/espace/comptes/personne/" + account + "/passer-la-main";
    }

    private static HttpResponse<String> passes(String from, String to) {
        return passes(admin.get(address(from)), Map.of("successeur", to));
    }

    private static HttpResponse<String> passes(HttpResponse<String> screen, Map<String, String> filled) {
        return admin.submit(screen, filled);
    }

    private static String text(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer).select("main").text());
    }

    private static String shown(String account) {
        return text(admin.get(address(account)));
    }

    private static ContentType type(String name) {
        return bean(DefinitionRegistry.class).current().contentType(name).orElseThrow();
    }

    /** Changes an item on line, as one who reviews does. */
    private static void amend(String type, String id, Review.Edit edit) {
        bean(Contents.class).amend(type(type), id, NOOR, edit);
    }

    private static String property(Store store, String workspace, String id, String property) {
        return store.read(
                Identity.SYSTEM,
                session -> new Workspace(workspace)
                        .nodeById(session, id)
                        .orElseThrow()
                        .getProperty(property)
                        .getString());
    }

    private static String draft(Browser browser, String title) {
        HttpResponse<String> kept = browser.submitParts(
                browser.get("/espace/actus/nouveau"),
                Map.of("titre", title, "origine", "territoire", "action", "enregistrer"));
        assertThat(kept.statusCode()).as(Browser.problems(kept)).isEqualTo(302);
        return kept.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+|\\?.*", "");
    }

    /** Sends the whole form of settings or an item, as a browser does, some fields filled in. */
    private static void sends(String address, Map<String, String> typed) {
        Document page = admin.read(address);
        Element form = Objects.requireNonNull(page.selectFirst("main form.ecrire"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]:not([type=file]), textarea[name], select[name]").stream()
                .filter(field -> !field.is("[type=checkbox]:not([checked]), [type=radio]:not([checked])"))
                .forEach(field -> fields.put(
                        field.attr("name"),
                        switch (field.tagName()) {
                            case "select" -> field.select("option[selected]").attr("value");
                            case "textarea" -> field.wholeText();
                            default -> field.val();
                        }));
        fields.putAll(typed);
        HttpResponse<String> sent = admin.post(address, fields);
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
    }

    @Test
    void drafts_pass_and_their_new_author_reads_and_finishes_them() {
        Browser leaving = person("brouillonne", "ca");
        Browser staying = person("finit", "ca");
        String draft = draft(leaving, "Le bal des brouillons");
        assertThat(staying.get(draft).statusCode()).isEqualTo(404);
        assertThat(shown("brouillonne")).contains("Un contenu en chemin", "Le bal des brouillons");

        HttpResponse<String> report = passes("brouillonne", "finit");

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(text(report)).contains("Passé à Prénomfinit", "Le bal des brouillons");
        assertThat(staying.get(draft).statusCode()).isEqualTo(200);
        assertThat(leaving.get(draft).statusCode()).as("theirs no longer").isEqualTo(404);
        assertThat(staying.write(draft, Map.of("titre", "Le bal est fini"), "enregistrer")
                        .statusCode())
                .isEqualTo(302);
        assertThat(staying.read("/espace").text()).contains("Le bal est fini");
    }

    @Test
    void a_draft_does_not_pass_to_somebody_whose_role_writes_none_and_the_report_says_so() {
        Browser leaving = person("ecrit", "ca");
        person("lit", "visiteur");
        String draft = draft(leaving, "Personne ne peut le finir");

        String report = text(passes("ecrit", "lit"));

        assertThat(report)
                .contains("Rien n’est passé à Prénomlit", "Resté à Prénomecrit", "Personne ne peut le finir")
                .contains("Le rôle de Prénomlit Exemple ne permet pas d’écrire ce genre de contenu.");
        assertThat(leaving.get(draft).statusCode()).isEqualTo(200);
    }

    @Test
    void reviews_in_somebodys_hands_pass_to_who_may_review() {
        person("relit", "ca");
        person("suit", "ca");
        person("adhere", "adherent");
        Delegations delegations = bean(Delegations.class);
        LocalDate today = LocalDate.now(PARIS);
        delegations.entrust("relit", List.of(CULTURE), today, today.plusDays(9), "admin");
        delegations.entrust("relit", List.of(CULTURE), today.minusDays(9), today.minusDays(5), "admin");
        assertThat(shown("relit")).contains("Une relecture confiée");

        assertThat(text(passes("relit", "adhere"))).contains("Prénomadhere Exemple ne peut pas relire");
        assertThat(text(passes("relit", "suit"))).contains("Passé à Prénomsuit");

        assertThat(delegations.all())
                .filteredOn(one -> one.account().equals("suit"))
                .singleElement()
                .extracting(Delegations.Delegation::to)
                .isEqualTo(today.plusDays(9));
        assertThat(delegations.all())
                .as("one that is over stays as it was")
                .filteredOn(one -> one.account().equals("relit"))
                .hasSize(1);
    }

    @Test
    void who_reviews_hears_that_the_other_one_does_not_and_that_no_mail_tells_them() {
        person("relectrice", "salariee");
        Browser member = person("membre", "ca");
        draft(member, "Sans importance");
        bean(Subscriptions.class).choose("membre", Map.of(Topic.TACHES, Topic.Pace.RIEN));
        assertThat(shown("relectrice")).contains("Rien n’est au nom de Prénomrelectrice");
        bean(AccountStructures.class).give("relectrice", BIKES, "admin");

        String report = text(passes("relectrice", "membre"));

        assertThat(report)
                .contains("Prénommembre Exemple ne relit pas les propositions")
                .contains("a choisi de ne recevoir aucun mail");
    }

    @Test
    void messages_that_somebody_sees_to_pass_and_answered_ones_stay() {
        person("repond", "salariee");
        person("prend", "salariee");
        person("ailleurs", "adherent");
        String open = message("En cours", "en-cours", "Prénomrepond");
        String done = message("Fini", "repondu", "Prénomrepond");
        await().untilAsserted(() -> assertThat(shown("repond")).contains("Un message à traiter", "En cours"));

        assertThat(text(passes("repond", "ailleurs"))).contains("ne permet pas d’écrire ce genre de contenu");
        assertThat(text(passes("repond", "prend"))).contains("En cours");

        Store author = bean(Stores.class).author();
        assertThat(property(author, "messages", open, "assigne")).isEqualTo("Prénomprend");
        assertThat(property(author, "messages", done, "assigne")).isEqualTo("Prénomrepond");
    }

    private static String message(String title, String state, String who) {
        return bean(Stores.class).author().write(Identity.SYSTEM, session -> {
            var root = new Workspace("messages").root(session);
            var node = root.addNode(title.toLowerCase(Locale.ROOT).replace(' ', '-'), "bocage:message");
            node.setProperty("name", node.getName());
            node.setProperty("titre", title);
            node.setProperty("suivi", state);
            node.setProperty("assigne", who);
            node.setProperty("visibilite", "ca");
            ItemState.begin(node, State.BROUILLON);
            return node.getIdentifier();
        });
    }

    @Test
    void subjects_of_the_contact_form_pass_with_who_is_said_to_answer() {
        person("accueil", "salariee");
        person("releve", "salariee");
        sends(
                "/espace/reglages/contact",
                Map.of(
                        "sujets[1].a", "accueil, autre@exemple.invalid",
                        "sujets[1].qui", "Prénomaccueil",
                        "sujets[2].a", "accueil@exemple.invalid"));
        assertThat(shown("accueil")).contains("2 sujets du formulaire de contact", "J’ai une idée, un projet");

        assertThat(text(passes("accueil", "releve"))).contains("2 sujets du formulaire de contact");

        String form = admin.get("/espace/reglages/contact").body();
        assertThat(form)
                .contains("releve, autre@exemple.invalid", "Prénomreleve", "releve@exemple.invalid")
                .doesNotContain("accueil@exemple.invalid", "Prénomaccueil");
        assertThat(admin.read("/espace/journal").text()).contains("Qui répond à quoi");
    }

    @Test
    void a_receiver_whose_login_is_also_their_name_passes_as_a_login() {
        bean(Accounts.class).create("ecoute", "Ecoute", "ecoute@exemple.invalid", List.of("salariee"), PASSWORD);
        bean(Accounts.class)
                .create("mains", "Les Mains du Haut", "mains@exemple.invalid", List.of("salariee"), PASSWORD);
        sends("/espace/reglages/contact", Map.of("sujets[3].a", "ecoute", "sujets[3].qui", "Ecoute"));

        passes("ecoute", "mains");

        Document form = admin.read("/espace/reglages/contact");
        assertThat(form.select("[name='sujets[3].a']").val()).isEqualTo("mains");
        assertThat(form.select("[name='sujets[3].qui']").val()).isEqualTo("Les Mains du Haut");
    }

    @Test
    void settings_of_the_site_and_the_addresses_of_mails_pass() {
        person("voix", "salariee");
        person("echo", "salariee");
        sends(
                "/espace/reglages/mentions",
                Map.of("responsableCourriel", "voix@exemple.invalid", "directeur", "Prénomvoix Exemple"));
        MailServer server = bean(MailServer.class);
        server.keep(
                new MailSettings(
                        "mail.exemple.invalid", 587, MailEncryption.STARTTLS, "", "", "voix@exemple.invalid", 0),
                "");
        assertThat(shown("voix")).contains("2 réglages du site", "L’adresse où arrivent les réponses");

        assertThat(text(passes("voix", "echo"))).contains("2 réglages du site");

        assertThat(server.kept().replyTo()).isEqualTo("echo@exemple.invalid");
        assertThat(server.kept().host()).isEqualTo("mail.exemple.invalid");
        Document mentions = admin.read("/espace/reglages/mentions");
        assertThat(mentions.select("[name=responsableCourriel]").val()).isEqualTo("echo@exemple.invalid");
        assertThat(mentions.select("[name=directeur]").val()).isEqualTo("Prénomecho Exemple");
    }

    @Test
    void office_hours_to_come_pass_on_line_at_once() {
        person("permanente", "salariee");
        person("suppleante", "salariee");
        amend("evenements", OFFICE_HOUR, event -> {
            var way = event.hasNode("inscription")
                    ? event.getNode("inscription")
                    : event.addNode("inscription", "mgnl:contentNode");
            way.setProperty("mode", "courriel");
            way.setProperty("valeur", "permanente@exemple.invalid");
            event.setProperty("auteur", "permanente");
            event.setProperty(
                    "fin", GregorianCalendar.from(ZonedDateTime.now(PARIS).plusDays(40)));
        });
        await().untilAsserted(() -> assertThat(shown("permanente"))
                .contains("Une permanence ou un rendez-vous à venir", "Permanence projet"));

        String report = text(passes("permanente", "suppleante"));
        assertThat(report).contains("Permanence projet").doesNotContain("Quelqu’un vient d’y toucher");
        assertThat(property(bean(Stores.class).author(), "evenements", OFFICE_HOUR, "auteur"))
                .isEqualTo("suppleante");

        await().untilAsserted(() -> assertThat(
                        property(bean(Stores.class).published(), "evenements", OFFICE_HOUR, "inscription/valeur"))
                .isEqualTo("suppleante@exemple.invalid"));
    }

    @Test
    void actions_pass_from_one_persons_entry_to_the_others_and_wait_for_it() {
        person("animatrice", "salariee");
        person("animateur", "salariee");
        amend(
                "personnes",
                AWA,
                entry -> entry.getNode("contact").setProperty("courriel", "animatrice@exemple.invalid"));
        amend("actions", TUESDAYS, action -> action.setProperty("referent", AWA));
        await().untilAsserted(() -> assertThat(shown("animatrice")).contains("Les permanences du mardi"));
        assertThat(text(passes("animatrice", "animateur")))
                .contains("Prénomanimateur Exemple n’a pas de fiche dans « Personnes »");

        amend(
                "personnes",
                GILDAS,
                entry -> entry.getNode("contact").setProperty("courriel", "animateur@exemple.invalid"));
        await().untilAsserted(() ->
                assertThat(text(passes("animatrice", "animateur"))).contains("Passé à Prénomanimateur"));

        assertThat(property(bean(Stores.class).author(), "actions", TUESDAYS, "referent"))
                .isEqualTo(GILDAS);
        await().untilAsserted(
                        () -> assertThat(property(bean(Stores.class).published(), "actions", TUESDAYS, "referent"))
                                .isEqualTo(GILDAS));
    }

    @Test
    void structures_pass_with_their_fiche() {
        person("tient", "contributeur");
        person("reprend", "contributeur");
        assertThat(bean(AccountStructures.class).give("tient", BIKES, "admin")).isTrue();
        assertThat(shown("tient")).contains("Une structure tenue");

        passes("tient", "reprend");

        assertThat(account("tient").structures()).isEmpty();
        assertThat(account("reprend").structures()).containsExactly(BIKES);
        assertThat(isOwner("reprend")).isTrue();
        assertThat(isOwner("tient")).isFalse();
    }

    private static Account account(String name) {
        return bean(Accounts.class).find(name).orElseThrow();
    }

    private static boolean isOwner(String account) {
        return bean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> AccessControl.isOwner(
                                Workspace.byId(session, BIKES).orElseThrow(), account));
    }

    @Test
    void sources_and_memberships_pass_as_such_to_who_may_write_them() {
        Browser leaving = person("branche", "salariee");
        person("surveille", "salariee");
        person("regarde", "ca");
        assertThat(leaving.write(
                                "/espace/sources/nouveau",
                                Map.of(
                                        "titre", "La chorale",
                                        "genre", "ical",
                                        "adresse", "https://chorale.exemple.invalid/agenda.ics",
                                        "confirme.adresse", "https://chorale.exemple.invalid/agenda.ics",
                                        "acteur", BIKES,
                                        "couleur", "bleuet",
                                        "mode", "publier",
                                        "rythme", "6",
                                        "themesParDefaut[0]", CULTURE),
                                "enregistrer")
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> joined = leaving.write(
                "/espace/adhesions/nouveau",
                Map.of("titre", "Une adhésion 2026", "type", "personne", "etatAdhesion", "demande"),
                "enregistrer");
        assertThat(joined.statusCode()).as(Browser.problems(joined)).isEqualTo(302);
        assertThat(shown("branche"))
                .contains("Une source suivie", "La chorale", "Une adhésion suivie", "Une adhésion 2026")
                .doesNotContain("en chemin");

        assertThat(text(passes("branche", "regarde"))).contains("Rien n’est passé", "La chorale", "Une adhésion 2026");
        assertThat(text(passes("branche", "surveille"))).contains("Une source suivie", "Une adhésion suivie");

        assertThat(shown("branche")).contains("Rien n’est au nom de");
        assertThat(shown("surveille")).contains("La chorale", "Une adhésion 2026");
    }

    @Test
    void what_is_left_stays() {
        Browser leaving = person("partage", "ca");
        person("recoit", "ca");
        draft(leaving, "Reste à sa plume");
        bean(AccountStructures.class).give("partage", BIKES, "admin");

        HttpResponse<String> report =
                passes(admin.get(address("partage")), Map.of("successeur", "recoit", "laisser", "contenus"));

        assertThat(text(report)).contains("Une structure tenue").doesNotContain("Reste à sa plume");
        assertThat(shown("partage")).contains("Reste à sa plume").doesNotContain("Une structure tenue");
        bean(AccountStructures.class).take("recoit", BIKES, "admin");
    }

    @Test
    void an_item_that_somebody_saved_meanwhile_stays_and_is_told_and_the_rest_passes() {
        Browser leaving = person("enregistre", "ca");
        person("arrive", "ca");
        String draft = draft(leaving, "Encore une phrase");
        draft(leaving, "Tranquille");
        HttpResponse<String> screen = admin.get(address("enregistre"));
        assertThat(leaving.write(draft, Map.of("titre", "Encore une phrase de plus"), "enregistrer")
                        .statusCode())
                .isEqualTo(302);

        String report = text(passes(screen, Map.of("successeur", "arrive")));

        assertThat(report)
                .contains("Passé à Prénomarrive", "Tranquille")
                .contains("Resté à Prénomenregistre", "Encore une phrase de plus", "Quelqu’un vient d’y toucher");
        assertThat(leaving.get(draft).statusCode()).isEqualTo(200);
        assertThat(leaving.read(draft).select("[name=titre]").val()).isEqualTo("Encore une phrase de plus");
    }

    @Test
    void twice_changes_nothing_more_and_the_journal_has_one_line() {
        Browser leaving = person("deuxfois", "ca");
        person("seul", "ca");
        draft(leaving, "Une seule fois");
        HttpResponse<String> screen = admin.get(address("deuxfois"));

        assertThat(text(passes(screen, Map.of("successeur", "seul")))).contains("Passé à Prénomseul");
        HttpResponse<String> again = passes(screen, Map.of("successeur", "seul"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(text(again)).contains("Il n’y avait rien à passer");
        Document journal = admin.read("/espace/journal");
        assertThat(journal.select("tr:contains(Prénomdeuxfois Exemple):contains(la main est à Prénomseul Exemple)"))
                .hasSize(1);
        assertThat(journal.select("tr:contains(Une seule fois):contains(tenue par Prénomseul Exemple)"))
                .hasSize(1);
    }

    @Test
    void nobody_an_unknown_or_closed_account_and_the_same_one_are_refused_in_words_and_nothing_changes() {
        Browser leaving = person("reste", "ca");
        person("close", "ca");
        bean(Accounts.class).setEnabled("close", false);
        draft(leaving, "Ne bouge pas");

        Map.of(
                        "", "Choisissez la personne qui prend la suite.",
                        "personne-de-ce-nom", "Ce compte n’existe pas, ou plus.",
                        "<script>", "Ce compte n’existe pas, ou plus.",
                        "close", "Ce compte est fermé",
                        "reste", "C’est le compte de la personne qui part")
                .forEach((typed, sentence) -> {
                    HttpResponse<String> refused =
                            passes(admin.get(address("reste")), Map.of("successeur", typed, "laisser", "contenus"));
                    assertThat(refused.statusCode()).as(typed).isEqualTo(422);
                    assertThat(text(refused)).contains(sentence, "Rien n’a changé.", "Ne bouge pas");
                    assertThat(Browser.page(refused)
                                    .select("[name=laisser][value=contenus]")
                                    .hasAttr("checked"))
                            .as("what was ticked")
                            .isTrue();
                });
        assertThat(shown("reste")).contains("Ne bouge pas");
        assertThat(admin.get(address("personne-de-ce-nom")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_closed_account_passes_its_things_too_and_closing_is_offered_for_an_open_one_alone() {
        Browser leaving = person("partie", "ca");
        person("la", "ca");
        draft(leaving, "Oublié dans un tiroir");
        draft(leaving, "Un autre tiroir");
        HttpResponse<String> left = passes(admin.get(address("partie")), Map.of("successeur", "la"));
        assertThat(Browser.page(left).select("main a[href$='/partie#fermer']")).hasSize(1);
        assertThat(account("partie").enabled()).as("offered, not done").isTrue();

        draft(leaving, "Le dernier");
        bean(Accounts.class).setEnabled("partie", false);
        HttpResponse<String> closed = passes("partie", "la");
        assertThat(text(closed)).contains("Le dernier");
        assertThat(Browser.page(closed).select("main a[href$='#fermer']")).isEmpty();
    }

    @Test
    void only_who_cares_for_accounts_sees_it() {
        person("cible", "ca");
        assertThat(admin.read("/espace/comptes/personne/cible").select("a[href='" + address("cible") + "']"))
                .hasSize(1);
        for (String name : List.of("salariee", "ca", "contributeur", "adherent")) {
            Browser browser = Browser.signedIn(portal.port(), name);
            String csrf = browser.read("/espace").select("[name=_csrf]").val();
            assertThat(browser.get(address("cible")).statusCode()).as(name).isEqualTo(403);
            assertThat(browser.post(address("cible"), Map.of("_csrf", csrf, "successeur", name))
                            .statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(new Browser(portal.port()).get(address("cible")).statusCode())
                .isEqualTo(401);
        assertThat(Browser.signedIn(portal.port(), "salariee")
                        .read("/espace/comptes/personne/cible")
                        .select("a[href$='passer-la-main']"))
                .isEmpty();
    }
}
