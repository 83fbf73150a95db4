package org.bocage.editorial.security.signin;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.security.SecurityProperties;
import org.bocage.editorial.security.sessions.StoredSessions;
import org.bocage.editorial.security.throttling.LoginThrottle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** Access rules of the portal, in one place. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

    private static final SecureRandom random = new SecureRandom();
    /** Passwords tried in vain before the first pause. */
    private static final int FREE_ATTEMPTS = 5;

    /** Device features open to a page: location (by a click), the keys of an account; of the rest the portal uses nothing. */
    private static final String DEVICES = Stream.concat(
                    Stream.of(
                            "geolocation=(self)",
                            "publickey-credentials-get=(self)",
                            "publickey-credentials-create=(self)"),
                    Stream.of(
                                    "accelerometer",
                                    "camera",
                                    "display-capture",
                                    "gyroscope",
                                    "hid",
                                    "idle-detection",
                                    "magnetometer",
                                    "microphone",
                                    "midi",
                                    "payment",
                                    "screen-wake-lock",
                                    "serial",
                                    "usb",
                                    "xr-spatial-tracking")
                            .map(unused -> unused + "=()"))
            .collect(Collectors.joining(", "));

    private static final long READ = 8;
    private static final long ALL = 63;

    @Bean
    PasswordEncoder passwordEncoder() {
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2),
                        "bcrypt", new BCryptPasswordEncoder()));
        // users imported from Magnolia carry bare bcrypt
        encoder.setDefaultPasswordEncoderForMatches(new BCryptPasswordEncoder());
        return encoder;
    }

    /** A doubled slash is one to the container, and so to the rules on addresses. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedDoubleSlash(true);
        return firewall;
    }

    @Bean
    AuthenticationManager authenticationManager(
            Accounts accounts, PasswordEncoder encoder, Stores stores, ObjectProvider<Clock> clock) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(encoder);
        // that an account is closed is told only to who knows its password
        provider.setPreAuthenticationChecks(user -> {});
        provider.setPostAuthenticationChecks(user -> {
            if (!user.isEnabled()) {
                throw new DisabledException("the account is closed");
            }
        });
        return new ProviderManager(new PasswordCheck(
                provider,
                new LoginThrottle(clock.getIfAvailable(Clock::systemUTC), FREE_ATTEMPTS),
                () -> stores.author().storage().requireAnswer()));
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            StoredSessions sessions,
            SignIn signIn,
            Roles roles,
            AuthenticationManager authenticationManager,
            CookieCsrfTokenRepository csrfTokens,
            SecurityProperties properties) {
        http.authenticationManager(authenticationManager)
                .securityContext(context -> context.securityContextRepository(sessions))
                // only the login form begins a session, HTTP Basic does not
                .sessionManagement(session -> session.requireExplicitAuthenticationStrategy(true))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD,
                                DispatcherType.INCLUDE,
                                DispatcherType.ERROR,
                                DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/connexion",
                                "/connexion/**",
                                "/desabonnement/**",
                                "/deconnexion",
                                "/espace/style/**",
                                "/espace/script/**",
                                "/espace/dessin/**",
                                "/espace/manifeste.webmanifest",
                                "/webjars/**",
                                "/readyz",
                                "/livez")
                        .permitAll()
                        .requestMatchers(SignInAddresses::isShare)
                        .permitAll()
                        .anyRequest()
                        .access(byAddress(roles, properties)))
                .formLogin(form -> form.loginPage("/connexion")
                        .loginProcessingUrl("/connexion")
                        .successHandler(signIn::succeeded)
                        .failureHandler(signIn::failed))
                .logout(logout -> logout.logoutUrl("/deconnexion").logoutSuccessHandler(goodbye()))
                .httpBasic(basic -> basic.authenticationEntryPoint(signIn::challenge)
                        // a program signs in with each request: no session is begun for it
                        .securityContextRepository(new RequestAttributeSecurityContextRepository())
                        .withObjectPostProcessor(basicWhereAccepted()))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(signIn::challenge).accessDeniedHandler(signIn::denied))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .ignoringRequestMatchers(request -> SignInAddresses.isShare(request)
                                || (SameOrigin.sent(request)
                                        && (SignInAddresses.isPublicForm(request)
                                                || (SignInAddresses.isRest(request)
                                                        && SignInAddresses.hasBasic(request))))))
                .headers(headers -> headers(headers, properties))
                .addFilterBefore(
                        (request, response, chain) -> {
                            request.setAttribute(ContentPolicy.NONCE, nonce());
                            chain.doFilter(request, response);
                        },
                        HeaderWriterFilter.class);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, SecurityProperties properties) {
        headers.addHeaderWriter(new DocumentHeaders(
                        new ContentPolicy(
                                properties.security().imageSources(),
                                properties.security().frameSources()),
                        new PermissionsPolicyHeaderWriter(DEVICES),
                        new DelegatingRequestMatcherHeaderWriter(
                                request -> !SignInAddresses.isForFrames(request),
                                new XFrameOptionsHeaderWriter(XFrameOptionsMode.SAMEORIGIN))))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        SignInAddresses::isPrivate, new CacheControlHeadersWriter()))
                .cacheControl(cache -> cache.disable())
                .frameOptions(frame -> frame.disable())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
    }

    private static SimpleUrlLogoutSuccessHandler goodbye() {
        SimpleUrlLogoutSuccessHandler handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl("/connexion?au-revoir");
        return handler;
    }

    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return tokens;
    }

    private static ObjectPostProcessor<BasicAuthenticationFilter> basicWhereAccepted() {
        BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BasicAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationConverter(
                        request -> SignInAddresses.acceptsBasic(request) ? basic.convert(request) : null);
                return filter;
            }
        };
    }

    /** The roles' {@code acl_uri} decide: reading needs 8, anything else 63. */
    private static AuthorizationManager<RequestAuthorizationContext> byAddress(
            Roles roles, SecurityProperties properties) {
        return (Supplier<? extends Authentication> who, RequestAuthorizationContext asked) -> {
            var names = CurrentAccount.of(who.get())
                    .map(Account::roles)
                    .orElseGet(() -> java.util.Set.copyOf(properties.security().anonymousRoles()));
            String method = asked.getRequest().getMethod();
            long needed = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") ? READ : ALL;
            long granted = roles.permissions(names, SignInAddresses.path(asked.getRequest()));
            return new AuthorizationDecision((granted & needed) == needed);
        };
    }

    private static String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
