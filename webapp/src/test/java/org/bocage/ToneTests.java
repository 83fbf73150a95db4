package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every French text that somebody reads: labels, templates, mails, pages and demo content. */
@Tag("fast")
class ToneTests {

    private static final Path WORDS = Path.of("webapp/src/test/resources/tone/words.txt");
    private static final List<Path> LABELS = List.of(
            Path.of("light-modules"),
            Path.of("webapp/src/main/resources"),
            Path.of("webapp/src/test/resources/rubrique"));
    private static final List<Path> TEMPLATES =
            List.of(Path.of("light-modules"), Path.of("webapp/src/main/resources"), Path.of("config/mail"));
    private static final List<Path> CONTENT =
            List.of(Path.of("config/bootstrap"), Path.of("webapp/src/test/resources/rubrique/config"));

    /** Pages that name bodies, licences and formats as the law has them. */
    private static final List<String> LAW = List.of("mentions-legales", "confidentialite", "accessibilite", "flux");

    /** How far from a masculine its feminine may stand. */
    private static final int BESIDE = 60;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern NOT_FOR_READING =
            Pattern.compile("(jcr|mgnl):.*|name|image|lien.*|siteWeb|courriel|rrule|fichier|uid|mgnlTemplate|valeur");

    private record Text(String where, String words) {}

    private record Rule(String kind, Pattern words, String instead) {}

    private static final List<Text> TEXTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        files(LABELS, ".properties", ToneTests::addLabels);
        // a terminal, where one searches by what is on the keyboard
        TEXTS.removeIf(text -> text.where().contains("start-messages"));
        files(TEMPLATES, ".ftl", ToneTests::addTemplate);
        // coordinates
        TEXTS.removeIf(text -> text.where().endsWith("territoire.ftl"));
        files(TEMPLATES, ".ftlh", ToneTests::addTemplate);
        files(TEMPLATES, ".html", ToneTests::addTemplate);
        files(
                CONTENT,
                ".yaml",
                (file, text) -> addValues(file, new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
        assertThat(TEXTS).hasSizeGreaterThan(2000);
    }

    @Test
    void UX_28_no_word_is_stiff_and_nobody_is_left_out() throws IOException {
        List<Rule> rules = rules();
        List<String> found = new ArrayList<>();
        List<Rule> allowed =
                rules.stream().filter(rule -> rule.kind().equals("sauf")).toList();
        rules.removeAll(allowed);
        for (Text text : TEXTS) {
            String words = text.words();
            for (Rule one : allowed) {
                words = one.words().matcher(words).replaceAll("…");
            }
            for (Rule rule : rules) {
                Matcher matcher = rule.words().matcher(words);
                while (matcher.find()) {
                    if (rule.kind().equals("raide") || isAlone(words, matcher, rule.instead())) {
                        found.add(told(new Text(text.where(), words), matcher, rule.instead()));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** Without its feminine beside it, and without the middle dot that joins the two. */
    private static boolean isAlone(String text, Matcher word, String feminine) {
        int end = word.end();
        if (end < text.length() && text.charAt(end) == '·') {
            return false;
        }
        String around = text.substring(Math.max(0, word.start() - BESIDE), Math.min(text.length(), end + BESIDE));
        return !Pattern.compile("\\b" + feminine, FLAGS).matcher(around).find();
    }

    @Test
    void UX_29_one_says_vous_or_on_and_never_tu() {
        // what people say to each other, between guillemets, is theirs
        assertNone("\\b(tu|toi|ton (compte|projet|asso|mail)|ta (page|structure)|tes (infos|contenus))\\b(?![^«]*»)");
    }

    /** Of the pages that come with the portal, page by page. */
    @Test
    void UX_29_sentences_are_short_and_no_sigle_stays_without_the_glossary_saying_what_it_means() throws IOException {
        Map<String, List<String>> pages = TEXTS.stream()
                .filter(text -> text.where().contains("bootstrap/base/website."))
                .collect(Collectors.groupingBy(
                        text -> text.where().replaceFirst(" .*", ""),
                        Collectors.mapping(text -> Jsoup.parse(text.words()).text(), Collectors.toList())));
        assertThat(pages).hasSizeGreaterThan(15);
        String glossary = Files.readString(Path.of("config/bootstrap/base/website.glossaire.yaml"));
        pages.forEach((page, texts) -> {
            List<String> sentences = texts.stream()
                    .flatMap(text -> Stream.of(text.split("(?<=[.!?…:;])[\\s\u00a0]+")))
                    .filter(sentence -> sentence.contains(" "))
                    .toList();
            double words = sentences.stream()
                    .mapToInt(sentence -> sentence.split("[\\s\u00a0]+").length)
                    .average()
                    .orElse(0);
            assertThat(words).as("words a sentence in %s", page).isLessThanOrEqualTo(25);
            if (LAW.stream().noneMatch(page::contains)) {
                Matcher sigle =
                        Pattern.compile("\\b(?![IVX]+\\b)\\p{Lu}{2,}\\b").matcher(String.join(" ", texts));
                while (sigle.find()) {
                    assertThat(glossary).as("%s in %s", sigle.group(), page).contains("'" + sigle.group() + "'");
                }
            }
        });
    }

    @Test
    void UX_28_signs_stand_behind_spaces_that_do_not_break_and_apostrophes_are_curly() {
        assertNone("[\\p{L}\\p{N}»)…] [:;?!»](?=\\s|$)");
        assertNone("[\\p{L}\\p{N}]([?!]|»)(?=\\s|$)");
        assertNone("« | »");
        assertNone("«[\\p{L}\\p{N}]");
        assertNone("\\b(l|d|j|qu|n|s|c|m|aujourd|jusqu|lorsqu)'\\p{L}");
    }

    private static void assertNone(String pattern) {
        Pattern wanted = Pattern.compile(pattern, FLAGS);
        List<String> found = new ArrayList<>();
        for (Text text : TEXTS) {
            Matcher matcher = wanted.matcher(text.words());
            if (matcher.find()) {
                found.add(told(text, matcher, pattern));
            }
        }
        assertThat(found).isEmpty();
    }

    private static String told(Text text, Matcher at, String instead) {
        String words = text.words();
        return text.where() + ": …"
                + words.substring(Math.max(0, at.start() - 30), Math.min(words.length(), at.end() + 30)) + "… ("
                + instead + ")";
    }

    private static List<Rule> rules() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String line : Files.readAllLines(WORDS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int first = line.indexOf(" | ");
                int last = line.lastIndexOf(" | ");
                String words = line.substring(first + 3, last);
                rules.add(new Rule(
                        line.substring(0, first),
                        Pattern.compile("(?<![\\p{L}])(" + words.replace(" ", "[ \u00a0]") + ")(?![\\p{L}])", FLAGS),
                        line.substring(last + 3)));
            }
        }
        assertThat(rules).hasSizeGreaterThan(30);
        return rules;
    }

    private static void addLabels(Path file, String text) {
        Properties labels = new Properties();
        try {
            labels.load(new StringReader(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        labels.forEach((key, value) -> add(file + " " + key, String.valueOf(value)));
    }

    /** What stands between the tags and the directives or in their quotes, and what is read in attributes. */
    private static void addTemplate(Path file, String text) {
        TemplateWords template = TemplateWords.of(text);
        template.quoted().forEach(words -> add(file.toString(), words));
        String words = template.markup().replaceAll("(?s)<!--.*?-->|<(script|style)\\b.*?</\\1>", " ");
        Jsoup.parse(words).select("*").forEach(element -> {
            add(file.toString(), element.wholeOwnText());
            for (String attribute : List.of("alt", "title", "aria-label", "placeholder")) {
                add(file.toString(), element.attr(attribute));
            }
        });
    }

    private static void addValues(Path file, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> {
                if (!NOT_FOR_READING.matcher(String.valueOf(key)).matches()) {
                    addValues(file, child);
                }
            });
        } else if (value instanceof Iterable<?> many) {
            many.forEach(one -> addValues(file, one));
        } else if (value instanceof String text) {
            add(file.toString(), Jsoup.parse(text.replace("</", " </")).wholeText());
        }
    }

    /** A single word is a key or a name. */
    private static void add(String where, String words) {
        if (words.strip().contains(" ")) {
            TEXTS.add(new Text(where, words));
        }
    }

    private static void files(List<Path> folders, String ending, BiConsumer<Path, String> reader) throws IOException {
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.filter(one -> one.toString().endsWith(ending))
                        .sorted()
                        .toList()) {
                    reader.accept(file, Files.readString(file));
                }
            }
        }
    }
}
