package org.bocage.portal.territory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.rendering.TemplateFunction;
import org.springframework.stereotype.Component;

/** Communes that act together: {@code name} as addresses have it, {@code title}, and {@code codes} of its communes. */
@Component
class CommuneGroups implements TemplateFunction {

    private final Communes communes;

    CommuneGroups(Communes communes) {
        this.communes = communes;
    }

    @Override
    public String name() {
        return "communeGroups";
    }

    @Override
    public List<Map<String, Object>> call(List<String> arguments) {
        return communes.groups().stream()
                .map(group -> Map.<String, Object>of(
                        "name", group.name(), "title", group.title(), "codes", List.copyOf(group.codes())))
                .toList();
    }

    @Override
    public Optional<String> workspace() {
        return Optional.of(PublishedCommunes.WORKSPACE.name());
    }
}
