package org.bocage.portal.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.FrenchCommunes;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.bocage.portal.territory.france.TerritoryTexts;
import org.bocage.portal.territory.france.WrittenCommunes;
import org.springframework.stereotype.Component;

/** The territory of the set-up file: intercommunalities and départements by their codes, communes by name or code. */
@Component
class TerritoryAnswers implements SetupAnswers {

    private static final String EPCI = "epci";
    private static final String DEPARTEMENT = "departement";
    private static final String COMMUNES = "communes";

    private final Desk desk;
    private final FrenchCommunes france;
    private final KeptTerritory kept;

    TerritoryAnswers(Desk desk, FrenchCommunes france, KeptTerritory kept) {
        this.desk = desk;
        this.france = france;
        this.kept = kept;
    }

    @Override
    public List<AnswersSection> answersSections() {
        return List.of(new AnswersSection("territoire", Set.of(EPCI, DEPARTEMENT, COMMUNES), 20));
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> answers) {
        Map<String, String> problems = new LinkedHashMap<>();
        choice(answers, problems).refusal().ifPresent(sentence -> problems.putIfAbsent("", sentence));
        return problems;
    }

    @Override
    public void keep(String section, Map<String, Object> answers) {
        kept.keep(
                choice(answers, new LinkedHashMap<>()),
                Map.of(),
                desk.actor(),
                desk.clock().instant());
    }

    private TerritoryChoice choice(Map<String, Object> answers, Map<String, String> problems) {
        List<FrenchCommune> communes = new ArrayList<>();
        for (String code : codes(answers, EPCI)) {
            List<FrenchCommune> found = france.ofEpci(code);
            communes.addAll(found);
            if (found.isEmpty()) {
                problems.putIfAbsent(EPCI, TerritoryTexts.of("epci", code));
            }
        }
        for (String code : codes(answers, DEPARTEMENT)) {
            List<FrenchCommune> found = france.ofDepartement(code);
            communes.addAll(found);
            if (found.isEmpty()) {
                problems.putIfAbsent(DEPARTEMENT, TerritoryTexts.of("departement.code", code));
            }
        }
        if (answers.get(COMMUNES) instanceof List<?> list) {
            WrittenCommunes written =
                    france.written(list.stream().map(String::valueOf).toList());
            communes.addAll(written.communes());
            if (!written.problems().isEmpty()) {
                problems.put(COMMUNES, String.join(" ", written.problems()));
            }
        }
        return new TerritoryChoice(List.of()).with(communes);
    }

    /** Returns one code or several. */
    private static List<String> codes(Map<String, Object> answers, String field) {
        Object told = answers.get(field);
        List<?> all = told instanceof List<?> list ? list : told == null ? List.of() : List.of(told);
        return all.stream().map(one -> String.valueOf(one).strip()).toList();
    }
}
