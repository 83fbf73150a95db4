package org.bocage.portal.territory;

import java.util.List;
import java.util.Optional;
import org.bocage.cms.rendering.TemplateFunction;
import org.springframework.stereotype.Component;

/** Codes of a commune and of its neighbours, asked for by the code of the commune. */
@Component
class NearbyCommunes implements TemplateFunction {

    private final Communes communes;

    NearbyCommunes(Communes communes) {
        this.communes = communes;
    }

    @Override
    public String name() {
        return "communesAround";
    }

    @Override
    public List<String> call(List<String> arguments) {
        return arguments.stream()
                .flatMap(code -> communes.around(code).stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<String> workspace() {
        return Optional.of(PublishedCommunes.WORKSPACE.name());
    }
}
