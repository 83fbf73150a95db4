package org.bocage.portal.territory.drawing;

import java.util.List;

/**
 * The plot of one commune on the map, in units of the drawing.
 *
 * @param code of INSEE
 * @param path of its outline, as SVG writes it
 * @param x of its middle, where its name stands
 * @param pointX x of the point it is drawn around
 * @param fill one of eight, unlike those around it
 * @param lines the name, cut at its hyphens and blanks
 */
public record Plot(String code, String path, int x, int y, int pointX, int pointY, int fill, List<String> lines) {}
