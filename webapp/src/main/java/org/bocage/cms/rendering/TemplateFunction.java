package org.bocage.cms.rendering;

import java.util.List;
import java.util.Optional;

/** Extension point: a function that pages call as one of {@code portailfn}, for what no list gives. */
public interface TemplateFunction {

    /** Returns the name by which templates call it. */
    String name();

    /**
     * Answers a call.
     *
     * @return a text or a number, or a list or map of such; its texts plain, they are made ready to print
     */
    Object call(List<String> arguments);

    /** The workspace whose contents on line its answers depend on; empty when they depend on none. */
    default Optional<String> workspace() {
        return Optional.empty();
    }
}
