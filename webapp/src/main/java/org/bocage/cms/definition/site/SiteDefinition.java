package org.bocage.cms.definition.site;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The site: key {@code site} of {@code decorations/site/config.yaml}, merged over the modules that give one.
 *
 * @param theme name of its theme; empty when none
 * @param prototype what pages of render type {@code site} start from, inline or by id
 * @param locales languages of its content
 * @param mappings address prefix to workspace
 * @param settings the parameters that the host reads
 * @param cors rules as written
 */
public record SiteDefinition(
        String name,
        boolean enabled,
        String theme,
        Prototype prototype,
        Availability availability,
        Locales locales,
        List<Domain> domains,
        List<Mapping> mappings,
        Map<String, Object> parameters,
        Settings settings,
        List<Map<String, Object>> cors,
        Map<String, Object> raw) {

    /** The prototype of the pages; neither part is set when the site has none. */
    public record Prototype(String id, Map<String, Object> inline) {}

    /**
     * The templates an editor may choose.
     *
     * @param given false: every visible page template
     * @param templates roles by id of template; no role: everyone
     */
    public record Availability(
            boolean given,
            boolean enableAll,
            List<String> enableAllWithRenderType,
            Map<String, List<String>> templates) {}

    /**
     * Languages of the content.
     *
     * @param enabled false: content has one language and addresses no prefix
     * @param hierarchyBased the language is a node of the path rather than a suffix of names
     * @param fallback what is shown when a text lacks in the language asked for
     * @param byDefault the language without prefix and suffix
     * @param supported enabled ones, in order
     */
    public record Locales(
            boolean enabled, boolean hierarchyBased, Locale fallback, Locale byDefault, List<Locale> supported) {

        /** The language without prefix and suffix; French in a site that says nothing of languages. */
        public Locale main() {
            return enabled ? byDefault : Locale.FRENCH;
        }

        /** The languages that pages can be read in. */
        public List<Locale> all() {
            return enabled ? supported : List.of(main());
        }
    }

    /**
     * The parameters that the host reads, besides the scripts.
     *
     * @param errorPages template by status, {@code 404}; the others are pages of the theme by their usual name
     * @param nameProperty setting with the name of the site; empty: the site has none
     * @param structureProperty setting with the content that stands for the association itself; empty: none does
     * @param kept where the settings are
     * @param colours colours of the theme that may be changed, as {@code #ffc83d}, by the name of their CSS property
     * @param mainColours the two of them that take the colours of the association; none when the theme has no palette
     * @param called how messages speak of the association
     */
    public record Settings(
            Map<String, String> errorPages,
            String nameProperty,
            String structureProperty,
            SettingsNode kept,
            Map<String, String> colours,
            List<String> mainColours,
            Called called) {}

    /**
     * Node that holds what is said of the association on every page.
     *
     * @param name below the home page; empty: the site has no such node, and the home page says it all
     * @param forms dialogs that edit it, by their name in an address
     * @param appearance names of the forms that say how the site looks
     * @param formerly pages that count besides the home page for what the node does not say, by their paths
     */
    public record SettingsNode(String name, Map<String, String> forms, Set<String> appearance, List<String> formerly) {}

    /**
     * How messages speak of the association: those of the modules are written for one kind, and say other words of another.
     *
     * @param property setting with the kind; empty: messages stay as they are written
     * @param written kind that they are written for
     * @param phrases of each kind, as many of one as of another: « le pôle », « du pôle », « au pôle »; the first kind is that of who
     *     says nothing
     */
    public record Called(String property, String written, Map<String, List<String>> phrases) {}

    /** The template of the page that says that a request failed with some status. */
    public String errorPage(int status) {
        String usual = theme + ":pages/erreur" + (status == 500 ? "" : status);
        return settings.errorPages().getOrDefault(String.valueOf(status), usual);
    }

    /** An address the site answers to. */
    public record Domain(String name, String protocol, int port, String context) {}

    /** Addresses starting with {@code uriPrefix} are read in {@code workspace} under {@code handlePrefix}. */
    public record Mapping(String name, String uriPrefix, String workspace, String handlePrefix) {}

    /** Whether a page of this template may be created by someone with these roles (spec 3.8). */
    public boolean offers(TemplateDefinition template, Collection<String> roles) {
        if (!template.visible()) {
            return false;
        }
        if (!availability.given() || availability.enableAll()) {
            return template.isPage();
        }
        if (!availability.enableAllWithRenderType().isEmpty()) {
            return template.isPage() && availability.enableAllWithRenderType().contains(template.renderType());
        }
        return Optional.ofNullable(availability.templates().get(template.id()))
                .map(allowed -> allowed.isEmpty() || allowed.stream().anyMatch(roles::contains))
                .orElse(false);
    }
}
