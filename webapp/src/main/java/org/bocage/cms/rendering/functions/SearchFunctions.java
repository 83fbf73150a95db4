package org.bocage.cms.rendering.functions;

import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.lists.ContentLists;
import org.jspecify.annotations.Nullable;

/**
 * {@code searchfn}: full-text search in the content index, best first (spec 7.5). Public because FreeMarker calls public
 * classes only.
 */
public final class SearchFunctions extends Functions {

    private static final int ALL = ContentLists.Query.LARGEST_PAGE;

    private final ContentLists lists;

    SearchFunctions(RenderContext context, ContentLists lists) {
        super(context);
        this.lists = lists;
    }

    public List<ContentMap> searchPages(@Nullable String query, @Nullable String start) {
        return searchPages(query, start, ALL, 0);
    }

    public List<ContentMap> searchPages(@Nullable String query, @Nullable String start, int limit, int offset) {
        return searchContent("website", query, start, "mgnl:page", limit, offset);
    }

    public List<ContentMap> searchContent(
            String workspace, @Nullable String query, @Nullable String start, @Nullable String type) {
        return searchContent(workspace, query, start, type, ALL, 0);
    }

    /**
     * Contents in which all words of the query occur; each has the property {@code excerpt}, HTML.
     *
     * @param start path whose descendants are meant; {@code /} for all
     * @param type node type; null for any
     * @throws RenderFailure when the query is blank, the path empty or the limit not positive
     */
    public List<ContentMap> searchContent(
            String workspace,
            @Nullable String query,
            @Nullable String start,
            @Nullable String type,
            int limit,
            int offset) {
        if (query == null || query.isBlank()) {
            throw new RenderFailure("searchfn needs a query that is not blank");
        }
        if (start == null || start.isEmpty()) {
            throw new RenderFailure("searchfn needs a path to start from, such as /");
        }
        if (limit <= 0 || offset < 0) {
            throw new RenderFailure("searchfn gives a page of results: from 0 on, one at least");
        }
        nodes().listed(workspace);
        ContentLists.Search asked = new ContentLists.Search(
                workspace, type == null ? "" : type, start, query, offset, Math.min(limit, ALL));
        List<String> paths = nodes().reading(() ->
                lists.search(context().store(), context().request().reader(), asked));
        Excerpts excerpts = new Excerpts(nodes(), query);
        List<ContentMap> found = new ArrayList<>();
        for (String path : paths) {
            byPath(path, workspace)
                    .map(node -> context().plain(excerpts.on(node)))
                    .ifPresent(found::add);
        }
        return found;
    }
}
