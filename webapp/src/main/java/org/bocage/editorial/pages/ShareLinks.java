package org.bocage.editorial.pages;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.springframework.stereotype.Component;

/**
 * Tokens by which somebody without an account sees one page for seven days: page and end, signed by this portal. Those of a
 * page are ended all at once, which is noted in the store.
 */
@Component
class ShareLinks {

    private static final Duration WORKS = Duration.ofDays(7);
    private static final Workspace CONFIG = new Workspace("config");
    private static final String ENDED = "apercus";
    private static final int SIGNED = 24;

    private final SignedLinks links;
    private final WritableStore store;

    ShareLinks(SignedLinks links, Stores stores) {
        this.links = links;
        this.store = stores.author();
    }

    /** A token, and until when it works. */
    record Shared(String token, Instant until) {}

    /** A token for a page, from now on. */
    Shared share(String page, Instant now) {
        Instant last = ended(page);
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        Instant until = (from.isAfter(last) ? from : last.plusSeconds(1)).plus(WORKS);
        return new Shared(token(page, until), until);
    }

    /** Ends all tokens of a page that there are. */
    void end(String page, Instant now) {
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node ended = root.hasNode(ENDED) ? root.getNode(ENDED) : root.addNode(ENDED, "mgnl:contentNode");
            ended.setProperty(page, now.getEpochSecond());
        });
    }

    private Instant ended(String page) {
        return store.read(Identity.SYSTEM, session -> {
            Optional<Node> ended = CONFIG.node(session, "/" + ENDED);
            return ended.isPresent() && ended.get().hasProperty(page)
                    ? Instant.ofEpochSecond(ended.get().getProperty(page).getLong())
                    : Instant.EPOCH;
        });
    }

    private String token(String page, Instant until) {
        UUID id = UUID.fromString(page);
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(until.getEpochSecond())
                .array();
        return links.packed(Purpose.PREVIEW, signed);
    }

    /** The page of a token; empty when it is none of ours, of the past, or was ended. */
    Optional<String> page(String token, Instant now) {
        return links.unpacked(Purpose.PREVIEW, token)
                .filter(signed -> signed.length == SIGNED)
                .flatMap(signed -> page(signed, now));
    }

    private Optional<String> page(byte[] signed, Instant now) {
        ByteBuffer read = ByteBuffer.wrap(signed);
        String page = new UUID(read.getLong(), read.getLong()).toString();
        Instant until = Instant.ofEpochSecond(read.getLong());
        return until.isAfter(now) && until.minus(WORKS).isAfter(ended(page)) ? Optional.of(page) : Optional.empty();
    }
}
