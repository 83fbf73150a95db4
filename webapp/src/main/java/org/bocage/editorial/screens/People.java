package org.bocage.editorial.screens;

import org.bocage.editorial.security.Roles;
import org.bocage.editorial.workflow.Workflow;

/** Persons for whom a screen of the private space may be, as {@link OpenTo} names them. */
public enum People {

    /** Everybody, signed in or not: what neither tells nor changes anything that is anybody's. */
    ANYBODY,

    /** Everybody who may open the private space; they see what is theirs, and what the store lets them read. */
    SIGNED_IN,

    /** People to whom the store's rights and the workflow open what the address names; the handler asks that itself. */
    ENTITLED,

    /** Reviewers of what others write. */
    REVIEWERS,

    /** People for whom proposals wait: they review, or a theme is in their hands today. */
    DECIDERS,

    /** Holders of the administration's own role; not the same as {@link #ACCOUNT_KEEPERS}. */
    ADMINISTRATORS,

    /** Holders of a role that may write accounts ({@link Roles#administer}). */
    ACCOUNT_KEEPERS,

    /** Readers of what is for the CA. */
    BOARD,

    /** Readers of what became of their own contents ({@link Workflow#readsOwnJournal}). */
    JOURNAL_READERS,

    /** Readers of the pages of the site, drafts included. */
    PAGE_READERS
}
