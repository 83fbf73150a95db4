package org.bocage.editorial.items.list;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The contents of a type: searched, filtered by state, sorted, a page at a time. */
@ScreenController
@OpenTo(People.SIGNED_IN)
public class ListController {

    private static final int SIZE = 20;
    private static final int LONGEST_QUERY = 200;
    private static final Set<State> CHIPS = java.util.EnumSet.complementOf(java.util.EnumSet.of(State.NOUVEAU));
    private static final Map<String, ContentQuery.Order> SORTS = Map.of(
            "modifie desc", new ContentQuery.Order("mgnl:lastModified", true),
            "publie desc", new ContentQuery.Order("publie", true),
            "titre asc", new ContentQuery.Order("titre", false));

    private final Desk desk;
    private final BulkGestures bulk;
    private final Contents contents;
    private final MessageSource messages;

    ListController(Desk desk, Contents contents, MessageSource messages, BulkGestures bulk) {
        this.bulk = bulk;
        this.messages = messages;
        this.desk = desk;
        this.contents = contents;
    }

    @GetMapping("/espace/{type:" + ContentType.NAME + "}")
    String show(
            @PathVariable String type,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "modifie desc") String tri,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        ContentQuery query = query(contentType, q);
        if (page < 1 || page > ContentQuery.DEEPEST / SIZE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        ContentQuery filtered = narrowed(query, etat, tri);
        String address = "/espace/" + type;
        Columns columns = new Columns(contentType, desk.definitions(), messages, desk.clock(), desk.identity());
        List<String> together = bulk.offered(contentType, desk.actor());
        Contents.Listed<ListPage.Row> listed = contents.find(
                filtered.page((page - 1) * SIZE, SIZE), desk.identity(), node -> row(node, address, columns, together));
        model.addAttribute("shell", desk.shell(request, type));
        model.addAttribute(
                "page",
                new ListPage(
                        desk.label(contentType),
                        contents.mayAdd(contentType, desk.identity()) ? desk.createLink(contentType) : null,
                        address,
                        q,
                        etat,
                        contentType.goesOnLine() ? filters(query, etat, address, q, tri) : List.of(),
                        sorts(tri),
                        columns.labels(),
                        listed.items(),
                        together,
                        (int) listed.total(),
                        paging(listed, page, address, q, etat, tri),
                        Tables.givesOut(desk) ? link(address + Tables.OUT, q, etat, tri, 1) : null,
                        Tables.takes(desk, contents, contentType) ? address + Tables.IN : null));
        return "espace/liste";
    }

    private static boolean isState(String etat) {
        return etat.isEmpty() || CHIPS.stream().anyMatch(state -> state.key().equals(etat));
    }

    /** The contents of a type, or those in which some words occur. */
    private static ContentQuery query(ContentType type, String q) {
        return ContentQuery.in(type.workspace())
                .ofType(type.nodeType())
                .matching(q.substring(0, Math.min(q.length(), LONGEST_QUERY)));
    }

    private static ContentQuery narrowed(ContentQuery query, String etat, String tri) {
        ContentQuery.Order order = SORTS.get(tri);
        if (order == null || !isState(etat)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        ContentQuery found = etat.isEmpty() ? query : query.where(ItemState.PROPERTY, etat);
        return found.orderBy(order.property(), order.descending());
    }

    /** Returns the query for the list, as it was searched, filtered and sorted. */
    public static ContentQuery shown(ContentType type, String q, String etat, String tri) {
        return narrowed(query(type, q), etat, tri);
    }

    private List<ListPage.StateFilter> filters(
            ContentQuery query, String chosen, String address, String q, String tri) {
        List<ListPage.StateFilter> filters = new ArrayList<>();
        filters.add(new ListPage.StateFilter(
                "", (int) contents.count(query, desk.identity()), chosen.isEmpty(), link(address, q, "", tri, 1)));
        for (State state : CHIPS) {
            int count = (int) contents.count(query.inState(state), desk.identity());
            if (count > 0 || state.key().equals(chosen)) {
                filters.add(new ListPage.StateFilter(
                        state.key(), count, state.key().equals(chosen), link(address, q, state.key(), tri, 1)));
            }
        }
        return filters;
    }

    private static List<ListPage.Sort> sorts(String chosen) {
        return List.of("modifie desc", "publie desc", "titre asc").stream()
                .map(value -> new ListPage.Sort(value, null, value.equals(chosen)))
                .toList();
    }

    private ListPage.Row row(Node node, String address, Columns columns, List<String> together)
            throws RepositoryException {
        Item item = Item.of(node);
        return new ListPage.Row(
                item.title(),
                address + "/" + item.id(),
                item.state().key(),
                null,
                columns.cells(node),
                Moment.of(item.changed(), desk.clock()),
                bulk.mayAny(node, together, desk.actor()) ? item.id() + "/" + item.revision() : "");
    }

    private static Paging paging(
            Contents.Listed<?> listed, int page, String address, String q, String etat, String tri) {
        int pages = (int) Math.max(1, (listed.total() + SIZE - 1) / SIZE);
        return new Paging(
                page,
                pages,
                page > 1 ? link(address, q, etat, tri, page - 1) : null,
                page < pages ? link(address, q, etat, tri, page + 1) : null);
    }

    private static String link(String address, String q, String etat, String tri, int page) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(address);
        if (!q.isEmpty()) {
            link.queryParam("q", "{q}");
        }
        if (!etat.isEmpty()) {
            link.queryParam("etat", etat);
        }
        if (!tri.equals("modifie desc")) {
            link.queryParam("tri", "{tri}");
        }
        if (page > 1) {
            link.queryParam("page", page);
        }
        return link.encode().buildAndExpand(Map.of("q", q, "tri", tri)).toUriString();
    }
}
