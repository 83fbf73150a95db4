package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.publishing.bootstrap.DemoContent;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes the demo content away, for good: the administration alone (OPS-09). */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class DemoController implements SettingsScreen {

    static final String ADDRESS = "/espace/reglages/demonstration";

    private final Desk desk;
    private final DemoContent demo;

    DemoController(Desk desk, DemoContent demo) {
        this.desk = desk;
        this.demo = demo;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, false, HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView remove(@RequestParam(defaultValue = "") String oui, HttpServletRequest request) {
        if (!oui.equals("oui")) {
            return page(request, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        demo.remove();
        return new ModelAndView("redirect:/espace/reglages?fait=demo-retiree");
    }

    private ModelAndView page(HttpServletRequest request, boolean unsure, HttpStatus status) {
        List<DemoPage.Row> rows = demo.counts().entrySet().stream()
                .map(one -> new DemoPage.Row(
                        desk.type(one.getKey())
                                .map(desk::label)
                                .orElseGet(() -> desk.words(one.getKey() + ".app.label", one.getKey())),
                        one.getValue()))
                .toList();
        return new ModelAndView(
                "espace/demonstration",
                Map.of("shell", desk.shell(request, "reglages"), "page", new DemoPage(ADDRESS, unsure, rows)),
                status);
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return desk.administers() && !demo.counts().isEmpty()
                ? Optional.of(new SettingsPage.Link("demonstration", ADDRESS, 0))
                : Optional.empty();
    }
}
