package org.bocage.cms.definition;

import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.yaml.Fault;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.RawReader;
import org.bocage.cms.definition.yaml.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of the light modules, one map a locale (spec 10.2 and the recorded cases). */
final class MessageBundle implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(MessageBundle.class);
    private static final String FALLBACK = "en";
    private static final Pattern LOCALE = Pattern.compile(".*?_([a-z]{2,3}(?:_[A-Z]{2})?)");

    private final Map<String, Map<String, String>> byLocale = new HashMap<>();
    private final Supplier<Wording> wording;

    MessageBundle(Resources resources, List<String> modules, Supplier<Wording> wording, Report report) {
        this.wording = wording;
        for (String module : modules) {
            for (Resource resource : resources.matching("/" + module + "/i18n/**/*.properties")) {
                try {
                    add(resource);
                } catch (Fault fault) {
                    report.severe(fault);
                } catch (IOException | IllegalArgumentException e) {
                    report.add(Severity.SEVERE, new Raw.Spot(resource.path(), 0), "/", "messages.broken");
                }
            }
        }
    }

    private void add(Resource resource) throws Fault, IOException {
        java.util.Properties properties = new java.util.Properties();
        properties.load(new StringReader(RawReader.properties(resource)));
        Map<String, String> messages = byLocale.computeIfAbsent(locale(resource.path()), locale -> new HashMap<>());
        properties.stringPropertyNames().forEach(key -> {
            String previous = messages.put(key, properties.getProperty(key));
            if (previous != null) {
                LOG.info("message {} of {} replaces an earlier one", key, resource.path());
            }
        });
    }

    private static String locale(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replace(".properties", "");
        Matcher matcher = LOCALE.matcher(name);
        return matcher.matches() ? matcher.group(1) : FALLBACK;
    }

    @Override
    public Optional<String> find(Locale locale, String key) {
        for (String name : List.of(locale.toString(), locale.getLanguage(), FALLBACK)) {
            String message = byLocale.getOrDefault(name, Map.of()).get(key);
            if (message != null) {
                return Optional.of(wording.get().of(message));
            }
        }
        return Optional.empty();
    }

    @Override
    public String lookup(Locale locale, String key, Object... arguments) {
        String message = find(locale, key).orElse(key);
        if (arguments.length == 0) {
            return message;
        }
        try {
            return new MessageFormat(message, locale).format(arguments);
        } catch (IllegalArgumentException e) {
            LOG.warn("message {} is no pattern: {}", key, e.getMessage());
            return message;
        }
    }

    @Override
    public String text(Locale locale, Label label) {
        if (!label.literal().isEmpty()) {
            return find(locale, label.literal()).orElse(label.literal());
        }
        return label.keys().stream()
                .flatMap(key -> find(locale, key).stream())
                .findFirst()
                .orElse(label.keys().isEmpty() ? "" : label.keys().get(0));
    }
}
