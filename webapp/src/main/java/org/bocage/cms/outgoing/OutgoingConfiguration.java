package org.bocage.cms.outgoing;

import java.net.InetAddress;
import java.util.function.Supplier;
import org.bocage.cms.site.SiteAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the way out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutgoingOptions.class)
class OutgoingConfiguration {

    @Bean
    OutgoingHttp outgoing(OutgoingOptions options, SiteAddress siteAddress) {
        return outgoing(options, siteAddress::get);
    }

    static OutgoingHttp outgoing(OutgoingOptions options, Supplier<String> address) {
        return new OutgoingHttp(
                new AddressPolicy(InetAddress::getAllByName, options.allowed()),
                Limits.USUAL,
                () -> "Bocage (+" + address.get() + ")");
    }
}
