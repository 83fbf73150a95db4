package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.authoring.view.OutboxPage;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mails that the portal sent, or keeps because there is no mail server. */
@Controller
class OutboxController {

    private static final int SHOWN = 100;

    private final Desk desk;
    private final Outbox outbox;
    private final Roles roles;

    OutboxController(Desk desk, Outbox outbox, Roles roles) {
        this.roles = roles;
        this.desk = desk;
        this.outbox = outbox;
    }

    @GetMapping("/espace/courriers")
    ModelAndView show(@RequestParam(defaultValue = "") String lire, HttpServletRequest request) {
        desk.requireReviewer();
        OutboxPage.Mail open =
                lire.isEmpty() ? null : outbox.find(lire).map(this::mail).orElseThrow(ListController::notFound);
        List<OutboxPage.Entry> mails =
                outbox.recent(SHOWN).stream().map(entry -> line(entry, lire)).toList();
        List<OutboxPage.Bounce> bounces = outbox.bounces().stream()
                .map(one -> new OutboxPage.Bounce(
                        one.address(),
                        Moment.of(one.when(), desk.clock()),
                        one.why(),
                        "/espace/courriers/adresses/" + one.id()))
                .toList();
        return page(request, new OutboxPage(mails, open, bounces));
    }

    /** Somebody asked for another address, or sees that this one works again. */
    @PostMapping("/espace/courriers/adresses/{id:[0-9a-f-]{36}}")
    String mended(@PathVariable String id) {
        desk.requireReviewer();
        if (!outbox.mended(id)) {
            throw ListController.notFound();
        }
        return "redirect:/espace/courriers?fait=enregistre";
    }

    @GetMapping("/espace/courriers/{id:[0-9a-f-]{36}}.eml")
    ResponseEntity<Resource> file(@PathVariable String id) {
        desk.requireReviewer();
        Resource file = new FileSystemResource(outbox.find(id)
                .filter(this::isReadable)
                .flatMap(entry -> outbox.kept(id))
                .orElseThrow(ListController::notFound));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".eml")
                                .build()
                                .toString())
                .body(file);
    }

    private ModelAndView page(HttpServletRequest request, OutboxPage page) {
        return new ModelAndView("espace/outbox", Map.of("shell", desk.shell(request, "courriers"), "page", page));
    }

    private OutboxPage.Entry line(Outbox.Entry entry, String open) {
        return new OutboxPage.Entry(
                entry.mail().subject(),
                entry.mail().to(),
                Moment.of(entry.when(), desk.clock()),
                state(entry),
                "/espace/courriers?lire=" + entry.id(),
                entry.id().equals(open));
    }

    private String state(Outbox.Entry entry) {
        return switch (entry.state()) {
            case WAITING -> "waiting";
            case SENT -> file(entry) == null ? "sent" : "kept";
            case GIVEN_UP -> "given-up";
        };
    }

    private OutboxPage.Mail mail(Outbox.Entry entry) {
        return new OutboxPage.Mail(
                entry.mail().subject(),
                entry.mail().to(),
                Moment.of(entry.when(), desk.clock()),
                isReadable(entry) ? entry.mail().text() : null,
                isReadable(entry) ? file(entry) : null);
    }

    /** A link that lets its reader in is for the addressee; who cares for the accounts could come in anyway. */
    private boolean isReadable(Outbox.Entry entry) {
        return !entry.mail().personal() || roles.administer(desk.account().roles());
    }

    private @Nullable String file(Outbox.Entry entry) {
        return outbox.kept(entry.id()).isPresent() ? "/espace/courriers/" + entry.id() + ".eml" : null;
    }
}
