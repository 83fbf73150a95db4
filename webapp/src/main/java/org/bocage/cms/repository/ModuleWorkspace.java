package org.bocage.cms.repository;

/** Extension point: a workspace in which a module keeps something other than contents. */
public record ModuleWorkspace(String name, Kind kind) {

    /** Way it is treated. */
    public enum Kind {
        /** As the {@linkplain Workspace#TECHNICAL workspaces of the host}: not indexed, not exchanged, not looked through. */
        TECHNICAL,
        /** Kept with the contents, and in no list. */
        UNLISTED
    }
}
