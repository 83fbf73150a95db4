package org.bocage.portal.territory.drawing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** The fills of plots: each unlike those of the nearest plots and of the neighbours, and as many plots of each. */
final class PlotFills {

    /** How many the textures of the map are. */
    static final int FILLS = 8;

    private static final int NEAREST = 7;

    private PlotFills() {}

    static int[] of(TerritoryLayout layout) {
        int[] chosen = new int[layout.size()];
        int[] used = new int[FILLS];
        for (int i = 0; i < chosen.length; i++) {
            int[] taken = new int[FILLS];
            for (int near : near(layout, i)) {
                if (near < i) {
                    taken[chosen[near]]++;
                }
            }
            chosen[i] = IntStream.range(0, FILLS)
                    .boxed()
                    .min(Comparator.comparingInt((Integer fill) -> taken[fill]).thenComparingInt(fill -> used[fill]))
                    .orElse(0);
            used[chosen[i]]++;
        }
        return chosen;
    }

    private static Set<Integer> near(TerritoryLayout layout, int commune) {
        Set<Integer> near = new HashSet<>(layout.neighbours().of(commune));
        Spot own = layout.spot(commune);
        IntStream.range(0, layout.size())
                .filter(other -> other != commune)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> layout.spot(other).distanceTo(own)))
                .limit(NEAREST)
                .forEach(near::add);
        return near;
    }
}
