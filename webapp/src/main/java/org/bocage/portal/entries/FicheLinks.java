package org.bocage.portal.entries;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.PathNotFoundException;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.signedlinks.KeptLinks;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.portal.forms.Retained;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.stereotype.Component;

/**
 * The links by which a structure keeps its fiche right. One takes one change, within three days, and only its mail knows it.
 * Those of the yearly question are signed, and have done their time once the fiche is confirmed anew.
 */
@Component
class FicheLinks implements Retained {

    static final Duration WORKS = Duration.ofDays(3);
    static final String FORM = "/proposer/fiche/";

    private static final String FOLDER = "fiches";
    private static final int MOST_PER_DAY = 3;

    private final Stores stores;
    private final SignedLinks answers;
    private final KeptLinks links;

    FicheLinks(Stores stores, SignedLinks answers, Clock clock) {
        this.stores = stores;
        this.answers = answers;
        this.links = new KeptLinks(stores, UnconfirmedSubmissions.WORKSPACE, FOLDER, WORKS, clock);
    }

    /** Adds a link to what a session is about to save, and gives its path; empty when this fiche had three today. */
    Optional<String> create(Session session, String fiche) throws RepositoryException {
        if (links.madeToday(session, "fiche", fiche) >= MOST_PER_DAY) {
            return Optional.empty();
        }
        String token = RandomTokens.create();
        links.add(session, token).setProperty("fiche", fiche);
        return Optional.of(FORM + token);
    }

    /** Adds an entry that leads nowhere, so that a refusal is saved as well. */
    void refuse(Session session) throws RepositoryException {
        links.add(session, RandomTokens.create());
    }

    /** The fiche that a link changes; empty when it does not work, or not any more. */
    Optional<String> fiche(String token) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> link = links.find(session, token);
            return link.isPresent() && link.get().hasProperty("fiche")
                    ? Optional.of(link.get().getProperty("fiche").getString())
                    : Optional.empty();
        });
    }

    /** Uses a link within a save: it is gone. */
    void use(Session session, String token) throws RepositoryException {
        if (!links.end(session, token)) {
            throw new PathNotFoundException("The link was used meanwhile");
        }
    }

    /** Takes away what has done its time. */
    @Override
    public void forget(ItemByItem.Round round) {
        links.forget(round, link -> !link.hasProperty("fiche"));
    }

    /**
     * Answer to the yearly question.
     *
     * @param id of the fiche
     * @param asked the day on which it was confirmed last when the question was asked
     */
    record Said(String id, LocalDate asked) {}

    /** The end of the address of an answer. */
    String token(Said said) {
        return answers.token(
                Purpose.ENTRY, said.id(), String.valueOf(said.asked().toEpochDay()));
    }

    /** Returns the answer in a token, if it was signed here. */
    Optional<Said> said(String token) {
        return answers.read(Purpose.ENTRY, token)
                .map(parts -> new Said(parts.get(0), LocalDate.ofEpochDay(Long.parseLong(parts.get(1)))));
    }
}
