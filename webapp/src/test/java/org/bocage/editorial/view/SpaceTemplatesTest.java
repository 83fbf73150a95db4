package org.bocage.editorial.view;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the private space, rendered with sample pages; the files are left in {@code webapp/target/espace} to look at. */
@Tag("fast")
class SpaceTemplatesTest {

    private static final Path OUTPUT = Path.of("webapp/target/espace");

    static Stream<String> screens() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void has_one_heading_and_references_that_lead_somewhere(String name) throws Exception {
        var page = render(name);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (var attribute : List.of("for", "aria-describedby", "aria-labelledby", "data-compteur")) {
            for (var value : page.select("[" + attribute + "]").eachAttr(attribute)) {
                assertThat(ids).as(attribute).contains(value.split(" "));
            }
        }
        for (var anchor : page.select("a[href^=#]").eachAttr("href")) {
            assertThat(ids).contains(anchor.substring(1));
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void names_every_control(String name) throws Exception {
        var page = render(name);
        for (var control : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(labelOf(page, control)).as(control.outerHtml()).isNotBlank();
        }
        for (var button : page.select("button")) {
            assertThat(button.text() + button.attr("aria-label")).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void holds_to_a_content_security_policy_without_inline(String name) throws Exception {
        var page = render(name);
        assertThat(page.select("[style], style, script:not([src]):not([type=importmap])"))
                .isEmpty();
        assertThat(page.select("script[type=importmap]:not([nonce=n0nce])")).isEmpty();
        for (var element : page.getAllElements()) {
            assertThat(element.attributes().asList()).noneMatch(a -> a.getKey().startsWith("on"));
        }
        for (var form : page.select("form[method=post]")) {
            assertThat(form.select("input[name=_csrf]")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void asks_only_for_files_that_exist(String name) throws Exception {
        var page = render(name);
        var addresses = new HashSet<String>();
        page.select("link[rel=stylesheet]").forEach(e -> addresses.add(e.attr("href")));
        page.select("script[src]").forEach(e -> addresses.add(e.attr("src")));
        page.select("img[src^=/espace/]").forEach(e -> addresses.add(e.attr("src")));
        var map = page.select("script[type=importmap]").html();
        Pattern.compile("/webjars/[^\"]+").matcher(map).results().forEach(m -> addresses.add(m.group()));
        for (var address : addresses) {
            var place = address.startsWith("/webjars/") ? "META-INF/resources" : "static";
            assertThat(getClass().getClassLoader().getResource(place + address))
                    .as(address)
                    .isNotNull();
        }
        var sprite = Files.readString(Path.of("webapp/src/main/resources/static/espace/dessin/icones.svg"));
        for (var use : page.select("use").eachAttr("href")) {
            assertThat(sprite).contains("id=\"" + use.substring(use.indexOf('#') + 1) + "\"");
        }
    }

    @Test
    void the_sign_in_form_says_the_agreed_words_and_carries_what_was_kept() throws Exception {
        var page = render("connexion-reprise");
        assertThat(page.select("label").eachText()).containsExactly("Nom ou adresse mail", "Mot de passe");
        assertThat(page.select("form button").eachText()).containsExactly("Se connecter");
        assertThat(page.select("input[name=reprise-vers]").val()).isEqualTo("/espace/actus/u9");
        assertThat(page.select("input[name=reprise.chapo]").val()).isEqualTo("Venez avec un bol.\nOn s’occupe du feu.");
        assertThat(page.text().replace('\u00a0', ' '))
                .contains(
                        "Votre session s’était terminée. Rien n’est perdu : reconnectez-vous et on renvoie ce que vous aviez écrit.");
        assertThat(render("reprise").select("main button").eachText()).containsExactly("Reprendre mon envoi");
    }

    @Test
    void a_proposal_offers_the_three_decisions_and_says_when_the_comment_is_missing() throws Exception {
        var page = render("tache-erreur");
        assertThat(page.select(".barre button").eachText())
                .containsExactly("Accepter et publier", "Demander une reprise", "Refuser");
        var comment = page.select("textarea[name=commentaire]");
        assertThat(comment.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("label[for=" + comment.attr("id") + "]").text()).isEqualTo("Commentaire");
    }

    @Test
    void a_search_for_references_answers_choices_to_tick() throws Exception {
        var found = List.of(new FormField.Reference("u1", "Le Champ commun", "Augan"));
        var shell = Samples.shell("actus", null);
        var html = Rendered.html("references", new FormField.ReferenceResults("lies", true, "cham", found), shell);
        assertThat(Jsoup.parse(html).select("input[type=checkbox][name=lies]").val())
                .isEqualTo("u1");
        var none = Rendered.html("references", new FormField.ReferenceResults("lies", true, "zzz", List.of()), shell);
        assertThat(Jsoup.parse(none).text()).contains("Rien trouvé");
    }

    @Test
    void enter_in_a_field_publishes_nothing() throws Exception {
        assertThat(render("formulaire").select("form.ecrire button").eachAttr("value"))
                .startsWith("enregistrer");
    }

    @Test
    void what_people_typed_is_escaped() throws Exception {
        var kept = new KeptForm("/espace", List.of(new KeptForm.Field("titre", "\"><script>alert(1)</script>")));
        var screen = Samples.all().get("connexion-reprise");
        assertThat(screen).isNotNull();
        var html = Rendered.html(
                "connexion", new LoginPage("/connexion", "<b>", null, 0, "/espace", kept, null), screen.shell());
        assertThat(html).doesNotContain("<script>alert").doesNotContain("<b>");
    }

    private static String labelOf(Document page, Element control) {
        if (control.hasAttr("aria-label")) {
            return control.attr("aria-label");
        }
        var around = control.closest("label");
        if (around != null) {
            return around.text() + around.select("img").attr("alt");
        }
        return page.select("label[for=" + control.id() + "]").text();
    }

    private static Document render(String name) throws IOException, TemplateException {
        var screen = Samples.all().get(name);
        if (screen == null) {
            throw new IllegalArgumentException(name);
        }
        var html = Rendered.html(screen.template(), screen.page(), screen.shell());
        Files.createDirectories(OUTPUT);
        Files.writeString(OUTPUT.resolve(name + ".html"), html);
        return Jsoup.parse(html);
    }
}
