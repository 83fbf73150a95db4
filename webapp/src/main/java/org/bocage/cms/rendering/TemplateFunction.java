package org.bocage.cms.rendering;

import java.util.List;

/** Extension point: a function that pages call as one of {@code portailfn}, and that reads no content. */
public interface TemplateFunction {

    /** Returns the name by which templates call it. */
    String name();

    /**
     * Answers a call.
     *
     * @return a text or a number, or a list or map of such; its texts plain, they are made ready to print
     */
    Object call(List<String> arguments);
}
