package org.bocage.portal.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.authoring.Companion;
import org.bocage.editorial.authoring.Desk;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.authoring.view.SettingsPage;
import org.bocage.editorial.mail.Mail;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** « Données personnelles » : what is held on somebody, given or erased; the register, and who asked (OPS-08). */
@Controller
class PrivacyController implements Companion {

    static final String ADDRESS = "/espace/reglages/donnees";

    private final PersonalData data;
    private final Desk desk;
    private final MessageSource messages;
    private final JsonMapper json = JsonMapper.builder().build();

    PrivacyController(PersonalData data, Desk desk, MessageSource messages) {
        this.data = data;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * {@code donnees.ftlh}.
     *
     * @param asked the address that was asked about; empty for none yet
     * @param problem what is wrong with it; empty for nothing
     */
    public record PrivacyPage(
            String address, String asked, String problem, List<Row> held, List<Asked> requests) {

        /** Something that is held: what kind, its title, and what erasing does to it, {@code goes}, {@code without} or {@code stays}. */
        public record Row(String kind, String title, String fate) {}

        /** A request that was met. */
        public record Asked(Moment when, String what, String whom, String by, long contents) {}
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        desk.requireReviewer();
        return page(request, "", "", HttpStatus.OK);
    }

    /** By post: an address does not belong into the log of a server. */
    @PostMapping(ADDRESS)
    ModelAndView find(@RequestParam(defaultValue = "") String courriel, HttpServletRequest request) {
        desk.requireReviewer();
        String asked = courriel.strip();
        return Mail.isAddress(asked)
                ? page(request, asked, "", HttpStatus.OK)
                : page(request, asked, say("wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(ADDRESS + "/exporter")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "") String courriel) {
        desk.requireReviewer();
        if (!Mail.isAddress(courriel)) {
            return ResponseEntity.unprocessableContent().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("donnees-personnelles.json")
                                .build()
                                .toString())
                .body(json.writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(data.export(courriel, desk.actor().displayName())));
    }

    @PostMapping(ADDRESS + "/effacer")
    ModelAndView erase(
            @RequestParam(defaultValue = "") String courriel,
            @RequestParam(defaultValue = "") String oui,
            HttpServletRequest request) {
        desk.requireReviewer();
        if (!Mail.isAddress(courriel)) {
            return page(request, courriel, say("wrong"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!oui.equals("oui")) {
            return page(request, courriel, say("unsure"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        data.erase(courriel, desk.actor().displayName());
        return new ModelAndView("redirect:" + ADDRESS + "?fait=personne-effacee", new ModelMap());
    }

    private ModelAndView page(HttpServletRequest request, String asked, String problem, HttpStatus status) {
        List<PrivacyPage.Row> held = Mail.isAddress(asked)
                ? data.find(asked).stream()
                        .map(one -> new PrivacyPage.Row(
                                messages.getMessage(
                                        "privacy.kind." + one.workspace(), new Object[0], one.workspace(), Locale.FRENCH),
                                one.title(),
                                one.fate().key()))
                        .toList()
                : List.of();
        List<PrivacyPage.Asked> requests = data.requests().stream()
                .map(one -> new PrivacyPage.Asked(
                        Moment.of(one.when(), desk.clock()), say(one.what()), one.whom(), one.by(), one.contents()))
                .toList();
        return new ModelAndView(
                "espace/donnees",
                Map.of(
                        "shell",
                        desk.shell(request, "reglages"),
                        "page",
                        new PrivacyPage(ADDRESS, asked, problem, held, requests)),
                status);
    }

    private String say(String key) {
        return messages.getMessage("privacy." + key, new Object[0], Locale.FRENCH);
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("donnees", ADDRESS, 0));
    }
}
