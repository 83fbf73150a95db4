package org.bocage.portal.privacy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.NodeIterator;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.rendering.PublicLines;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The register for the public page: what is kept of people, why, who reads it and how long, of what this portal does. */
@Component
class RegisterLines implements PublicLines {

    private static final List<String> COLUMNS = List.of("quoi", "pourquoi", "qui", "duree");
    private static final String MAILS = "mails";
    private static final String SOURCES = "sources";
    private static final List<String> KEPT = List.of(
            "compte",
            "relecture",
            MAILS,
            "contact",
            "abonnement",
            "places",
            "refus",
            "adhesions",
            SOURCES,
            "demandes",
            "adresse",
            "compteurs",
            "cherche",
            "empreinte",
            "navigateur");
    /** Lines that are there with a content type alone. */
    private static final Map<String, String> TYPES =
            Map.of("places", "evenements", "adhesions", "adhesions", SOURCES, SOURCES);

    private static final Workspace KEPT_SOURCES = new Workspace(SOURCES);

    private final DefinitionRegistry registry;
    private final Stores stores;
    private final MessageSource messages;
    private final Duration mailsKept;
    private final Duration textsKept;

    RegisterLines(
            DefinitionRegistry registry,
            Stores stores,
            MessageSource messages,
            @Value("${bocage.mail.kept:90d}") Duration mailsKept,
            @Value("${bocage.mail.text-kept:30d}") Duration textsKept) {
        this.registry = registry;
        this.stores = stores;
        this.messages = messages;
        this.mailsKept = mailsKept;
        this.textsKept = textsKept;
    }

    @Override
    public String name() {
        return "registre";
    }

    @Override
    public String workspace() {
        return Workspace.WEBSITE.name();
    }

    @Override
    public List<Map<String, String>> now() {
        return KEPT.stream().filter(this::isInUse).map(this::line).toList();
    }

    private boolean isInUse(String what) {
        String type = TYPES.get(what);
        return (type == null || registry.current().contentType(type).isPresent())
                && (!what.equals(SOURCES) || hasSources());
    }

    private boolean hasSources() {
        return stores.author().read(Identity.SYSTEM, session -> {
            if (KEPT_SOURCES.exists(session)) {
                for (NodeIterator nodes = KEPT_SOURCES.root(session).getNodes(); nodes.hasNext(); ) {
                    // beside them stands who may read them
                    if (!nodes.nextNode().getName().startsWith("rep:")) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private Map<String, String> line(String what) {
        Object[] figures = what.equals(MAILS) ? new Object[] {mailsKept.toDays(), textsKept.toDays()} : new Object[0];
        Map<String, String> line = new LinkedHashMap<>();
        COLUMNS.forEach(column -> line.put(
                column, messages.getMessage("privacy.register." + what + "." + column, figures, Locale.FRENCH)));
        return line;
    }
}
