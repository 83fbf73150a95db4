package org.bocage.portal.setup;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.springframework.stereotype.Component;

/** The opening: what the portal starts with, and the rubriques of its menu. */
@Component
class OpeningAnswers implements SetupAnswers {

    private static final String CONTENT = "contenu";
    private static final String RUBRIQUES = "rubriques";

    private final Opening opening;
    private final SiteMenu menu;

    OpeningAnswers(Opening opening, SiteMenu menu) {
        this.opening = opening;
        this.menu = menu;
    }

    @Override
    public List<AnswersSection> answersSections() {
        return List.of(new AnswersSection("ouverture", Set.of(CONTENT, RUBRIQUES), 60));
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> answers) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (start(answers).isEmpty()) {
            problems.put(
                    CONTENT,
                    BrokenAnswers.say(
                            "accepted",
                            Arrays.stream(Opening.Start.values())
                                    .map(Opening.Start::key)
                                    .collect(Collectors.joining(", "))));
        }
        Set<String> titles = menu.entries().stream().map(SiteMenu.Entry::title).collect(Collectors.toSet());
        List<String> wanted = wanted(answers);
        if (answers.containsKey(RUBRIQUES) && (wanted.isEmpty() || !titles.containsAll(wanted))) {
            problems.put(
                    RUBRIQUES,
                    BrokenAnswers.say(
                            "accepted",
                            menu.entries().stream().map(SiteMenu.Entry::title).collect(Collectors.joining(", "))));
        }
        return problems;
    }

    @Override
    public void keep(String section, Map<String, Object> answers) {
        List<String> wanted = wanted(answers);
        Set<String> pages = menu.entries().stream()
                .filter(one -> !answers.containsKey(RUBRIQUES) || wanted.contains(one.title()))
                .map(SiteMenu.Entry::page)
                .collect(Collectors.toSet());
        opening.open(start(answers).orElseThrow(), pages);
    }

    @Override
    public Map<String, Object> shared(String section) {
        return Map.of(CONTENT, Opening.Start.TEXTES.key());
    }

    private static Optional<Opening.Start> start(Map<String, Object> answers) {
        return Opening.Start.of(String.valueOf(answers.getOrDefault(CONTENT, Opening.Start.TEXTES.key())));
    }

    private static List<String> wanted(Map<String, Object> answers) {
        return answers.get(RUBRIQUES) instanceof List<?> titles
                ? titles.stream().map(String::valueOf).toList()
                : List.of();
    }
}
