package org.bocage.cms.dam.renditions;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * How a picture is to be shown: the part of it, and what a variation that cuts further keeps in sight. Renditions follow;
 * the original stays as it is.
 */
public record PictureView(Crop crop, FocalPoint focus) {

    /** All of it, around its centre. */
    public static final PictureView PLAIN = new PictureView(Crop.WHOLE, FocalPoint.CENTRE);

    private static final String[] CROP = {"cadreX", "cadreY", "cadreLargeur", "cadreHauteur"};
    private static final String[] FOCUS = {"centreX", "centreY"};

    /** The view noted at an asset; what an import brought that is no part of a picture counts as nothing. */
    public static PictureView of(Node asset) throws RepositoryException {
        Optional<double[]> crop = numbers(asset, CROP);
        Optional<double[]> focus = numbers(asset, FOCUS);
        try {
            return new PictureView(
                    crop.map(side -> new Crop(side[0], side[1], side[2], side[3]))
                            .orElse(Crop.WHOLE),
                    focus.map(at -> new FocalPoint(at[0], at[1])).orElse(FocalPoint.CENTRE));
        } catch (IllegalArgumentException e) {
            return PLAIN;
        }
    }

    /** Notes this view at an asset; the caller saves. */
    public void write(Node asset) throws RepositoryException {
        write(asset, CROP, crop.isWhole(), crop.x(), crop.y(), crop.width(), crop.height());
        write(asset, FOCUS, focus.equals(FocalPoint.CENTRE), focus.x(), focus.y());
    }

    private static void write(Node asset, String[] names, boolean usual, double... values) throws RepositoryException {
        for (int i = 0; i < names.length; i++) {
            if (!usual) {
                asset.setProperty(names[i], values[i]);
            } else if (asset.hasProperty(names[i])) {
                asset.getProperty(names[i]).remove();
            }
        }
    }

    private static Optional<double[]> numbers(Node asset, String[] names) throws RepositoryException {
        double[] values = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            if (!asset.hasProperty(names[i]) || asset.getProperty(names[i]).isMultiple()) {
                return Optional.empty();
            }
            try {
                values[i] = Double.parseDouble(asset.getProperty(names[i]).getString());
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
