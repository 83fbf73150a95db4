package org.bocage.portal.agenda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.site.SiteName;
import org.bocage.portal.feeds.FeedDocument;
import org.bocage.portal.feeds.Feeds;
import org.bocage.portal.territory.Communes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The agenda as calendars read it: all of it, narrowed down as the page is, or one event. */
@Controller
class CalendarController {

    private final Feeds outlets;
    private final CalendarEntries entries;
    private final DefinitionRegistry registry;
    private final SiteName siteName;
    private final Communes communes;
    private final String mail;

    CalendarController(
            Feeds outlets,
            CalendarEntries entries,
            DefinitionRegistry registry,
            SiteName siteName,
            Communes communes,
            @Value("${bocage.mail.from:portail@exemple.invalid}") String mail) {
        this.outlets = outlets;
        this.entries = entries;
        this.registry = registry;
        this.siteName = siteName;
        this.communes = communes;
        this.mail = mail;
    }

    @GetMapping("/agenda.ics")
    void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Feeds.QUARTER, () -> {
            String base = outlets.base(request);
            List<CalendarEntry> found = entries.all(
                    outlets.visitor(), base, (session, now) -> CalendarFilter.of(request, session, communes, now));
            return Optional.of(written(request, "evenements.ics.nom", found, ""));
        });
    }

    @GetMapping("/le-pole/formations.ics")
    void trainings(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Feeds.QUARTER, () -> {
            List<CalendarEntry> found = entries.trainings(outlets.visitor(), outlets.base(request));
            return Optional.of(written(request, "pole.formations.ics", found, "formations.ics"));
        });
    }

    @GetMapping("/agenda/{name:[a-z0-9-]{1,80}}.ics")
    void one(@PathVariable String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Identity reader = outlets.reader();
        if (reader.equals(outlets.visitor())) {
            outlets.answer(request, response, Feeds.QUARTER, () -> one(name, reader, request));
        } else {
            outlets.once(request, response, Feeds.PRIVATE, () -> one(name, reader, request));
        }
    }

    private Optional<FeedDocument> one(String name, Identity reader, HttpServletRequest request) {
        return entries.one(name, reader, outlets.base(request))
                .map(entry -> written(request, "evenements.ics.nom", List.of(entry), name + ".ics"));
    }

    private FeedDocument written(HttpServletRequest request, String title, List<CalendarEntry> found, String fileName) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String source = outlets.base(request)
                + request.getRequestURI().substring(request.getContextPath().length())
                + query;
        String name = registry.current().messages().lookup(Locale.FRENCH, title, siteName.get());
        return new FeedDocument(CalendarText.TYPE, CalendarText.of(name, source, mail, found), fileName);
    }
}
