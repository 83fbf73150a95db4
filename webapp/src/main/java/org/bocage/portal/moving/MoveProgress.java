package org.bocage.portal.moving;

/**
 * Numbers of a run.
 *
 * @param total contents that were chosen
 * @param seen of these, how many were looked at
 * @param added by this move
 * @param same how many were here before
 * @param lacking of those added, how many are to be completed
 * @param aside what did not fit
 * @param pictures taken along
 * @param lost pictures that were not found, or not accepted
 * @param online put on line by a gesture for all
 */
record MoveProgress(
        int total, int seen, int added, int same, int lacking, int aside, int pictures, int lost, int online) {

    static final MoveProgress NONE = new MoveProgress(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
