package org.bocage.portal.fediverse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.rendering.TemplateFunction;
import org.bocage.cms.repository.config.KeptSettings;
import org.springframework.stereotype.Component;

/** Actors that one may follow, each with its key and its handle; none while that is off. */
@Component
class FediverseFunction implements TemplateFunction {

    private final FediverseSwitch fediverse;
    private final FediverseAddresses addresses;

    FediverseFunction(FediverseSwitch fediverse, FediverseAddresses addresses) {
        this.fediverse = fediverse;
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "fediverse";
    }

    @Override
    public List<Map<String, String>> call(List<String> arguments) {
        return fediverse.isOn()
                ? Arrays.stream(LocalActor.values())
                        .map(actor -> Map.of("key", actor.key(), "handle", addresses.handle(actor)))
                        .toList()
                : List.of();
    }

    @Override
    public Optional<String> workspace() {
        return Optional.of(KeptSettings.WORKSPACE.name());
    }
}
