package org.bocage.cms.repository;

import org.apache.jackrabbit.oak.api.CommitFailedException;
import org.apache.jackrabbit.oak.spi.commit.CommitInfo;
import org.apache.jackrabbit.oak.spi.commit.DefaultValidator;
import org.apache.jackrabbit.oak.spi.commit.Validator;
import org.apache.jackrabbit.oak.spi.commit.ValidatorProvider;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a save that puts a node deeper than {@link Workspace#MAX_DEPTH}, wherever it comes from: whatever walks a tree (an
 * export, a copy of the store, Oak itself) calls itself once a level, and ends in a StackOverflowError below some 390.
 */
final class DepthLimit extends ValidatorProvider {

    private static final int CODE = 1;

    /** Whether a save was refused for this. */
    static boolean refused(Exception failure) {
        return failure.getCause() instanceof CommitFailedException cause
                && cause.isOfType(CommitFailedException.CONSTRAINT)
                && cause.getCode() == CODE;
    }

    @Override
    protected Validator getRootValidator(NodeState before, NodeState after, CommitInfo info) {
        return new Below(0);
    }

    /** The nodes so many steps below a workspace; the root's, which the workspaces are, at 0. */
    private static final class Below extends DefaultValidator {

        private final int depth;

        private Below(int depth) {
            this.depth = depth;
        }

        @Override
        public @Nullable Validator childNodeAdded(String name, NodeState after) throws CommitFailedException {
            if (depth > Workspace.MAX_DEPTH) {
                throw new CommitFailedException(
                        CommitFailedException.CONSTRAINT, CODE, "A node lies deeper than " + Workspace.MAX_DEPTH);
            }
            return below(name);
        }

        @Override
        public @Nullable Validator childNodeChanged(String name, NodeState before, NodeState after) {
            return below(name);
        }

        @Override
        public @Nullable Validator childNodeDeleted(String name, NodeState before) {
            return null;
        }

        /**
         * Returns the validator of a child node; null for Oak's own nodes, which lie beside the workspaces or are
         * hidden.
         */
        private @Nullable Validator below(String name) {
            return name.startsWith(":") || (depth == 0 && name.indexOf(':') >= 0) ? null : new Below(depth + 1);
        }
    }
}
