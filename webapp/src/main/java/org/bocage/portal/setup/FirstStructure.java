package org.bocage.portal.setup;

import java.time.Clock;
import java.util.Optional;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.site.SiteSettings;
import org.bocage.editorial.administration.settings.SettingsKept;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.screens.Contents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first structure of the directory: the association itself. It comes with the first settings that name the association, so that
 * its news have a structure to turn to; its entry is then edited as every other one.
 */
@Component
class FirstStructure {

    private static final String TYPE = "acteurs";

    private final Stores stores;
    private final DefinitionRegistry registry;
    private final SiteSettings settings;
    private final Contents contents;
    private final Clock clock;

    FirstStructure(Stores stores, DefinitionRegistry registry, SiteSettings settings, Contents contents, Clock clock) {
        this.stores = stores;
        this.registry = registry;
        this.settings = settings;
        this.contents = contents;
        this.clock = clock;
    }

    @EventListener
    void add(SettingsKept kept) {
        SiteDefinition.Settings names = registry.current().site().settings();
        Optional<ContentType> type = registry.current().contentType(TYPE);
        Optional<String> name = settings.get(names.nameProperty());
        if (names.structureProperty().isEmpty() || type.isEmpty() || name.isEmpty() || isAny(type.get())) {
            return;
        }
        String id = contents.add(
                        type.get(),
                        Slug.of(name.get(), "association", one -> true),
                        "publier",
                        kept.by(),
                        clock.instant(),
                        item -> {
                            item.setProperty("titre", name.get());
                            item.setProperty("visibilite", "public");
                        })
                .id();
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session ->
                                settings.nodeToWrite(session).orElseThrow().setProperty(names.structureProperty(), id));
    }

    /** Whether there is a structure, or was one: nothing comes back that somebody took away. */
    private boolean isAny(ContentType type) {
        return stores.author().read(Identity.SYSTEM, session -> {
            boolean wasChosen = settings.node(session).isPresent()
                    && settings.structure(session).isPresent();
            return wasChosen || contents.count(ContentQuery.in(type.workspace()), Identity.SYSTEM) > 0;
        });
    }
}
