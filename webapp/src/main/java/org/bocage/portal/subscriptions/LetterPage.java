package org.bocage.portal.subscriptions;

import java.util.List;

/**
 * View model of {@code templates/espace/lettre.ftlh}: a letter, and what it may tell; {@code lettre-apercu.ftlh} shows what is
 * read of it.
 *
 * @param address of the letter in the private space
 * @param from first day, as a date field has it
 * @param to last day
 * @param readers how many get it, or got it
 * @param wrong what is wrong with what was typed; empty when nothing is
 * @param html the letter as a page, to copy
 * @param text the letter as text, to copy
 */
public record LetterPage(
        String address,
        String title,
        String introduction,
        String from,
        String to,
        boolean draft,
        long readers,
        String wrong,
        List<Part> parts,
        String html,
        String text) {

    /** Items of a part of the letter, as {@link LetterItems.Section}. */
    public record Part(String key, String title, List<Tick> ticks) {}

    /** An item, told when ticked. */
    public record Tick(String id, String title, String day, boolean ticked) {}

    /** View model of {@code templates/espace/lettres.ftlh}. */
    public record Shelf(String address, List<Line> drafts, List<Line> sent, int readers) {}

    /** A letter in a list: when it went out, in words; empty for a draft. */
    public record Line(String title, String address, String sent, long readers) {}
}
