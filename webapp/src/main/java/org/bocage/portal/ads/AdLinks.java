package org.bocage.portal.ads;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.springframework.stereotype.Component;

/** The signed links by which whoever posted an annonce says, without signing in, what becomes of it before it closes. */
@Component
public final class AdLinks {

    static final String PAGE = "/annonces/suite/";
    private static final String ADS = "annonces";
    private static final String CLOSING = "cloture";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final SignedLinks links;

    AdLinks(SignedLinks links) {
        this.links = links;
    }

    /** Answer about an annonce; the first three are asked by mail in the last week. */
    enum Gesture {
        PROLONGER,
        TROUVE,
        RETIRER,
        /** Says yes to whoever posted another annonce, and found this one. */
        ACCORD;

        static final List<Gesture> OF_THE_LAST_WEEK = List.of(PROLONGER, TROUVE, RETIRER);

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private static Optional<Gesture> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /**
     * Statement carried by a link.
     *
     * @param id of the annonce
     * @param closing the last day for which it was written: once that changes, the link has done its time
     */
    record Said(String id, Gesture gesture, LocalDate closing) {}

    String path(Said said) {
        String closing = String.valueOf(said.closing().toEpochDay());
        return PAGE + links.token(Purpose.AD, said.id(), said.gesture().key(), closing);
    }

    /** Where whoever posted an annonce says that they found what they wanted; nowhere unless it is on line. */
    public Optional<String> found(Node item) throws RepositoryException {
        if (!Workspace.of(item).name().equals(ADS)
                || ItemState.of(item) != State.PUBLIE
                || !item.hasProperty(CLOSING)) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.ofInstant(item.getProperty(CLOSING).getDate().toInstant(), PARIS);
        return Optional.of(path(new Said(item.getIdentifier(), Gesture.TROUVE, last)));
    }

    /** Returns the statement in a token, if it was signed here. */
    Optional<Said> said(String token) {
        return links.read(Purpose.AD, token)
                .flatMap(parts -> Gesture.of(parts.get(1))
                        .map(gesture ->
                                new Said(parts.get(0), gesture, LocalDate.ofEpochDay(Long.parseLong(parts.get(2))))));
    }
}
