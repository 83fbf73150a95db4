package org.bocage.portal.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.HomePage;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.screens.extension.SetupSteps.SetupStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The set-up of the portal: its steps, and whether it is under way. A new portal says on its home page that it is, until somebody
 * opens it; what is kept in a step counts at once, so that nothing is lost by leaving in the middle.
 */
@Component
class Setup {

    private static final Logger log = LoggerFactory.getLogger(Setup.class);
    /** Property of the home page while the set-up is under way. */
    static final String PROPERTY = "installation";

    private final Stores stores;
    private final HomePage home;
    private final ObjectProvider<SetupSteps> steps;

    Setup(Stores stores, HomePage home, ObjectProvider<SetupSteps> steps) {
        this.stores = stores;
        this.home = home;
        this.steps = steps;
    }

    /** The notice on the site goes as soon as the portal is opened, whatever version of the home page is on line. */
    @Bean
    static LiveFields setupNotice() {
        return new LiveFields(Workspace.WEBSITE.name(), Set.of(PROPERTY));
    }

    boolean isUnderWay() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> page = home.of(session);
            return page.isPresent() && page.get().hasProperty(PROPERTY);
        });
    }

    /** Returns the steps in their order, as they stand. */
    List<SetupStep> steps() {
        return steps.stream()
                .flatMap(one -> one.setupSteps().stream())
                .sorted(Comparator.comparingInt(SetupStep::place))
                .toList();
    }

    /** Ends the set-up; the site says no more that it is under way. */
    void end() {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> page = home.of(session);
            if (page.isPresent() && page.get().hasProperty(PROPERTY)) {
                page.get().getProperty(PROPERTY).remove();
            }
        });
        log.info("The portal is set up");
    }
}
