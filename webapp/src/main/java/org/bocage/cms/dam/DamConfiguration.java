package org.bocage.cms.dam;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.cms.dam.decoding.DecodingSlots;
import org.bocage.cms.dam.renditions.Renditions;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.repository.Identity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.util.unit.DataSize;

/** The media library of the portal: one set of decoding slots for uploads and renditions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DamOptions.class)
class DamConfiguration {

    /** Longer than a page of pictures takes, shorter than a browser waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final DataSize BESIDE_A_FILE = DataSize.ofMegabytes(5);

    /** Limits of what a form brings: its largest file, and room for what is written beside it. */
    @Bean
    MultipartConfigElement multipartLimits(DamOptions options) {
        MultipartConfigFactory limits = new MultipartConfigFactory();
        limits.setMaxFileSize(options.maxFileSize());
        limits.setMaxRequestSize(DataSize.ofBytes(options.maxFileSize().toBytes() + BESIDE_A_FILE.toBytes()));
        return limits.createMultipartConfig();
    }

    @Bean
    DecodingSlots decodingSlots(DamOptions options) {
        return new DecodingSlots(options.decodingsAtOnce(), PATIENCE);
    }

    @Bean
    UploadGuard uploadGuard(DamOptions options, DecodingSlots slots, @Value("${bocage.home:./data}") Path home) {
        return new UploadGuard(options, home.resolve("uploads"), slots);
    }

    @Bean
    Renditions renditions(DamOptions options, DecodingSlots slots, @Value("${bocage.home:./data}") Path home) {
        return new Renditions(options, home.resolve("renditions"), slots);
    }

    @Bean
    Assets assets(ObjectProvider<Clock> clock) {
        return new Assets(clock.getIfAvailable(Clock::systemUTC));
    }

    /** Until somebody knows who asks: visitors read what is published, nobody reads drafts. */
    @Bean
    @Fallback
    AssetReader visitorsOnly() {
        return new AssetReader() {
            @Override
            public Identity published(HttpServletRequest request) {
                return Identity.visitor();
            }

            @Override
            public Identity author(HttpServletRequest request) {
                return new Identity("nobody", Set.of());
            }
        };
    }
}
