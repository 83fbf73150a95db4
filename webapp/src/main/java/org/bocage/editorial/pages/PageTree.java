package org.bocage.editorial.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.site.redirects.OldAddresses;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.springframework.stereotype.Component;

/**
 * Where pages are: made, moved, renamed, put in order, removed. What is on line follows at once, so that this is for
 * reviewers; a page nobody reads yet is anybody's who may write pages. The old address of a page leads to the new one.
 */
@Component
class PageTree {

    private static final String TEMPLATE = "mgnl:template";
    private static final String HIDDEN = "hideInNav";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?");
    /** First steps of addresses that are not pages. */
    private static final Set<String> TAKEN = Set.of(
            "admin",
            "apercu",
            "author",
            "connexion",
            "dam",
            "deconnexion",
            "error",
            "espace",
            "livez",
            "readyz",
            "webjars");

    private final Stores stores;
    private final Pages pages;
    private final Review review;
    private final Publisher publisher;
    private final Trash trash;
    private final Desk desk;
    private final Contents contents;

    PageTree(
            Stores stores, Pages pages, Review review, Publisher publisher, Trash trash, Desk desk, Contents contents) {
        this.contents = contents;
        this.trash = trash;
        this.stores = stores;
        this.pages = pages;
        this.review = review;
        this.publisher = publisher;
        this.desk = desk;
    }

    /** Templates of which this person may make a page: those for any page first, the most used before the others. */
    List<TemplateDefinition> templates() {
        List<TemplateDefinition> offered = offered();
        Map<String, Long> pagesOf = offered.stream()
                .filter(PageTree::isCommon)
                .collect(Collectors.toMap(TemplateDefinition::id, this::pagesOf));
        return offered.stream()
                .sorted(Comparator.comparing((TemplateDefinition one) -> !isCommon(one))
                        .thenComparing(one -> -pagesOf.getOrDefault(one.id(), 0L))
                        .thenComparing(TemplateDefinition::id))
                .toList();
    }

    private List<TemplateDefinition> offered() {
        return desk.definitions().templates().stream()
                .filter(template -> desk.definitions()
                        .site()
                        .offers(template, desk.account().roles()))
                .toList();
    }

    private long pagesOf(TemplateDefinition template) {
        return contents.count(
                ContentQuery.in(Workspace.WEBSITE.name()).where(TEMPLATE, template.id()), Identity.SYSTEM);
    }

    /** Whether a template is for any page, and not for one place of the site: Magnolia's type {@code content}, with components. */
    static boolean isCommon(TemplateDefinition template) {
        return template.type().equals("content") && !template.areas().isEmpty();
    }

    /**
     * Whether a page is one that nobody opens as such: machines ask for it, the portal fills it in for each item, or it holds
     * such pages alone.
     */
    boolean isTechnical(Node page) throws RepositoryException {
        String id = page.hasProperty(TEMPLATE) ? page.getProperty(TEMPLATE).getString() : "";
        return desk.definitions().templates().stream().anyMatch(one -> one.id().equals(id) && !one.visible())
                || isFilledIn(Workspace.path(page))
                || isMadeOfTechnical(page);
    }

    /** Whether addresses of items lead to a page, which shows the one that was asked for. */
    private boolean isFilledIn(String path) {
        return desk.definitions().virtualUriMappings().stream()
                .filter(VirtualUriMapping.Regexp.class::isInstance)
                .map(mapping -> ((VirtualUriMapping.Regexp) mapping).toUri())
                .anyMatch(target -> target.startsWith("forward:" + path + "?"));
    }

    private boolean isMadeOfTechnical(Node page) throws RepositoryException {
        List<Node> below = Pages.below(page);
        for (Node one : below) {
            if (!isTechnical(one)) {
                return false;
            }
        }
        return !below.isEmpty()
                && page.hasProperty(HIDDEN)
                && page.getProperty(HIDDEN).getBoolean();
    }

    /** Makes a page at the end of those below another one; the answer is its path. */
    String create(String parent, String template, String title, String name) {
        if (offered().stream().noneMatch(one -> one.id().equals(template))) {
            throw PageRefused.unfit("gabarit");
        }
        String path = place(parent, name);
        if (!pages.mayWrite(parent, desk.identity())) {
            throw PageRefused.forbidden("interdit");
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            Node above = node(session, parent);
            requireFree(above, name);
            Node page = above.addNode(name, "mgnl:page");
            page.setProperty(TEMPLATE, template);
            page.setProperty("auteur", desk.account().name());
            page.setProperty("mgnl:created", Dates.utc(desk.clock().instant()));
            page.setProperty("mgnl:createdBy", desk.account().name());
            review.move(session, page, "enregistrer", desk.actor(), 0, "", node -> node.setProperty("title", title));
            return path;
        });
    }

    /** Gives a page another name, or another page above it; the answer is its path. */
    String relocate(String path, String parent, String name, long revision) {
        String target = place(parent, name);
        if (target.equals(path)) {
            return path;
        }
        if ((parent + "/").startsWith(path + "/")) {
            throw PageRefused.unfit("sous-soi");
        }
        requireUnbound(path);
        if (!pages.mayWrite(parent, desk.identity())) {
            throw PageRefused.forbidden("interdit");
        }
        rearrange(path, OptionalLong.of(revision), (session, page) -> {
            Node above = node(session, parent);
            requireFree(above, name);
            boolean isReadThere = above.getDepth() == 1 || Publisher.isOnline(above);
            if (!isReadThere && Publisher.isOnline(page)) {
                throw PageRefused.unfit("dessus-hors-ligne");
            }
            OldAddresses.keep(session, path, page.getIdentifier());
            session.move(page.getPath(), above.getPath() + "/" + name);
        });
        return target;
    }

    /** Moves a page by one place among its neighbours. */
    void step(String path, boolean up) {
        rearrange(path, OptionalLong.empty(), (session, page) -> {
            List<Node> pages = Pages.below(page.getParent());
            List<String> names = new ArrayList<>();
            for (Node one : pages) {
                names.add(one.getName());
            }
            int at = names.indexOf(page.getName());
            int before = up ? at - 1 : at + 2;
            if (before < 0 || (at == names.size() - 1 && !up)) {
                throw PageRefused.unfit(up ? "deja-en-haut" : "deja-en-bas", Review.title(page));
            }
            page.getParent().orderBefore(page.getName(), before < names.size() ? names.get(before) : null);
        });
    }

    /** Puts a page in the trash that was never on line, or is no more, and has no page below it. */
    void remove(String path, long revision) {
        requireUnbound(path);
        rearrange(path, OptionalLong.of(revision), (session, page) -> {
            if (Publisher.isOnline(page)) {
                throw PageRefused.unfit("en-ligne");
            }
            if (!Pages.below(page).isEmpty()) {
                throw PageRefused.unfit("sous-pages");
            }
            trash.put(session, page, desk.actor());
        });
    }

    /**
     * Requires what a step of the review needs of the pages around: nothing is read below a page that is not on line.
     *
     * @throws PageRefused when it is not so
     */
    void requireFit(Pages.Page page, String step) {
        if (Set.of("publier", "accepter").contains(step)) {
            String parent = parent(page.path());
            boolean ready = parent.equals("/")
                    || pages.read(Identity.SYSTEM, session -> Publisher.isOnline(node(session, parent)));
            if (!ready) {
                throw PageRefused.unfit("dessus-hors-ligne");
            }
            requireDates(page);
        } else if (step.equals("archiver")) {
            requireUnbound(page.path());
            boolean read = isReadBelow(page);
            if (read) {
                throw PageRefused.unfit("sous-pages-en-ligne");
            }
        }
    }

    private boolean isReadBelow(Pages.Page page) {
        return pages.read(Identity.SYSTEM, session -> publisher.isReadBelow(node(session, page.path())));
    }

    /** It goes off line after it came, and no page is read below it then. */
    private void requireDates(Pages.Page page) {
        Optional<Instant> leaves = date(page, "depublierLe");
        Instant now = desk.clock().instant();
        Instant comes = date(page, "publierLe").filter(now::isBefore).orElse(now);
        if (leaves.filter(date -> !date.isAfter(comes)).isPresent()) {
            throw PageRefused.unfit("dates");
        }
        if (leaves.isPresent()) {
            requireUnbound(page.path());
            if (isReadBelow(page)) {
                throw PageRefused.unfit("sous-pages-en-ligne");
            }
        }
    }

    private Optional<Instant> date(Pages.Page page, String property) {
        return pages.read(Identity.SYSTEM, session -> {
            Node node = node(session, page.path());
            return node.hasProperty(property)
                    ? Optional.of(node.getProperty(property).getDate().toInstant())
                    : Optional.<Instant>empty();
        });
    }

    /** Change to the place of a page, the trash included. */
    @FunctionalInterface
    private interface Rearrangement {
        void apply(Session session, Node page) throws RepositoryException;
    }

    private void rearrange(String path, OptionalLong expected, Rearrangement rearrangement) {
        if (!pages.mayWrite(path, desk.identity())) {
            throw PageRefused.forbidden("interdit");
        }
        try {
            stores.author().update(Identity.SYSTEM, session -> {
                Node page = Pages.page(session, path);
                String identifier = page.getIdentifier();
                boolean online = Publisher.isOnline(page);
                Pages.settle(page);
                Revisions.begin(session, page);
                if (!desk.reviews() && (online || ItemState.of(page) == State.PROPOSE)) {
                    throw PageRefused.forbidden("place-reservee");
                }
                if (expected.isPresent() && expected.getAsLong() != Revisions.number(page)) {
                    throw PageRefused.outdated("modifiee");
                }
                rearrangement.apply(session, page);
                if (Workspace.WEBSITE.nodeById(session, identifier).isEmpty()) {
                    return;
                }
                Revisions.record(
                        session,
                        page,
                        Revisions.number(page),
                        desk.account().name(),
                        desk.clock().instant());
            });
        } catch (ConcurrentEdit e) {
            throw PageRefused.outdated("modifiee");
        }
    }

    /** The path of a name below a page, if a page may be called so there. */
    private static String place(String parent, String name) {
        boolean isRoot = parent.equals("/");
        if (!NAME.matcher(name).matches() || (isRoot && TAKEN.contains(name))) {
            throw PageRefused.unfit("nom");
        }
        return isRoot ? "/" + name : parent + "/" + name;
    }

    private static void requireFree(Node above, String name) throws RepositoryException {
        if (above.hasNode(name)) {
            throw PageRefused.unfit("nom-pris", name);
        }
    }

    /** Addresses of contents are answered by pages at fixed places: those stay where they are. */
    private void requireUnbound(String path) {
        boolean bound = desk.definitions().virtualUriMappings().stream()
                .map(PageTree::target)
                .anyMatch(target -> target.equals(path) || target.startsWith(path + "/"));
        if (bound) {
            throw PageRefused.unfit("page-attachee");
        }
    }

    private static String target(VirtualUriMapping mapping) {
        String to = mapping instanceof VirtualUriMapping.Simple simple
                ? simple.toUri()
                : mapping instanceof VirtualUriMapping.Regexp regexp ? regexp.toUri() : "";
        String address = to.startsWith("forward:") ? to.substring("forward:".length()) : "";
        return address.split("[?~]", 2)[0];
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static Node node(Session session, String path) throws RepositoryException {
        if (path.equals("/")) {
            return Workspace.WEBSITE.root(session);
        }
        return Pages.page(session, path);
    }
}
