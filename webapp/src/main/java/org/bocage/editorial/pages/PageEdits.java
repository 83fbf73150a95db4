package org.bocage.editorial.pages;

import java.util.OptionalLong;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.screens.Desk;
import org.springframework.stereotype.Component;

/** Changes to pages made by a gesture elsewhere than in the editor, for somebody who may publish them. */
@Component
public class PageEdits {

    private final Pages pages;
    private final Desk desk;

    PageEdits(Pages pages, Desk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    /** Change applied to a page. */
    @FunctionalInterface
    public interface PageEdit {
        void apply(Node page) throws RepositoryException;
    }

    /**
     * Changes a page as whoever is signed in, and puts it on line, in one version.
     *
     * @throws RuntimeException when it changed meanwhile, or this person may not publish it now
     */
    public void publish(String path, PageEdit edit) {
        pages.publish(path, desk.identity(), desk.actor(), OptionalLong.empty(), (session, page) -> {
            edit.apply(page);
            return true;
        });
    }
}
