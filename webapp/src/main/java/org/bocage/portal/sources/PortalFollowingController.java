package org.bocage.portal.sources;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The gesture of following another portal, by its address alone. */
@Controller
@OpenTo(People.REVIEWERS)
class PortalFollowingController {

    private static final String ADDRESS = "/espace/sources/suivre";

    private final Desk desk;
    private final PortalFollowing following;

    PortalFollowingController(Desk desk, PortalFollowing following) {
        this.desk = desk;
        this.following = following;
    }

    /** {@code source-portail.ftlh}: what was typed, and why it is not followed. */
    public record FollowingPage(String address, String typed, String problem) {}

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, "", "", HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView follow(@RequestParam(defaultValue = "") String portail, HttpServletRequest request) {
        String typed = portail.substring(0, Math.min(portail.length(), PortalFollowing.LONGEST));
        Optional<String> problem =
                following.follow(typed, desk.actor(), desk.clock().instant());
        return problem.isPresent()
                ? page(request, typed, problem.get(), HttpStatus.UNPROCESSABLE_CONTENT)
                : new ModelAndView("redirect:/espace/sources?fait=portail-suivi");
    }

    private ModelAndView page(HttpServletRequest request, String typed, String problem, HttpStatus status) {
        return new ModelAndView(
                "espace/source-portail",
                Map.of("shell", desk.shell(request, "sources"), "page", new FollowingPage(ADDRESS, typed, problem)),
                status);
    }
}
