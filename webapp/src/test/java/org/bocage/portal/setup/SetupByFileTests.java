package org.bocage.portal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A portal set up by a file stands under its own name; a file with something wrong in it is told line by line, and keeps nothing. */
@ExtendWith(OutputCaptureExtension.class)
class SetupByFileTests {

    private static final Path EXAMPLE = Path.of("config/exemples/installation.yaml");

    @TempDir
    Path home;

    private Path file(String yaml) throws IOException {
        return Files.writeString(home.resolve("answers.yaml"), yaml);
    }

    private Portal start(Path file) {
        return Portal.startNobodys(home.resolve("data"), "--bocage.setup=" + file);
    }

    @Test
    void the_example_of_the_configuration_makes_a_portal_of_ones_own(CapturedOutput output) {
        try (Portal portal = start(EXAMPLE)) {
            Document site = new Browser(portal.port()).read("/");
            assertThat(site.select(".logo-name").text()).isEqualTo("Réseau des Trois Fontaines");
            assertThat(site.select("main h1").text()).isEqualTo("On puise ensemble.");
            assertThat(site.select(".ribbon")).isEmpty();
            assertThat(new Browser(portal.port())
                            .read("/commune/vesoul")
                            .select("h1")
                            .text())
                    .contains("Vesoul");
            assertThat(Browser.plain(site.select("nav.menu").text()))
                    .contains("Agenda", "Adhérer")
                    .doesNotContain("Ressources");
            assertThat(new Browser(portal.port()).get("/apparence.css").body()).contains("1d3557");
            assertThat(text(portal, "/contact"))
                    .contains("Je veux adhérer")
                    .doesNotContain("Faire quelque chose ensemble");
            assertThat(text(portal, "/adherer")).contains("80", "À partir de ce que vous pouvez.");
            assertThat(text(portal, "/mentions-legales")).contains("Association loi 1901", "Camille Le Gall");
            assertThat(portal.context().getBean(Accounts.class).all())
                    .extracting(Account::name)
                    .containsExactlyInAnyOrder("camille-le-gall", "noor");

            String said = output.getOut();
            assertThat(said).doesNotContain("premier-compte");
            String link = said.substring(said.lastIndexOf("/connexion/lien/"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .strip();
            assertThat(Browser.page(new Browser(portal.port()).get(link)).text())
                    .contains("Camille Le Gall");
        }

        int before = output.getOut().length();
        // once it was taken one deletes it, for it may hold a password
        try (Portal again = start(home.resolve("efface.yaml"))) {
            assertThat(new Browser(again.port()).read("/").select(".logo-name").text())
                    .isEqualTo("Réseau des Trois Fontaines");
            assertThat(output.getOut().substring(before)).doesNotContain("/connexion/lien/");
        }
    }

    @Test
    void a_file_that_is_not_there_is_told_by_a_portal_that_needs_it() {
        assertThatThrownBy(() -> start(home.resolve("nulle-part.yaml")))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("bocage.setup");
    }

    @Test
    void what_is_wrong_is_told_with_its_line_and_what_is_accepted_and_nothing_is_kept() throws IOException {
        Path broken = file("""
                administration:
                  nom: Camille
                  courriel: camille
                association:
                  nomSite: Réseau des Trois Fontaines
                  contactCouriel: ici@fontaines.example
                """);
        assertThat(problems(broken)).containsExactly("3 administration.courriel", "6 association.contactCouriel");

        Path deeper = file("""
                administration: {nom: Camille, courriel: camille@fontaines.example}
                association:
                  nomSite: Réseau des Trois Fontaines
                  contactCourriel: ici
                territoire: {communes: [Vesoul, Nullepart-sur-Rien]}
                couleurs:
                  premiere: mauve
                  seconde: "#e9a03b"
                equipe:
                  noor@fontaines.example: {nom: Noor, role: reine}
                ouverture:
                  contenu: tout
                  rubriques: [Cuisine]
                """);
        assertThat(problems(deeper))
                .containsExactly(
                        "4 association.contactCourriel",
                        "5 territoire.communes",
                        "7 couleurs.premiere",
                        "10 equipe.noor@fontaines.example",
                        "12 ouverture.contenu",
                        "13 ouverture.rubriques");

        try (Portal portal = Portal.startNobodys(home.resolve("data"))) {
            assertThat(portal.context().getBean(Accounts.class).all()).isEmpty();
            assertThat(new Browser(portal.port()).read("/").select(".logo-name").text())
                    .isEqualTo("Notre réseau ESS");
        }
    }

    private static String text(Portal portal, String address) {
        return Browser.plain(
                new Browser(portal.port()).read(address).select("main").text());
    }

    @Test
    void the_logo_lies_beside_the_answers() throws IOException {
        Files.writeString(
                home.resolve("logo.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><rect width='30' height='10'"
                        + " fill='#1d3557'/></svg>");
        Files.writeString(home.resolve("faux.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><rect");
        String answers = """
                administration: {nom: Camille, courriel: camille@fontaines.example}
                association: {nomSite: Réseau des Trois Fontaines}
                logo: {fichier: %s, avecNom: true}
                """;
        assertThat(problems(file(answers.formatted("absent.png")))).containsExactly("3 logo.fichier");
        assertThat(problems(file(answers.formatted("faux.svg")))).containsExactly("3 logo.fichier");

        try (Portal portal = start(file(answers.formatted("logo.svg")))) {
            Document site = new Browser(portal.port()).read("/");
            assertThat(site.select("header img.logo-mark").attr("width")).isEqualTo("144");
            assertThat(site.select("header .logo .hidden").text()).isEqualTo("Réseau des Trois Fontaines");
        }
    }

    @Test
    void settings_in_the_shape_of_a_file_are_checked_as_on_their_screen() throws IOException {
        assertThat(problems(file("""
                        administration: {nom: Camille, courriel: camille@fontaines.example}
                        association: {nomSite: Réseau des Trois Fontaines}
                        contact:
                          sujets:
                            - {sujet: Une question, a: [personne], qui: Noor, jours: 2}
                        adhesion:
                          formules: gratuit
                          paiement: {virement: {titulaire: R3F, iban: FR00}}
                        mentions:
                          sirene: 1
                        """))).containsExactly("10 mentions.sirene");
        assertThat(problems(file("""
                        administration: {nom: Camille, courriel: camille@fontaines.example}
                        association: {nomSite: Réseau des Trois Fontaines}
                        contact:
                          sujets:
                            - {sujet: Une question, a: [personne], qui: Noor, jours: 2}
                        adhesion:
                          formules: gratuit
                          paiement: {virement: {titulaire: R3F, iban: FR00}}
                        """))).containsExactly("4 contact.sujets", "7 adhesion.formules");
    }

    @Test
    void a_file_that_is_no_yaml_or_no_sections_is_told() throws IOException {
        assertThat(problems(file("administration: {nom: Camille\nassociation: x")))
                .containsExactly("2 ");
        assertThat(problems(file("- un\n- deux"))).containsExactly("1 ");
        assertThat(problems(file("association: Trois Fontaines"))).containsExactly("1 association");
        assertThat(problems(file("administration:\n  nom: A\n  nom: B"))).hasSize(1);
    }

    private List<String> problems(Path file) {
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> start(file)).satisfies(failure -> {
            Throwable cause = failure;
            while (!(cause instanceof BrokenAnswers) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            assertThat(cause).isInstanceOf(BrokenAnswers.class);
            ((BrokenAnswers) cause).problems().forEach(one -> told.add(one.line() + " " + one.where()));
            assertThat(((BrokenAnswers) cause).problems())
                    .allSatisfy(one -> assertThat(one.sentence()).isNotBlank());
        });
        return told;
    }
}
