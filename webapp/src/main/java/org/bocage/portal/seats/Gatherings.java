package org.bocage.portal.seats;

import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;

/** Reads the dates of an event: a draft speaks for none that is on line, and what was thrown away has none. */
@Component
class Gatherings {

    static final Workspace EVENTS = new Workspace("evenements");

    private final Stores stores;

    Gatherings(Stores stores) {
        this.stores = stores;
    }

    /** Returns the dates of an event as they stand on line; when it is off line, as they were written last. */
    List<Gathering> of(String event) {
        return online(event)
                .orElseGet(() -> stores.author().read(Identity.SYSTEM, session -> {
                    Optional<Node> item = EVENTS.nodeById(session, event);
                    return item.isPresent() ? Gathering.of(item.get()) : List.<Gathering>of();
                }));
    }

    /** Returns the dates of an event as they stand on line; empty when it is off line. */
    Optional<List<Gathering>> online(String event) {
        return stores.published().read(Identity.SYSTEM, session -> {
            Optional<Node> item = EVENTS.nodeById(session, event);
            return item.isPresent() ? Optional.of(Gathering.online(item.get())) : Optional.<List<Gathering>>empty();
        });
    }
}
