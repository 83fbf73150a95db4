package org.bocage.editorial.administration.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The two colours of the association. */
@Component
class ColourAnswers implements SetupAnswers {

    private static final String FIRST = "premiere";
    private static final String SECOND = "seconde";

    private final ThemeColours colours;
    private final MessageSource messages;

    ColourAnswers(ThemeColours colours, MessageSource messages) {
        this.colours = colours;
        this.messages = messages;
    }

    @Override
    public List<AnswersSection> answersSections() {
        return List.of(new AnswersSection("couleurs", Set.of(FIRST, SECOND), 30));
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> answers) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (String field : List.of(FIRST, SECOND)) {
            String problem = colour(answers, field).problem();
            if (!problem.isEmpty()) {
                problems.put(field, messages.getMessage("authoring.theme." + problem, null, Locale.FRENCH));
            }
        }
        return problems;
    }

    @Override
    public void keep(String section, Map<String, Object> answers) {
        ColourPair pair = new ColourPair(
                colour(answers, FIRST).hex(), colour(answers, SECOND).hex());
        colours.keep(new ChosenColours(Optional.of(pair), Map.of()));
    }

    @Override
    public Map<String, Object> shared(String section) {
        return colours.chosen()
                .pair()
                .map(pair -> Map.<String, Object>of(FIRST, pair.first(), SECOND, pair.second()))
                .orElse(Map.of());
    }

    private static TypedColour colour(Map<String, Object> answers, String field) {
        return new TypedColour(String.valueOf(answers.getOrDefault(field, "")));
    }
}
