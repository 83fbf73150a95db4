package org.bocage.portal.territory;

import java.util.List;
import java.util.Map;
import org.bocage.editorial.view.PhotoPage;
import org.bocage.portal.territory.drawing.Plot;
import org.bocage.portal.territory.france.FrenchCommunes;
import org.jspecify.annotations.Nullable;

/**
 * {@code territoire.ftlh}: the choice of a territory.
 *
 * @param fileWins whether the association's own file counts instead
 * @param fresh whether no territory was kept yet
 * @param chosen the communes that would be kept
 * @param added how many of them were just added
 * @param map the plots as they would be drawn; null for a large territory, or none
 * @param population of all of them
 * @param query as it was typed
 * @param intercommunalities those that were found
 * @param communes those that were found
 * @param total how many communes there are of that question
 * @param departements names by code
 * @param departement the one that was added
 * @param list a list as it was typed, as far as it is not taken
 * @param problems sentences
 * @param used communes that cannot leave
 * @param outlines the association's own file of outlines; null when there is none
 */
public record TerritoryPage(
        String address,
        boolean fileWins,
        boolean fresh,
        List<Commune> chosen,
        int added,
        @Nullable PlotMap map,
        long population,
        String query,
        List<FrenchCommunes.Intercommunality> intercommunalities,
        List<Commune> communes,
        int total,
        Map<String, String> departements,
        String departement,
        String list,
        List<String> problems,
        List<Used> used,
        @Nullable OutlinesFound outlines) {

    /**
     * The association's own file of outlines.
     *
     * @param broken whether it cannot be read
     * @param lacking the first communes of the choice for which it has nothing
     * @param more how many more there are
     */
    public record OutlinesFound(boolean broken, List<String> lacking, int more) {}

    /**
     * A territory as it would be drawn.
     *
     * @param hedge width of the hedges
     * @param isNamed whether there is room for the names
     */
    public record PlotMap(int width, int height, double hedge, List<Plot> plots, boolean isNamed) {}

    /** A commune of France, with its département. */
    public record Commune(String code, String label, int population) {}

    /**
     * A commune that contents name.
     *
     * @param code of INSEE
     * @param uses the first few
     * @param total how many there are
     */
    public record Used(String code, String title, List<PhotoPage.Use> uses, long total) {}
}
