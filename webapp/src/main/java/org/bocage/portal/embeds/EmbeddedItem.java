package org.bocage.portal.embeds;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An item as its page names it, for a frame of another site.
 *
 * @param kind name of its kind in the addresses of frames
 * @param slug its name
 */
record EmbeddedItem(String kind, String slug) {

    private static final int LONGEST = 500;
    private static final String SLUG = "([a-z0-9]+(?:-[a-z0-9]+)*)";
    private static final Map<String, Pattern> PAGES = Map.of(
            "agenda", Pattern.compile("/agenda/(?!mois$|archives$)" + SLUG + "(?:/[0-9]{4}-[0-9]{2}-[0-9]{2})?"),
            "actualites", Pattern.compile("/actualites/[0-9]{4}/" + SLUG),
            "annonces", Pattern.compile("/annonces/[a-z-]{1,40}/" + SLUG),
            "acteurs", Pattern.compile("/reseau/acteurs/" + SLUG));

    /**
     * Reads the address of a page.
     *
     * @param address whole, or from the root of the site on
     * @param base of the site, without final slash
     */
    static Optional<EmbeddedItem> at(String address, String base) {
        String typed = address.strip();
        String path = typed.startsWith(base + "/") ? typed.substring(base.length()) : typed;
        if (typed.length() > LONGEST || !path.startsWith("/")) {
            return Optional.empty();
        }
        String page = path.replaceFirst("[?#].*", "").replaceFirst("(?:[.]html|/)$", "");
        for (Map.Entry<String, Pattern> one : PAGES.entrySet()) {
            Matcher found = one.getValue().matcher(page);
            if (found.matches()) {
                return Optional.of(new EmbeddedItem(one.getKey(), found.group(1)));
            }
        }
        return Optional.empty();
    }

    /** The address of its frame, from the root of the site on. */
    String frame() {
        return "/integre/" + kind + "/" + slug;
    }
}
