package org.bocage.portal.territory.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bocage.portal.territory.france.FrenchCommune;

/** Communes of a territory that share a boundary, each by its place in the list of them. */
final class NeighbourGraph {

    private final List<Set<Integer>> neighbours = new ArrayList<>();
    private final int[] parts;

    NeighbourGraph(List<FrenchCommune> communes) {
        Map<String, Integer> numbers = new HashMap<>();
        for (FrenchCommune commune : communes) {
            numbers.put(commune.code(), neighbours.size());
            neighbours.add(new TreeSet<>());
        }
        for (int i = 0; i < communes.size(); i++) {
            for (String code : communes.get(i).neighbours()) {
                Integer other = numbers.get(code);
                if (other != null && other != i) {
                    neighbours.get(i).add(other);
                    neighbours.get(other).add(i);
                }
            }
        }
        parts = parts(neighbours);
    }

    /** For each commune the number of the part of the territory it is in; neighbours are in one part. */
    private static int[] parts(List<Set<Integer>> neighbours) {
        int[] parts = new int[neighbours.size()];
        Arrays.fill(parts, -1);
        for (int first = 0; first < parts.length; first++) {
            Deque<Integer> next = new ArrayDeque<>(Set.of(first));
            while (!next.isEmpty()) {
                int here = next.remove();
                if (parts[here] < 0) {
                    parts[here] = first;
                    next.addAll(neighbours.get(here));
                }
            }
        }
        return parts;
    }

    Set<Integer> of(int commune) {
        return neighbours.get(commune);
    }

    boolean areNeighbours(int commune, int other) {
        return neighbours.get(commune).contains(other);
    }

    /** Whether no way through the territory leads from one commune to the other: water is between, or another commune. */
    boolean isApart(int commune, int other) {
        return parts[commune] != parts[other];
    }
}
