package org.bocage.cms.site;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Origins that a page may show in a frame: those of the films it offers to play, and no other. The policy of its answer names them,
 * under the request attribute {@link #ATTRIBUTE}.
 */
public final class FrameOrigins {

    /** Name of the request attribute with the origins, parted by blanks. */
    public static final String ATTRIBUTE = "cspFrames";

    /** Begins with what it looks for to the letter, so that most signs of a page are passed over. */
    private static final Pattern PLAYER = Pattern.compile(" data-lecteur=\"(https://[a-z0-9.-]+(?::[0-9]{1,5})?)/");

    private FrameOrigins() {}

    /** Returns the origins of the players that a page names; an empty text when it names none. */
    public static String of(String html) {
        TreeSet<String> origins = new TreeSet<>();
        for (Matcher found = PLAYER.matcher(html); found.find(); ) {
            if (isOfLink(html, found.start())) {
                origins.add(found.group(1));
            }
        }
        return String.join(" ", origins);
    }

    private static boolean isOfLink(String html, int attribute) {
        int tag = html.lastIndexOf('<', attribute);
        return html.startsWith("<a ", tag) && html.lastIndexOf('>', attribute) < tag;
    }
}
