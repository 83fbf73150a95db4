package org.bocage.editorial.screens.extension;

import java.util.List;

/** Extension point: sentences about a page of the site, shown beside it in its editor. */
public interface PageNotices {

    /**
     * Returns the sentences for whoever is signed in.
     *
     * @param path of the page
     */
    List<String> pageNotices(String path);
}
