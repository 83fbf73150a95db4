package org.bocage.editorial.administration.theme;

/**
 * A colour by lightness, chroma and hue as the eye sees them, so that its lightness can change while its hue stays (OKLCH, CSS
 * Color 4, 9.4).
 *
 * @param lightness 0 for black to 1 for white
 * @param chroma 0 for grey; screens show up to about 0.3
 * @param hue degrees, 0 to 360
 */
record Oklch(double lightness, double chroma, double hue) {

    /** Rounding of a channel, beyond which a colour is no colour of a screen. */
    private static final double TOLERANCE = 0.0005;

    private static final int BISECTIONS = 24;

    /** The colour of {@code #ffc83d}. */
    static Oklch of(String hex) {
        double red = linear(hex, 0);
        double green = linear(hex, 1);
        double blue = linear(hex, 2);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                Math.hypot(a, b),
                (Math.toDegrees(Math.atan2(b, a)) + 360) % 360);
    }

    /** The contrast ratio of two colours (WCAG 2.1, 1.4.3), 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    Oklch withLightness(double other) {
        return new Oklch(bounded(other), chroma, hue);
    }

    Oklch withChroma(double other) {
        return new Oklch(lightness, other, hue);
    }

    /** How far two colours are from each other; below 0.1 they are hardly told apart in a page. */
    double distance(Oklch other) {
        double a = chroma * Math.cos(Math.toRadians(hue)) - other.chroma * Math.cos(Math.toRadians(other.hue));
        double b = chroma * Math.sin(Math.toRadians(hue)) - other.chroma * Math.sin(Math.toRadians(other.hue));
        return Math.sqrt(Math.pow(lightness - other.lightness, 2) + a * a + b * b);
    }

    /** As {@code #ffc83d}; with less chroma where a screen has no such colour. */
    String hex() {
        double most = chroma;
        if (!isOnScreen(most)) {
            double least = 0;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (least + most) / 2;
                if (isOnScreen(middle)) {
                    least = middle;
                } else {
                    most = middle;
                }
            }
            most = least;
        }
        StringBuilder hex = new StringBuilder("#");
        for (double channel : channels(most)) {
            double linear = bounded(channel);
            double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            hex.append("%02x".formatted(Math.round(encoded * 255)));
        }
        return hex.toString();
    }

    private boolean isOnScreen(double someChroma) {
        for (double channel : channels(someChroma)) {
            if (channel < -TOLERANCE || channel > 1 + TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    /** Red, green and blue, linear; outside 0 to 1 where a screen has no such colour. */
    private double[] channels(double someChroma) {
        double a = someChroma * Math.cos(Math.toRadians(hue));
        double b = someChroma * Math.sin(Math.toRadians(hue));
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double bounded(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 0) + 0.7152 * linear(hex, 1) + 0.0722 * linear(hex, 2);
    }

    private static double linear(String hex, int channel) {
        double part = Integer.parseInt(hex, 1 + 2 * channel, 3 + 2 * channel, 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
