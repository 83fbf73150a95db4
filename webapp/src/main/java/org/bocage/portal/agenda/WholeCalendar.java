package org.bocage.portal.agenda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.publishing.exchange.Takeaway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The calendar of the archive of everything: each event on line that somebody may read, those that are over too. */
@Component
final class WholeCalendar implements Takeaway {

    private final CalendarEntries entries;
    private final DefinitionRegistry registry;
    private final SiteName siteName;
    private final String mail;

    WholeCalendar(
            CalendarEntries entries,
            DefinitionRegistry registry,
            SiteName siteName,
            @Value("${bocage.mail.from:portail@exemple.invalid}") String mail) {
        this.entries = entries;
        this.registry = registry;
        this.siteName = siteName;
        this.mail = mail;
    }

    @Override
    public void write(Identity reader, String base, Archive archive) throws IOException {
        List<CalendarEntry> all = entries.since(
                Instant.EPOCH, reader, base, (session, now) -> new CalendarFilter(List.of(), Optional.of(List.of())));
        String name = registry.current().messages().lookup(Locale.FRENCH, "evenements.ics.nom", siteName.get());
        archive.file("agenda.ics")
                .write(CalendarText.of(name, base + "/agenda.ics", mail, all).getBytes(StandardCharsets.UTF_8));
    }
}
