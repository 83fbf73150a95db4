package org.bocage.editorial.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws screens that other packages have in the private space, within the same shell as its own. */
@Component
public class PrivateScreens {

    private final Desk desk;

    PrivateScreens(Desk desk) {
        this.desk = desk;
    }

    /**
     * A screen, for whoever is signed in.
     *
     * @param template under {@code templates/espace}, without its ending
     * @param current key of its entry in the navigation
     * @param page what the template shows
     */
    public ModelAndView screen(String template, String current, Object page, HttpServletRequest request) {
        return new ModelAndView("espace/" + template, Map.of("shell", desk.shell(request, current), "page", page));
    }
}
