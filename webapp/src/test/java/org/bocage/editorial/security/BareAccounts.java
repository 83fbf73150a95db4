package org.bocage.editorial.security;

import java.nio.file.Path;
import java.util.List;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.ConfigFiles;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Roles and accounts on stores without a portal around them. */
public record BareAccounts(Roles roles, Accounts accounts) {

    public static BareAccounts on(Stores stores) {
        Roles roles = new Roles(stores, new ConfigFiles(Path.of("config")));
        SecurityProperties properties = new SecurityProperties(
                "false", new SecurityProperties.Security(List.of("visiteur"), List.of(), List.of()));
        return new BareAccounts(
                roles,
                new Accounts(
                        stores,
                        roles,
                        new BCryptPasswordEncoder(),
                        properties,
                        new StaticListableBeanFactory().getBeanProvider(AccountAccess.class)));
    }
}
