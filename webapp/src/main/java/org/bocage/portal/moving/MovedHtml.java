package org.bocage.portal.moving;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.portal.moving.reading.FormerPaths;
import org.springframework.web.util.HtmlUtils;

/**
 * Texts of the former site with its pictures and documents where they are now. Links to its other pages lose the server: they lead on by
 * the addresses those pages had.
 */
final class MovedHtml {

    private static final Pattern PICTURE = Pattern.compile("<img\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SOURCE = attribute("src");
    private static final Pattern ALT = attribute("alt");
    private static final Pattern LINK =
            Pattern.compile("(<a\\b[^>]*?\\bhref\\s*=\\s*)([\"'])([^\"']{1,1000})\\2", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCUMENT = Pattern.compile("(?i)[^?#]+\\.(pdf|odt|ods|odp|docx|xlsx|pptx)");

    /** Finds out where a file of the former site is now; empty when it did not come along. */
    interface Files {
        Optional<String> picture(String address, String alt);

        Optional<String> document(String address);
    }

    private MovedHtml() {}

    private static Pattern attribute(String name) {
        return Pattern.compile("\\b" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);
    }

    /** @param host server of the former site; empty when it is not known */
    static String of(String html, String host, Files files) {
        String moved = PICTURE.matcher(html).replaceAll(one -> {
            String alt = value(ALT, one.group(1));
            return files.picture(value(SOURCE, one.group(1)), alt)
                    .map(now -> Matcher.quoteReplacement(
                            "<img src=\"" + now + "\" alt=\"" + HtmlUtils.htmlEscape(alt, "UTF-8") + "\">"))
                    .orElse("");
        });
        Function<String, String> led = address -> link(address, host, files);
        return LINK.matcher(moved)
                .replaceAll(one -> Matcher.quoteReplacement(
                        one.group(1) + one.group(2) + led.apply(HtmlUtils.htmlUnescape(one.group(3))) + one.group(2)));
    }

    private static String link(String address, String host, Files files) {
        boolean isOurs = (!host.isEmpty() && FormerPaths.host(address).equals(host)) || address.matches("/[^/].*");
        if (isOurs && DOCUMENT.matcher(address).matches()) {
            Optional<String> now = files.document(address);
            if (now.isPresent()) {
                return now.get();
            }
        }
        return escaped(isOurs ? FormerPaths.kept(address).orElse(address) : address);
    }

    private static String escaped(String address) {
        return address.replace("\"", "%22").replace("<", "%3C").replace(">", "%3E");
    }

    private static String value(Pattern attribute, String attributes) {
        Matcher found = attribute.matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1) == null ? found.group(2) : found.group(1)) : "";
    }
}
