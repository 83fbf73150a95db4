package org.bocage.cms.definition.form;

import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.files.SourceFile;

/**
 * A dialog (spec 4.2), of either of Magnolia's two frameworks.
 *
 * @param width small, medium or large
 * @param actions names of its actions, in order; commit and cancel when it says nothing
 */
public record DialogDefinition(
        String id,
        Label label,
        FormDefinition form,
        boolean wide,
        String width,
        List<String> actions,
        SourceFile source,
        Map<String, Object> raw) {}
