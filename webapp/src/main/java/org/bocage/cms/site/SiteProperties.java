package org.bocage.cms.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the site answers.
 *
 * @param pageCache whether rendered pages are kept
 * @param defaultExtension what addresses of pages end in; empty for clean addresses
 * @param baseUrl public address of the site, without final slash; empty: as the request says
 */
@ConfigurationProperties("bocage")
record SiteProperties(
        @DefaultValue("true") boolean pageCache,
        @DefaultValue("") String defaultExtension,
        @DefaultValue("") String baseUrl) {}
