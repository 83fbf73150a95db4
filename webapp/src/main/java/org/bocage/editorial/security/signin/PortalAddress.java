package org.bocage.editorial.security.signin;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Address of the portal as its console tells it: the public one, or that of this machine once the portal listens. */
@Component
public class PortalAddress {

    private final Environment environment;

    PortalAddress(Environment environment) {
        this.environment = environment;
    }

    /** The address, without final slash. */
    public String get() {
        String published = environment.getProperty("bocage.address", "");
        return published.isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                        + environment.getProperty("server.servlet.context-path", "")
                : published;
    }
}
