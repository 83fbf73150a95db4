package org.bocage.editorial.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.jcr.PropertyType;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.form.values.SubmissionTooLarge;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class ItemFormTests {

    @TempDir
    static Path home;

    private static FormBench desk;

    @BeforeAll
    static void open() {
        desk = new FormBench(home, Path.of("light-modules"));
    }

    @BeforeEach
    void clear() {
        desk.clear();
    }

    @AfterAll
    static void close() throws IOException {
        desk.close();
    }

    @Test
    void every_field_of_an_actu_goes_in_and_comes_back() {
        FormValues typed = desk.bound(desk.full());
        assertThat(desk.form().check(typed, true).problems()).isEmpty();

        desk.write(typed);

        FormValues read = desk.read();
        desk.full().forEach((path, values) -> {
            if (!path.equals("corps") && !path.equals("chapo")) {
                assertThat(read.all(path)).as(path).containsExactly(values);
            }
        });
        assertThat(read.text("chapo")).contains("envie.\nEt une autre");
        assertThat(read.text("corps")).isEqualTo("<p>Venez <strong>toutes</strong> et tous.</p>");
        assertThat(desk.form().differences(typed, read)).isEmpty();
    }

    @Test
    void CT_14_a_field_says_how_long_its_text_is_asked_to_be_and_gives_an_example() {
        List<FormField> first =
                desk.form().view(desk.form().fresh(), Errors.NONE).get(0).fields();

        FormField.Text title = (FormField.Text) first.get(0);
        assertThat(title.min()).isEqualTo(3);
        assertThat(title.max()).isEqualTo(120);
        assertThat(title.placeholder()).isNotBlank();
        FormField.Text chapo = (FormField.Text) first.get(2);
        assertThat(chapo.min()).isEqualTo(40);
        assertThat(chapo.max()).isEqualTo(300);
        assertThat(((FormField.RichText) first.get(3)).placeholder()).isNotBlank();
    }

    @Test
    void values_lie_where_the_storage_of_each_field_says() {
        desk.write(desk.bound(desk.full()));

        desk.store.read(Identity.SYSTEM, session -> {
            var item = session.getNode("/actus/essai");
            assertThat(item.getProperty("themes").isMultiple()).isTrue();
            assertThat(item.getProperty("lienAilleurs").getValues()).hasSize(2);
            assertThat(item.getProperty("publierLe").getType()).isEqualTo(PropertyType.DATE);
            assertThat(item.getProperty("publierLe").getDate().toInstant()).hasToString("2026-11-03T17:30:00Z");
            assertThat(item.getProperty("coupDeCoeur/du").getDate().toInstant()).hasToString("2026-11-02T23:00:00Z");
            assertThat(item.getNode("contactMoyen").getPrimaryNodeType().getName())
                    .isEqualTo("mgnl:contentNode");
            assertThat(item.getProperty("photos/0/decorative").getBoolean()).isTrue();
            assertThat(item.getProperty("photos/1/credit").getString()).isEqualTo("Yann");
            return item;
        });
    }

    @Test
    void what_is_not_in_the_form_stays() {
        desk.store.update(Identity.SYSTEM, session -> {
            session.getNode("/actus/essai").setProperty("etat", "propose");
            session.getNode("/actus/essai").addNode("proposePar", "mgnl:contentNode");
        });

        desk.write(desk.bound(desk.full()));

        assertThat(desk.store.<Boolean>read(
                        Identity.SYSTEM,
                        session -> session.propertyExists("/actus/essai/etat")
                                && session.nodeExists("/actus/essai/proposePar")))
                .isTrue();
    }

    @Test
    void IN_08_the_form_of_who_may_not_see_a_field_neither_shows_nor_writes_it() {
        desk.write(desk.bound(desk.full()));
        Map<String, String[]> posted = desk.full();
        FormBench.post(posted, "titre", "Quarante chaises");
        FormBench.post(posted, "visibilite", "ca");
        FormBench.post(posted, "publierLe", "2030-01-01T00:00");
        ItemForm whole = desk.form(Identity.of("ca", Set.of("ca"), Set.of(Audience.MEMBERS, Audience.BOARD)));

        desk.store.update(Identity.SYSTEM, session -> {
            ItemForm form = whole.of(session.getNode("/actus/essai"));
            FormValues seen = form.read(session.getNode("/actus/essai"));
            assertThat(seen.text("titre")).isEqualTo("Trente chaises pour l’été");
            assertThat(seen.values()).doesNotContainKeys("visibilite", "publierLe", "depublierLe");
            assertThat(FormBench.byName(form.view(seen, Errors.NONE)))
                    .containsKey("seo.titre")
                    .doesNotContainKeys("visibilite", "publierLe", "depublierLe");
            assertThat(form.bind(Submission.of(posted)).values()).doesNotContainKeys("visibilite", "publierLe");

            form.write(form.bind(Submission.of(posted)), session.getNode("/actus/essai"));
        });

        assertThat(desk.read().text("titre")).isEqualTo("Quarante chaises");
        assertThat(desk.read().text("visibilite")).isEqualTo("public");
        assertThat(desk.read().text("publierLe")).isEqualTo("2026-11-03T18:30");
    }

    @Test
    void a_draft_needs_a_title_alone_and_a_proposal_all_that_is_required() {
        FormValues nothing = desk.form().fresh();
        FormValues draft = nothing.with("titre", "Une fête");

        assertThat(fields(desk.form().check(nothing, false))).containsExactly("titre");
        assertThat(desk.form().check(draft, false).isEmpty()).isTrue();
        assertThat(fields(desk.form().check(draft, true)))
                .containsExactly("origine", "chapo", "corps", "themes", "contactStructure", "name");
        assertThat(desk.form().check(draft, true).at("themes")).containsExactly("Choisissez au moins un thème.");
    }

    @Test
    void an_address_typed_as_one_says_it_is_the_page_of_that_site_and_nothing_else_is() {
        Map<String, String[]> posted = desk.full();
        FormBench.post(posted, "lienAilleurs[0]", "exemple.org");
        FormBench.post(posted, "lienAilleurs[1]", " asso.Exemple.org/menu?jour=lundi ");
        FormBench.post(posted, "chapo", "exemple.org");

        FormValues typed = desk.bound(posted);

        assertThat(List.of(typed.text("lienAilleurs[0]"), typed.text("lienAilleurs[1]")))
                .containsExactly("https://exemple.org", "https://asso.Exemple.org/menu?jour=lundi");
        assertThat(typed.text("chapo")).isEqualTo("exemple.org");
        for (String other : List.of("06.12.34.56.78", "lou@exemple.org", "http://exemple.org", "demain", "a..b.org")) {
            FormBench.post(posted, "lienAilleurs[0]", other);
            assertThat(desk.bound(posted).text("lienAilleurs[0]")).isEqualTo(other);
        }
    }

    @Test
    void errors_say_field_label_and_sentence_and_the_form_keeps_what_was_typed() {
        Map<String, String[]> posted = desk.full();
        FormBench.post(posted, "chapo", "Trop court");
        FormBench.post(posted, "origine", "lune");
        FormBench.post(posted, "publierLe", "2026-02-31T10:00");
        FormBench.post(posted, "contactStructure", "00000000-0000-0000-0000-000000000000");
        FormBench.post(posted, "photos[1].image", "jcr:" + desk.id("energie"));
        FormBench.post(posted, "lienAilleurs[1]", "javascript:alert(1)");
        FormBench.post(posted, "lienAilleurs[2]", "https://exemple.org/c");
        FormValues typed = desk.bound(posted);

        Errors errors = desk.form().check(typed, false);

        assertThat(fields(errors))
                .containsExactly(
                        "origine",
                        "chapo",
                        "photos[1].image",
                        "contactStructure",
                        "lienAilleurs[1]",
                        "lienAilleurs",
                        "publierLe");
        assertThat(errors.problems())
                .contains(new FormPage.Problem(
                        "chapo", "En deux phrases", "Ces deux phrases comptent entre 40 et 300 lettres."))
                .contains(new FormPage.Problem("lienAilleurs", "En savoir plus ailleurs", "Deux liens au plus."));
        List<FormPage.Section> sections = desk.form().view(typed, errors);
        var chapo = FormBench.field(sections, "chapo", FormField.Text.class);
        assertThat(chapo.value()).isEqualTo("Trop court");
        assertThat(chapo.caption().errors()).containsExactly("Ces deux phrases comptent entre 40 et 300 lettres.");
        assertThat(FormBench.field(sections, "publierLe", FormField.Date.class).value())
                .isEqualTo("2026-02-31T10:00");
        assertThat(sections).allMatch(FormPage.Section::hasProblem);
    }

    @Test
    void a_way_to_be_reached_needs_its_number_unless_it_is_the_form() {
        Map<String, String[]> posted = desk.full();
        FormBench.post(posted, "contactMoyen.valeur", "");

        assertThat(desk.form().check(desk.bound(posted), true).at("contactMoyen.valeur"))
                .isNotEmpty();
        assertThat(desk.form().check(desk.bound(posted), false).isEmpty())
                .as("a draft")
                .isTrue();

        FormBench.post(posted, "contactMoyen.genre", "formulaire");
        assertThat(desk.form().check(desk.bound(posted), true).isEmpty()).isTrue();
    }

    @Test
    void an_hour_that_clocks_skip_is_told_and_the_hour_before_is_taken() {
        Map<String, String[]> posted = desk.full();
        FormBench.post(posted, "publierLe", "2027-03-28T02:30");
        assertThat(desk.form().check(desk.bound(posted), false).at("publierLe"))
                .singleElement()
                .asString()
                .contains("dimanche 28 mars 2027", "cette heure n’existe pas");

        FormBench.post(posted, "publierLe", "2027-03-28T01:59");
        FormBench.post(posted, "depublierLe", "2027-10-31T02:30");
        assertThat(desk.form().check(desk.bound(posted), false).isEmpty()).isTrue();
    }

    @Test
    void an_end_before_its_beginning_is_told_even_in_a_draft() {
        Map<String, String[]> posted = desk.full();
        FormBench.post(posted, "depublierLe", "2026-11-03T18:29");
        FormBench.post(posted, "coupDeCoeur.au", "2026-11-02");

        assertThat(fields(desk.form().check(desk.bound(posted), false)))
                .containsExactlyInAnyOrder("depublierLe", "coupDeCoeur.au");
    }

    @Test
    void tabs_are_sections_and_choices_are_read_from_the_store() {
        List<FormPage.Section> sections = desk.form().view(desk.form().fresh(), Errors.NONE);

        assertThat(sections.stream().map(FormPage.Section::title))
                .containsExactly(null, "Photos", "Repères et contact", "Diffusion");
        assertThat(sections.stream().map(FormPage.Section::folded))
                .as("open where something is required")
                .containsExactly(false, true, false, true);
        var themes = FormBench.field(sections, "themes", FormField.Choice.class);
        assertThat(themes.kind()).isEqualTo("cases");
        assertThat(themes.options().stream().map(FormField.Option::label)).containsExactly("Alimentation", "Énergie");
        var genre = FormBench.field(sections, "contactMoyen.genre", FormField.Choice.class);
        assertThat(genre.options().stream().filter(FormField.Option::selected).map(FormField.Option::label))
                .containsExactly("Par message");
        assertThat(FormBench.byName(sections)).doesNotContainKeys("etat", "auteur", "commentairesRelecture");
    }

    @Test
    void entries_are_added_removed_and_reordered_and_keep_what_lies_in_their_nodes() {
        desk.write(desk.bound(desk.full()));
        desk.store.update(
                Identity.SYSTEM,
                session -> session.getNode("/actus/essai/photos/1").setProperty("autre", "gardé"));
        ItemForm form = desk.form();

        FormValues values = form.apply("monter:photos[1]", desk.read());
        values = form.apply("ajouter:photos", values).with("photos[2].credit", "Anouk");
        values = form.apply("monter:photos[2]", values);
        desk.write(values);

        assertThat(credits()).containsExactly("Yann", "Anouk", "Maëlle");
        assertThat(desk.store.<String>read(
                        Identity.SYSTEM,
                        session -> session.getNode("/actus/essai/photos")
                                .getNodes()
                                .nextNode()
                                .getProperty("autre")
                                .getString()))
                .isEqualTo("gardé");

        desk.write(form.apply("retirer:photos[0]", desk.read()));
        assertThat(credits()).containsExactly("Anouk", "Maëlle");
        desk.write(form.apply("retirer:photos[0]", form.apply("retirer:photos[0]", desk.read())));
        assertThat(credits()).isEmpty();
        assertThat(desk.store.<Boolean>read(Identity.SYSTEM, session -> session.nodeExists("/actus/essai/photos")))
                .isFalse();
    }

    @Test
    void posted_entries_are_numbered_anew_and_one_too_many_is_not_added() {
        Map<String, String[]> posted = new LinkedHashMap<>();
        FormBench.post(posted, "_photos[4]", "on");
        FormBench.post(posted, "photos[7].credit", "Yann");
        FormValues values = desk.bound(posted);
        assertThat(values.count("photos")).isEqualTo(2);
        assertThat(values.text("photos[1].credit")).isEqualTo("Yann");

        for (int i = 0; i < 10; i++) {
            values = desk.form().apply("ajouter:photos", values);
        }

        assertThat(values.count("photos")).isEqualTo(8);
        assertThat(desk.form().apply("retirer:photos[99]", values)).isEqualTo(values);
    }

    @Test
    void a_script_in_rich_text_is_not_stored() {
        Map<String, String[]> posted = desk.full();
        FormBench.post(posted, "corps", "<p onclick=\"x()\">Bonjour</p><script>alert(1)</script>");

        desk.write(desk.bound(posted));

        assertThat(desk.read().text("corps")).isEqualTo("<p>Bonjour</p>");
    }

    @Test
    void differences_are_told_as_plain_text() {
        FormValues mine = desk.bound(desk.full());
        FormValues theirs = mine.with("corps", "<p>Autre</p>")
                .with("themes", desk.id("energie"))
                .with("photos[1].credit", "Lou");

        List<FormPage.Difference> differences = desk.form().differences(mine, theirs);

        assertThat(differences.stream().map(FormPage.Difference::field)).containsExactly("corps", "photos", "themes");
        assertThat(differences.get(0).mine()).isEqualTo("Venez toutes et tous.");
        assertThat(differences.get(2).theirs()).isEqualTo("Énergie");
        assertThat(mine.taking("photos", theirs).text("photos[1].credit")).isEqualTo("Lou");
    }

    @Test
    void a_name_is_made_of_the_title_and_never_a_reserved_one() {
        ItemForm form = desk.form();
        assertThat(form.slug("Œuvrer à Élven : l’été, ça s’organise !"))
                .isEqualTo("oeuvrer-a-elven-l-ete-ca-s-organise");
        assertThat(form.slug("Les adhérent·e·s")).isEqualTo("les-adherentes");
        assertThat(form.slug("Photos")).isEqualTo("photos-1");
        for (String unwritable : List.of("???", "🎉🌻", "سوق التضامن")) {
            assertThat(form.slug(unwritable)).as(unwritable).matches("du-[0-9]{4}-[0-9]{2}-[0-9]{2}");
        }
        assertThat(form.slug("mot ".repeat(60))).hasSizeLessThanOrEqualTo(80).endsWith("mot");
    }

    @Test
    void too_much_at_once_is_refused() {
        Map<String, List<String>> many = IntStream.rangeClosed(0, Submission.MOST_VALUES)
                .boxed()
                .collect(Collectors.toMap(i -> "x" + i, i -> List.of("")));
        assertThatThrownBy(() -> new Submission(many)).isInstanceOf(SubmissionTooLarge.class);
        assertThatThrownBy(() -> new Submission(Map.of("corps", List.of("x".repeat(Submission.LONGEST_VALUE + 1)))))
                .isInstanceOf(SubmissionTooLarge.class);
    }

    private List<String> credits() {
        FormValues values = desk.read();
        return IntStream.range(0, values.count("photos"))
                .mapToObj(i -> values.text("photos[" + i + "].credit"))
                .toList();
    }

    private static List<String> fields(Errors errors) {
        return errors.problems().stream().map(FormPage.Problem::field).toList();
    }
}
