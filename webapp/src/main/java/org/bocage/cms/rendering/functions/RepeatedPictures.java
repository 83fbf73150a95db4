package org.bocage.cms.rendering.functions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds pictures that a page shows a second time, and puts something else in the place of those that only adorn. */
final class RepeatedPictures {

    private static final String IMAGE = "<img ";
    private static final String SOURCE = " src=\"";
    /** Where the media library begins in an address; what follows all sizes of a picture share. */
    private static final String LIBRARY = "/dam/";

    private RepeatedPictures() {}

    /**
     * Returns a page in which each picture is shown once.
     *
     * @param frames opening tags after which a picture only adorns: up to the end of their element something else may stand
     * @param instead what may stand there, taken in turn
     */
    static String replaced(String html, List<String> frames, List<String> instead) {
        StringBuilder page = new StringBuilder();
        Set<String> seen = new HashSet<>();
        int kept = 0;
        int replaced = 0;
        // one sign is found faster than several
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            String picture = html.startsWith(IMAGE, at) ? picture(html, at) : "";
            if (picture.isEmpty() || seen.add(picture)) {
                continue;
            }
            int close = end(html, at, frames);
            if (close >= 0) {
                page.append(html, kept, at).append(instead.get(replaced++ % instead.size()));
                kept = close;
                at = close;
            }
        }
        return replaced == 0 ? html : page.append(html, kept, html.length()).toString();
    }

    /** Returns the address of an image, without its size when it is of the media library; empty when it has none. */
    private static String picture(String html, int at) {
        int close = html.indexOf('>', at);
        String tag = html.substring(at, close < 0 ? html.length() : close);
        int source = tag.indexOf(SOURCE);
        int end = source < 0 ? -1 : tag.indexOf('"', source + SOURCE.length());
        if (end < 0) {
            return "";
        }
        String address = tag.substring(source + SOURCE.length(), end);
        return address.substring(Math.max(0, address.indexOf(LIBRARY)));
    }

    /** Returns where the frame of an image ends; a negative number when it has none. */
    private static int end(String html, int image, List<String> frames) {
        int before = image;
        while (before > 0 && Character.isWhitespace(html.charAt(before - 1))) {
            before--;
        }
        for (String frame : frames) {
            if (html.startsWith(frame, before - frame.length())) {
                return html.indexOf("</" + frame.substring(1).replaceFirst("[ >].*$", "") + ">", image);
            }
        }
        return -1;
    }
}
