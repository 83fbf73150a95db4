package org.bocage.portal.entries;

import java.util.List;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.screens.extension.AuthorStructures;
import org.bocage.editorial.security.Account;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Structures whose entry in the directory is somebody's own. */
@Component
@Order(1)
class OwnStructures implements AuthorStructures {

    private final ContentIndexes indexes;

    OwnStructures(ContentIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public List<String> structures(Account account) {
        ContentQuery theirs = ContentQuery.in(Fiches.TYPE)
                .ofType(Fiches.NODE_TYPE)
                .where("auteur", account.name())
                .page(0, 2);
        return indexes.author().find(theirs, Identity.SYSTEM).hits().stream()
                .map(Hits.Hit::id)
                .toList();
    }
}
