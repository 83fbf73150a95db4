package org.bocage.editorial.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.Binding;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.pages.outline.Mark;
import org.bocage.editorial.pages.outline.Outline;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.workflow.Actor;
import org.springframework.stereotype.Component;

/**
 * Gestures on the areas and components of a page. Each gesture asks the comments of the page, drawn for the person
 * who makes it, whether it is permitted, and is one revision of the page.
 */
@Component
class PageGestures {

    private static final String COMPONENT = "mgnl:component";

    private final Pages pages;
    private final PageDrawing drawing;
    private final ItemForms forms;
    private final Desk desk;
    private final PageClipboard clipboard;

    PageGestures(Pages pages, PageDrawing drawing, ItemForms forms, Desk desk, PageClipboard clipboard) {
        this.clipboard = clipboard;
        this.pages = pages;
        this.drawing = drawing;
        this.forms = forms;
        this.desk = desk;
    }

    /** Person who makes a gesture, with the page and the state of it that the gesture is for. */
    record Hand(String path, Identity who, Actor actor, long revision) {

        OptionalLong expected() {
            return OptionalLong.of(revision);
        }
    }

    /** Adds a component at the end of an area; the answer is its key. */
    Pages.Changed<String> add(Hand hand, String area, String template) {
        Outline outline = drawing.outline(hand.path(), hand.who());
        Mark mark = area(outline, area);
        if (!mark.available().contains(template)
                || desk.definitions().template(template).isEmpty()) {
            throw PageRefused.unfit("composant-refuse", label(template), mark.label());
        }
        if (!mark.takesMore()) {
            throw PageRefused.unfit("zone-pleine", mark.label());
        }
        return pages.change(hand.path(), hand.who(), hand.actor(), hand.expected(), (session, page) -> {
            Node holder = node(session, page, mark);
            Node component = holder.addNode(freeName(holder), COMPONENT);
            component.setProperty("mgnl:template", template);
            var form = desk.definitions()
                    .template(template)
                    .flatMap(found -> forms.ofDialog(desk.definitions(), found.dialog(), hand.who()));
            if (form.isPresent()) {
                form.get().write(form.get().fresh(), component);
            }
            return key(component);
        });
    }

    /**
     * Puts a component elsewhere: in an area that takes it, before another component.
     *
     * @param before key of the component it comes before; empty: at the end
     */
    Pages.Changed<String> move(Hand hand, String component, String area, String before) {
        Outline outline = drawing.outline(hand.path(), hand.who());
        Mark moved = own(outline, hand, component);
        Mark target = area(outline, area);
        boolean stays = outline.areaOf(moved).filter(target::equals).isPresent();
        if (!moved.isMoveable()) {
            throw PageRefused.unfit("immobile", moved.label());
        }
        if (!stays && !target.takesMore()) {
            throw PageRefused.unfit("zone-pleine", target.label());
        }
        if (moved.all().anyMatch(target::equals)) {
            throw PageRefused.unfit("en-soi", moved.label());
        }
        return pages.change(hand.path(), hand.who(), hand.actor(), hand.expected(), (session, page) -> {
            Node node = node(session, page, moved);
            if (!stays && !target.available().contains(Pages.template(node))) {
                throw PageRefused.unfit("composant-refuse", moved.label(), target.label());
            }
            Node holder = node(session, page, target);
            Node there = node;
            if (!stays) {
                String name = holder.hasNode(node.getName()) ? freeName(holder) : node.getName();
                String path = holder.getPath() + "/" + name;
                session.move(node.getPath(), path);
                there = session.getNode(path);
            }
            holder.orderBefore(there.getName(), before.isEmpty() ? null : sibling(outline, target, before));
            return key(there);
        });
    }

    private static String sibling(Outline outline, Mark area, String key) {
        return outline.component(key)
                .filter(area.inside()::contains)
                .map(mark -> mark.content().substring(mark.content().lastIndexOf('/') + 1))
                .orElseThrow(() -> PageRefused.outdated("modifiee"));
    }

    /** Moves a component by one place among those of its area. */
    Pages.Changed<String> step(Hand hand, String component, boolean up) {
        Outline outline = drawing.outline(hand.path(), hand.who());
        Mark moved = own(outline, hand, component);
        Mark area = outline.areaOf(moved).orElseThrow(() -> PageRefused.outdated("modifiee"));
        List<Mark> own = area.inside().stream()
                .filter(mark -> isBrick(mark, hand.path()))
                .toList();
        int at = own.indexOf(moved);
        int before = up ? at - 1 : at + 2;
        if (before < 0 || (at == own.size() - 1 && !up)) {
            throw PageRefused.unfit(up ? "deja-en-haut" : "deja-en-bas", moved.label());
        }
        return move(
                hand,
                component,
                area.key(),
                before < own.size() ? own.get(before).key() : "");
    }

    /** Puts a copy of a component just after it; the answer is the copy's key. */
    Pages.Changed<String> duplicate(Hand hand, String component) {
        Outline outline = drawing.outline(hand.path(), hand.who());
        Mark mark = own(outline, hand, component);
        Mark area = outline.areaOf(mark).orElseThrow(() -> PageRefused.outdated("modifiee"));
        if (!area.takesMore()) {
            throw PageRefused.unfit("zone-pleine", area.label());
        }
        return pages.change(hand.path(), hand.who(), hand.actor(), hand.expected(), (session, page) -> {
            Node node = node(session, page, mark);
            Node holder = node.getParent();
            if (!area.available().contains(Pages.template(node))) {
                throw PageRefused.unfit("composant-refuse", mark.label(), area.label());
            }
            String next = null;
            for (NodeIterator siblings = holder.getNodes(); siblings.hasNext(); ) {
                if (siblings.nextNode().isSame(node) && siblings.hasNext()) {
                    next = siblings.nextNode().getName();
                    break;
                }
            }
            Node copy = copy(node, holder, freeName(holder));
            holder.orderBefore(copy.getName(), next);
            return key(copy);
        });
    }

    /** Remembers a component, of which a copy may be put on another page. */
    String take(Hand hand, String component) {
        Mark mark = own(drawing.outline(hand.path(), hand.who()), hand, component);
        clipboard.take(
                hand.actor().name(),
                pages.read(hand.who(), session -> read(session, hand, mark).getIdentifier()));
        return mark.key();
    }

    /** Puts a copy of the component that was taken at the end of an area that takes it; the answer is the copy's key. */
    Pages.Changed<String> paste(Hand hand, String area) {
        Mark mark = area(drawing.outline(hand.path(), hand.who()), area);
        String template = pages.read(
                hand.who(),
                session -> Pages.template(
                        clipboard.of(hand.actor().name(), session).orElseThrow(() -> PageRefused.outdated("plus-la"))));
        if (!mark.available().contains(template)) {
            throw PageRefused.unfit("composant-refuse", label(template), mark.label());
        }
        if (!mark.takesMore()) {
            throw PageRefused.unfit("zone-pleine", mark.label());
        }
        return pages.change(hand.path(), hand.who(), hand.actor(), hand.expected(), (session, page) -> {
            Node source = clipboard.of(hand.actor().name(), session).orElseThrow(() -> PageRefused.outdated("plus-la"));
            Node holder = node(session, page, mark);
            if ((holder.getPath() + "/").startsWith(source.getPath() + "/")) {
                throw PageRefused.unfit("en-soi", label(template));
            }
            return key(copy(source, holder, freeName(holder)));
        });
    }

    /** Takes a component off the page. The revision before keeps it, and {@link #putBack} brings it back. */
    Pages.Changed<String> delete(Hand hand, String component) {
        Outline outline = drawing.outline(hand.path(), hand.who());
        Mark mark = own(outline, hand, component);
        if (!mark.isDeletable()) {
            throw PageRefused.unfit("indelebile", mark.label());
        }
        return pages.change(hand.path(), hand.who(), hand.actor(), hand.expected(), (session, page) -> {
            Node node = node(session, page, mark);
            node.remove();
            return mark.label();
        });
    }

    /** Brings back what a saved state of the page had, unless it is there; the answer is its key. */
    Pages.Changed<String> putBack(Hand hand, String key, long saved) {
        String prefix = Workspace.WEBSITE.name() + ":" + hand.path() + "/";
        if (!key.startsWith(prefix) || !Workspace.isWellFormed("/" + key.substring(prefix.length()))) {
            throw PageRefused.outdated("plus-la");
        }
        return pages.change(
                hand.path(),
                hand.who(),
                hand.actor(),
                hand.expected(),
                (session, page) -> key(Revisions.putBack(session, page, saved, key.substring(prefix.length()))
                        .orElseThrow(() -> PageRefused.outdated("plus-la"))));
    }

    /** Gives a page an area that one may choose to have, or takes it away with what lies in it. */
    Pages.Changed<String> choose(Hand hand, String area, boolean wanted) {
        Outline outline = drawing.outline(hand.path(), hand.who());
        Mark mark = area(outline, area);
        if (!mark.isOptional() || mark.isChosen() == wanted) {
            throw PageRefused.outdated("modifiee");
        }
        return pages.change(hand.path(), hand.who(), hand.actor(), hand.expected(), (session, page) -> {
            if (wanted) {
                String path = Workspace.WEBSITE.storePath(path(mark));
                int slash = path.lastIndexOf('/');
                session.getNode(path.substring(0, slash)).addNode(path.substring(slash + 1), "mgnl:area");
            } else {
                node(session, page, mark).remove();
            }
            return mark.key();
        });
    }

    /** Outcome of saving a form: saved, or found changed by somebody else meanwhile. */
    sealed interface Saved {
        /** Saved, or nothing had changed. */
        record Done(long revision) implements Saved {}

        /** Somebody changed the same fields; nothing was written. */
        record Conflict(FormValues theirs) implements Saved {}
    }

    /**
     * Saves what was typed about the page, an area or a component. Others may have changed the rest of the page.
     *
     * @param seen the {@link #print} of the values that the form started from
     */
    Saved save(Hand hand, Mark mark, ItemForm form, FormValues values, String seen) {
        FormValues present = pages.read(hand.who(), session -> form.read(read(session, hand, mark)));
        if (!print(present).equals(seen)) {
            return new Saved.Conflict(present);
        }
        if (meaning(present).equals(meaning(values))) {
            return new Saved.Done(hand.revision());
        }
        var changed = pages.change(hand.path(), hand.who(), hand.actor(), OptionalLong.empty(), (session, page) -> {
            Node node = node(session, page, mark);
            if (!print(form.read(node)).equals(seen)) {
                throw PageRefused.outdated("modifiee");
            }
            form.write(values, node);
            return true;
        });
        return new Saved.Done(changed.revision());
    }

    /** The values of a form without what is left empty. */
    private static Map<String, List<String>> meaning(FormValues values) {
        Map<String, List<String>> filled = new TreeMap<>(values.values());
        filled.values().removeIf(typed -> typed.stream().allMatch(text -> text.isBlank() || text.equals("false")));
        return filled;
    }

    /** A short text that differs when the values of a form do; which nodes its entries are is no value. */
    static String print(FormValues values) {
        Map<String, List<String>> told = new TreeMap<>(values.values());
        told.keySet().removeIf(name -> name.endsWith("." + Binding.ENTRY_ID));
        return UUID.nameUUIDFromBytes(told.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A mark of a page's own component; one that comes from another page is edited there. */
    static Mark own(Outline outline, Hand hand, String key) {
        Mark mark = outline.component(key).orElseThrow(() -> PageRefused.outdated("plus-la"));
        if (!isOwn(mark, hand.path())) {
            throw PageRefused.unfit("ailleurs", mark.label());
        }
        return mark;
    }

    /** Whether a mark in an area is a component of the page: an area within an area is none. */
    static boolean isBrick(Mark mark, String page) {
        return mark.kind() == Mark.Kind.COMPONENT && isOwn(mark, page);
    }

    static boolean isOwn(Mark mark, String page) {
        return !mark.isInherited() && (mark.content() + "/").startsWith(Workspace.WEBSITE.name() + ":" + page + "/");
    }

    private static Mark area(Outline outline, String key) {
        return outline.area(key).orElseThrow(() -> PageRefused.outdated("plus-la"));
    }

    private static String path(Mark mark) {
        return mark.content().substring(mark.content().indexOf(':') + 1);
    }

    static Node read(Session session, Hand hand, Mark mark) throws RepositoryException {
        return node(session, Pages.page(session, hand.path()), mark);
    }

    /** The node of a mark, which lies in the page. */
    private static Node node(Session session, Node page, Mark mark) throws RepositoryException {
        String own = Workspace.path(page);
        String path = path(mark);
        if (!(path + "/").startsWith(own + "/")) {
            throw PageRefused.unfit("ailleurs", mark.label());
        }
        return Workspace.WEBSITE.node(session, path).orElseThrow(() -> PageRefused.outdated("plus-la"));
    }

    private static String key(Node node) throws RepositoryException {
        return Workspace.WEBSITE.name() + ":" + Workspace.path(node);
    }

    private String label(String template) {
        return desk.definitions()
                .template(template)
                .map(TemplateDefinition::title)
                .map(title -> desk.definitions().messages().text(Locale.FRENCH, title))
                .orElse(template);
    }

    /** As Magnolia names components, by numbers; one that was used last is not used again soon. */
    private static String freeName(Node holder) throws RepositoryException {
        int last = -1;
        for (NodeIterator children = holder.getNodes(); children.hasNext(); ) {
            String name = children.nextNode().getName();
            if (name.matches("[0-9]{1,6}")) {
                last = Math.max(last, Integer.parseInt(name));
            }
        }
        return String.valueOf(last + 1);
    }

    private static Node copy(Node node, Node parent, String name) throws RepositoryException {
        Node copy = parent.addNode(name, node.getPrimaryNodeType().getName());
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property.getName())) {
                if (property.isMultiple()) {
                    copy.setProperty(property.getName(), property.getValues(), property.getType());
                } else {
                    copy.setProperty(property.getName(), property.getValue());
                }
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                copy(child, copy, child.getName());
            }
        }
        return copy;
    }
}
