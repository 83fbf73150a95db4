package org.bocage.cms.outgoing;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Options {@code bocage.outgoing.*}.
 *
 * @param allowed servers of one's own network that may be asked all the same, each as {@code address:port} with the address in
 *     figures; every other rule still holds
 */
@ConfigurationProperties("bocage.outgoing")
public record OutgoingOptions(@DefaultValue Set<String> allowed) {

    public OutgoingOptions {
        allowed = Set.copyOf(allowed);
    }
}
