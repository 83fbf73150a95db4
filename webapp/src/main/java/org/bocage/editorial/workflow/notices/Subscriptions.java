package org.bocage.editorial.workflow.notices;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.editorial.workflow.notices.Topic.Pace;
import org.springframework.stereotype.Component;

/**
 * How often each person is written to, and about what. What concerns somebody who wants no mail at once is held, in the save
 * that it tells of, until their next digest.
 */
@Component
public class Subscriptions {

    static final Workspace WORKSPACE = new Workspace("abonnements");
    private static final String HELD = "avis";
    private static final String TOLD = "-jusqu-a";

    private final WritableStore store;
    private final Outbox outbox;
    private final SignedLinks links;
    private final Clock clock;
    private final SiteAddress siteAddress;

    Subscriptions(Stores stores, Outbox outbox, SignedLinks links, Clock clock, SiteAddress siteAddress) {
        this.store = stores.author();
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
        this.siteAddress = siteAddress;
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /**
     * Something held for a digest.
     *
     * @param line what happened, in a sentence
     * @param address where it is seen, with the site's
     */
    record Held(String id, Topic topic, String line, String address, Instant at) {}

    /** The mails of one pace to one person, which they may do without. */
    public record Stop(String account, Pace pace) {}

    /** Returns the pace of each topic for a person. */
    public Map<Topic, Pace> of(String account) {
        return store.read(Identity.SYSTEM, session -> of(session, account));
    }

    /** Chooses the pace of some topics; the others stay as they are. */
    public void choose(String account, Map<Topic, Pace> paces) {
        store.update(Identity.SYSTEM, session -> {
            Node node = node(session, account);
            Map<Topic, Pace> before = of(session, account);
            for (Map.Entry<Topic, Pace> choice : paces.entrySet()) {
                if (before.get(choice.getKey()) == Pace.RIEN) {
                    // what went by while nobody wanted to know is not told afterwards
                    told(node, choice.getKey(), clock.instant());
                }
                node.setProperty(choice.getKey().key(), choice.getValue().key());
            }
        });
    }

    /** Ends all mails of one pace to one person. */
    public void stop(Stop stop) {
        Map<Topic, Pace> ended = new EnumMap<>(Topic.class);
        of(stop.account()).forEach((topic, pace) -> {
            if (pace == stop.pace()) {
                ended.put(topic, Pace.RIEN);
            }
        });
        choose(stop.account(), ended);
    }

    /** Where mails of a pace are ended by one press: signed, so that it works however old the mail is. */
    String stopAddress(Stop stop) {
        byte[] what = (stop.pace().key() + " " + stop.account()).getBytes(StandardCharsets.UTF_8);
        return siteAddress.get() + "/desabonnement/" + links.packed(Purpose.NOTICES, what);
    }

    /** Returns the mails that a link with this token stops, or empty if the token is none of ours. */
    public Optional<Stop> stop(String token) {
        return links.unpacked(Purpose.NOTICES, token).flatMap(what -> {
            String[] parts = new String(what, StandardCharsets.UTF_8).split(" ", 2);
            return Pace.of(parts[0]).map(pace -> new Stop(parts[1], pace));
        });
    }

    /** Where people choose what they get. */
    String settings() {
        return siteAddress.get() + "/espace/compte/mails";
    }

    /**
     * Tells somebody what concerns them, at their pace, within a save.
     *
     * @param address where it is seen, with the site's
     */
    public void tell(Session session, Account to, Topic topic, MailTemplates.Text text, String address)
            throws RepositoryException {
        Pace pace = of(session, to.name()).getOrDefault(topic, topic.usual());
        if (pace == Pace.TOUT_DE_SUITE) {
            if (Mail.isAddress(to.email())) {
                outbox.enqueue(session, text.to(to.email()));
            }
        } else if (pace != Pace.RIEN) {
            Node person = node(session, to.name());
            Node all = person.hasNode(HELD) ? person.getNode(HELD) : person.addNode(HELD, "bocage:workspace");
            Node held = all.addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
            held.setProperty("sujet", topic.key());
            held.setProperty("phrase", text.subject());
            held.setProperty("adresse", address);
            held.setProperty("le", Dates.utc(clock.instant()));
        }
    }

    /** Returns the lines held for a person's digests about some topics, the oldest first. */
    static List<Held> held(Session session, String account, Set<Topic> topics) throws RepositoryException {
        List<Held> all = new ArrayList<>();
        Optional<Node> folder = WORKSPACE.node(session, "/" + account + "/" + HELD);
        if (folder.isPresent()) {
            for (NodeIterator nodes = folder.get().getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                Optional<Topic> topic = topic(node.getProperty("sujet").getString());
                if (topic.isPresent() && topics.contains(topic.get())) {
                    all.add(held(node, topic.get()));
                }
            }
        }
        all.sort(Comparator.comparing(Held::at));
        return all;
    }

    /** Takes away what was told, or what nobody wants to be told any more. */
    static void forget(Session session, String account, List<Held> told) throws RepositoryException {
        for (Held one : told) {
            Optional<Node> node = WORKSPACE.node(session, "/" + account + "/" + HELD + "/" + one.id());
            if (node.isPresent()) {
                node.get().remove();
            }
        }
    }

    static Map<Topic, Pace> of(Session session, String account) throws RepositoryException {
        Map<Topic, Pace> paces = new EnumMap<>(Topic.class);
        Optional<Node> node = WORKSPACE.node(session, "/" + account);
        for (Topic topic : Topic.values()) {
            Optional<Pace> chosen = node.isPresent() && node.get().hasProperty(topic.key())
                    ? Pace.of(node.get().getProperty(topic.key()).getString())
                    : Optional.empty();
            paces.put(topic, chosen.orElse(topic.usual()));
        }
        return paces;
    }

    /** The node of a person's choices. */
    static Node node(Session session, String account) throws RepositoryException {
        Node root = WORKSPACE.root(session);
        return root.hasNode(account) ? root.getNode(account) : root.addNode(account, "bocage:workspace");
    }

    /** Up to when a person was told what is new about a topic. */
    static Optional<Instant> told(Node person, Topic topic) throws RepositoryException {
        String name = topic.key() + TOLD;
        return person.hasProperty(name)
                ? Optional.of(person.getProperty(name).getDate().toInstant())
                : Optional.empty();
    }

    static void told(Node person, Topic topic, Instant upTo) throws RepositoryException {
        person.setProperty(topic.key() + TOLD, Dates.utc(upTo));
    }

    private static Held held(Node node, Topic topic) throws RepositoryException {
        return new Held(
                node.getName(),
                topic,
                node.getProperty("phrase").getString(),
                node.getProperty("adresse").getString(),
                node.getProperty("le").getDate().toInstant());
    }

    private static Optional<Topic> topic(String key) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.key().equals(key))
                .findFirst();
    }
}
