package org.bocage.editorial.screens.extension;

import java.util.List;
import org.bocage.editorial.security.Account;

/** Extension point: structures for which somebody with an account writes; one alone is filled in in new forms. */
public interface AuthorStructures {

    /** Returns the identifiers of the structures that are known, two at most. */
    List<String> structures(Account account);

    /** Whether somebody said so of the account; then what others work out of it counts only where nothing was said. */
    default boolean isGiven() {
        return false;
    }
}
