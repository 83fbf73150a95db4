package org.bocage.portal.setup;

import java.util.List;

/** {@code textes-depart.ftlh}: the pages that hold starting texts. */
public record StartingTextsPage(String address, List<Row> rows) {

    /**
     * A page.
     *
     * @param path of the page
     * @param count how many starting texts it holds
     * @param editor address of its editor
     */
    public record Row(String path, String title, int count, String editor) {}
}
