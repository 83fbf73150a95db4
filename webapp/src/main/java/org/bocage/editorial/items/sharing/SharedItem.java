package org.bocage.editorial.items.sharing;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a telephone shared, as a form takes it.
 *
 * @param title one line; empty when there is none
 * @param text as it was written, without the link when it ended in it
 * @param link address of the web; empty when there is none
 */
public record SharedItem(String title, String text, String link, List<Picture> pictures) {

    /** Characters of a title; a text that is no longer, on one line, is one. */
    private static final int LONGEST_TITLE = 120;

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINK = 1_000;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'`]+", Pattern.CASE_INSENSITIVE);

    public SharedItem {
        pictures = List.copyOf(pictures);
    }

    /**
     * A picture that waits in a file.
     *
     * @param name as the telephone calls it
     * @param type of a picture that is known; {@code application/octet-stream} otherwise
     */
    public record Picture(Path file, String name, String type, long size) {}

    /**
     * Sorts what the system hands over: many applications put the link at the end of the text (W3C, Web Share Target, 3.2), and a
     * short text without a title is one.
     */
    static SharedItem of(String title, String text, String url, List<Picture> pictures) {
        String words = cut(text.replace("\r\n", "\n").strip(), LONGEST_TEXT);
        String link = LINK.matcher(url.strip()).matches() ? url.strip() : "";
        Matcher found = LINK.matcher(words);
        while (link.isEmpty() && found.find()) {
            link = found.group();
        }
        if (!link.isEmpty() && words.endsWith(link)) {
            words = words.substring(0, words.length() - link.length()).strip();
        }
        String head = cut(title.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST_TITLE);
        if (head.isEmpty() && words.length() <= LONGEST_TITLE && words.indexOf('\n') < 0) {
            head = words;
            words = "";
        }
        return new SharedItem(
                head, words.equals(head) ? "" : words, link.length() > LONGEST_LINK ? "" : link, pictures);
    }

    private static String cut(String text, int length) {
        return text.length() <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, length)));
    }

    public boolean isEmpty() {
        return title.isEmpty() && text.isEmpty() && link.isEmpty() && pictures.isEmpty();
    }
}
