package org.bocage.start;

import java.util.Set;
import org.bocage.editorial.administration.KnownOptions;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Has the options read before anything is opened, and tells which there are. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean
    static OptionCheck optionCheck(ConfigurableEnvironment environment) {
        return new OptionCheck(environment);
    }

    @Bean
    static KnownOptions knownOptions(ConfigurableListableBeanFactory beans) {
        return () -> Set.copyOf(OptionNames.of(OptionCheck.records(beans)).all());
    }
}
