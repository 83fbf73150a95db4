package org.bocage.portal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Texts that tell of a person, and those that tell of the network, are told from all others. */
@Tag("fast")
class IdentityNamesTests {

    private final IdentityNames names = new IdentityNames(
            List.of(
                    "Noor (animatrice)",
                    "Camille Le Gall",
                    "Les Copeaux",
                    "Marie de Kerguelen",
                    "Léa",
                    "Association Vélo",
                    "contributeur",
                    "Admin démo"),
            List.of("Pôle ESS des Deux Vallons"),
            List.of("Guichen", "Saint-Malo-de-Phily"),
            "Notre pôle ESS est une association.");

    @Test
    void a_name_of_somebody_known_or_a_way_to_reach_somebody_is_a_person() {
        assertThat(List.of(
                        "Demandez à Noor.",
                        "Camille Le Gall préside.",
                        "Camille préside.",
                        "Madame Le Gall préside. Gall, oui.",
                        "camille le gall préside.",
                        "Marie de Kerguelen",
                        "Léa sait.",
                        "+33 (0)6 12 34 56 78",
                        "0033 6 12 34 56 78",
                        "au 12 Rue du Puits",
                        "Écrivez à ici@fontaines.example",
                        "Appelez le 06 12 34 56 78",
                        "au 06.12.34.56.78",
                        "+33 6 12 34 56 78",
                        "0612345678",
                        "au 12 bis, rue du Puits"))
                .allMatch(names::hasPerson);
        assertThat(List.of(
                        "Les meilleures actions du pôle",
                        "Le pôle est ouvert.",
                        "Noorville",
                        "IGN Admin Express",
                        "notre Association",
                        "du rose et du noor",
                        "à Guichen, le mardi",
                        "SIREN 000 000 000",
                        "le 12 06 2026",
                        "3 places libres",
                        "contributeur"))
                .noneMatch(names::hasPerson);
    }

    @Test
    void a_proper_name_of_the_network_or_a_place_is_the_network() {
        assertThat(List.of("dans les Deux Vallons", "à Guichen", "Saint-Malo-de-Phily, un soir"))
                .allMatch(names::hasNetwork);
        assertThat(List.of("un pôle ESS", "Deux vallons plus loin", "Guichenville"))
                .noneMatch(names::hasNetwork);
    }
}
