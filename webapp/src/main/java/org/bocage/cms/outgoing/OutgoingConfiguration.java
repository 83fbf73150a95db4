package org.bocage.cms.outgoing;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the way out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutgoingOptions.class)
class OutgoingConfiguration {

    @Bean
    OutgoingHttp outgoing(OutgoingOptions options, @Value("${bocage.address:http://localhost:8080}") String address) {
        return new OutgoingHttp(
                new AddressPolicy(InetAddress::getAllByName, options.allowed()),
                Limits.USUAL,
                "Bocage (+" + address + ")");
    }
}
