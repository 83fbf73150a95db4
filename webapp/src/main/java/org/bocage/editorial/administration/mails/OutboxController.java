package org.bocage.editorial.administration.mails;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.mail.MailServer;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The mails that the portal sent, or keeps because there is no mail server. */
@ScreenController
@OpenTo(People.REVIEWERS)
class OutboxController {

    private static final String ADDRESS = "/espace/courriers";
    private static final int SHOWN = 100;
    /** Age up to which kept mails are sent: older ones say what is no longer so. */
    private static final Duration KEPT_SENT = Duration.ofDays(7);

    private final Desk desk;
    private final Outbox outbox;
    private final MailServer server;
    private final Roles roles;

    OutboxController(Desk desk, Outbox outbox, MailServer server, Roles roles) {
        this.server = server;
        this.roles = roles;
        this.desk = desk;
        this.outbox = outbox;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(
            @RequestParam(defaultValue = "") String lire,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        if (page < 1 || page > ContentQuery.DEEPEST / SHOWN) {
            throw new NotFoundException();
        }
        OutboxPage.Mail open =
                lire.isEmpty() ? null : outbox.find(lire).map(this::mail).orElseThrow(NotFoundException::new);
        Outbox.Listed listed = outbox.list((page - 1) * SHOWN, SHOWN);
        List<OutboxPage.Entry> mails =
                listed.mails().stream().map(header -> line(header, lire, page)).toList();
        List<OutboxPage.Bounce> bounces = outbox.bounces(SHOWN).stream()
                .map(one -> new OutboxPage.Bounce(
                        one.address(),
                        Moment.of(one.when(), desk.clock()),
                        one.why(),
                        ADDRESS + "/adresses/" + one.id()))
                .toList();
        return page(
                request,
                new OutboxPage(
                        mails,
                        Paging.of(page, listed.total(), SHOWN, ADDRESS),
                        open,
                        bounces,
                        kept(),
                        outbox.waiting(),
                        server.hourly()));
    }

    /** Returns how many mails a server that there is now could send. */
    private int kept() {
        return server.isKnown() ? outbox.keptSince(lately()) : 0;
    }

    private Instant lately() {
        return desk.clock().instant().minus(KEPT_SENT);
    }

    /** Sends what was kept of the last days, while there was no server. */
    @PostMapping(ADDRESS)
    String sendKept() {
        if (server.isKnown()) {
            outbox.sendKeptSince(lately());
        }
        return "redirect:" + ADDRESS + "?fait=courriers-partent";
    }

    /** Somebody asked for another address, or sees that this one works again. */
    @PostMapping(ADDRESS + "/adresses/{id:[0-9a-f-]{36}}")
    String mended(@PathVariable String id) {
        if (!outbox.mended(id)) {
            throw new NotFoundException();
        }
        return "redirect:" + ADDRESS + "?fait=enregistre";
    }

    @GetMapping(ADDRESS + "/{id:[0-9a-f-]{36}}.eml")
    @OpenTo(People.ENTITLED)
    ResponseEntity<Resource> file(@PathVariable String id) {
        Resource file = new FileSystemResource(outbox.find(id)
                .filter(this::isReadable)
                .flatMap(entry -> outbox.kept(id))
                .orElseThrow(NotFoundException::new));
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

    private OutboxPage.Entry line(Outbox.Header header, String open, int page) {
        return new OutboxPage.Entry(
                header.subject(),
                header.to(),
                Moment.of(header.when(), desk.clock()),
                state(header),
                ADDRESS + "?lire=" + header.id() + (page > 1 ? "&page=" + page : ""),
                header.id().equals(open));
    }

    private String state(Outbox.Header header) {
        return switch (header.state()) {
            case WAITING -> header.isHeld() ? "held" : "waiting";
            case SENT -> file(header) == null ? "sent" : "kept";
            case GIVEN_UP -> "given-up";
        };
    }

    private OutboxPage.Mail mail(Outbox.Entry entry) {
        return new OutboxPage.Mail(
                entry.mail().subject(),
                entry.mail().to(),
                Moment.of(entry.header().when(), desk.clock()),
                !isReadable(entry) ? "personal" : entry.mail().text().isEmpty() ? "forgotten" : "shown",
                isReadable(entry) ? entry.mail().text() : "",
                isReadable(entry) ? file(entry.header()) : null);
    }

    /** A link that lets its reader in is for the addressee; who cares for the accounts could come in anyway. */
    private boolean isReadable(Outbox.Entry entry) {
        return !entry.mail().personal() || roles.administer(desk.account().roles());
    }

    private @Nullable String file(Outbox.Header header) {
        return outbox.kept(header.id()).isPresent() ? ADDRESS + "/" + header.id() + ".eml" : null;
    }
}
