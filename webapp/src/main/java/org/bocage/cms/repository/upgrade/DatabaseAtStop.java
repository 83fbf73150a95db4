package org.bocage.cms.repository.upgrade;

import java.util.Optional;
import org.bocage.cms.repository.document.Database;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Database that is told when the portal stops: what saves at the end, one after the other, would each wait for it when it is away. */
class DatabaseAtStop {

    private volatile Optional<Database> database = Optional.empty();

    void open(Database opened) {
        database = Optional.of(opened);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        database.ifPresent(Database::stop);
    }
}
