package org.bocage.cms.rendering;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are rendered.
 *
 * @param defaultExtension what addresses of pages end in; empty for clean addresses
 * @param portailfn false: templates work with Magnolia's functions alone
 */
@ConfigurationProperties("bocage")
record RenderingProperties(
        @DefaultValue("") String defaultExtension,
        @DefaultValue("true") boolean portailfn) {}
