package org.bocage.portal.embeds;

import java.util.List;
import java.util.Map;
import org.bocage.cms.rendering.TemplateFunction;
import org.springframework.stereotype.Component;

/** Kind and name of the item whose address is given, after the base of the site; empty when it is the address of none. */
@Component
class EmbeddedFunction implements TemplateFunction {

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Map<String, String> call(List<String> arguments) {
        return EmbeddedItem.at(arguments.get(0), arguments.get(1))
                .map(one -> Map.of("kind", one.kind(), "slug", one.slug()))
                .orElse(Map.of());
    }
}
