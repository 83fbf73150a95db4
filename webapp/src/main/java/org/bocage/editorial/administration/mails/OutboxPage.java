package org.bocage.editorial.administration.mails;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.jspecify.annotations.Nullable;

/**
 * {@code outbox.ftlh}: the mails of the portal, those that wait first, then the last first.
 *
 * @param open the one being read
 * @param bounces addresses that take no mail of ours
 * @param kept how many mails of the last days could go by the server that there is now
 * @param waiting how many mails wait
 * @param hourly how many go within an hour at most; 0 for as many as there are
 */
public record OutboxPage(
        List<Entry> mails,
        Paging paging,
        @Nullable Mail open,
        List<Bounce> bounces,
        int kept,
        int waiting,
        int hourly) {

    /** An address that takes no mail: since when, why in the words of its server, and where one says that it was seen to. */
    public record Bounce(String address, Moment when, String why, String mended) {}

    /** A line of the list; {@code state} is {@code waiting}, {@code held} (its address is flagged), {@code sent}, {@code kept} (no mail server) or {@code given-up}. */
    public record Entry(String subject, String to, Moment when, String state, String address, boolean selected) {}

    /**
     * A mail in full.
     *
     * @param shown {@code shown}, {@code personal} (it is for nobody but the addressee) or {@code forgotten} (it is not kept so
     *     long)
     * @param text plain; empty when it is not shown
     * @param file downloads the {@code .eml}; null when it went out by a server, or is for nobody else
     */
    public record Mail(
            String subject,
            String to,
            Moment when,
            String shown,
            String text,
            @Nullable String file) {}
}
