package org.bocage.editorial.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Extension point: responsibilities of one kind that the portal keeps by the name or the mail address of an account, and that pass to
 * another account when its person leaves.
 */
public interface Responsibilities {

    /**
     * A responsibility of an account.
     *
     * @param id known to the kind alone
     * @param title as people know it
     * @param mark changes whenever somebody saves what it is about; empty for what has no revisions
     */
    record Responsibility(String id, String title, String mark) {}

    /** Returns the word of the kind, which the message {@code authoring.passer.<kind>} says in French, with the count. */
    String kind();

    /** Returns the responsibilities of an account, those that are over left out. */
    List<Responsibility> of(Account account);

    /**
     * Passes one on, in a save of its own.
     *
     * @return empty when it is the other account's now, else why not: the end of a message {@code authoring.passer.motif.<reason>}
     * @throws org.bocage.cms.repository.failures.ConcurrentEdit when others were first each time; nothing was written
     */
    Optional<String> pass(String id, Account from, Account to, Account by);

    /** Returns the workspaces whose contents this kind alone answers for. */
    default Set<String> workspaces() {
        return Set.of();
    }
}
