package org.bocage.cms.site;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.Renderer;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Draws the home page, and with it the menu, before the portal is said to be ready: the classes, scripts and parts that every
 * page needs are there when the first visitors come all at once.
 */
@Component
class WarmStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WarmStart.class);

    private final Stores stores;
    private final Renderer renderer;
    private final PageLookup lookup;
    private final PageCache cache;
    private final SiteProperties properties;
    private final ObjectProvider<CurrentReader> readers;
    private final ServletContext servlet;
    private final Environment environment;

    WarmStart(
            Stores stores,
            Renderer renderer,
            PageLookup lookup,
            PageCache cache,
            SiteProperties properties,
            ObjectProvider<CurrentReader> readers,
            ServletContext servlet,
            Environment environment) {
        this.stores = stores;
        this.renderer = renderer;
        this.lookup = lookup;
        this.cache = cache;
        this.properties = properties;
        this.readers = readers;
        this.servlet = servlet;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            draw();
        } catch (RuntimeException e) {
            // the others may be well, and who mends this one needs the portal
            log.error("The home page cannot be rendered before the portal is ready: {}", e.getMessage());
        }
    }

    private void draw() {
        Identity visitor = readers.getIfAvailable(() -> request -> CurrentReader.anonymous())
                .visitor();
        String address = properties.address().isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : properties.address();
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
            cache.put(address + servlet.getContextPath() + "/", page.get(), start);
        }
    }
}
