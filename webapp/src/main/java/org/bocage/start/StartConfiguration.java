package org.bocage.start;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Has the options read before anything is opened. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean
    static OptionCheck optionCheck(ConfigurableEnvironment environment) {
        return new OptionCheck(environment);
    }
}
