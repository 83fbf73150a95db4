package org.bocage.portal.sharing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.portal.feeds.FeedDocument;
import org.bocage.portal.feeds.Feeds;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Short addresses, which count who follows them; their QR codes; and what counts that something was copied or sent. */
@Controller
class RelayController {

    private static final String ADDRESS = ShortAddress.PREFIX + "{code:" + ShortAddress.CODE + "}";

    private final ShortLinks links;
    private final ShareCounter relays;
    private final Feeds outlets;

    RelayController(ShortLinks links, ShareCounter relays, Feeds outlets) {
        this.links = links;
        this.relays = relays;
        this.outlets = outlets;
    }

    /** Not for ever: an item may be renamed, and each visit is to be counted. */
    @GetMapping(ADDRESS)
    void follow(@PathVariable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ShortLinks.Target> target = links.target(code, request.getContextPath());
        if (target.isEmpty()) {
            outlets.nothing(request, response);
            return;
        }
        if (request.getMethod().equals(HttpMethod.GET.name())) {
            relays.count(target.get().id(), request.getRemoteAddr());
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", target.get().address());
        response.setHeader("Cache-Control", "no-store");
    }

    /** Somebody copied, downloaded or sent it. */
    @PostMapping(ADDRESS)
    void count(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ShortLinks.Target> target = links.target(code, request.getContextPath());
        if (target.isEmpty()) {
            outlets.nothing(request, response);
            return;
        }
        relays.count(target.get().id(), request.getRemoteAddr());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @GetMapping(ADDRESS + ".json")
    void times(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.once(
                request,
                response,
                "no-store",
                () -> links.target(code, "")
                        .map(target -> FeedDocument.shown(
                                "application/json;charset=UTF-8", "{\"relaye\":" + relays.of(target.id()) + "}")));
    }

    @GetMapping(ADDRESS + ".svg")
    void picture(@PathVariable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        outlets.answer(
                request,
                response,
                Feeds.QUARTER,
                () -> links.target(code, "")
                        .map(target -> FeedDocument.shown(
                                "image/svg+xml", QrCode.svg(outlets.base(request) + ShortAddress.PREFIX + code))));
    }
}
