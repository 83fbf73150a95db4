package org.bocage.editorial.items.list;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.springframework.stereotype.Component;

/** Gestures that are made on several items of a list at once, as far as each item allows them. */
@Component
public class BulkGestures {

    private static final String THROW = "jeter";
    private static final List<String> ALL = List.of("proposer", "publier", "archiver", THROW);
    /** Gestures that begin nothing: whether they may be made is told by the items alone. */
    private static final Set<String> PUT_AWAY = Set.of("archiver", THROW);

    private final Review review;
    private final Trash trash;

    BulkGestures(Review review, Trash trash) {
        this.review = review;
        this.trash = trash;
    }

    /** Returns those that a person may make on items of a type, in the order of the buttons. */
    List<String> offered(ContentType type, Actor actor) {
        Set<String> allowed = review.actionsOnNew(actor);
        return ALL.stream()
                .filter(one -> isOf(type, one))
                .filter(one -> PUT_AWAY.contains(one) || allowed.contains(one))
                .toList();
    }

    /** Whether a gesture is one of those at all. */
    public static boolean isKnown(String gesture) {
        return ALL.contains(gesture);
    }

    /** Whether a gesture makes sense for a type: what never goes on line is thrown away alone. */
    public static boolean isOf(ContentType type, String gesture) {
        return type.goesOnLine() || gesture.equals(THROW);
    }

    /** Whether a person may make a gesture on an item as it is now. */
    public boolean may(Node item, String gesture, Actor actor) throws RepositoryException {
        return mayAny(item, List.of(gesture), actor);
    }

    /** Whether a person may make at least one of some gestures on an item as it is now. */
    boolean mayAny(Node item, List<String> gestures, Actor actor) throws RepositoryException {
        return !Collections.disjoint(gestures, review.actions(item, actor))
                || (gestures.contains(THROW) && trash.mayThrow(item, actor));
    }
}
