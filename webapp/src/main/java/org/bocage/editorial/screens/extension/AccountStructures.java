package org.bocage.editorial.screens.extension;

import java.util.List;
import org.bocage.editorial.security.Account;

/** Extension point: structures that accounts keep, as the screens of accounts show them, give and take them. */
public interface AccountStructures {

    /** A structure, with the title that people know it by. */
    record Structure(String id, String title) {}

    /** Returns the structures that may be given, by title. */
    List<Structure> choices();

    /** Returns the structures that an account keeps, in the order in which they were given. */
    List<Structure> kept(Account account);

    /**
     * Lets an account keep a structure.
     *
     * @param by account of who gives it
     * @return false when there is no such structure or account any more, or the account keeps too many
     */
    boolean give(String account, String structure, String by);

    /**
     * Lets an account keep a structure no longer.
     *
     * @param by account of who takes it
     */
    void take(String account, String structure, String by);
}
