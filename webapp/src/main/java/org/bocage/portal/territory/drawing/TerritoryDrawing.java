package org.bocage.portal.territory.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.locationtech.jts.geom.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The map of a territory: one plot a commune, hedges between them. It is a drawing and not the boundaries: a plot is all that is
 * nearer to the centre of its commune than to another, as far as communes reach here. Parts that are far away are drawn nearer, and
 * communes whose centre nobody knows in rows below.
 *
 * <p>A place in a commune lies as far from the point of its plot as it lies from the centre of the commune: {@code east} for each
 * degree of longitude, {@code north} upwards for each degree of latitude.
 *
 * @param width in units of the drawing
 * @param kilometre units that a kilometre has
 * @param hedge width of the hedges, whose middle is the outline of the plots
 * @param plots by the names of their communes
 * @param bushes path of the points where hedges meet; empty where there is no room for bushes
 * @param east units of a degree of longitude
 * @param north units of a degree of latitude
 */
public record TerritoryDrawing(
        int width,
        int height,
        double kilometre,
        double hedge,
        List<Plot> plots,
        String bushes,
        double east,
        double north) {

    private static final Logger log = LoggerFactory.getLogger(TerritoryDrawing.class);

    /** Largest reach of a plot: of a few communes none fills the screen. */
    private static final double LARGEST = 170;

    private static final double WIDEST_HEDGE = 9;
    private static final double FINEST_HEDGE = 2.5;

    /** Narrowest hedge with bushes and round corners. */
    private static final double ROOMY = 6;

    private static final int SIDES = 22;
    private static final int FEW_SIDES = 14;
    private static final int LONGEST_LINE = 11;
    private static final Pattern PART = Pattern.compile("[^- ]+[- ]?");

    /** Draws communes, each once; the same ones, in whatever order, give the same drawing. */
    public static TerritoryDrawing of(TerritoryChoice choice) {
        List<FrenchCommune> communes = choice.communes();
        TerritoryLayout layout = new TerritoryLayout(communes);
        MapFrame frame = MapFrame.around(
                layout.shapes(MapFrame.PLANE, 0, SIDES).stream()
                        .flatMap(shape -> shape.corners().stream())
                        .toList(),
                LARGEST / layout.reach());
        double hedge = hedge(layout, frame);
        boolean roomy = hedge >= ROOMY;
        List<PlotShape> shapes = layout.shapes(frame, hedge, roomy ? SIDES : FEW_SIDES).stream()
                .map(shape -> shape.without(hedge * 0.7))
                .toList();
        double radii = radii(layout, frame);
        int[] fills = PlotFills.of(layout);
        List<Plot> plots = IntStream.range(0, shapes.size())
                .mapToObj(i -> plot(
                        communes.get(i),
                        roomy
                                ? shapes.get(i).rounded(seed(communes.get(i)), radii)
                                : shapes.get(i).angular(),
                        shapes.get(i).centre(),
                        frame.place(layout.spot(i)),
                        fills[i]))
                .toList();
        return new TerritoryDrawing(
                MapFrame.WIDTH,
                frame.height(),
                frame.factor(),
                hedge,
                plots,
                roomy ? Bushes.path(layout, shapes) : "",
                layout.eastKm() * frame.factor(),
                TerritoryLayout.NORTH_KM * frame.factor());
    }

    /** Draws communes in their own outlines where all of them have one and these fit together, else from their points. */
    public static TerritoryDrawing of(TerritoryChoice choice, Outlines outlines) {
        try {
            return outlines.cover(choice.communes()) ? outlined(choice.communes(), outlines) : of(choice);
        } catch (TopologyException e) {
            log.warn(
                    "The outlines of the communes do not fit together, the map is drawn without them: {}",
                    e.getMessage());
            return of(choice);
        }
    }

    private static TerritoryDrawing outlined(List<FrenchCommune> communes, Outlines outlines) {
        TerritoryLayout layout = new TerritoryLayout(communes);
        OutlinedMap map = new OutlinedMap(outlines, communes, layout.eastKm(), LARGEST / layout.reach());
        MapFrame frame = map.frame();
        double hedge = hedge(layout, frame);
        boolean roomy = hedge >= ROOMY;
        double radii = radii(layout, frame);
        int[] fills = PlotFills.of(layout);
        List<Plot> plots = IntStream.range(0, communes.size())
                .mapToObj(i -> {
                    FrenchCommune commune = communes.get(i);
                    String path = map.pieces(i, hedge).stream()
                            .map(piece -> roomy ? piece.rounded(seed(commune), radii) : piece.angular())
                            .collect(Collectors.joining());
                    Spot middle = map.middle(i);
                    return plot(commune, path, middle, map.point(commune, middle), fills[i]);
                })
                .toList();
        return new TerritoryDrawing(
                MapFrame.WIDTH,
                frame.height(),
                frame.factor(),
                hedge,
                plots,
                roomy ? Bushes.path(layout, map.edges(hedge)) : "",
                layout.eastKm() * frame.factor(),
                TerritoryLayout.NORTH_KM * frame.factor());
    }

    private static double hedge(TerritoryLayout layout, MapFrame frame) {
        return Math.max(FINEST_HEDGE, Math.min(WIDEST_HEDGE, layout.reach() * frame.factor() / 10));
    }

    private static double radii(TerritoryLayout layout, MapFrame frame) {
        return Math.min(1.3, layout.reach() * frame.factor() / 100);
    }

    /** Whether hedges are wide enough for bushes, and plots large enough for their names. */
    public boolean isRoomy() {
        return hedge >= ROOMY;
    }

    private static Plot plot(FrenchCommune commune, String path, Spot middle, Spot point, int fill) {
        return new Plot(
                commune.code(),
                path,
                (int) Math.round(middle.x()),
                (int) Math.round(middle.y()),
                (int) Math.round(point.x()),
                (int) Math.round(point.y()),
                fill,
                lines(commune.name()));
    }

    /** The end of a code, of digits everywhere. */
    private static int seed(FrenchCommune commune) {
        return Integer.parseInt(commune.code().substring(commune.code().length() - 2));
    }

    /** A name cut at its hyphens and blanks. */
    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (MatchResult part : PART.matcher(name).results().toList()) {
            if (!line.isEmpty() && line.length() + part.group().length() > LONGEST_LINE) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(part.group());
        }
        lines.add(line.toString().strip());
        return List.copyOf(lines);
    }
}
