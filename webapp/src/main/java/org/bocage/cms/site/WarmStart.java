package org.bocage.cms.site;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.page.Renderer;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Draws the home page, and with it the menu, before the portal is said to be ready: the classes, scripts and parts that every
 * page needs are there when the first visitors come all at once. It does so beside the end of the start, which waits for it.
 */
@Component
class WarmStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WarmStart.class);

    private final Stores stores;
    private final Renderer renderer;
    private final PageLookup lookup;
    private final PageCache cache;
    private final SiteAddress siteAddress;
    private final ObjectProvider<CurrentReader> readers;
    private final ServletContext servlet;
    private CompletableFuture<Void> drawn = CompletableFuture.completedFuture(null);

    WarmStart(
            Stores stores,
            Renderer renderer,
            PageLookup lookup,
            PageCache cache,
            SiteAddress siteAddress,
            ObjectProvider<CurrentReader> readers,
            ServletContext servlet) {
        this.stores = stores;
        this.renderer = renderer;
        this.lookup = lookup;
        this.cache = cache;
        this.siteAddress = siteAddress;
        this.readers = readers;
        this.servlet = servlet;
    }

    /** Begins once the server has a port: all that draws is there then. */
    @EventListener
    void begin(ServletWebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            int port = event.getWebServer().getPort();
            drawn = CompletableFuture.runAsync(() -> draw(port), work -> new Thread(work, "warm-start").start());
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            drawn.join();
        } catch (CompletionException e) {
            // the others may be well, and who mends this one needs the portal
            log.error("The home page cannot be rendered before the portal is ready: {}", e.getMessage());
        }
    }

    /** Waits for what is being drawn of stores that are closed next, when the start fails. */
    @PreDestroy
    void end() {
        drawn.exceptionally(e -> null).join();
    }

    private void draw(int port) {
        Identity visitor = readers.getIfAvailable(() -> request -> CurrentReader.anonymous())
                .visitor();
        String address = siteAddress.origin(servlet.getContextPath()).orElse("http://localhost:" + port);
        PageCache.Start start = cache.start();
        Optional<PageLookup.Page> home = lookup.home(visitor, servlet.getContextPath(), address);
        if (home.isEmpty()) {
            return;
        }
        Optional<RenderedPage> page = stores.published()
                .read(
                        visitor,
                        session -> lookup.node(home.get(), session)
                                .map(node -> renderer.render(node, home.get().request())));
        if (page.isPresent()
                && page.get().status() == 200
                && page.get().location().isEmpty()) {
            cache.put(cache.key(address + servlet.getContextPath() + "/"), page.get(), start);
        }
    }
}
