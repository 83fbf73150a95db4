package org.bocage.cms.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bocage.cms.definition.site.SiteDefinition;

/**
 * The language an answer is in.
 *
 * @param locale the language of the values
 * @param merged whether {@code title_en} stands in for {@code title}; false: each property as it is kept
 * @param asked whether the address says the language, not the header
 * @param suffixes languages that names of properties may end in
 */
public record Language(Locale locale, boolean merged, boolean asked, List<Locale> suffixes) {

    private static final int LONGEST_TOLD = 40;
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}");

    public static Language of(RestRequest request, SiteDefinition.Locales locales) {
        List<Locale> supported = locales.enabled() && !locales.hierarchyBased() ? locales.supported() : List.of();
        Optional<String> wanted = request.parameter("lang");
        if (wanted.isPresent() && wanted.get().equals("all")) {
            return new Language(locales.fallback(), false, true, supported);
        }
        Optional<Locale> asked = wanted.flatMap(tag -> TAG.matcher(tag).matches()
                ? match(Locale.forLanguageTag(tag.replace('_', '-')), supported)
                : Optional.empty());
        return asked.map(locale -> new Language(locale, true, true, supported))
                .orElseGet(() -> new Language(negotiated(request, supported, locales), true, false, supported));
    }

    /** Says the language in the headers, and refuses what is none. */
    public void tell(RestRequest request, HttpServletResponse response) {
        if (merged) {
            response.setHeader("Content-Language", locale.toLanguageTag());
        }
        if (!asked) {
            response.addHeader("Vary", "Accept-Language");
        }
        request.parameter("lang")
                .filter(tag -> !tag.equals("all") && !TAG.matcher(tag).matches())
                .ifPresent(tag -> {
                    throw RestError.badRequest("Language parameter: "
                            + (tag.length() > LONGEST_TOLD ? tag.substring(0, LONGEST_TOLD) + "…" : tag)
                            + " is not allowed");
                });
    }

    private static Locale negotiated(RestRequest request, List<Locale> supported, SiteDefinition.Locales locales) {
        if (request.http().getHeader("Accept-Language") != null) {
            for (Locale accepted : Collections.list(request.http().getLocales())) {
                Optional<Locale> match = match(accepted, supported);
                if (match.isPresent()) {
                    return match.get();
                }
            }
        }
        return locales.enabled() ? locales.fallback() : Locale.FRENCH;
    }

    private static Optional<Locale> match(Locale wanted, List<Locale> supported) {
        return supported.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> supported.stream()
                        .filter(locale -> locale.equals(Locale.forLanguageTag(wanted.getLanguage())))
                        .findFirst())
                .or(() -> supported.stream()
                        .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                        .findFirst());
    }
}
