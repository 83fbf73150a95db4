package org.bocage.portal.fediverse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.outgoing.ReceivedJson;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.StateCached;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.feeds.ItemText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Replies to items: remarks on them in the private space, for those who review, and nowhere else. When somebody takes theirs away, its
 * words go there too. A reply is remembered for sixty days, by the address it has on its server.
 */
@Component
class Replies {

    private static final String FOLDER = "replies";
    private static final Duration KEPT = Duration.ofDays(60);
    /** Replies that are kept in all, of one item and of one author. */
    private static final int MOST = 1_000;

    private static final int MOST_OF_ITEM = 30;
    private static final int MOST_OF_AUTHOR = 50;
    private static final int LONGEST = 1_500;
    private static final int LONGEST_ADDRESS = 400;
    private static final String ITEM = "item";
    private static final String BY = "by";
    private static final String WHO = "who";
    private static final String AT = "at";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String REMARK = "remark";

    private final FediverseStore kept;
    private final MessageSource messages;
    private final Clock clock;
    private final StateCached<Set<String>> authors;

    Replies(FediverseStore kept, MessageSource messages, Clock clock) {
        this.authors = new StateCached<>(() -> kept.store().state(), this::readAuthors);
        this.kept = kept;
        this.messages = messages;
        this.clock = clock;
    }

    /** A reply as a screen shows it. */
    record Reply(String item, String workspace, String title, String who, String text, Instant at) {}

    /** Keeps a reply to an item, once; more than are kept are left aside. The caller saves. */
    void add(Session session, String itemId, RemoteActor by, JsonNode note) throws RepositoryException {
        String name = FediverseStore.name(ReceivedJson.text(note, "id"));
        Node folder = FediverseStore.folder(session, FOLDER);
        Optional<Node> item = Workspace.byId(session, itemId);
        String text = ItemText.shortened(ItemText.plain(ReceivedJson.text(note, "content")), LONGEST);
        if (folder.hasNode(name) || item.isEmpty() || text.isEmpty() || isFull(folder, itemId, by.id())) {
            return;
        }
        String address = Json.id(note, "url").isEmpty() ? ReceivedJson.text(note, "id") : Json.id(note, "url");
        String said = address.length() <= LONGEST_ADDRESS ? text + "\n" + address : text;
        Node remark = Review.note(item.get(), say("who", by.handle()), clock.instant(), said);
        Node reply = folder.addNode(name, "mgnl:contentNode");
        reply.setProperty(ITEM, itemId);
        reply.setProperty(BY, by.id());
        reply.setProperty(WHO, by.handle());
        reply.setProperty(TITLE, Review.title(item.get()));
        reply.setProperty(TEXT, text);
        reply.setProperty(REMARK, remark.getIdentifier());
        reply.setProperty(AT, Dates.utc(clock.instant()));
    }

    private static boolean isFull(Node folder, String itemId, String author) throws RepositoryException {
        List<Node> all = FediverseStore.children(folder);
        int ofItem = 0;
        int ofAuthor = 0;
        for (Node one : all) {
            ofItem += FediverseStore.text(one, ITEM).equals(itemId) ? 1 : 0;
            ofAuthor += FediverseStore.text(one, BY).equals(author) ? 1 : 0;
        }
        return all.size() >= MOST || ofItem >= MOST_OF_ITEM || ofAuthor >= MOST_OF_AUTHOR;
    }

    /** Takes a reply away that its author took away; what is nobody's, or somebody else's, changes nothing. The caller saves. */
    void remove(Session session, String address, String by) throws RepositoryException {
        Node folder = FediverseStore.folder(session, FOLDER);
        String name = FediverseStore.name(address);
        if (folder.hasNode(name)
                && FediverseStore.text(folder.getNode(name), BY).equals(by)) {
            remove(session, folder.getNode(name));
        }
    }

    /** Takes all replies of somebody away whose account is gone. The caller saves. */
    void removeAll(Session session, String by) throws RepositoryException {
        for (Node one : FediverseStore.children(FediverseStore.folder(session, FOLDER))) {
            if (FediverseStore.text(one, BY).equals(by)) {
                remove(session, one);
            }
        }
    }

    private void remove(Session session, Node reply) throws RepositoryException {
        Optional<Node> remark = Workspace.byId(session, FediverseStore.text(reply, REMARK));
        if (remark.isPresent()) {
            remark.get().setProperty("texte", say("removed"));
        }
        reply.remove();
    }

    /** Whether somebody replied who is remembered. */
    boolean isAuthor(String actor) {
        return authors.get().contains(actor);
    }

    private Set<String> readAuthors() {
        return kept.store().read(Identity.SYSTEM, session -> {
            Set<String> authors = new HashSet<>();
            for (Node one : all(session)) {
                authors.add(FediverseStore.text(one, BY));
            }
            return authors;
        });
    }

    private static List<Node> all(Session session) throws RepositoryException {
        return FediverseStore.WORKSPACE.root(session).hasNode(FOLDER)
                ? FediverseStore.children(FediverseStore.folder(session, FOLDER))
                : List.of();
    }

    /** The latest ones. */
    List<Reply> latest(int most) {
        return kept.store().read(Identity.SYSTEM, session -> {
            List<Reply> replies = new ArrayList<>();
            for (Node one : all(session)) {
                Optional<Node> item = Workspace.byId(session, FediverseStore.text(one, ITEM));
                if (item.isPresent()) {
                    replies.add(new Reply(
                            FediverseStore.text(one, ITEM),
                            Workspace.of(item.get()).name(),
                            FediverseStore.text(one, TITLE),
                            FediverseStore.text(one, WHO),
                            FediverseStore.text(one, TEXT),
                            one.getProperty(AT).getDate().toInstant()));
                }
            }
            replies.sort(Comparator.comparing(Reply::at).reversed());
            return List.copyOf(replies.subList(0, Math.min(most, replies.size())));
        });
    }

    /** Forgets those of more than sixty days. */
    void forget() {
        Instant end = clock.instant().minus(KEPT);
        kept.store().update(Identity.SYSTEM, session -> {
            for (Node one : all(session)) {
                if (one.getProperty(AT).getDate().toInstant().isBefore(end)) {
                    one.remove();
                }
            }
        });
    }

    private String say(String key, Object... words) {
        return messages.getMessage("fediverse.reply." + key, words, Locale.FRENCH);
    }
}
