package org.bocage.editorial.administration;

import java.util.List;

/**
 * {@code demonstration.ftlh}: what there is of the demo.
 *
 * @param unsure whether the yes was missing
 */
public record DemoPage(String address, boolean unsure, List<Row> rows) {

    /** A kind of content, and how many there are. */
    public record Row(String label, int count) {}
}
