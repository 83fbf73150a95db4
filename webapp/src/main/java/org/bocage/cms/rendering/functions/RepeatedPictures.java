package org.bocage.cms.rendering.functions;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds pictures that a page shows a second time, and puts something else in the place of those that only adorn. */
final class RepeatedPictures {

    private static final String IMAGE = "<img ";
    private static final String SOURCE = " src=\"";
    /** Where the media library begins in an address; what follows all sizes of a picture share. */
    private static final String LIBRARY = "/dam/";

    private final String text;
    private final char[] html;
    private final List<String> frames;
    private final List<String> instead;
    private final Set<String> seen = new HashSet<>();
    private final StringBuilder page = new StringBuilder();
    private int kept;
    private int replaced;

    private RepeatedPictures(String text, List<String> frames, List<String> instead) {
        this.text = text;
        this.html = text.toCharArray();
        this.frames = frames;
        this.instead = instead;
    }

    /**
     * Returns a page in which each picture is shown once.
     *
     * @param frames opening tags after which a picture only adorns: up to the end of their element something else may stand
     * @param instead what may stand there, taken in turn
     */
    static String replaced(String html, List<String> frames, List<String> instead) {
        return new RepeatedPictures(html, frames, instead).page();
    }

    private String page() {
        int at = HtmlSigns.next(html, '<', 0);
        while (at < html.length) {
            int end = at + 1;
            if (HtmlSigns.startsWith(html, IMAGE, at)) {
                end = picture(at, HtmlSigns.closed(html, at));
            }
            at = HtmlSigns.next(html, '<', end);
        }
        return replaced == 0 ? text : page.append(text.substring(kept)).toString();
    }

    /** Takes a picture; returns where to look for the next one. */
    private int picture(int at, int end) {
        String key = key(text.substring(at, end));
        if (key.isEmpty() || seen.add(key)) {
            return end;
        }
        Optional<String> frame = frame(at);
        int close = frame.isEmpty() ? -1 : text.indexOf(endTag(frame.get()), end);
        if (close < 0) {
            return end;
        }
        page.append(text.substring(kept, at)).append(instead.get(replaced++ % instead.size()));
        kept = close;
        return close;
    }

    private static String key(String tag) {
        int source = tag.indexOf(SOURCE);
        int end = source < 0 ? -1 : tag.indexOf('"', source + SOURCE.length());
        if (end < 0) {
            return "";
        }
        String address = tag.substring(source + SOURCE.length(), end);
        return address.substring(Math.max(0, address.indexOf(LIBRARY)));
    }

    /** Returns the frame that a picture stands in, if any. */
    private Optional<String> frame(int at) {
        int before = at;
        while (before > 0 && Character.isWhitespace(html[before - 1])) {
            before--;
        }
        int end = before;
        return frames.stream()
                .filter(one -> HtmlSigns.startsWith(html, one, end - one.length()))
                .findFirst();
    }

    private static String endTag(String tag) {
        return "</" + tag.substring(1).replaceFirst("[ >].*$", "") + ">";
    }
}
