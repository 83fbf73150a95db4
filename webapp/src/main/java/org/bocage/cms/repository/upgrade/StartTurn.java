package org.bocage.cms.repository.upgrade;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.bocage.cms.repository.document.DatabaseLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Turn to start, among the machines on one database, until this one is ready. */
class StartTurn {

    private Optional<DatabaseLock> held = Optional.empty();

    void begin(DatabaseLock turn) {
        held = Optional.of(turn);
    }

    @PreDestroy
    @EventListener(ApplicationReadyEvent.class)
    void end() {
        held.ifPresent(DatabaseLock::close);
        held = Optional.empty();
    }
}
