package org.bocage.editorial.media;

import static org.bocage.editorial.screens.Parameters.parameter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.bocage.cms.dam.renditions.Crop;
import org.bocage.cms.dam.renditions.FocalPoint;
import org.bocage.cms.dam.renditions.PictureView;
import org.bocage.editorial.view.PhotoPage;

/** How a picture is shown, as people type it: per cent of its width and height. */
final class ViewFields {

    private static final double HUNDRED = 100;

    private ViewFields() {}

    static PhotoPage.View of(PictureView view) {
        Crop crop = view.crop();
        return new PhotoPage.View(
                percent(crop.x()),
                percent(crop.y()),
                percent(crop.width()),
                percent(crop.height()),
                percent(view.focus().x()),
                percent(view.focus().y()));
    }

    /** Reads the fields as they were typed; a form that does not ask leaves all as it is. */
    static PhotoPage.View typed(HttpServletRequest request, PictureView before) {
        if (request.getParameter("cadreLargeur") == null) {
            return of(before);
        }
        return new PhotoPage.View(
                parameter(request, "cadreX"),
                parameter(request, "cadreY"),
                parameter(request, "cadreLargeur"),
                parameter(request, "cadreHauteur"),
                parameter(request, "centreX"),
                parameter(request, "centreY"));
    }

    /** The view that was typed; empty when it is none of the picture. */
    static Optional<PictureView> read(PhotoPage.View typed) {
        try {
            double x = share(typed.left());
            double y = share(typed.top());
            // 33,3 % and 66,7 % are a whole, give or take a pixel
            return Optional.of(new PictureView(
                    new Crop(x, y, within(share(typed.width()), 1 - x), within(share(typed.height()), 1 - y)),
                    new FocalPoint(share(typed.focusX()), share(typed.focusY()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static double within(double side, double most) {
        return side > most && side < most + 0.01 ? most : side;
    }

    private static double share(String percent) {
        if (percent.length() > 20) {
            throw new NumberFormatException(percent);
        }
        return Double.parseDouble(percent.strip().replace(',', '.')) / HUNDRED;
    }

    private static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.1f", share * HUNDRED);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
