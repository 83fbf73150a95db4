package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Traces of the demo in what a reader of a portal is given. */
final class DemoTraces {

    /** Addresses that differ by their query alone, each a view of the same page. */
    private static final int VIEWS = 4;

    /** Names, places and stories of the association of the demo. */
    private static final List<String> IDENTITY = List.of(
            "deux vallons",
            "noor",
            "marguerite",
            "02 61 91 00 0",
            "+3326191000",
            "bonjour@exemple.invalid",
            "w000000000",
            "000 000 000",
            "place du four",
            "cuisine de guichen",
            "mairie de guichen",
            "trente-huit",
            "site de démonstration",
            "vélo-remorque",
            "hébergeur exemple");

    /** Titles that are words of every day, too. */
    private static final Set<String> COMMON = Set.of("un frigo", "le programme de formations");

    private DemoTraces() {}

    /** Words of the demo that were found, by address. */
    static Map<String, Set<String>> told(Map<String, String> answers) throws IOException {
        Set<String> words = new TreeSet<>(IDENTITY);
        words.addAll(titles());
        Map<String, Predicate<String>> needles = new TreeMap<>();
        words.forEach(needle -> needles.put(needle, found(needle)));
        assertThat(needles).hasSizeGreaterThan(188).containsKeys("guichen", "val d’anast");
        return told(answers, needles);
    }

    /** Addresses whose answer has one of these words. */
    static Map<String, Set<String>> told(Map<String, String> answers, Set<String> words) {
        Map<String, Predicate<String>> needles = new TreeMap<>();
        words.forEach(needle -> needles.put(needle, found(needle)));
        return told(answers, needles);
    }

    private static Map<String, Set<String>> told(Map<String, String> answers, Map<String, Predicate<String>> needles) {
        Map<String, Set<String>> told = new TreeMap<>();
        answers.forEach((address, answer) -> {
            String text = plain(answer);
            needles.forEach((needle, found) -> {
                if (text.contains(needle) && found.test(text)) {
                    told.computeIfAbsent(address, key -> new TreeSet<>()).add(needle);
                }
            });
        });
        return told;
    }

    /** Whether a text has a needle, as words when it is of letters: a token may hold a short name. */
    private static Predicate<String> found(String needle) {
        return needle.matches("\\p{L}.*\\p{L}")
                ? Pattern.compile("(?<![\\p{L}\\p{N}_-])" + Pattern.quote(needle) + "(?![\\p{L}\\p{N}_-])")
                        .asPredicate()
                : text -> text.contains(needle);
    }

    private static String plain(String text) {
        return text.replace("&nbsp;", " ")
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .toLowerCase(Locale.FRENCH);
    }

    /** The names of the items of the demo, those of people with their surname. */
    private static Set<String> titles() throws IOException {
        Set<String> titles = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("config/bootstrap/demo"))) {
            for (Path file :
                    files.filter(one -> !one.toString().contains("/dam.")).toList()) {
                collect(BootstrapYaml.values(Files.readString(file)), titles);
            }
        }
        titles.removeAll(COMMON);
        return titles;
    }

    private static void collect(Map<String, Object> node, Set<String> titles) {
        if (node.get("nom") instanceof String surname) {
            titles.add(plain(node.get("prenom") + " " + surname));
        } else if (node.get("demo") instanceof Boolean && node.get("titre") instanceof String title) {
            titles.add(plain(title));
        }
        node.values().stream()
                .filter(Map.class::isInstance)
                .forEach(child -> collect(BootstrapYaml.asMap(child), titles));
    }

    /** Answers to a reader who follows every link, and asks for the files that machines ask for. */
    static Map<String, String> answers(Portal portal, Browser who, boolean inside) {
        Set<String> seen = new TreeSet<>(List.of(
                "/",
                "/sitemap.xml",
                "/robots.txt",
                "/agenda.ics",
                "/.well-known/security.txt",
                "/recherche?q=p%C3%B4le",
                "/nulle-part"));
        for (ContentType type :
                portal.context().getBean(DefinitionRegistry.class).current().contentTypes()) {
            seen.add("/.rest/delivery/" + type.name() + "/v1?limit=100");
        }
        if (inside) {
            seen.add("/espace");
        }
        Deque<String> waiting = new ArrayDeque<>(seen);
        Map<String, Integer> views = new HashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            String address = waiting.remove();
            HttpResponse<String> answer = who.get(address);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (!type.matches("(text|application/([a-z.+]*(json|xml)|javascript)).*")) {
                continue;
            }
            answers.put(address, answer.body());
            if (type.startsWith("text/html")) {
                for (Element link : Jsoup.parse(answer.body()).select("a[href], link[href]")) {
                    String next = link.attr("href").replaceFirst("#.*", "");
                    boolean own =
                            next.startsWith("/") && !next.startsWith("//") && (inside || !next.startsWith("/espace"));
                    if (own
                            && seen.add(next)
                            && views.merge(next.replaceFirst("\\?.*", ""), 1, Integer::sum) <= VIEWS) {
                        waiting.add(next);
                    }
                }
            }
        }
        return answers;
    }
}
