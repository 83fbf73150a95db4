package org.bocage.editorial.view;

import java.util.List;
import org.bocage.editorial.view.FormField.Appearance;
import org.bocage.editorial.view.FormField.Caption;
import org.bocage.editorial.view.FormField.Option;

/** Forms to look at: a new actu, one full of errors with every kind of field, one in conflict. */
final class SampleForms {

    private static final String LONG =
            "Une très longue phrase écrite d’une traite par quelqu’un qui avait beaucoup à dire ".repeat(4);

    private SampleForms() {}

    static FormPage fresh() {
        return form(
                "Écrire une actu",
                true,
                null,
                List.of(
                        new FormPage.Section(null, false, false, essentials("", "", List.of())),
                        new FormPage.Section("Plus de détails", true, false, details(true))),
                List.of("proposer", "enregistrer"),
                List.of(),
                List.of(),
                null);
    }

    static FormPage wrong() {
        var comment = new Comment(
                "Maëlle Guégan",
                Samples.moment("2026-11-23T09:12"),
                "Très chouette ! Le titre est un peu long pour la carte, on peut couper après « pommes » ?",
                "titre",
                "Titre");
        var general = new Comment(
                "Maëlle Guégan", Samples.moment("2026-11-23T09:14"), "Pensez à dire où l’on se gare.", null, null);
        return form(
                "Fête des communs : " + LONG.substring(0, 90),
                false,
                "a-reprendre",
                List.of(
                        new FormPage.Section(null, false, true, essentials("Fête", "trop court", List.of(comment))),
                        new FormPage.Section("Toutes les sortes de champs", true, true, everything()),
                        new FormPage.Section("Plus de détails", true, false, details(false))),
                List.of("proposer", "enregistrer", "archiver", "retirer"),
                List.of(
                        new FormPage.Problem("chapo", "En deux phrases", "Il faut au moins 40 signes, il y en a 10."),
                        new FormPage.Problem("debut", "Début", "La date n’existe pas : le 31 novembre.")),
                List.of(comment, general),
                null);
    }

    static FormPage conflict() {
        return form(
                "Soupe au four à pain",
                false,
                "brouillon",
                List.of(new FormPage.Section(
                        null, false, false, essentials("Soupe au four à pain", "Venez avec un bol.", List.of()))),
                List.of("publier", "enregistrer", "supprimer"),
                List.of(),
                List.of(),
                new FormPage.Conflict(
                        "Yann Le Bihan",
                        Samples.moment("2026-11-25T10:41"),
                        "",
                        List.of(
                                new FormPage.Difference(
                                        "titre",
                                        "Titre",
                                        "Soupe au four à pain",
                                        "Grande soupe au four à pain de Guichen",
                                        false),
                                new FormPage.Difference(
                                        "chapo",
                                        "En deux phrases",
                                        "Venez avec un bol et une cuillère, on s’occupe du reste.",
                                        "Venez avec un bol, une cuillère et un légume. On s’occupe du feu.",
                                        true)),
                        List.of("Organisateurs"),
                        true));
    }

    private static List<FormField> essentials(String title, String chapo, List<Comment> comments) {
        var short_ = chapo.equals("trop court");
        return List.of(
                new FormField.Text(
                        new Caption(
                                "titre",
                                "Titre",
                                "Court et concret, comme on le dirait au marché.",
                                true,
                                false,
                                List.of(),
                                comments,
                                ""),
                        title,
                        "text",
                        1,
                        3,
                        120,
                        "La fête des communs revient à Guichen",
                        null),
                new FormField.Choice(
                        caption("origine", "Qui parle ?", null, true),
                        Appearance.RADIOS,
                        List.of(
                                new Option(
                                        "territoire",
                                        "Le territoire",
                                        "Une structure, un collectif, une commune",
                                        true),
                                new Option("pole", "Le pôle", null, false)),
                        null),
                new FormField.Text(
                        new Caption(
                                "chapo",
                                "En deux phrases",
                                "Ce qu’on lit sur la carte, avant d’ouvrir.",
                                true,
                                false,
                                short_ ? List.of("Il faut au moins 40 signes, il y en a 10.") : List.of(),
                                List.of(),
                                ""),
                        chapo,
                        "text",
                        3,
                        40,
                        300,
                        null,
                        null),
                new FormField.RichText(
                        caption(
                                "corps",
                                "Le texte",
                                "Des paragraphes courts. Un titre toutes les trois ou quatre idées.",
                                true),
                        title.isEmpty()
                                ? ""
                                : "<h2>Un four, du feu</h2><p>On allume à <strong>10 h</strong>, on mange à midi.</p>"
                                        + "<ul><li>un bol</li><li>une cuillère</li></ul><p>Tout est sur <a href=\"https://exemple.org\">le site</a>.</p>",
                        "Racontez comme à un voisin : qui, quand, où, et pourquoi venir.",
                        true),
                pictures(!short_));
    }

    private static FormField pictures(boolean fine) {
        return new FormField.PictureChoice(
                caption("photos", "Une photo ?", "On regarde d’abord l’image : une photo de téléphone suffit.", false),
                false,
                fine ? List.of() : List.of(Samples.picture(1)),
                List.of(Samples.picture(2), Samples.picture(3), Samples.picture(4)),
                "",
                false,
                new FormField.Upload(
                        "image/jpeg,image/png,image/webp",
                        true,
                        "",
                        false,
                        true,
                        "",
                        RightsChoice.TO_SAY,
                        List.of(),
                        fine ? List.of() : List.of("Dites ce qu’on voit, ou cochez « décorative ».")));
    }

    private static FormField file(boolean fine) {
        return new FormField.FileChoice(
                caption("fichier", "Un fichier à emporter", "PDF, ODT, ODS, DOCX ou XLSX.", false),
                false,
                List.of(new StoredFile("jcr:f1", "Budget de démarrage", "ODS, 2 ko", "/author/dam/jcr:f1/budget.ods")),
                List.of(new StoredFile("jcr:f2", "Statuts", "PDF, 28 ko", "/author/dam/jcr:f2/statuts.pdf")),
                "",
                "application/pdf,.pdf,.ods",
                fine ? List.of() : List.of("« statuts.exe » n’est pas d’un type accepté."));
    }

    private static List<FormField> details(boolean fine) {
        return List.of(
                file(fine),
                new FormField.Link(
                        caption("contactStructure", "La structure à contacter", null, true),
                        false,
                        List.of(new FormField.Reference("u1", "Le Champ commun", "Augan")),
                        "",
                        List.of(),
                        false,
                        "/espace/actus/references"),
                new FormField.Choice(
                        caption("communes", "Communes", null, false),
                        Appearance.CHECKBOXES,
                        List.of(
                                new Option("35126", "Guichen", null, true),
                                new Option("35176", "Maure-de-Bretagne", null, false)),
                        null),
                several(),
                new FormField.Date(
                        caption("publierLe", "Faire paraître le", "Vide : dès que c’est accepté.", false),
                        "2026-12-01T08:00",
                        true,
                        null,
                        null));
    }

    private static FormField several() {
        var c = caption("lienAilleurs", "À lire ailleurs", null, false);
        return new FormField.Several(
                c,
                "Lien",
                "Ajouter un lien",
                List.of(
                        new FormField.Entry("lienAilleurs[0]", List.of(link(0, "https://exemple.org/article"))),
                        new FormField.Entry("lienAilleurs[1]", List.of(link(1, "")))),
                0,
                3);
    }

    private static FormField link(int at, String value) {
        return new FormField.Text(
                caption("lienAilleurs[" + at + "].url", "Adresse", null, true),
                value,
                "url",
                1,
                0,
                0,
                "https://",
                "url");
    }

    private static List<FormField> everything() {
        return List.of(
                new FormField.Date(
                        new Caption(
                                "debut",
                                "Début",
                                null,
                                true,
                                false,
                                List.of("La date n’existe pas : le 31 novembre."),
                                List.of(),
                                ""),
                        "",
                        false,
                        null,
                        null),
                new FormField.Numeric(caption("montant", "Montant", null, false), "12.5", "0", null, "0.5", "€"),
                new FormField.Checkbox(
                        caption("accord", "Accord", "Sans accord, la photo reste entre nous.", true),
                        true,
                        "Les personnes reconnaissables sont d’accord"),
                new FormField.Choice(
                        caption("famille", "Famille", null, true),
                        Appearance.COMBO,
                        List.of(
                                new Option("association", "Association", null, true),
                                new Option("cooperative", "Coopérative", null, false)),
                        "Choisir…"),
                new FormField.Choice(
                        caption("publics", "Pour qui ?", null, false),
                        Appearance.LIST,
                        List.of(
                                new Option("tous", "Tout public", null, true),
                                new Option("jeunes", "Jeunes", null, false),
                                new Option("elus", "Élu·e·s", null, true)),
                        null),
                new FormField.Hidden("modele", "actu"),
                new FormField.Password(caption("motDePasse", "Mot de passe du flux", null, false), "new-password"),
                new FormField.Static("Adresse publique", "/actualites/2026/fete-des-communs"),
                new FormField.Code(caption("extrait", "Extrait", null, false), "title: Fête\nkind: actu", "yaml", 4),
                new FormField.Text(
                        new Caption("slug", "Fin de l’adresse", null, true, true, List.of(), List.of(), ""),
                        "fete-des-communs",
                        "text",
                        1,
                        0,
                        80,
                        null,
                        null),
                new FormField.Link(
                        caption("lies", "À voir aussi", "Une action, un acteur, un projet.", false),
                        true,
                        List.of(new FormField.Reference("u2", "La Ressourcerie du Semnon", "Bain-de-Bretagne")),
                        "cham",
                        List.of(
                                new FormField.Reference("u1", "Le Champ commun", "Augan"),
                                new FormField.Reference("u3", LONG.substring(0, 120), null)),
                        true,
                        "/espace/actus/references"),
                new FormField.Composite(
                        caption("contact", "Contact", "On ne montre que ce que vous choisissez.", false),
                        List.of(
                                new FormField.Text(
                                        caption("contact.telephone", "Téléphone", null, false),
                                        "02 99 00 00 00",
                                        "tel",
                                        1,
                                        0,
                                        0,
                                        null,
                                        "tel"),
                                new FormField.Text(
                                        caption("contact.courriel", "Adresse mail", null, false),
                                        "",
                                        "email",
                                        1,
                                        0,
                                        0,
                                        null,
                                        "email"))),
                new FormField.Switchable(
                        caption("lieu", "Où ?", null, true),
                        new FormField.Choice(
                                caption("lieu.choix", "Où ?", null, true),
                                Appearance.RADIOS,
                                List.of(
                                        new Option("place", "Dans un lieu", null, true),
                                        new Option("ligne", "En ligne", null, false)),
                                null),
                        List.of(
                                new FormField.Case(
                                        "place",
                                        List.of(new FormField.Text(
                                                caption("lieu.adresse", "Adresse", null, true),
                                                "",
                                                "text",
                                                1,
                                                0,
                                                0,
                                                null,
                                                "street-address"))),
                                new FormField.Case(
                                        "ligne",
                                        List.of(new FormField.Text(
                                                caption("lieu.url", "Lien", null, true),
                                                "",
                                                "url",
                                                1,
                                                0,
                                                0,
                                                null,
                                                null))))),
                new FormField.Several(
                        caption("seances", "Séances", null, false), "Séance", "Ajouter une séance", List.of(), 0, 0));
    }

    private static Caption caption(
            String name, String label, @org.jspecify.annotations.Nullable String help, boolean required) {
        return new Caption(name, label, help, required, false, List.of(), List.of(), "");
    }

    private static FormPage form(
            String title,
            boolean isNew,
            @org.jspecify.annotations.Nullable String state,
            List<FormPage.Section> sections,
            List<String> actions,
            List<FormPage.Problem> problems,
            List<Comment> comments,
            FormPage.@org.jspecify.annotations.Nullable Conflict conflict) {
        return new FormPage(
                "/espace/actus/u9",
                title,
                "Actus",
                "/espace/actus",
                isNew,
                state,
                isNew ? "" : "12",
                "jeton-1",
                "ca:actus:" + (isNew ? "nouveau" : "u9"),
                sections,
                actions,
                problems,
                comments,
                conflict,
                new FormPage.Care(
                        "/espace/saisies/actus/u9",
                        isNew ? null : "/espace/presences/actus/u9",
                        isNew ? List.of() : List.of("Anne Le Goff"),
                        conflict != null
                                ? new FormPage.Offer(Samples.moment("2026-11-24T22:47"), "/espace/actus/u9?reprise")
                                : null,
                        null,
                        conflict != null || !problems.isEmpty(),
                        isNew ? null : "/espace/actus/u9/historique",
                        isNew
                                ? List.of()
                                : List.of(
                                        new FormPage.Gesture("double", "/espace/actus/u9/double"),
                                        new FormPage.Gesture("jeter", "/espace/actus/u9/ranger")),
                        isNew ? null : "/espace/actus/u9/commentaires",
                        5),
                isNew ? null : Samples.moment("2026-11-24T18:02"),
                isNew ? null : "vous",
                "a-reprendre".equals(state) ? "/actualites/2026/fete-des-communs" : null,
                isNew ? null : "/espace/actus/b0ca0005-0000-4000-8000-000000000001?apercu",
                isNew
                        ? List.of()
                        : List.of(new FormPage.Aside(
                                "Venue d’une source",
                                List.of("Cette actu vient de « La Roue Qui Rit »."),
                                List.of(new FormPage.Difference(
                                        "titre", "Titre", "Cent vélos", "Deux cents vélos", false)),
                                "La Roue Qui Rit",
                                List.of(new FormPage.AsideGesture("Prendre ce que dit la source", "/espace/x")))),
                Advice.NONE);
    }
}
