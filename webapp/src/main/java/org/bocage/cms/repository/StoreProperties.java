package org.bocage.cms.repository;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the stores are kept.
 *
 * @param home the folder of everything the portal keeps
 * @param config the config folder
 * @param store the kind of store
 */
@ConfigurationProperties("bocage")
record StoreProperties(
        @DefaultValue("./data") Path home,
        @DefaultValue("./config") Path config,
        @DefaultValue("segment") String store) {

    StoreProperties {
        if (!store.equals("segment")) {
            throw new IllegalArgumentException("bocage.store=" + store + ": expected segment");
        }
    }
}
