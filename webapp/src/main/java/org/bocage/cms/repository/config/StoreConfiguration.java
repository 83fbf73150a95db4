package org.bocage.cms.repository.config;

import org.bocage.cms.repository.Stores;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what reads the config folder, and settings that were kept in place of its files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StoreProperties.class, DatabaseProperties.class, MaintenanceOptions.class})
class StoreConfiguration {

    @Bean
    ConfigFiles configFiles(StoreProperties properties) {
        return new ConfigFiles(properties.config());
    }

    @Bean
    KeptSettings keptSettings(ConfigFiles files, Stores stores) {
        return new KeptSettings(files, stores);
    }
}
