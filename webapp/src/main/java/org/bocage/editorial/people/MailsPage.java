package org.bocage.editorial.people;

import java.util.List;

/**
 * {@code compte-mails.ftlh}: what a person is written to about. Each topic is posted under its own name.
 *
 * @param email where mails go; empty when unknown
 */
public record MailsPage(String address, String email, List<Topic> topics) {

    /** A topic, {@code taches}, {@code reponses}, {@code mentions}, {@code nouveautes} or {@code documents}, and its pace. */
    public record Topic(String key, String pace) {}
}
