package org.bocage.editorial.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;

/** The component somebody took to put a copy of it on another page: one a person, for a day. */
@Component
final class PageClipboard {

    private static final int PEOPLE = 1_000;

    private final Cache<String, String> taken = Caffeine.newBuilder()
            .maximumSize(PEOPLE)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    void take(String account, String component) {
        taken.put(account, component);
    }

    /** Returns the component somebody took, as it is now; empty when it is gone, or this session may not read it. */
    Optional<Node> of(String account, Session session) throws RepositoryException {
        String component = taken.getIfPresent(account);
        return component == null ? Optional.empty() : Workspace.WEBSITE.nodeById(session, component);
    }
}
