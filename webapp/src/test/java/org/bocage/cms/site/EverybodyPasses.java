package org.bocage.cms.site;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Lets every request pass, so that what the site itself answers is seen. */
@TestConfiguration(proxyBeanMethods = false)
class EverybodyPasses {

    @Bean
    @Order(Integer.MIN_VALUE)
    SecurityFilterChain everybodyPasses(HttpSecurity http) {
        return http.securityMatcher("/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.disable())
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
