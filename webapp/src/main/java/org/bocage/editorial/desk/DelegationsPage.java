package org.bocage.editorial.desk;

import java.util.List;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;

/**
 * {@code delegations.ftlh}: the review of some themes in somebody's hands. The form posts {@code compte}, several "theme",
 * {@code du}, {@code au} to {@code address}; a line is taken back by {@code retirer=<id>} at the same place.
 *
 * @param people who may be chosen, and {@code themes} likewise; chosen is what was typed, given back on error
 * @param from what was typed, ISO 8601
 * @param problems errors by field name
 */
public record DelegationsPage(
        String address,
        List<Line> lines,
        List<FormField.Option> people,
        List<FormField.Option> themes,
        String from,
        String to,
        List<FormPage.Problem> problems) {

    /** One delegation: {@code state} is {@code present}, {@code a-venir} or {@code passee}. */
    public record Line(String id, String who, List<String> themes, Moment from, Moment to, String state) {}
}
