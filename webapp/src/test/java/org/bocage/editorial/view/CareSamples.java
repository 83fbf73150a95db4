package org.bocage.editorial.view;

import java.util.List;
import java.util.Map;
import org.bocage.editorial.desk.DelegationsPage;
import org.bocage.editorial.desk.SearchPage;
import org.bocage.editorial.items.archive.TrashPage;
import org.bocage.editorial.items.archive.UsesPage;
import org.bocage.editorial.items.history.HistoryPage;

/** Screens of what surrounds writing: who stands in, what was, what is to come. */
final class CareSamples {

    private CareSamples() {}

    static void add(Map<String, Samples.Screen> all) {
        history(all);
        putAway(all);
        find(all);
        all.put("delegations", Samples.in("delegations", delegations(List.of()), "reglages"));
        all.put(
                "delegations-erreurs",
                Samples.in(
                        "delegations",
                        delegations(List.of(
                                new FormPage.Problem("theme", "Thèmes", "Cochez au moins un thème."),
                                new FormPage.Problem("au", "Au", "Donnez le dernier jour."))),
                        "reglages"));
    }

    static List<FieldChange> changes() {
        return List.of(
                new FieldChange(
                        "Titre",
                        List.of(piece("Fête des communs", false)),
                        List.of(piece("Fête des communs", false), piece(" : la place aux enfants", true)),
                        List.of(),
                        List.of()),
                new FieldChange(
                        "Photos",
                        List.of(),
                        List.of(piece("1. Image : four.jpg", true)),
                        List.of(Samples.picture(2)),
                        List.of(Samples.picture(4))));
    }

    private static FieldChange.Piece piece(String text, boolean changed) {
        return new FieldChange.Piece(text, changed);
    }

    private static void putAway(Map<String, Samples.Screen> all) {
        var line = new TrashPage.Line(
                "Fête des communs",
                "Actus",
                "Anne Le Goff",
                Samples.moment("2026-11-24T22:47"),
                Samples.moment("2026-12-24T22:47"),
                "/espace/corbeille/u9");
        all.put(
                "corbeille",
                Samples.in(
                        "corbeille",
                        new TrashPage(List.of(line, line), new Paging(1, 2, null, "/espace/corbeille?page=2"), true),
                        ""));
        all.put(
                "corbeille-vide",
                Samples.in("corbeille", new TrashPage(List.of(), new Paging(1, 1, null, null), false), ""));
        all.put(
                "utilise",
                Samples.in(
                        "utilise",
                        new UsesPage(
                                "La Ressourcerie du Semnon",
                                "/espace/acteurs/u2/ranger",
                                "/espace/acteurs/u2",
                                "archiver",
                                "4",
                                "jeton-4",
                                List.of(new PhotoPage.Use("Fête des communs", "/espace/actus/u9")),
                                2),
                        "acteurs"));
    }

    static List<ComingPage.Event> coming() {
        return List.of(
                new ComingPage.Event(
                        Samples.moment("2026-11-28T08:00"), "publie", "Fête des communs", "Actus", "/espace/actus/u9"),
                new ComingPage.Event(
                        Samples.moment("2026-11-28T18:00"),
                        "retire",
                        "Cherche hangar pour dormir au sec",
                        "Annonces",
                        "/espace/annonces/u8"));
    }

    private static void find(Map<String, Samples.Screen> all) {
        var found = new SearchPage.Found(
                "Fête des communs", "Actus", "publie", Samples.moment("2026-11-24T22:47"), "/espace/actus/u9");
        all.put(
                "chercher",
                Samples.in("chercher", new SearchPage("/espace/chercher", "fête", List.of(found), 1), "chercher"));
        all.put(
                "chercher-vide",
                Samples.in("chercher", new SearchPage("/espace/chercher", "zzz", List.of(), 0), "chercher"));
        var day = new ComingPage.Day(Samples.moment("2026-11-28T08:00"), coming());
        all.put("a-venir", Samples.in("a-venir", new ComingPage(List.of(day)), "a-venir"));
        all.put("a-venir-vide", Samples.in("a-venir", new ComingPage(List.of()), "a-venir"));
    }

    private static void history(Map<String, Samples.Screen> all) {
        var version = new HistoryPage.Version(
                3,
                "Anne Le Goff",
                Samples.moment("2026-11-24T22:47"),
                List.of("Titre", "Photos"),
                "/espace/actus/u9/historique/3");
        var shown = new HistoryPage.Shown(
                version,
                changes(),
                List.of(TaskPage.Content.ofText("chapo", "En deux phrases", "Venez avec un bol.")),
                "/espace/actus/u9/historique/3",
                "4",
                "jeton-3");
        var item = "/espace/actus/u9";
        all.put(
                "historique",
                Samples.in(
                        "historique",
                        new HistoryPage(
                                "Fête des communs", "Actus", "/espace/actus", item, changes(), List.of(version), null),
                        "actus"));
        all.put(
                "historique-version",
                Samples.in(
                        "historique",
                        new HistoryPage(
                                "Fête des communs", "Actus", "/espace/actus", item, List.of(), List.of(version), shown),
                        "actus"));
    }

    private static DelegationsPage delegations(List<FormPage.Problem> problems) {
        return new DelegationsPage(
                "/espace/reglages/delegations",
                List.of(
                        new DelegationsPage.Line(
                                "d1",
                                "Maëlle Guégan",
                                List.of("Alimentation et agriculture", "Énergie"),
                                Samples.moment("2026-11-20T00:00"),
                                Samples.moment("2026-12-05T00:00"),
                                "present"),
                        new DelegationsPage.Line(
                                "d2",
                                "Yann Le Bihan-Kerouredan de la Ville aux Houx",
                                List.of("Habitat"),
                                Samples.moment("2026-08-01T00:00"),
                                Samples.moment("2026-08-15T00:00"),
                                "passee")),
                List.of(new FormField.Option("ca", "Maëlle Guégan", null, true)),
                List.of(
                        new FormField.Option("t1", "Alimentation et agriculture", null, true),
                        new FormField.Option("t2", "Énergie", null, false)),
                "2026-12-20",
                "",
                problems);
    }
}
