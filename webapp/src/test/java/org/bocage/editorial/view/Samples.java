package org.bocage.editorial.view;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.administration.DefinitionsPage;
import org.bocage.editorial.administration.ExchangePage;
import org.bocage.editorial.administration.JournalPage;
import org.bocage.editorial.administration.mails.OutboxPage;
import org.bocage.editorial.desk.TasksPage;
import org.bocage.editorial.items.list.ListPage;
import org.bocage.editorial.media.DescribePage;
import org.jspecify.annotations.Nullable;

/** Screens to look at, with ordinary, long, empty and wrong contents: name of the file → template and its page. */
final class Samples {

    /** One screen: the template and what it reads under {@code page}; without a viewer, the person is not signed in. */
    record Screen(String template, Record page, Shell shell) {}

    private static final String TITLE =
            "À Maure, le café associatif rouvre ses portes avec un marché de producteurs, une bourse aux vélos et un bal";

    private Samples() {}

    static Map<String, Screen> all() {
        Map<String, Screen> all = new LinkedHashMap<>();
        signIn(all);
        week(all);
        lists(all);
        all.put("formulaire", in("formulaire", SampleForms.fresh(), "actus"));
        all.put("formulaire-erreurs", in("formulaire", SampleForms.wrong(), "actus"));
        all.put("formulaire-conflit", in("formulaire", SampleForms.conflict(), "actus"));
        tasks(all);
        photos(all);
        DocumentSamples.add(all);
        TableSamples.add(all);
        settings(all);
        CareSamples.add(all);
        return all;
    }

    static Moment moment(String iso) {
        var paris = ZoneId.of("Europe/Paris");
        var now = Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), paris);
        return Moment.of(LocalDateTime.parse(iso).atZone(paris).toInstant(), now);
    }

    static Picture picture(int at) {
        var alts = List.of(
                "Trois bénévoles trient des pommes sous un hangar",
                "Une rue de Guichen un jour de marché, vue de dos",
                "",
                "Un four à pain allumé, la nuit");
        return new Picture(
                "jcr:" + at,
                "/photos/" + at + ".svg",
                320,
                200,
                alts.get((at - 1) % 4),
                false,
                at == 1 ? "Anne Le Goff" : null,
                "IMG_20261103_18402" + at + ".jpg",
                "/espace/medias/" + at);
    }

    private static void signIn(Map<String, Screen> all) {
        var demo = new LoginPage.Demo(List.of("admin", "salariee", "ca", "contributeur", "adherent"), "demo-bocage");
        var kept = new KeptForm(
                "/espace/actus/u9",
                List.of(
                        new KeptForm.Field("titre", "Soupe au four à pain"),
                        new KeptForm.Field("chapo", "Venez avec un bol.\nOn s’occupe du feu."),
                        new KeptForm.Field("revision", "12")));
        all.put("connexion", out("connexion", new LoginPage("/connexion", "", null, 0, "/espace", null, demo)));
        all.put(
                "connexion-erreur",
                out("connexion", new LoginPage("/connexion", "maelle", "identifiants", 0, "/espace", null, null)));
        all.put(
                "connexion-ralenti",
                out("connexion", new LoginPage("/connexion", "maelle", "ralenti", 3, "/espace", null, null)));
        all.put(
                "connexion-reprise",
                out("connexion", new LoginPage("/connexion", "ca", null, 0, "/espace", kept, null)));
        all.put("reprise", in("reprise", new ResumePage(kept, "Soupe au four à pain"), ""));
        all.put("erreur-404-dehors", out("erreur", new ErrorPage(404, null, "/", List.of())));
    }

    private static void week(Map<String, Screen> all) {
        var create = new CreateLink("Écrire une actu", "/espace/actus/nouveau");
        all.put(
                "semaine",
                new Screen(
                        "semaine",
                        new WeekPage(
                                "matin",
                                "Maëlle",
                                waiting(),
                                waiting().size(),
                                List.of(new WeekPage.Correction(
                                        "Soupe au four à pain",
                                        "Actu",
                                        "Maëlle Guégan",
                                        "Très chouette ! On peut dire où se garer ?",
                                        moment("2026-11-23T09:12"),
                                        "/espace/actus/u9")),
                                List.of(new WeekPage.Draft(
                                        "Atelier vélo, acte deux",
                                        "Actu",
                                        moment("2026-11-20T21:40"),
                                        "/espace/actus/u8")),
                                List.of(
                                        new WeekPage.Sent(
                                                "La fête de la soupe",
                                                "Rendez-vous",
                                                "propose",
                                                moment("2026-11-21T18:05"),
                                                "/espace/evenements/u7"),
                                        new WeekPage.Sent(
                                                "Une échelle à prêter",
                                                "Annonce",
                                                "publie",
                                                moment("2026-11-12T10:30"),
                                                "/espace/annonces/u6")),
                                CareSamples.coming(),
                                2,
                                List.of(new WeekPage.Notice(
                                        "L’agenda de La Roue Qui Rit ne répond plus.", "Voir", "/espace/sources/u1")),
                                List.of(new CreateLink("Annoncer un rendez-vous", "/espace/evenements/nouveau")),
                                create,
                                "/espace/medias?ajouter",
                                List.of(new WeekPage.Section(
                                        "comptes-rendus",
                                        "Comptes rendus",
                                        List.of(new WeekPage.Line(
                                                "Compte rendu du CA, 12 novembre 2026",
                                                "Un compte-rendu de CA, 12 novembre 2026, Séances du CA",
                                                "/espace/documents/d1/lire")),
                                        List.of(new WeekPage.Link(
                                                "Déposer un compte rendu", "/espace/documents/deposer")),
                                        false,
                                        new WeekPage.Dismissal(
                                                "On les écrit dans config/application.yml.",
                                                "/espace/reglages/nouveaux"))),
                                new WeekPage.Delay(12, 2)),
                        shell(
                                "semaine",
                                new Shell.Flash("enregistre", null, "Atelier vélo, acte deux", null, "ca:actus:u8"))));
        all.put(
                "semaine-vide",
                in(
                        "semaine",
                        new WeekPage(
                                "soir",
                                "Yann",
                                List.of(),
                                0,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                0,
                                List.of(),
                                List.of(),
                                create,
                                "/espace/medias?ajouter",
                                List.of(),
                                null),
                        "semaine"));
    }

    private static List<WeekPage.Task> waiting() {
        return List.of(
                new WeekPage.Task(
                        "Fête des communs : la place aux enfants",
                        "Actu",
                        "Yann Le Bihan",
                        moment("2026-11-18T16:30"),
                        "/espace/taches/1",
                        true,
                        2,
                        "actus/u1/1"),
                new WeekPage.Task(
                        TITLE,
                        "Actu",
                        "Ressourcerie du Semnon",
                        moment("2026-11-24T11:05"),
                        "/espace/taches/2",
                        false,
                        0,
                        "actus/u2/1"));
    }

    private static void lists(Map<String, Screen> all) {
        var states = List.of("publie", "propose", "a-reprendre", "programme", "brouillon", "refuse", "archive");
        var rows =
                states.stream().map(state -> row(state, states.indexOf(state))).toList();
        var filters = new java.util.ArrayList<ListPage.StateFilter>();
        filters.add(new ListPage.StateFilter("", 43, true, "/espace/actus"));
        states.forEach(state -> filters.add(new ListPage.StateFilter(state, 7, false, "/espace/actus?etat=" + state)));
        all.put("liste", in("liste", list("", "", filters, rows, 43), "actus"));
        all.put("liste-rien", in("liste", list("moutarde", "", filters, List.of(), 0), "actus"));
        all.put("liste-vide", in("liste", list("", "", List.of(), List.of(), 0), "actus"));
    }

    private static ListPage.Row row(String state, int at) {
        var title = at % 3 == 1 ? TITLE : "Soupe au four à pain";
        return new ListPage.Row(
                title,
                "/espace/actus/" + at,
                state,
                at % 2 == 0 ? picture(at % 4 + 1) : null,
                List.of(at % 2 == 0 ? "Le pôle" : "Le territoire", at == 2 ? "" : "Guichen"),
                moment("2026-11-2" + at + "T10:00"),
                "u" + at + "/1");
    }

    private static ListPage list(
            String query, String state, List<ListPage.StateFilter> filters, List<ListPage.Row> rows, int total) {
        return new ListPage(
                "Actus",
                new CreateLink("Écrire une actu", "/espace/actus/nouveau"),
                "/espace/actus",
                query,
                state,
                filters,
                List.of(new ListPage.Sort("modifie desc", null, true), new ListPage.Sort("titre asc", null, false)),
                List.of("Qui parle", "Communes"),
                rows,
                List.of("proposer", "archiver", "jeter"),
                total,
                new Paging(1, 3, null, "/espace/actus?page=2"),
                "/espace/actus/tableau.csv",
                "/espace/actus/tableau");
    }

    private static void tasks(Map<String, Screen> all) {
        var lots = List.of(
                new TasksPage.Lot("L’agenda de la médiathèque", List.of("evenements/u7/1", "evenements/u8/1"), 1));
        all.put("taches", in("taches", new TasksPage(waiting(), waiting().size(), waiting(), lots), "taches"));
        all.put("taches-vide", in("taches", new TasksPage(List.of(), 0, List.of(), List.of()), "taches"));
        all.put("tache", in("tache", task("", null), "taches"));
        all.put("tache-erreur", in("tache", task("", "commentaire-manquant"), "taches"));
    }

    private static TaskPage task(String comment, @Nullable String problem) {
        return new TaskPage(
                "/espace/taches/1",
                "Fête des communs : la place aux enfants",
                "Actu",
                "Yann Le Bihan",
                "yann@exemple.invalid",
                moment("2026-11-18T16:30"),
                "4",
                "jeton-2",
                List.of(
                        TaskPage.Content.ofText(
                                "chapo",
                                "En deux phrases",
                                "Le samedi 5 décembre, la place est à elles et eux.\nAu programme : cabanes, soupe et fanfare."),
                        TaskPage.Content.ofHtml(
                                "corps",
                                "Le texte",
                                "<h2>Des cabanes</h2><p>On apporte du bois, <strong>des cordes</strong> et du temps.</p><ul><li>10 h : montage</li><li>12 h : soupe</li></ul><blockquote><p>On ne demande la permission à personne, sauf au maire.</p></blockquote>"),
                        TaskPage.Content.ofPictures("photos", "Photos", List.of(picture(1), picture(4))),
                        TaskPage.Content.ofFiles(
                                "fichier",
                                "Fichier",
                                List.of(
                                        new StoredFile(
                                                "jcr:f1",
                                                "programme.pdf",
                                                "PDF, 28 ko",
                                                "/author/dam/f1/programme.pdf"),
                                        new StoredFile("jcr:f2", "Ce fichier n’est plus là", "", ""))),
                        TaskPage.Content.ofText("lienAilleurs", "À lire ailleurs", null)),
                List.of(),
                problem == null ? CareSamples.changes() : List.of(),
                List.of(new Comment(
                        "Maëlle Guégan",
                        moment("2026-11-17T09:00"),
                        "On peut dire l’heure ?",
                        "chapo",
                        "En deux phrases")),
                problem == null ? "/actualites/2026/fete-des-communs" : null,
                "/espace/actus/b0ca0005-0000-4000-8000-000000000001?apercu",
                "/espace/actus/u4",
                "/espace/actus/u4/historique",
                comment,
                problem == null ? Map.of() : Map.of("chapo", "Et l’heure ?"),
                problem,
                new TaskPage.Last("Noor", "propose", moment("2026-11-18T16:30")),
                1,
                2,
                "/espace/taches/2",
                problem == null
                        ? List.of()
                        : List.of(new FormPage.Aside(
                                "Déjà dans l’annuaire ?",
                                List.of("La même commune et presque le même nom."),
                                List.of(),
                                "",
                                List.of(FormPage.AsideGesture.look("Les Ateliers du Pré", "/espace/acteurs/u7")))));
    }

    private static void photos(Map<String, Screen> all) {
        var pictures = List.of(picture(1), picture(2), picture(3), picture(4), picture(2), picture(1));
        var tiles = new java.util.ArrayList<>(pictures.stream()
                .map(one -> new MediaPage.Tile(one, one.alt().isEmpty(), "JPG"))
                .toList());
        var paper = new Picture("jcr:9", "", 0, 0, "", true, null, "Statuts de l’association.pdf", "/espace/medias/9");
        tiles.add(new MediaPage.Tile(paper, false, "PDF"));
        all.put("medias", in("medias", library(tiles, "", List.of()), "medias"));
        all.put("medias-vide", in("medias", library(List.of(), "licorne", List.of()), "medias"));
        all.put(
                "medias-erreur",
                in(
                        "medias",
                        library(tiles, "", List.of("« pommes.jpg » est incomplet ou abîmé. Envoyez-le de nouveau.")),
                        "medias"));
        var wrong = new RightsChoice(
                "",
                true,
                false,
                List.of("Dites si l’on reconnaît quelqu’un."),
                List.of("Il manque l’accord écrit des parents : sans lui, la photo reste ici."));
        all.put(
                "decrire",
                in(
                        "decrire",
                        new DescribePage(
                                "/espace/medias/a-decrire",
                                List.of(
                                        new DescribePage.Entry(
                                                "photos[0].", "1", picture(1), RightsChoice.TO_SAY, List.of()),
                                        new DescribePage.Entry(
                                                "photos[1].",
                                                "3",
                                                picture(3),
                                                wrong,
                                                List.of("Dites ce qu’on voit, ou cochez « décorative »."))),
                                List.of(new FormPage.Problem(
                                        "photos[1].alt",
                                        "Que voit-on sur la photo ?",
                                        "Dites ce qu’on voit, ou cochez « décorative »."))),
                        "medias"));
        all.put(
                "decrire-rien",
                in("decrire", new DescribePage("/espace/medias/a-decrire", List.of(), List.of()), "medias"));
        all.put("photo", in("photo", photo(true, wrong), "medias"));
        all.put("photo-des-autres", in("photo", photo(false, wrong), "medias"));
    }

    private static MediaPage library(List<MediaPage.Tile> tiles, String query, List<String> errors) {
        return new MediaPage(
                "/espace/medias",
                query,
                "/fete-des-communs",
                "Fête des communs",
                List.of(),
                List.of(new MediaPage.Folder("Samedi", "/espace/medias?dossier=/fete-des-communs/samedi")),
                true,
                tiles,
                tiles.size(),
                new Paging(1, 1, null, null),
                2,
                "",
                errors,
                !errors.isEmpty(),
                "image/jpeg,.pdf",
                20_971_520,
                "jeton-3");
    }

    private static PhotoPage photo(boolean mayChange, RightsChoice rights) {
        return new PhotoPage(
                "/espace/medias/1",
                picture(1),
                true,
                "/photos/1.svg",
                1280,
                800,
                "/photos/1.svg",
                "JPEG, 2,4 Mo, 4000 × 3000",
                moment("2026-11-03T18:40"),
                "Anne Le Goff",
                List.of(),
                false,
                mayChange
                        ? List.of(new FormPage.Problem(
                                "alt", "Que voit-on sur la photo ?", "Dites ce qu’on voit, ou cochez « décorative »."))
                        : List.of(),
                mayChange,
                "1",
                rights,
                new PhotoPage.View("0", "0", "100", "100", "50", "50"),
                new PhotoPage.Withdrawal(moment("2026-11-20T18:40"), "Ma fille est au premier rang.", mayChange),
                "image/jpeg",
                "/2026/11",
                List.of(new MediaPage.Folder("Fête des communs / Samedi", "/fete-des-communs/samedi")));
    }

    private static void settings(Map<String, Screen> all) {
        var problems = List.of(
                new DefinitionsPage.Row(
                        "grave",
                        "actus",
                        "actus/contentTypes/actus.yaml",
                        "model.properties.chapo, ligne 14",
                        "Le type « richtxt » n’existe pas : on attendait richText, String, Boolean, Date…"),
                new DefinitionsPage.Row(
                        "attention",
                        "portail",
                        "portail/templates/pages/accueil.yaml",
                        "",
                        "La clé « visibel » n’est pas connue, elle est ignorée."));
        all.put(
                "definitions",
                in(
                        "definitions",
                        new DefinitionsPage(
                                48,
                                moment("2026-11-25T08:00"),
                                List.of(new DefinitionsPage.Module(
                                        "actus",
                                        List.of(new DefinitionsPage.Used(
                                                "actus",
                                                "Actus",
                                                "/actus/contentTypes/actus.yaml",
                                                25,
                                                List.of(new DefinitionsPage.Place("Actus", "/espace/actus")))),
                                        List.of(new DefinitionsPage.Used(
                                                "actus:pages/actu",
                                                "Une actu",
                                                "/actus/pages/actu.yaml",
                                                0,
                                                List.of())),
                                        List.of(),
                                        List.of("/.rest/delivery/actus/v1"))),
                                problems),
                        "definitions"));
        all.put(
                "definitions-vide",
                in(
                        "definitions",
                        new DefinitionsPage(48, moment("2026-11-25T08:00"), List.of(), List.of()),
                        "definitions"));
        all.put(
                "reglages",
                in(
                        "reglages",
                        new SettingsPage(
                                List.of(new SettingsPage.Screen("L’association", "/espace/reglages/association")),
                                "/espace/reglages/index",
                                1204,
                                moment("2026-11-25T08:00"),
                                false,
                                List.of(new SettingsPage.Missed("piscine à vagues", 4)),
                                List.of(
                                        new SettingsPage.Fact("Version", "1.0.0"),
                                        new SettingsPage.Fact("Données", "/srv/bocage/data")),
                                List.of(
                                        new SettingsPage.Link("delegations", "/espace/reglages/delegations", 0),
                                        new SettingsPage.Link("definitions", "/espace/definitions", 2),
                                        new SettingsPage.Link("courriers", "/espace/courriers", 0)),
                                new SettingsPage.Exchange(
                                        "/espace/reglages/exporter",
                                        "/espace/reglages/importer",
                                        List.of("actus", "website"),
                                        List.of(new SettingsPage.Table("Acteurs", "/espace/acteurs/tableau")))),
                        "reglages"));
        all.put(
                "importer",
                in(
                        "importer",
                        new ExchangePage(
                                "/espace/reglages/importer",
                                1L << 30,
                                true,
                                null,
                                new ExchangePage.Report(
                                        "site.zip",
                                        "jeton",
                                        List.of("12 éléments s’ajouteront"),
                                        List.of(
                                                new ExchangePage.Line("website.accueil.xml", "remplace", 14, ""),
                                                new ExchangePage.Line("config.modules.xml", "refuse", 0, "Pas ici.")),
                                        2,
                                        0)),
                        "reglages"));
        for (int status : new int[] {403, 404, 409, 413, 500}) {
            all.put(
                    "erreur-" + status,
                    in(
                            "erreur",
                            new ErrorPage(
                                    status,
                                    status == 500 ? "b7f3-20261125" : null,
                                    "/espace",
                                    status == 404 ? List.of("Est-ce bien à 18 h ?") : List.of()),
                            ""));
        }
        var mail = new OutboxPage.Mail(
                "À reprendre : « Soupe au four à pain »",
                "yann@exemple.org",
                moment("2026-11-23T09:14"),
                "shown",
                "Bonjour Yann,\n\nMaëlle a relu votre proposition :\n\n  « On peut dire où se garer ? »\n\nhttps://exemple.org/espace/actus/u9",
                "/espace/courriers/1.eml");
        all.put(
                "outbox",
                in(
                        "outbox",
                        new OutboxPage(
                                List.of(new OutboxPage.Entry(
                                        mail.subject(),
                                        mail.to(),
                                        mail.when(),
                                        "kept",
                                        "/espace/courriers?lire=1",
                                        true)),
                                new Paging(1, 3, null, "/espace/courriers?page=2"),
                                mail,
                                List.of(new OutboxPage.Bounce(
                                        "lise@exemple.invalid",
                                        mail.when(),
                                        "550 5.1.1 No such user",
                                        "/espace/courriers/adresses/1")),
                                3,
                                320,
                                100),
                        "courriers"));
        all.put(
                "outbox-vide",
                in(
                        "outbox",
                        new OutboxPage(List.of(), new Paging(1, 1, null, null), null, List.of(), 0, 0, 0),
                        "courriers"));
        var line = new JournalPage.Line(
                moment("2026-11-23T09:14"),
                "Maëlle Guégan",
                "Soupe au four à pain",
                "/espace/actus/u9",
                "propose",
                "publie",
                false,
                false,
                null,
                null);
        var ownLine = new JournalPage.Line(
                moment("2026-11-22T09:14"), "", "Un titre", null, "nouveau", "publie", true, false, null, null);
        var upgraded = new JournalPage.Line(
                moment("2026-11-20T03:14"), "", "Les places comptées par jour", null, "", "", false, false, 2, null);
        var given = new JournalPage.Line(
                moment("2026-11-21T09:14"),
                "Noor",
                "Le Fournil",
                null,
                "publie",
                "publie",
                false,
                false,
                null,
                new JournalPage.Handover(true, "Maëlle Guégan", false));
        var taken = new JournalPage.Line(
                moment("2026-11-21T09:12"),
                "Noor",
                "Le Fournil",
                null,
                "publie",
                "publie",
                false,
                false,
                null,
                new JournalPage.Handover(false, "Maëlle Guégan", false));
        all.put(
                "journal",
                in(
                        "journal",
                        new JournalPage(
                                "novembre 2026",
                                List.of(line, ownLine, given, taken, upgraded),
                                new Paging(1, 1, null, null),
                                "/espace/journal?mois=2026-10",
                                null),
                        "journal"));
        all.put(
                "journal-vide",
                in(
                        "journal",
                        new JournalPage("novembre 2026", List.of(), new Paging(1, 1, null, null), null, null),
                        "journal"));
    }

    static Screen in(String template, Record page, String section) {
        return new Screen(template, page, shell(section, null));
    }

    private static Screen out(String template, Record page) {
        return new Screen(
                template,
                page,
                new Shell(
                        "",
                        "Pôle ESS des Vallons",
                        "1.0.0",
                        "n0nce",
                        csrf(),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        false,
                        null,
                        null));
    }

    static Shell shell(String section, Shell.@Nullable Flash flash) {
        var nav = List.of(
                entry("semaine", null, "", section, 0),
                entry("taches", null, "/taches", section, 2),
                entry("actus", "Actus", "/actus", section, 0),
                entry("evenements", "Agenda", "/evenements", section, 0),
                entry("medias", null, "/medias", section, 0),
                entry("annonces", "Annonces", "/annonces", section, 0));
        var groups = List.of(
                new Shell.NavGroup(
                        "site",
                        List.of(
                                entry("pages", null, "/pages", section, 0),
                                entry("ressources", "Ressources", "/ressources", section, 0),
                                entry("lettres", null, "/lettres", section, 0))),
                new Shell.NavGroup(
                        "interne",
                        List.of(
                                entry("agenda", null, "/agenda", section, 0),
                                entry("documents", null, "/documents", section, 0))),
                new Shell.NavGroup(
                        "coulisses",
                        List.of(
                                entry("reglages", null, "/reglages", section, 0),
                                entry("definitions", null, "/definitions", section, 2),
                                entry("courriers", null, "/courriers", section, 0))));
        return new Shell(
                "",
                "Pôle ESS des Vallons",
                "1.0.0",
                "n0nce",
                csrf(),
                new Shell.Viewer("ca", "Maëlle Guégan"),
                nav,
                groups,
                flash,
                false,
                null,
                null);
    }

    private static Shell.NavEntry entry(String key, @Nullable String label, String path, String section, int count) {
        return new Shell.NavEntry(key, label, null, "/espace" + path, key.equals(section), count);
    }

    private static Shell.Csrf csrf() {
        return new Shell.Csrf("_csrf", "c5rf");
    }
}
