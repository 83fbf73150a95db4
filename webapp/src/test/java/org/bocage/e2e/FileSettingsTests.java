package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import javax.jcr.PropertyIterator;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.Stranger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** « Qui répond à quoi » and « Adhésion » of a portal without the demo: what is kept there counts, unless a file says it. */
class FileSettingsTests {

    private static final String CONTACT = "/espace/reglages/contact";
    private static final String JOINING = "/espace/reglages/adhesion";
    private static final String FORM = "/adherer/formulaire";
    private static final String PASSWORD = "une phrase assez longue";
    private static final String ADMIN = "camille@reseau.invalid";
    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    @TempDir
    static Path home;

    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static Portal portal;
    private static Stranger stranger;

    private Browser admin;

    @BeforeAll
    static void start() throws IOException {
        mails.start();
        FileSystemUtils.copyRecursively(Path.of("config"), home.resolve("config"));
        portal = Portal.startNobodys(
                home.resolve("data"),
                "--bocage.config=" + home.resolve("config"),
                "--bocage.forms.minimum-time=0s",
                "--bocage.forms.posts-per-hour=1000",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
        Accounts accounts = portal.context().getBean(Accounts.class);
        accounts.create("camille", "Camille", ADMIN, List.of("admin"), PASSWORD);
        accounts.create("dominique", "Dominique", "dominique@reseau.invalid", List.of("admin"), PASSWORD);
        accounts.create("sacha", "Sacha", "sacha@reseau.invalid", List.of("ca"), PASSWORD);
        stranger = new Stranger(portal.port(), mails);
    }

    @AfterAll
    static void stop() {
        portal.close();
        mails.stop();
    }

    @BeforeEach
    void begin() {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (String file : List.of("contact.yaml", "adhesion.yaml")) {
                if (session.nodeExists("/config/reglages/" + file)) {
                    session.getNode("/config/reglages/" + file).remove();
                }
            }
        });
        admin = signedIn("camille");
    }

    private static Browser signedIn(String account) {
        Browser browser = new Browser(portal.port());
        browser.signIn(account, PASSWORD);
        return browser;
    }

    private static Map<String, String> fields(Document page) {
        Element form = Objects.requireNonNull(page.selectFirst("main form.ecrire"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name], textarea[name], select[name]").stream()
                .filter(field -> !field.is("[type=checkbox]:not([checked]), [type=radio]:not([checked])"))
                .forEach(field -> fields.put(
                        field.attr("name"),
                        switch (field.tagName()) {
                            case "select" -> field.select("option[selected]").attr("value");
                            case "textarea" -> field.wholeText();
                            default -> field.val();
                        }));
        return fields;
    }

    private HttpResponse<String> send(String address, Map<String, String> typed) {
        return send(admin, address, admin.read(address), typed);
    }

    private static HttpResponse<String> send(
            Browser browser, String address, Document page, Map<String, String> typed) {
        Map<String, String> fields = fields(page);
        fields.putAll(typed);
        return browser.post(address, fields);
    }

    private static List<String> subjects() {
        return stranger.browser().read("/contact").select("[name=sujet]").stream()
                .flatMap(one -> one.select("option[value]:not([value=''])").stream())
                .map(Element::text)
                .toList();
    }

    private static Map<String, String> letter(String from, String text) {
        return new HashMap<>(Map.of("nom", "Lou", "courriel", from, "sujet", "question", "message", text));
    }

    private static String main(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer).select("main").text());
    }

    @Test
    void without_a_salariee_messages_and_requests_to_join_reach_who_administers() {
        HttpResponse<String> sent = stranger.send("/contact", letter("lou@exemple.invalid", "Vous ouvrez samedi ?"));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(stranger.mail(ADMIN, "Vous ouvrez samedi")).contains("Lou");
        assertThat(stranger.mail("dominique@reseau.invalid", "Vous ouvrez samedi"))
                .contains("Lou");

        HttpResponse<String> asked = stranger.send(
                FORM,
                Map.of(
                        "formule", "personne",
                        "montant", "7",
                        "prenom", "Andrea",
                        "nom-de-famille", "Exemple",
                        "courriel", "andrea@exemple.invalid"));
        assertThat(asked.statusCode()).as(Stranger.problems(asked).toString()).isEqualTo(303);
        assertThat(stranger.mail(ADMIN, "veut adhérer")).contains("Andrea Exemple");
    }

    @Test
    void who_answers_what_is_kept_and_counts_at_once() {
        assertThat(subjects()).hasSize(6).doesNotContain("Louer la salle");
        Document added = Browser.page(send(CONTACT, Map.of("action", "ajouter:sujets")));
        Map<String, String> typed = fields(added);
        assertThat(typed).containsKey("sujets[6].sujet");
        typed.put("sujets[6].sujet", "Louer la salle");
        typed.put("sujets[6].qui", "Sacha");
        typed.put("sujets[6].a", "sacha, salle@reseau.invalid");
        typed.put("sujets[6].jours", "3");
        typed.put("action", "monter:sujets[6]");
        Map<String, String> moved = fields(Browser.page(admin.post(CONTACT, typed)));
        assertThat(moved.get("sujets[5].sujet")).isEqualTo("Louer la salle");
        moved.put("action", "retirer:sujets[6]");
        Map<String, String> left = fields(Browser.page(admin.post(CONTACT, moved)));
        assertThat(left).doesNotContainKey("sujets[6].sujet");
        assertThat(subjects()).as("nothing is kept by a gesture").hasSize(6);

        assertThat(admin.post(CONTACT, left).statusCode()).isEqualTo(302);

        assertThat(subjects()).hasSize(6).endsWith("Louer la salle");
        Map<String, String> message = letter("noe@exemple.invalid", "Elle est libre samedi ?");
        message.put("sujet", "louer-la-salle");
        HttpResponse<String> sent = stranger.send("/contact", message);
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(Stranger.words(stranger.browser()
                        .get(sent.headers().firstValue("Location").orElseThrow())))
                .contains("Sacha vous répond sous 3 jours");
        assertThat(stranger.mail("sacha@reseau.invalid", "libre samedi")).isNotEmpty();
        assertThat(stranger.mail("salle@reseau.invalid", "libre samedi")).isNotEmpty();
        Element line =
                Objects.requireNonNull(admin.read("/espace/journal").selectFirst("tr:contains(Qui répond à quoi)"));
        assertThat(line.text()).contains("Changé", "Camille");
        assertThat(line.select("a").attr("href")).endsWith(CONTACT);
    }

    @Test
    void what_it_costs_and_how_one_pays_is_kept_and_counts_at_once() {
        Browser visitor = stranger.browser();
        assertThat(visitor.read("/adherer").select(".price-amount").eachText()).containsOnly("Prix libre");
        assertThat(visitor.read(FORM).select("[name=paiement]")).isEmpty();

        Map<String, String> typed = new HashMap<>(Map.of(
                "formules[0].montant", "40",
                "formules[0].periode", "civile",
                "formules[1].montant", "12,50",
                "titulaire", "Les Semeuses",
                "iban", "fr7630006000011234567890189",
                "lien", "payer.semeuses.example/adhesion",
                "surPlace", "Au bureau, le jeudi matin",
                "qui", "Sacha",
                "jours", "3"));
        Document page = admin.read(JOINING);
        Map<String, String> fields = fields(page);
        fields.putAll(typed);
        fields.remove("formules[0].libre");
        HttpResponse<String> kept = admin.post(JOINING, fields);
        assertThat(kept.statusCode()).as(Browser.problems(kept)).isEqualTo(302);

        assertThat(visitor.read("/adherer").select(".price-amount").eachText().stream()
                        .map(Browser::plain))
                .as("at once, on the page that was kept for visitors")
                .containsExactly("40 €", "À partir de 12,50 €");
        Document form = visitor.read(FORM);
        assertThat(form.select("label:has([name=formule])").eachText().stream().map(Browser::plain))
                .containsExactly("Une structure : 40 €", "Une personne : à partir de 12,50 €");
        assertThat(form.select("label:has([name=paiement])").eachText())
                .containsExactly("En ligne", "Par virement", "Sur place");
        assertThat(visitor.get("/adherer").body() + form.html()).doesNotContain("3000 6000", "30006000");
        assertThat(fields(admin.read(JOINING)))
                .containsEntry("iban", IBAN)
                .containsEntry("lien", "https://payer.semeuses.example/adhesion")
                .containsEntry("formules[1].montant", "12.5");

        List<String> published = new ArrayList<>();
        boolean below = portal.context().getBean(Stores.class).published().<Boolean>read(Identity.SYSTEM, session -> {
            for (PropertyIterator all = session.getNode("/config/reglages").getProperties(); all.hasNext(); ) {
                published.add(all.nextProperty().getName());
            }
            return session.getNode("/config/reglages").hasNodes();
        });
        published.removeIf(name -> name.startsWith("jcr:"));
        assertThat(published).as("nothing of it is in the published store").containsExactly("change");
        assertThat(below).isFalse();

        HttpResponse<String> asked = stranger.send(
                FORM,
                Map.of(
                        "formule", "structure",
                        "structure", "La Roue",
                        "prenom", "Andrea",
                        "nom-de-famille", "Exemple",
                        "courriel", "andrea@exemple.invalid",
                        "paiement", "sur-place"));
        assertThat(asked.statusCode()).as(Stranger.problems(asked).toString()).isEqualTo(303);
        assertThat(Stranger.words(
                        visitor.get(asked.headers().firstValue("Location").orElseThrow())))
                .contains("Sacha vous répond sous 3 jours", "Au bureau, le jeudi matin", "jusqu’au 31 décembre");
        assertThat(stranger.mail("andrea@exemple.invalid", "Au bureau, le jeudi matin"))
                .contains("40 €");
        Node adhesion = portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            Node root = session.getNode("/adhesions");
            for (var all = root.getNodes("adhesion-*"); all.hasNext(); ) {
                Node one = all.nextNode();
                if (one.getProperty("titre").getString().startsWith("La Roue")) {
                    assertThat(one.getProperty("fin").getString()).contains("-12-3");
                    return one;
                }
            }
            throw new AssertionError("no membership is kept");
        });
        assertThat(adhesion).isNotNull();
    }

    @Test
    void a_file_of_the_config_folder_wins_over_what_is_kept_and_its_screen_is_read_only() throws IOException {
        assertThat(send(JOINING, Map.of("formules[1].libelle", "Toute personne"))
                        .statusCode())
                .isEqualTo(302);
        Path file = home.resolve("config/adhesion.yaml");
        Files.copy(Path.of("config/exemples/adhesion.yaml"), file);
        try {
            assertThat(stranger.browser()
                            .read(FORM)
                            .select("label:has([name=formule])")
                            .eachText())
                    .hasSize(3)
                    .noneMatch(label -> label.contains("Toute personne"));
            Document screen = admin.read(JOINING);
            assertThat(Browser.plain(screen.select("main").text()))
                    .contains("Écrit dans " + file + " : c’est là que ça se change.");
            assertThat(screen.select("main form.ecrire button[type=submit]:not(fieldset[disabled] *)"))
                    .isEmpty();
            assertThat(screen.select("main form.ecrire [name='formules[0].libelle']:not(fieldset[disabled] *)"))
                    .isEmpty();
            assertThat(screen.select("[name='formules[0].montant']").val()).isEqualTo("60");
            HttpResponse<String> forced = send(JOINING, Map.of("formules[0].libelle", "Forcée"));
            assertThat(forced.statusCode()).isEqualTo(409);
            assertThat(main(forced)).contains("c’est là que ça se change");
            assertThat(Files.readString(file)).isEqualTo(Files.readString(Path.of("config/exemples/adhesion.yaml")));
        } finally {
            Files.delete(file);
        }
        assertThat(fields(admin.read(JOINING)))
                .as("what was kept counts again")
                .containsEntry("formules[1].libelle", "Toute personne");
    }

    @ParameterizedTest
    @CsvSource({
        "contact, sujets[0].sujet, '', Il manque le sujet.",
        "contact, sujets[1].sujet, 'une question, un mot', Un autre sujet porte déjà ces mots.",
        "contact, sujets[0].a, lou@, n’est ni une adresse mail complète",
        "contact, sujets[0].a, personne-ici, n’est ni une adresse mail complète",
        "contact, sujets[0].jours, 0, 1 et 60",
        "contact, sujets[0].jours, deux, chiffres",
        "adhesion, iban, FR76 3000 6000 0112 3456 7890 188, Cet IBAN ne peut pas exister",
        "adhesion, titulaire, Les Semeuses, Il manque l’IBAN",
        "adhesion, ordre, Les Semeuses, Dites où envoyer",
        "adhesion, lien, http://payer.example, commence par https://",
        "adhesion, lien, javascript:alert(1), commence par https://",
        "adhesion, formules[0].libelle, '', Il manque le nom de la formule.",
        "adhesion, formules[0].montant, beaucoup, Un montant en euros",
        "adhesion, formules[0].montant, -1, 0 et 10",
        "adhesion, jours, 61, 1 et 60",
    })
    void what_cannot_be_is_told_by_its_field_and_stays_in_the_form(
            String screen, String field, String value, String sentence) {
        HttpResponse<String> answer = send("/espace/reglages/" + screen, Map.of(field, value));

        assertThat(answer.statusCode()).as(main(answer)).isEqualTo(422);
        assertThat(main(answer)).contains(sentence);
        assertThat(fields(Browser.page(answer))).containsEntry(field, value);
        assertThat(portal.context()
                        .getBean(Stores.class)
                        .author()
                        .<Boolean>read(
                                Identity.SYSTEM, session -> session.nodeExists("/config/reglages/" + screen + ".yaml")))
                .as("nothing is kept")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "contact, sujets[0].sujet, 81",
        "contact, sujets[0].qui, 61",
        "contact, sujets[0].a, 601",
        "adhesion, formules[0].libelle, 61",
        "adhesion, formules[0].texte, 161",
        "adhesion, ordre, 81",
        "adhesion, adresseCheque, 201",
        "adhesion, titulaire, 81",
        "adhesion, iban, 43",
        "adhesion, lien, 301",
        "adhesion, surPlace, 201",
        "adhesion, qui, 61",
    })
    void what_is_too_long_is_told_and_stays(String screen, String field, int length) {
        String value = "https://a.example/".concat("a".repeat(length)).substring(0, length);

        HttpResponse<String> answer = send("/espace/reglages/" + screen, Map.of(field, value));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(main(answer)).contains(String.valueOf(length - 1));
        assertThat(fields(Browser.page(answer))).containsEntry(field, value);
    }

    @Test
    void no_subject_and_no_tariff_is_refused() {
        Map<String, String> none = fields(admin.read(CONTACT));
        none.keySet().removeIf(name -> name.contains("sujets["));
        assertThat(main(admin.post(CONTACT, none))).contains("Il manque un sujet.");
        none = fields(admin.read(JOINING));
        none.keySet().removeIf(name -> name.contains("formules["));
        HttpResponse<String> answer = admin.post(JOINING, none);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(main(answer)).contains("Il manque une formule.");
    }

    @Test
    void two_people_at_once_keep_both_their_changes_and_choose_where_they_changed_the_same() {
        Browser other = signedIn("dominique");
        Document hers = admin.read(JOINING);
        Document theirs = other.read(JOINING);
        assertThat(send(admin, JOINING, hers, Map.of("qui", "Sacha")).statusCode())
                .isEqualTo(302);
        assertThat(send(other, JOINING, theirs, Map.of("jours", "9")).statusCode())
                .isEqualTo(302);
        assertThat(fields(admin.read(JOINING))).containsEntry("qui", "Sacha").containsEntry("jours", "9");

        HttpResponse<String> asked = send(other, JOINING, theirs, Map.of("qui", "Dominique"));
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(main(asked)).contains("Vous étiez deux à écrire", "Sacha");
        assertThat(fields(Browser.page(asked))).containsEntry("qui", "Dominique");
    }
}
