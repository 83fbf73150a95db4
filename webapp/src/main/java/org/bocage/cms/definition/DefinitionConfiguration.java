package org.bocage.cms.definition;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the light modules at start and follows their folders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LightModulesProperties.class)
class DefinitionConfiguration {

    @org.springframework.context.annotation.Bean(destroyMethod = "close")
    DefinitionRegistry definitionRegistry(LightModulesProperties properties) {
        List<Path> folders = properties.folders();
        return folders.isEmpty() ? DefinitionRegistry.packaged() : DefinitionRegistry.watching(folders);
    }
}
