package org.bocage.editorial.view;

import java.util.List;
import java.util.Map;
import org.bocage.editorial.items.table.TablePage;
import org.jspecify.annotations.Nullable;

/** Screens on which a table comes in. */
final class TableSamples {

    private TableSamples() {}

    static void add(Map<String, Samples.Screen> all) {
        all.put("tableau", page(null, null));
        all.put("tableau-erreur", page("Ce fichier pèse plus de 5 Mo. Faites-en plusieurs.", null));
        all.put("tableau-regarde", page(null, table("7a1c")));
        all.put("tableau-sans-titre", page("Dites quelle colonne est le titre.", table("7a1c")));
        all.put("tableau-fait", page(null, table(null)));
    }

    private static Samples.Screen page(@Nullable String problem, TablePage.@Nullable Table table) {
        return Samples.in(
                "tableau",
                new TablePage(
                        "/espace/acteurs/tableau",
                        "Acteurs",
                        "/espace/acteurs",
                        "/espace/acteurs/tableau.csv",
                        "/espace/acteurs/modele.csv",
                        5 * 1024 * 1024,
                        "2 000",
                        problem,
                        table),
                "acteurs");
    }

    private static TablePage.Table table(@Nullable String token) {
        return new TablePage.Table(
                "adhérents 2026.csv",
                token,
                List.of(
                        new TablePage.Column("Nom", "Le Fournil des mots", "titre"),
                        new TablePage.Column("Ville", "Guichen", "commune"),
                        new TablePage.Column("", "", "")),
                List.of(new TablePage.Field("titre", "Nom de la structure"), new TablePage.Field("commune", "Commune")),
                List.of("enregistrer", "publier"),
                "publier",
                List.of("12 lignes s’ajouteront", "Une ligne est à corriger, elle restera de côté"),
                List.of(
                        new TablePage.Line(
                                4, "faux", false, "La Recyclerie", null, List.of("« SIRET » : quatorze chiffres.")),
                        new TablePage.Line(7, "ajoute", true, "Le Fournil", null, List.of("Ressemble à « Fournil ».")),
                        new TablePage.Line(
                                2, "change", false, "Le Fournil des mots", "/espace/acteurs/1", List.of("Change."))),
                9);
    }
}
