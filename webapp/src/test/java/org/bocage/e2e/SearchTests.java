package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bocage.Bocage;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The search of the site, as visitors use it. */
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class SearchTests {

    private static final Path QUERIES = Path.of("webapp/src/test/resources/search/queries.txt");
    private static final double LEAST_QUALITY = 0.95;

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Pages", "website"),
            Map.entry("Actus", "actus"),
            Map.entry("Agenda", "evenements"),
            Map.entry("Annonces", "annonces"),
            Map.entry("Acteurs", "acteurs"),
            Map.entry("Lieux inspirants", "lieux"),
            Map.entry("Projets", "projets"),
            Map.entry("Ressources", "ressources"),
            Map.entry("Pochettes", "pochettes"),
            Map.entry("Actions du pôle", "actions"),
            Map.entry("Missions du pôle", "missions"),
            Map.entry("Albums photo", "albums"));

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", () -> home.resolve("search").toString());
        registry.add("bocage.light-modules", () -> "light-modules");
    }

    @Test
    void UX_04_what_people_type_finds_first_what_they_mean() throws IOException {
        List<String> lines = Files.readAllLines(QUERIES).stream()
                .filter(line -> line.contains(" => "))
                .toList();
        double sum = 0;
        List<String> missed = new ArrayList<>();
        for (String line : lines) {
            String query = line.substring(0, line.indexOf(" => "));
            List<String> right =
                    List.of(line.substring(line.indexOf(" => ") + 4).split(" \\| "));
            List<String> found = found(query);
            double rank = reciprocalRank(right, found);
            sum += rank;
            if (rank < 1) {
                missed.add(query + " (" + rank + "): " + found.stream().limit(4).toList());
            }
        }
        double quality = sum / lines.size();
        System.out.printf("MRR of %d queries: %.4f%n%s%n", lines.size(), quality, String.join("\n", missed));

        assertThat(lines).hasSizeGreaterThanOrEqualTo(150);
        assertThat(quality).as(String.join("\n", missed)).isGreaterThanOrEqualTo(LEAST_QUALITY);
    }

    private static double reciprocalRank(List<String> right, List<String> found) {
        for (int i = 0; i < found.size(); i++) {
            if (right.contains(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** What is found, as workspace and name; pages by their path. */
    private List<String> found(String query) {
        return results(new Visitor(port), query).select(".result").stream()
                .map(SearchTests::named)
                .toList();
    }

    private static String named(Element result) {
        String address = result.select(".result-title a").attr("href");
        String kind = KINDS.getOrDefault(result.select(".result-kind").text(), "?");
        return kind + (kind.equals("website") ? address : address.substring(address.lastIndexOf('/')));
    }

    private static Document results(Visitor visitor, String query) {
        return visitor.page("/recherche?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
}
