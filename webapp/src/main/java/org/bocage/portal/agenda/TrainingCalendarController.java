package org.bocage.portal.agenda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Value;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.ContentQuery;
import org.bocage.cms.search.Hits;
import org.bocage.cms.site.SiteName;
import org.bocage.portal.feeds.Outlets;
import org.bocage.portal.feeds.Written;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The programme of trainings as calendars read it: the sessions of the actions that train and are not over. */
@Controller
class TrainingCalendarController {

    private static final int MOST = 200;

    private final Outlets outlets;
    private final CalendarEntries entries;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final SiteName siteName;
    private final String mail;

    TrainingCalendarController(
            Outlets outlets,
            CalendarEntries entries,
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            SiteName siteName,
            @org.springframework.beans.factory.annotation.Value("${bocage.mail.from:portail@exemple.invalid}")
                    String mail) {
        this.outlets = outlets;
        this.entries = entries;
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.siteName = siteName;
        this.mail = mail;
    }

    @GetMapping("/le-pole/formations.ics")
    void trainings(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Outlets.QUARTER, () -> {
            String base = outlets.base(request);
            List<CalendarEntry> found = sessions(outlets.visitor()).stream()
                    .flatMap(name -> entries.one(name, outlets.visitor(), base).stream())
                    .toList();
            String name = registry.current().messages().lookup(Locale.FRENCH, "pole.formations.ics", siteName.get());
            return Optional.of(new Written(
                    CalendarText.TYPE,
                    CalendarText.of(name, base + "/le-pole/formations.ics", mail, found),
                    "formations.ics"));
        });
    }

    /** The names of the events that the actions name. */
    private Set<String> sessions(Identity reader) {
        ContentQuery trainings = ContentQuery.in("actions")
                .ofType("bocage:action")
                .where("nature", "formation")
                .where("etatAction", "en-cours", "a-venir")
                .page(0, MOST);
        List<Hits.Hit> hits = indexes.published().find(trainings, reader).hits();
        return stores.published().read(reader, session -> {
            Set<String> names = new LinkedHashSet<>();
            for (Hits.Hit hit : hits) {
                Optional<Node> action = Workspace.byId(session, hit.id());
                if (action.isPresent() && action.get().hasProperty("seances")) {
                    for (Value event : action.get().getProperty("seances").getValues()) {
                        Optional<Node> found = CalendarEntries.EVENTS.nodeById(session, event.getString());
                        if (found.isPresent()) {
                            names.add(found.get().getName());
                        }
                    }
                }
            }
            return names;
        });
    }
}
