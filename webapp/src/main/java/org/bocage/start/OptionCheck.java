package org.bocage.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.catalina.util.NetMask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads every option {@code bocage.*} before a store is opened, and refuses those that nobody reads. In the environment
 * an unknown name is only told: a container's host may put variables there that are none of ours.
 */
final class OptionCheck implements BeanFactoryPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(OptionCheck.class);
    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("bocage");

    /** Proxies to believe: Tomcat passes over what it cannot read, and every visitor would have the address of the proxy. */
    private static final String PROXIES = "server.tomcat.remoteip.internal-proxies";

    private final ConfigurableEnvironment environment;

    OptionCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Collection<Class<?>> records = records(beans);
        Binder binder = Binder.get(environment);
        for (Class<?> record : records) {
            binder.bindOrCreate(
                    record.getAnnotation(ConfigurationProperties.class).value(), Bindable.of(record));
        }
        Arrays.stream(environment.getProperty(PROXIES, "").split(",")).forEach(OptionCheck::checkProxy);
        OptionNames names = OptionNames.of(records);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource listed) {
                listed.stream().filter(OURS::isAncestorOf).forEach(name -> check(name.toString(), names, source));
            }
        }
    }

    private static void checkProxy(String addresses) {
        if (!addresses.isBlank()) {
            try {
                new NetMask(addresses.strip());
            } catch (IllegalArgumentException e) {
                throw new InvalidConfigurationPropertyValueException(PROXIES, addresses.strip(), e.getMessage());
            }
        }
    }

    /** The records that hold options of ours. */
    static Collection<Class<?>> records(ConfigurableListableBeanFactory beans) {
        List<Class<?>> records = new ArrayList<>();
        for (String bean : beans.getBeanDefinitionNames()) {
            // such a bean is called by what it reads, then by its class
            Class<?> type = bean.startsWith(OURS.toString()) ? beans.getType(bean, false) : null;
            if (type != null && type.isAnnotationPresent(ConfigurationProperties.class)) {
                records.add(type);
            }
        }
        return records;
    }

    private static void check(String name, OptionNames names, ConfigurationPropertySource source) {
        if (names.contain(name)) {
            return;
        }
        if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource) {
            log.warn("The environment sets {}, which is no option", name);
            return;
        }
        throw new UnknownOption(name, names.closest(name).orElse(null));
    }
}
