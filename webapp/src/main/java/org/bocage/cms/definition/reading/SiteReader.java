package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.Report;

/** Reads the site (spec 3.9, as run on CE 6.2.45). */
public final class SiteReader {

    private static final Set<String> STATUSES = Set.of("404", "410", "500");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private SiteReader() {}

    public static SiteDefinition read(Raw.Mapping raw, Report report) {
        Bean bean = new Bean(raw, "site", report);
        Bean templates = bean.child("templates");
        SiteDefinition site = new SiteDefinition(
                bean.text("name", "site"),
                bean.flag("enabled", true),
                bean.child("theme").text("name"),
                prototype(templates),
                availability(templates),
                locales(bean),
                domains(bean),
                mappings(bean),
                bean.free("parameters"),
                settings(bean),
                cors(bean),
                raw.plain());
        templates.finish();
        bean.accept("variations", "trustedProxyConfig", "parameters", "templates")
                .finish();
        return site;
    }

    private static SiteDefinition.Settings settings(Bean bean) {
        Bean parameters = new Bean(bean.raw().mapping("parameters"), "site/parameters", bean.report());
        Map<String, String> pages = new LinkedHashMap<>();
        Bean given = parameters.child("errorPages");
        for (String status : given.raw().entries().keySet()) {
            if (STATUSES.contains(status)) {
                pages.put(status, given.text(status));
            } else {
                given.problem(Severity.MINOR, given.raw(), "", "site.errorPages", status);
            }
        }
        Map<String, String> colours = new LinkedHashMap<>();
        Bean chosen = parameters.child("colours");
        for (String name : chosen.raw().entries().keySet()) {
            String colour = chosen.text(name).toLowerCase(Locale.ROOT);
            if (COLOUR.matcher(colour).matches()) {
                colours.put(name, colour);
            } else {
                chosen.problem(Severity.MINOR, chosen.raw(), name, "site.colour", colour);
            }
        }
        return new SiteDefinition.Settings(
                Map.copyOf(pages),
                parameters.text("nameProperty"),
                parameters.text("structureProperty"),
                settingsNode(parameters.child("settings")),
                Collections.unmodifiableMap(colours),
                mainColours(parameters, colours.keySet()),
                called(parameters.child("called")));
    }

    private static SiteDefinition.SettingsNode settingsNode(Bean given) {
        SiteDefinition.SettingsNode node = new SiteDefinition.SettingsNode(
                given.text("node"),
                given.textMap("forms"),
                Set.copyOf(given.texts("appearance")),
                List.copyOf(given.texts("formerly")));
        given.finish();
        return node;
    }

    private static SiteDefinition.Called called(Bean given) {
        String written = given.text("written");
        Bean kinds = given.child("phrases");
        int many = kinds.texts(written).size();
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (String kind : kinds.raw().entries().keySet()) {
            List<String> words = kinds.texts(kind);
            if (words.size() == many && words.stream().noneMatch(String::isBlank)) {
                phrases.put(kind, List.copyOf(words));
            } else {
                kinds.problem(Severity.MINOR, kinds.raw(), kind, "site.called", kind, many);
            }
        }
        SiteDefinition.Called called =
                new SiteDefinition.Called(given.text("property"), written, Collections.unmodifiableMap(phrases));
        given.finish();
        return called;
    }

    /** Two of the colours, or none. */
    private static List<String> mainColours(Bean parameters, Set<String> colours) {
        List<String> main = parameters.texts("mainColours");
        boolean usable =
                main.size() == 2 && colours.containsAll(main) && !main.get(0).equals(main.get(1));
        if (!main.isEmpty() && !usable) {
            parameters.problem(
                    Severity.MINOR, parameters.raw(), "mainColours", "site.mainColours", String.join(", ", main));
        }
        return usable ? List.copyOf(main) : List.of();
    }

    private static SiteDefinition.Prototype prototype(Bean templates) {
        String id = templates.text("prototypeId");
        boolean referencing = templates.type().endsWith("ReferencingPrototypeTemplateSettings");
        if (!id.isEmpty() && !referencing) {
            templates.problem(Severity.MINOR, templates.raw(), "prototypeId", "site.prototype");
        }
        Map<String, Object> inline = templates.child("prototype").raw().plain();
        return new SiteDefinition.Prototype(referencing ? id : "", inline);
    }

    private static SiteDefinition.Availability availability(Bean templates) {
        Bean given = templates.child("availability");
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Bean template : given.children("templates")) {
            ids.put(template.text("id"), template.texts("roles"));
        }
        SiteDefinition.Availability availability = new SiteDefinition.Availability(
                templates.has("availability"),
                given.flag("enableAll", false),
                given.texts("enableAllWithRenderType"),
                Map.copyOf(ids));
        given.finish();
        return availability;
    }

    private static SiteDefinition.Locales locales(Bean bean) {
        Bean i18n = bean.child("i18n");
        if (!bean.has("i18n")) {
            return single();
        }
        if (i18n.type().isEmpty()) {
            bean.problem(Severity.MAJOR, i18n.raw(), "i18n", "site.i18n");
            return single();
        }
        Locale fallback = locale(i18n.text("fallbackLocale", "en"));
        List<Locale> supported = new ArrayList<>();
        for (Bean given : i18n.children("locales")) {
            if (given.flag("enabled", true)) {
                String language = given.text("language", given.name());
                String country = given.text("country");
                supported.add(locale(country.isEmpty() ? language : language + "_" + country));
            }
        }
        String byDefault = i18n.text("defaultLocale");
        SiteDefinition.Locales locales = new SiteDefinition.Locales(
                i18n.flag("enabled", false),
                i18n.type().endsWith("HierarchyBasedI18nContentSupport"),
                fallback,
                byDefault.isEmpty() ? fallback : locale(byDefault),
                supported.isEmpty() ? List.of(fallback) : List.copyOf(supported));
        i18n.finish();
        return locales;
    }

    private static SiteDefinition.Locales single() {
        return new SiteDefinition.Locales(false, false, Locale.ENGLISH, Locale.ENGLISH, List.of(Locale.ENGLISH));
    }

    private static Locale locale(String name) {
        return Locale.forLanguageTag(name.replace('_', '-'));
    }

    private static List<SiteDefinition.Domain> domains(Bean bean) {
        List<SiteDefinition.Domain> domains = new ArrayList<>();
        for (Bean domain : bean.children("domains")) {
            domains.add(new SiteDefinition.Domain(
                    domain.name(),
                    domain.text("protocol", "http"),
                    domain.integer("port", 80),
                    domain.text("context")));
            domain.finish();
        }
        return List.copyOf(domains);
    }

    private static List<SiteDefinition.Mapping> mappings(Bean bean) {
        List<SiteDefinition.Mapping> mappings = new ArrayList<>();
        for (Bean mapping : bean.children("mappings")) {
            mappings.add(new SiteDefinition.Mapping(
                    mapping.name(),
                    mapping.text("URIPrefix"),
                    mapping.text("repository", "website"),
                    mapping.text("handlePrefix")));
            mapping.finish();
        }
        return mappings.isEmpty()
                ? List.of(new SiteDefinition.Mapping("website", "", "website", ""))
                : List.copyOf(mappings);
    }

    private static List<Map<String, Object>> cors(Bean bean) {
        List<Map<String, Object>> rules = new ArrayList<>();
        bean.children("cors").forEach(rule -> rules.add(rule.raw().plain()));
        return List.copyOf(rules);
    }
}
