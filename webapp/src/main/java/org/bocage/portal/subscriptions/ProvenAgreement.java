package org.bocage.portal.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.dates.Dates;

/**
 * Proof that a subscriber agreed, given by who brought their address along (article 7.1 of the GDPR).
 *
 * @param source where they agreed, in words
 * @param day on which they did
 * @param by display name of who says so
 */
record ProvenAgreement(String source, LocalDate day, String by, Instant at) {

    private static final String SOURCE = "accordOrigine";
    private static final String DAY = "accordDate";
    private static final String BY = "accordReprisPar";
    private static final String AT = "accordReprisLe";

    void write(Node subscription) throws RepositoryException {
        subscription.setProperty(SOURCE, source);
        subscription.setProperty(DAY, day.toString());
        subscription.setProperty(BY, by);
        subscription.setProperty(AT, Dates.utc(at));
    }

    /** Reads the proof of a subscription; empty for somebody who said yes by the link of a mail. */
    static Optional<ProvenAgreement> read(Node subscription) throws RepositoryException {
        return subscription.hasProperty(SOURCE)
                ? Optional.of(new ProvenAgreement(
                        subscription.getProperty(SOURCE).getString(),
                        LocalDate.parse(subscription.getProperty(DAY).getString()),
                        subscription.getProperty(BY).getString(),
                        subscription.getProperty(AT).getDate().toInstant()))
                : Optional.empty();
    }
}
