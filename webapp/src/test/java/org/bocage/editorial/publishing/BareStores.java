package org.bocage.editorial.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.text.SearchedTypes;
import org.bocage.editorial.publishing.bootstrap.ContentTypeNodes;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.publishing.exchange.OwnWorkspace;
import org.bocage.editorial.publishing.exchange.Takeaway;
import org.bocage.editorial.security.BareAccounts;
import org.bocage.editorial.workflow.Delegations;
import org.bocage.editorial.workflow.ItemNames;
import org.bocage.editorial.workflow.Notice;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Both stores with the actus in them and what moves them, without a portal around. */
public record BareStores(Stores stores, ContentIndexes indexes, Publisher publisher, PublishedProjection projection)
        implements AutoCloseable {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Workspace EVENTS = new Workspace("evenements");

    /** Permissions of the administrator. */
    private static final long ALL = 63;

    private static final long READ = 8;

    private static final Map<String, String> CONTENTS = Map.of(
            "bocage:actu", "mgnl:content",
            "bocage:evenement", "mgnl:content",
            "bocage:occurrence", "mgnl:contentNode");

    public static BareStores open(Path home, ComputedFields... derivations) {
        return on(
                new Stores(
                        PreparedStores.open("author", home.resolve("author"), "contents", BareStores::prepare),
                        PreparedStores.open("published", home.resolve("published"), "contents", BareStores::prepare)),
                home,
                SearchedTypes.NONE,
                List.of(derivations));
    }

    /** The same on stores that are open, as after a stop. */
    public static BareStores on(Stores stores, Path home) {
        return on(stores, home, SearchedTypes.NONE);
    }

    /** As {@link #on(Stores, Path)}, with an index of the published store that asks what it is to search. */
    public static BareStores on(Stores stores, Path home, SearchedTypes searched) {
        return on(stores, home, searched, List.of());
    }

    private static BareStores on(Stores stores, Path home, SearchedTypes searched, List<ComputedFields> derivations) {
        BothStores.of(stores).forEach(BareStores::prepare);
        ContentIndexes indexes = new ContentIndexes(
                new ContentIndex(stores.author(), home.resolve("index-author")),
                new ContentIndex(stores.published(), home.resolve("index-published"), searched));
        return new BareStores(
                stores,
                indexes,
                new Publisher(copies(stores, BareStores::definitions, indexes.published(), derivations), derivations),
                follow(
                        copies(stores, BareStores::definitions, indexes.published(), derivations),
                        stores,
                        BareStores::definitions,
                        Clock.systemUTC()));
    }

    /** Opens stores that begin with the workspaces and node types of the light modules. */
    static Stores withTypes(Path home) {
        return new Stores(
                PreparedStores.open("author", home.resolve("author"), "types", store -> declare(store, ALL)),
                PreparedStores.open("published", home.resolve("published"), "types", store -> declare(store, READ)));
    }

    private static void declare(WritableStore store, long permissions) {
        store.update(Identity.SYSTEM, session -> ContentTypeNodes.ensure(session, definitions(), permissions));
    }

    private static void prepare(WritableStore store) {
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, ACTUS);
            NodeTypes.ensureWorkspace(session, EVENTS);
            NodeTypes.ensureWorkspace(session, Workspace.WEBSITE);
            NodeTypes.ensureWorkspace(session, Workspace.DAM);
            NodeTypes.ensure(session, Map.of(), CONTENTS);
        });
    }

    /** The definitions of the light modules, read once: who works on bare stores changes none. */
    public static Definitions definitions() {
        return Shipped.DEFINITIONS;
    }

    private static final class Shipped {

        private static final Definitions DEFINITIONS = read();

        private static Definitions read() {
            try (DefinitionRegistry modules = DefinitionRegistry.watching(List.of(Path.of("light-modules")))) {
                return modules.current();
            }
        }
    }

    /** Returns the publisher, which decides what is on line. */
    public static Publisher publisher(Stores stores, Supplier<Definitions> definitions, ContentIndex published) {
        return new Publisher(copies(stores, definitions, published), List.of());
    }

    /** Starts and returns the projection, which carries out what the publisher decided. */
    public static PublishedProjection follow(
            Stores stores, Supplier<Definitions> definitions, ContentIndex published, Clock clock) {
        return follow(copies(stores, definitions, published), stores, definitions, clock);
    }

    private static PublishedProjection follow(
            PublishedCopies copies, Stores stores, Supplier<Definitions> definitions, Clock clock) {
        PublishedProjection projection = new PublishedProjection(stores, copies, definitions, clock);
        projection.start();
        return projection;
    }

    static PublishedCopies copies(Stores stores, Supplier<Definitions> definitions, ContentIndex published) {
        return copies(stores, definitions, published, List.of());
    }

    private static PublishedCopies copies(
            Stores stores,
            Supplier<Definitions> definitions,
            ContentIndex published,
            List<ComputedFields> derivations) {
        return new PublishedCopies(
                stores, definitions, published, ItemVisibility.NONE, new OnlineVersion(List.of(), derivations));
    }

    /** The review at a clock; it tells nobody. */
    public Review review(Clock clock) throws IOException {
        return review(clock, (session, item, transition, by, comment) -> {});
    }

    /** The review at a clock. */
    public Review review(Clock clock, Notice notice) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("config/workflow/contenu.yaml"))) {
            return new Review(
                    stores,
                    new ItemNames(indexes),
                    publisher,
                    Workflow.read(file),
                    new Delegations(stores),
                    notice,
                    clock);
        }
    }

    public Exchange exchange() {
        BareAccounts people = BareAccounts.on(stores);
        return new Exchange(
                stores,
                publisher,
                people.roles(),
                people.accounts(),
                Clock.systemUTC(),
                new StaticListableBeanFactory().getBeanProvider(Takeaway.class),
                new StaticListableBeanFactory().getBeanProvider(OwnWorkspace.class));
    }

    @Override
    public void close() throws IOException {
        stop();
        stores.author().close();
        stores.published().close();
    }

    /** Closes all but the stores. */
    public void stop() throws IOException {
        projection.close();
        indexes.author().close();
        indexes.published().close();
    }
}
