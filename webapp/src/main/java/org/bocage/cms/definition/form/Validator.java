package org.bocage.cms.definition.form;

import java.util.List;
import java.util.Map;

/** A check of a field (spec 4.7). */
public sealed interface Validator {

    /** Returns the message for a failed check; {@link Label#NONE}: the host's own sentence. */
    Label errorMessage();

    record Email(Label errorMessage) implements Validator {}

    /** Java regular expression, the whole value. */
    record Regexp(Label errorMessage, String pattern) implements Validator {}

    /** A name that can be that of a node. */
    record NodeName(Label errorMessage) implements Validator {}

    /** HTML without anything but these tags; empty: the default ones. */
    record SafeHtml(Label errorMessage, List<String> allowedTags, List<String> globalAttributes) implements Validator {}

    /** SVG without script. */
    record SvgUpload(Label errorMessage) implements Validator {}

    /** A check this host does not know, by its {@code $type} or class; the value is accepted. */
    record Unknown(Label errorMessage, String type, Map<String, Object> raw) implements Validator {}
}
