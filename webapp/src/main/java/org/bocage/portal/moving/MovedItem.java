package org.bocage.portal.moving;

/** Properties of an item that moved in; none leaves the author store. */
final class MovedItem {

    /** Identifier of the move it came with. */
    static final String MOVE = "reprise";

    /** By which it is known when the same export comes again. */
    static final String ORIGIN = "repriseDe";

    /** Whether everybody could read it over there. */
    static final String PUBLIC = "repriseEnLigne";

    /** FormerPaths it had over there, several; of files too. */
    static final String ADDRESSES = "anciennesAdresses";

    private MovedItem() {}
}
