package org.bocage.portal.territory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.view.PhotoPage;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.portal.territory.drawing.TerritoryDrawing;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.FrenchCommunes;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.bocage.portal.territory.france.TerritoryTexts;
import org.bocage.portal.territory.france.WrittenCommunes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The choice of the territory, among all communes of France. A choice stands in the form alone until it is kept; then it is
 * on line at once.
 */
@ScreenController
@OpenTo(People.REVIEWERS)
class TerritoryController implements SettingsScreen, SetupSteps {

    static final String ADDRESS = "/espace/reglages/territoire";

    private static final int USES_SHOWN = 5;
    private static final int LACKING_SHOWN = 12;

    /** Most communes of a territory that is drawn while it is chosen. */
    private static final int MOST_DRAWN = 300;

    /** Most communes whose names are written on that drawing. */
    private static final int MOST_NAMED = 12;

    private static final String INSTEAD = "vers-";

    private final Desk desk;
    private final Contents contents;
    private final FrenchCommunes france;
    private final KeptTerritory kept;
    private final TerritoryFile file;
    private final OutlineFile outlines;

    TerritoryController(
            Desk desk,
            Contents contents,
            FrenchCommunes france,
            KeptTerritory kept,
            TerritoryFile file,
            OutlineFile outlines) {
        this.outlines = outlines;
        this.desk = desk;
        this.contents = contents;
        this.france = france;
        this.kept = kept;
        this.file = file;
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("territoire", ADDRESS, 0));
    }

    @Override
    public List<SetupStep> setupSteps() {
        boolean isChosen = !kept.words().isEmpty() || file.communes().isPresent();
        return List.of(new SetupStep("territoire", ADDRESS, 20, isChosen));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        WrittenCommunes now = france.written(
                kept.words().stream().map(KeptTerritory.Word::code).toList());
        Asked asked = new Asked(new TerritoryChoice(now.communes()), 0, "", "", "", new ArrayList<>(now.problems()));
        return page(request, asked, List.of(), HttpStatus.OK);
    }

    /**
     * Adds to the choice what was asked for, or keeps it.
     *
     * @param commune codes of those that are ticked
     * @param geste name of the button; without one, what was typed is looked for
     * @param epci code of an intercommunality to add
     * @param all every field; {@code vers-CODE} says which commune contents are to name instead of one that leaves
     */
    @PostMapping(ADDRESS)
    ModelAndView choose(
            @RequestParam(defaultValue = "") String[] commune,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") String cherche,
            @RequestParam(defaultValue = "") String epci,
            @RequestParam(defaultValue = "") String departement,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam Map<String, String> all,
            HttpServletRequest request) {
        WrittenCommunes ticked = france.written(Arrays.asList(commune));
        TerritoryChoice choice = new TerritoryChoice(ticked.communes());
        List<String> problems = new ArrayList<>(ticked.problems());
        if (geste.equals("garder")) {
            return keep(new Asked(choice, 0, cherche, departement, liste, problems), instead(choice, all), request);
        }
        String left = liste;
        String query = cherche;
        if (!epci.isEmpty()) {
            choice = choice.with(france.ofEpci(epci));
            query = "";
        } else if (geste.equals("departement")) {
            List<FrenchCommune> found = france.ofDepartement(departement);
            if (found.isEmpty()) {
                problems.add(TerritoryTexts.of("departement"));
            }
            choice = choice.with(found);
        } else if (geste.equals("liste")) {
            WrittenCommunes listed = france.written(List.of(liste.split("[\\r\\n;,]+")));
            choice = choice.with(listed.communes());
            problems.addAll(listed.problems());
            if (listed.problems().isEmpty()) {
                left = "";
            }
        } else if (geste.equals("vider")) {
            choice = new TerritoryChoice(List.of());
        }
        if (choice.communes().size() > TerritoryChoice.MOST) {
            // the next form would have more fields than a server takes
            problems.add(TerritoryTexts.of(
                    "full", TerritoryChoice.MOST, choice.communes().size()));
            choice = new TerritoryChoice(ticked.communes());
        }
        return page(
                request,
                new Asked(choice, added(ticked, choice), query, departement, left, problems),
                List.of(),
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static int added(WrittenCommunes ticked, TerritoryChoice choice) {
        return Math.max(
                0,
                choice.communes().size()
                        - new TerritoryChoice(ticked.communes()).communes().size());
    }

    /** Which commune is to be named instead of another, by their codes; only one that is chosen. */
    private static Map<String, String> instead(TerritoryChoice choice, Map<String, String> fields) {
        Set<String> chosen = new HashSet<>(choice.codes());
        Map<String, String> instead = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(INSTEAD) && chosen.contains(value)) {
                instead.put(name.substring(INSTEAD.length()), value);
            }
        });
        return instead;
    }

    private ModelAndView keep(Asked asked, Map<String, String> instead, HttpServletRequest request) {
        asked.choice().refusal().ifPresent(asked.problems()::add);
        List<TerritoryPage.Used> used = asked.problems().isEmpty() ? used(asked.choice(), instead) : List.of();
        if (!asked.problems().isEmpty() || !used.isEmpty()) {
            return page(request, asked, used, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        kept.keep(asked.choice(), instead, desk.actor(), desk.clock().instant());
        return new ModelAndView("redirect:" + ADDRESS + "?fait=territoire-garde");
    }

    /** The communes that would leave, that contents name, and of which nobody said which one is instead. */
    private List<TerritoryPage.Used> used(TerritoryChoice choice, Map<String, String> instead) {
        Set<String> staying = new HashSet<>(choice.codes());
        List<TerritoryPage.Used> used = new ArrayList<>();
        for (KeptTerritory.Word word : kept.words()) {
            if (!staying.contains(word.code()) && !instead.containsKey(word.code())) {
                Contents.Listed<PhotoPage.Use> uses = contents.uses(word.id(), desk.identity());
                if (uses.total() > 0) {
                    used.add(new TerritoryPage.Used(
                            word.code(),
                            word.title(),
                            uses.items().stream().limit(USES_SHOWN).toList(),
                            uses.total()));
                }
            }
        }
        return used;
    }

    /**
     * The form as it was posted.
     *
     * @param added how many communes came to the choice
     * @param problems sentences, to which others may be added
     */
    private record Asked(
            TerritoryChoice choice, int added, String query, String departement, String list, List<String> problems) {}

    private ModelAndView page(
            HttpServletRequest request, Asked asked, List<TerritoryPage.Used> used, HttpStatus status) {
        Set<String> chosen = new HashSet<>(asked.choice().codes());
        FrenchCommunes.Found found = france.search(asked.query());
        TerritoryPage page = new TerritoryPage(
                ADDRESS,
                file.communes().isPresent(),
                kept.words().isEmpty(),
                asked.choice().communes().stream()
                        .map(TerritoryController::shown)
                        .toList(),
                asked.added(),
                map(asked.choice()),
                asked.choice().population(),
                asked.query(),
                france.intercommunalities(asked.query()),
                found.communes().stream()
                        .filter(one -> !chosen.contains(one.code()))
                        .map(TerritoryController::shown)
                        .toList(),
                found.total(),
                france.departements(),
                asked.departement(),
                asked.list(),
                asked.problems(),
                used,
                outlines(asked.choice()));
        return new ModelAndView(
                "espace/territoire", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private TerritoryPage.@Nullable PlotMap map(TerritoryChoice choice) {
        int communes = choice.communes().size();
        if (communes == 0 || communes > MOST_DRAWN) {
            return null;
        }
        TerritoryDrawing drawing = TerritoryDrawing.of(choice, outlines.of(choice));
        return new TerritoryPage.PlotMap(
                drawing.width(), drawing.height(), drawing.hedge(), drawing.plots(), communes <= MOST_NAMED);
    }

    private TerritoryPage.@Nullable OutlinesFound outlines(TerritoryChoice choice) {
        if (!outlines.isThere()) {
            return null;
        }
        List<String> lacking = outlines.lacking(choice);
        return new TerritoryPage.OutlinesFound(
                outlines.problem().isPresent(),
                lacking.stream().limit(LACKING_SHOWN).toList(),
                Math.max(0, lacking.size() - LACKING_SHOWN));
    }

    private static TerritoryPage.Commune shown(FrenchCommune commune) {
        return new TerritoryPage.Commune(commune.code(), commune.label(), commune.population());
    }
}
