package org.bocage.portal.embeds;

import java.util.List;
import org.bocage.cms.rendering.TemplateFunction;
import org.springframework.stereotype.Component;

/** Contrast of two colours, each written {@code #rrggbb}: from 1 to 21 (WCAG 2.1, 1.4.3). */
@Component
class ContrastFunction implements TemplateFunction {

    private static final double FLARE = 0.05;

    @Override
    public String name() {
        return "contrast";
    }

    @Override
    public Double call(List<String> arguments) {
        double one = luminance(arguments.get(0));
        double other = luminance(arguments.get(1));
        return (Math.max(one, other) + FLARE) / (Math.min(one, other) + FLARE);
    }

    /** Relative luminance (WCAG 2.1, definition of that name). */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
