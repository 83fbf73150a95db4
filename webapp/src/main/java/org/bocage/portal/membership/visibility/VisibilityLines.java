package org.bocage.portal.membership.visibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bocage.cms.rendering.PublicLines;
import org.bocage.portal.membership.visibility.Visibility.Kind;
import org.bocage.portal.membership.visibility.Visibility.Rule;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gains in visibility that membership brings, under the current rules (AD-01). */
@Component
class VisibilityLines implements PublicLines {

    private final VisibilityStore rules;
    private final MessageSource messages;

    VisibilityLines(VisibilityStore rules, MessageSource messages) {
        this.rules = rules;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "visibilite";
    }

    @Override
    public String workspace() {
        return VisibilityStore.CONFIG.name();
    }

    @Override
    public List<Map<String, String>> now() {
        Visibility now = rules.current();
        return Stream.of(Kind.values())
                .filter(kind -> now.of(kind) != Rule.EVERYBODY)
                .map(kind -> Map.of(
                        "titre", say("gain." + kind.key()),
                        "avant", say("gain." + now.of(kind).key() + ".avant"),
                        "apres", say("gain." + now.of(kind).key() + ".apres")))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage("membership.visibility." + key, new Object[0], Locale.FRENCH);
    }
}
