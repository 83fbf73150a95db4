package org.bocage.cms.repository;

import java.util.Arrays;
import java.util.Optional;

/** For whom a published content is; a reader may belong to several. Each is a principal of the access control. */
public enum Audience {
    PUBLIC("public"),
    MEMBERS("adherents"),
    BOARD("ca");

    private final String id;

    Audience(String id) {
        this.id = id;
    }

    /** The value of the property {@code visibilite}. */
    public String id() {
        return id;
    }

    /** The name of the principal that stands for this audience. */
    public String principal() {
        return "audience:" + id;
    }

    public static Optional<Audience> of(String id) {
        return Arrays.stream(values()).filter(a -> a.id.equals(id)).findFirst();
    }
}
