package org.bocage.cms.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Wording;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.rendering.cache.RenderCache;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Words that messages have for the association, by the parameter {@code called} of the site: those of the kind that its settings give;
 * without one, of the kind that its name tells, as « Collectif des haies ».
 */
@Component
public class SiteWording implements DisposableBean {

    private final SiteSettings settings;
    private final SiteName name;
    private final DefinitionRegistry registry;
    private final RenderCache rendered;
    private final ProjectionRunner follower;

    SiteWording(
            Stores stores, SiteSettings settings, SiteName name, DefinitionRegistry registry, RenderCache rendered) {
        this.settings = settings;
        this.name = name;
        this.registry = registry;
        this.rendered = rendered;
        String pages = Workspace.WEBSITE.storePath("/");
        this.follower = ProjectionRunner.start(
                stores.author(),
                "wording",
                changes -> {
                    if (changes.touches(pages)) {
                        say();
                    }
                },
                null);
        registry.onReload(definitions -> say());
        say();
    }

    private synchronized void say() {
        if (registry.say(wording(registry.current().site().settings().called()))) {
            rendered.clear();
        }
    }

    private Wording wording(SiteDefinition.Called called) {
        Map<String, List<String>> phrases = called.phrases();
        if (phrases.isEmpty()) {
            return Wording.AS_WRITTEN;
        }
        List<String> said = settings.get(called.property())
                .flatMap(kind -> Optional.ofNullable(phrases.get(kind)))
                .or(this::byName)
                .orElse(phrases.values().iterator().next());
        List<String> written = phrases.getOrDefault(called.written(), said);
        return said.equals(written) ? Wording.AS_WRITTEN : new Wording(written, said);
    }

    private Optional<List<String>> byName() {
        String words = name.get().toLowerCase(Locale.FRENCH);
        return registry.current().site().settings().called().phrases().values().stream()
                .filter(phrases -> named(phrases.get(0)).matcher(words).find())
                .findFirst();
    }

    /** The noun of « le pôle » or « l’association ». */
    private static Pattern named(String phrase) {
        String noun = phrase.replaceFirst("^(?:le |la |l’)", "").toLowerCase(Locale.FRENCH);
        return Pattern.compile("\\b" + Pattern.quote(noun) + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
    }

    @Override
    public void destroy() {
        follower.close();
    }
}
