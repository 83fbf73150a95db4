package org.bocage.editorial.mail;

import java.util.Arrays;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.springframework.stereotype.Component;

/**
 * Settings of mails that were made on the screen, kept in the author store at {@code config:/mail-server}: no content, and so neither
 * published nor exported, with no revisions.
 */
@Component
class KeptMailSettings {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "mail-server";
    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String ENCRYPTION = "encryption";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String FROM = "from";
    private static final String REPLY_TO = "reply-to";
    private static final String HOURLY = "hourly";

    private final WritableStore author;

    KeptMailSettings(Stores stores) {
        this.author = stores.author();
    }

    /**
     * Settings as they are kept.
     *
     * @param sealed password as {@link MailKey} sealed it; empty when there is none
     */
    record Kept(MailSettings settings, String sealed) {}

    Kept read() {
        return author.read(Identity.SYSTEM, session -> {
            Optional<Node> node = CONFIG.exists(session) ? CONFIG.node(session, "/" + NODE) : Optional.empty();
            return node.isPresent() ? kept(node.get()) : new Kept(MailSettings.EMPTY, "");
        });
    }

    private static Kept kept(Node node) throws RepositoryException {
        MailSettings none = MailSettings.EMPTY;
        String encryption = text(node, ENCRYPTION);
        MailSettings settings = new MailSettings(
                text(node, HOST),
                number(node, PORT, none.port()),
                Arrays.stream(MailEncryption.values())
                        .filter(one -> one.name().equals(encryption))
                        .findFirst()
                        .orElse(none.encryption()),
                text(node, USER),
                text(node, FROM),
                text(node, REPLY_TO),
                number(node, HOURLY, none.hourly()));
        return new Kept(settings, text(node, PASSWORD));
    }

    private static int number(Node node, String property, int otherwise) throws RepositoryException {
        return node.hasProperty(property) ? (int) node.getProperty(property).getLong() : otherwise;
    }

    private static String text(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getString() : "";
    }

    void write(Kept kept) {
        author.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
            MailSettings settings = kept.settings();
            node.setProperty(HOST, settings.host());
            node.setProperty(PORT, settings.port());
            node.setProperty(ENCRYPTION, settings.encryption().name());
            node.setProperty(USER, settings.user());
            node.setProperty(PASSWORD, kept.sealed());
            node.setProperty(FROM, settings.from());
            node.setProperty(REPLY_TO, settings.replyTo());
            node.setProperty(HOURLY, settings.hourly());
        });
    }
}
