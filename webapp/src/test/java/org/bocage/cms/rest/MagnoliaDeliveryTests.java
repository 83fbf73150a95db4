package org.bocage.cms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bocage.MagnoliaCases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a real Magnolia answered to REST requests, asked of ours. */
class MagnoliaDeliveryTests extends OraclePortal {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delivery-list",
                "delivery-filters",
                "delivery-node",
                "delivery-pages",
                "delivery-i18n",
                "delivery-errors",
                "delivery-auth",
                "nodes-properties"
            })
    void applications_are_answered_as_by_magnolia(String subject) throws IOException, InterruptedException {
        MagnoliaCases cases = new MagnoliaCases(host(), SUPERUSER);
        Set<String> deviations = MagnoliaCases.deviations().keySet();
        List<String> differences = new ArrayList<>();
        for (JsonNode one : MagnoliaCases.of(subject)) {
            String id = subject + "/" + one.get("id").asString();
            String difference = cases.difference(one);
            if (difference.isEmpty() == deviations.contains(id)) {
                differences.add(id + ": " + (difference.isEmpty() ? "is no deviation any more" : difference));
            }
        }
        assertThat(differences).isEmpty();
    }
}
