package org.bocage.editorial.authoring.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code outbox.ftlh}: the mails kept because no mail server is set; {@code open} is the one being read. */
public record OutboxPage(List<Entry> mails, @Nullable Mail open, Paging paging) {

    /** A line of the list. */
    public record Entry(String subject, String to, Moment when, String address, boolean selected) {}

    /** A mail in full, as plain text; {@code file} downloads the {@code .eml}. */
    public record Mail(String subject, String from, String to, Moment when, String text, String file) {}
}
