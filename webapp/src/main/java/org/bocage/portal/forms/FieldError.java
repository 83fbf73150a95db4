package org.bocage.portal.forms;

import java.util.List;
import java.util.stream.Stream;

/**
 * One error of the summary above a form, which leads to its control.
 *
 * @param id of the control in the page, see {@link Control#id()}
 * @param label of the control, in words
 * @param message the sentence
 */
public record FieldError(String id, String label, String message) {

    /** Returns the first error of each control that has one, in the order in which they are shown. */
    public static List<FieldError> of(List<Control> controls) {
        return controls.stream().flatMap(FieldError::of).toList();
    }

    private static Stream<FieldError> of(Control control) {
        return Stream.concat(
                control.errors().stream()
                        .limit(1)
                        .map(message -> new FieldError(control.id(), control.label(), message)),
                control.cases().stream().flatMap(List::stream).flatMap(FieldError::of));
    }
}
