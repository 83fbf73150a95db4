package org.bocage.portal.forms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.springframework.stereotype.Component;

/** Pictures sent with a form, apart from the library until somebody confirms what they belong to. */
@Component
public class HeldFiles {

    /** Prefix of a field's value before the identifier of a picture that is not in the library yet. */
    static final String PREFIX = "fichier:";

    private static final int MOST = 2_000;

    private final Stores stores;
    private final UnconfirmedSubmissions intake;
    private final Clock clock;

    HeldFiles(Stores stores, UnconfirmedSubmissions intake, Clock clock) {
        this.stores = stores;
        this.intake = intake;
        this.clock = clock;
    }

    /** Keeps a picture; empty when too many wait already. */
    Optional<String> keep(AcceptedFile file) {
        return stores.author().write(Identity.SYSTEM, session -> {
            Node folder = intake.folder(session, UnconfirmedSubmissions.FILES);
            if (folder.getNodes().getSize() >= MOST) {
                return Optional.empty();
            }
            String id = UUID.randomUUID().toString();
            Node node = folder.addNode(id, "mgnl:contentNode");
            node.setProperty("nom", file.fileName());
            node.setProperty("cree", Dates.utc(clock.instant()));
            try (InputStream bytes = Files.newInputStream(file.file())) {
                Binary binary = session.getValueFactory().createBinary(bytes);
                node.setProperty("contenu", binary);
                binary.dispose();
            } catch (IOException e) {
                throw new RepositoryException(e);
            }
            return Optional.of(PREFIX + id);
        });
    }

    /** The name of a picture that is kept. */
    Optional<String> name(String value) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = node(session, value);
            return node.isPresent() ? Optional.of(node.get().getProperty("nom").getString()) : Optional.empty();
        });
    }

    /** The node of a picture that is kept. */
    public Optional<Node> node(Session session, String value) throws RepositoryException {
        String id = value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : "";
        Node folder = intake.folder(session, UnconfirmedSubmissions.FILES);
        return id.matches("[0-9a-f-]{36}") && folder.hasNode(id) ? Optional.of(folder.getNode(id)) : Optional.empty();
    }
}
