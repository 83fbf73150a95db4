package org.bocage.editorial.security;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2 at the least cost, for the passwords that the portals of tests keep: at the usual one, accounts and sign-ins took a tenth
 * of the processor of all tests. Passwords kept at the usual cost are known, too.
 */
public final class LightPasswords implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext portal) {
        portal.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PasswordEncoder usual ? new Light(usual) : bean;
            }
        });
    }

    private record Light(PasswordEncoder usual) implements PasswordEncoder {

        private static final PasswordEncoder ENCODER = new Argon2PasswordEncoder(16, 32, 1, 8, 1);

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return "{argon2}" + ENCODER.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String kept) {
            return usual.matches(password, kept);
        }
    }
}
