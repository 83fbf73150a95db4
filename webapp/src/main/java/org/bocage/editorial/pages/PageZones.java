package org.bocage.editorial.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.pages.outline.Mark;
import org.bocage.editorial.pages.outline.Outline;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.WorkAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Areas of a page and the components in them, as somebody may work on them. */
@Component
class PageZones {

    private final Desk desk;
    private final Pages pages;

    PageZones(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** The areas of a page, as somebody may work on them. */
    List<EditorPage.Zone> of(Pages.Page page, Outline outline) {
        return pages.read(desk.identity(), session -> {
            List<EditorPage.Zone> zones = new ArrayList<>();
            addZones(outline.areas(), page, outline, session, zones);
            return zones;
        });
    }

    /** Adds the areas among marks, each followed by those that lie in it. */
    private void addZones(
            List<Mark> marks, Pages.Page page, Outline outline, Session session, List<EditorPage.Zone> zones)
            throws RepositoryException {
        for (Mark mark : marks) {
            if (mark.kind() == Mark.Kind.AREA) {
                zones.add(zone(page, outline, mark, session));
                addZones(mark.inside(), page, outline, session, zones);
            }
        }
    }

    private EditorPage.Zone zone(Pages.Page page, Outline outline, Mark area, Session session)
            throws RepositoryException {
        String address = WorkAddress.page(page.path());
        boolean here = page.editable() && PageGestures.isOwn(area, page.path());
        List<EditorPage.Brick> bricks = new ArrayList<>();
        for (Mark mark : area.inside()) {
            if (mark.kind() == Mark.Kind.COMPONENT) {
                bricks.add(brick(page, outline, area, mark, session));
            }
        }
        boolean offers = here && area.isChosen() && !area.available().isEmpty();
        return new EditorPage.Zone(
                area.key(),
                EditorPages.id(area.key()),
                area.label(),
                here && area.isChosen() && hasForm(area) ? address + "?fiche=" + EditorPages.query(area.key()) : null,
                offers && area.takesMore() ? address + "?ajouter=" + EditorPages.query(area.key()) : null,
                offers && !area.takesMore(),
                here && area.isOptional() ? area.isChosen() ? "retirer" : "creer" : null,
                bricks);
    }

    private EditorPage.Brick brick(Pages.Page page, Outline outline, Mark area, Mark mark, Session session)
            throws RepositoryException {
        String address = WorkAddress.page(page.path());
        boolean own = PageGestures.isOwn(mark, page.path());
        boolean here = own && page.editable();
        List<Mark> siblings = area.inside().stream()
                .filter(one -> PageGestures.isBrick(one, page.path()))
                .toList();
        int at = siblings.indexOf(mark);
        boolean moves = here && mark.isMoveable();
        Optional<Node> node = node(session, mark);
        List<EditorPage.Zone> inner = new ArrayList<>();
        addZones(mark.inside(), page, outline, session, inner);
        return new EditorPage.Brick(
                mark.key(),
                EditorPages.id(mark.key()),
                mark.label(),
                node.isPresent() ? Excerpt.of(node.get()) : "",
                here && hasForm(mark) ? address + "?fiche=" + EditorPages.query(mark.key()) : null,
                own ? null : origin(node),
                moves && at > 0,
                moves && at < siblings.size() - 1,
                here && area.takesMore(),
                here && mark.isDeletable(),
                moves && !destinations(outline, area, mark, node).isEmpty()
                        ? address + "?vers=" + EditorPages.query(mark.key())
                        : null,
                inner);
    }

    static Optional<Node> node(Session session, Mark mark) throws RepositoryException {
        int colon = mark.content().indexOf(':');
        String workspace = mark.content().substring(0, Math.max(colon, 0));
        return Workspace.isName(workspace)
                ? new Workspace(workspace).node(session, mark.content().substring(colon + 1))
                : Optional.empty();
    }

    /** The editor of the page that a component comes from. */
    private static @Nullable String origin(Optional<Node> node) throws RepositoryException {
        for (Optional<Node> at = node; at.isPresent(); at = ReadableFields.above(at.get())) {
            Node above = at.get();
            if (Pages.isPage(above) && Workspace.of(above).equals(Workspace.WEBSITE)) {
                return WorkAddress.page(Workspace.path(above));
            }
        }
        return null;
    }

    /** The other areas that take a component. */
    private static List<EditorPage.Destination> destinations(Outline outline, Mark area, Mark mark, Optional<Node> node)
            throws RepositoryException {
        String template = node.isPresent() ? Pages.template(node.get()) : "";
        return outline.all()
                .filter(one -> one.kind() == Mark.Kind.AREA && !one.equals(area))
                .filter(one -> one.takesMore() && one.available().contains(template))
                .filter(one -> mark.all().noneMatch(one::equals))
                .map(one -> new EditorPage.Destination(one.key(), one.label()))
                .toList();
    }

    EditorPage.Destinations destinations(Outline outline, String path, String key) {
        Mark mark = outline.component(key)
                .filter(one -> PageGestures.isOwn(one, path))
                .orElseThrow(() -> PageRefused.outdated("plus-la"));
        Mark area = outline.areaOf(mark).orElseThrow(() -> PageRefused.outdated("plus-la"));
        return pages.read(
                desk.identity(),
                session -> new EditorPage.Destinations(
                        key, mark.label(), destinations(outline, area, mark, node(session, mark))));
    }

    /** Returns the plan of a page in the place of its picture, with the marks that its editor reads. */
    PagePlan plan(Pages.Page page, Outline outline) {
        return pages.read(
                desk.identity(),
                session -> new PagePlan(
                        page.item().title(), outline.failure().orElse(""), parts(outline.areas(), session)));
    }

    private static List<PagePlan.Part> parts(List<Mark> marks, Session session) throws RepositoryException {
        List<PagePlan.Part> parts = new ArrayList<>();
        for (Mark mark : marks) {
            Optional<Node> node = mark.kind() == Mark.Kind.COMPONENT ? node(session, mark) : Optional.empty();
            parts.add(new PagePlan.Part(
                    mark.comment(),
                    mark.kind().name().toLowerCase(Locale.ROOT),
                    mark.label(),
                    node.isPresent() ? Excerpt.of(node.get()) : "",
                    parts(mark.inside(), session)));
        }
        return parts;
    }

    /** Whether something edits it; to know that no form is made. */
    boolean hasForm(Mark mark) {
        return mark.isEditable() && desk.definitions().dialog(mark.dialog()).isPresent();
    }
}
