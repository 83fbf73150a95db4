package org.bocage.portal.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.CheckedFile;
import org.bocage.cms.dam.uploads.RefusedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.publishing.ImageRights.Agreement;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.FormOptions;
import org.bocage.portal.forms.GuestAuthor;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes of a mail the draft of an actu of the territoire, its pictures in the library, for those who review to finish. Of
 * each mail is kept, apart, what it was called and which draft it became: read twice it makes one.
 */
@Component
class MailDrafts {

    /** The drafts that came by mail, by the hash of what the mail is called. */
    private static final String FOLDER = "courriers";

    private static final String TYPE = "actus";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** AC-04. */
    private static final int MOST_PICTURES = 8;
    /** Narrower ones are the logo of a signature. */
    private static final int NARROWEST = 200;

    private static final int SHORTEST_SUMMARY = 40;
    private static final int LONGEST_SUMMARY = 300;
    private static final int SHORTEST_TITLE = 3;
    private static final Duration KEPT = Duration.ofDays(60);

    private final Stores stores;
    private final UnconfirmedSubmissions intake;
    private final DefinitionRegistry registry;
    private final Contents contents;
    private final UploadGuard guard;
    private final Assets assets;
    private final FormOptions options;
    private final MessageSource messages;
    private final Clock clock;

    MailDrafts(
            Stores stores,
            UnconfirmedSubmissions intake,
            DefinitionRegistry registry,
            Contents contents,
            UploadGuard guard,
            Assets assets,
            FormOptions options,
            MessageSource messages,
            Clock clock) {
        this.stores = stores;
        this.intake = intake;
        this.registry = registry;
        this.contents = contents;
        this.guard = guard;
        this.assets = assets;
        this.options = options;
        this.messages = messages;
        this.clock = clock;
    }

    /** A draft that nobody has taken up yet. */
    record Draft(String id, String title, String who, Instant since) {}

    /** Makes a draft of a mail, once; false when its sender has sent as many as are taken in a day. */
    boolean add(ReceivedMail mail) throws MessagingException, IOException {
        String name = DigestUtils.sha256Hex(mail.id());
        if (isKnown(name)) {
            return true;
        }
        if (sentToday(mail.email()) >= options.proposalsPerDay()) {
            return false;
        }
        ContentType type = registry.current().contentType(TYPE).orElseThrow();
        List<String> left = new ArrayList<>();
        List<AcceptedFile> pictures = new ArrayList<>();
        try {
            for (ReceivedMail.Attached file : mail.files()) {
                accept(file, pictures, left);
            }
            String title = title(mail);
            contents.add(
                    type,
                    Slug.of(title, Slug.dated(LocalDate.now(clock)), one -> true),
                    "enregistrer",
                    GuestAuthor.actor(mail.name()),
                    clock.instant(),
                    item -> {
                        write(mail, title, item);
                        show(pictures, mail, item);
                        if (!left.isEmpty()) {
                            String files = String.join(" ", left);
                            Review.note(item, say("left.who"), clock.instant(), say("left", files));
                        }
                        Node known = intake.folder(item.getSession(), FOLDER).addNode(name, "mgnl:contentNode");
                        known.setProperty("qui", DigestUtils.sha256Hex(mail.email()));
                        known.setProperty("cree", Dates.utc(clock.instant()));
                        known.setProperty("contenu", item.getIdentifier());
                    });
            return true;
        } finally {
            for (AcceptedFile one : pictures) {
                one.close();
            }
        }
    }

    private void accept(ReceivedMail.Attached file, List<AcceptedFile> pictures, List<String> left)
            throws MessagingException, IOException {
        CheckedFile checked;
        try (InputStream bytes = file.part().getInputStream()) {
            checked = guard.check(file.name(), bytes);
        }
        if (checked instanceof RefusedFile refused) {
            left.add(messages.getMessage(refused, Locale.FRENCH));
            return;
        }
        AcceptedFile accepted = (AcceptedFile) checked;
        if (accepted.isPicture() && accepted.width() >= NARROWEST && pictures.size() < MOST_PICTURES) {
            pictures.add(accepted);
            return;
        }
        accepted.close();
        if (!accepted.isPicture() || accepted.width() >= NARROWEST) {
            left.add(say("left.file", file.name()));
        }
    }

    private String title(ReceivedMail mail) {
        return mail.title().length() < SHORTEST_TITLE ? say("untitled", mail.name()) : mail.title();
    }

    private static void write(ReceivedMail mail, String title, Node item) throws RepositoryException {
        item.setProperty("titre", title);
        item.setProperty("origine", "territoire");
        item.setProperty("visibilite", "public");
        List<String> body = new ArrayList<>(mail.paragraphs());
        Optional<String> summary = body.stream()
                .filter(one -> one.length() >= SHORTEST_SUMMARY && one.length() <= LONGEST_SUMMARY)
                .findFirst();
        if (summary.isPresent()) {
            item.setProperty("chapo", summary.get().replaceAll("\\s+", " "));
            if (body.size() > 1) {
                body.remove(summary.get());
            }
        }
        item.setProperty("corps", RichText.clean(HtmlUtils.htmlEscape(String.join("\n\n", body), "UTF-8")));
        Node by = item.addNode(GuestAuthor.PROPOSED_BY, "mgnl:contentNode");
        by.setProperty("nom", mail.name());
        by.setProperty("courriel", mail.email());
    }

    /** Nobody has said yet what they show, nor what the people on them agreed to. */
    private void show(List<AcceptedFile> pictures, ReceivedMail mail, Node item) throws RepositoryException {
        if (pictures.isEmpty()) {
            return;
        }
        Session session = item.getSession();
        String folder = Assets.folderOf(LocalDate.ofInstant(clock.instant(), PARIS));
        Node photos = item.addNode("photos", "mgnl:contentNode");
        for (int i = 0; i < pictures.size(); i++) {
            try {
                Node asset = assets.receive(
                        session, pictures.get(i), folder, pictures.get(i).fileName());
                asset.setProperty("mgnl:createdBy", GuestAuthor.NAME);
                asset.setProperty("copyright", mail.name());
                ImageRights.of(Agreement.TO_SAY).write(asset);
                Node photo = photos.addNode(String.valueOf(i), "mgnl:contentNode");
                photo.setProperty("image", "jcr:" + asset.getIdentifier());
                photo.setProperty("credit", mail.name());
            } catch (IOException e) {
                throw new RepositoryException(e);
            }
        }
    }

    private boolean isKnown(String name) {
        return stores.author()
                .<Boolean>read(Identity.SYSTEM, session -> intake.root(session).hasNode(FOLDER + "/" + name));
    }

    private long sentToday(String email) {
        String who = DigestUtils.sha256Hex(email);
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        return stores.author().read(Identity.SYSTEM, session -> {
            long sent = 0;
            for (Node one : kept(session)) {
                if (one.getProperty("qui").getString().equals(who)
                        && one.getProperty("cree").getDate().toInstant().isAfter(yesterday)) {
                    sent++;
                }
            }
            return sent;
        });
    }

    /** The drafts of mails that are drafts still, the oldest first. */
    List<Draft> waiting() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Draft> drafts = new ArrayList<>();
            for (Node one : kept(session)) {
                Optional<Node> item = draft(session, one);
                if (item.isPresent()) {
                    drafts.add(new Draft(
                            item.get().getIdentifier(),
                            Review.title(item.get()),
                            item.get()
                                    .getProperty(GuestAuthor.PROPOSED_BY + "/nom")
                                    .getString(),
                            one.getProperty("cree").getDate().toInstant()));
                }
            }
            drafts.sort(Comparator.comparing(Draft::since));
            return drafts;
        });
    }

    /** Forgets what became of mails two months ago, but for what is a draft still. */
    void forget(ItemByItem.Round round) {
        Instant end = clock.instant().minus(KEPT);
        round.attempt(
                UnconfirmedSubmissions.WORKSPACE.name() + ":/" + FOLDER,
                () -> stores.author().update(Identity.SYSTEM, session -> {
                    if (intake.root(session).hasNode(FOLDER)) {
                        round.removeIf(
                                intake.root(session).getNode(FOLDER),
                                one -> one.getProperty("cree")
                                                .getDate()
                                                .toInstant()
                                                .isBefore(end)
                                        && draft(session, one).isEmpty());
                    }
                }));
    }

    private List<Node> kept(Session session) throws RepositoryException {
        Node root = intake.root(session);
        return root.hasNode(FOLDER) ? UnconfirmedSubmissions.children(root.getNode(FOLDER)) : List.of();
    }

    /** Whether a content is one that nobody has taken up yet, of somebody without an account. */
    static boolean isDraft(Node item) throws RepositoryException {
        return Review.author(item).equals(GuestAuthor.NAME)
                && ItemState.of(item) == State.BROUILLON
                && item.hasNode(GuestAuthor.PROPOSED_BY);
    }

    private static Optional<Node> draft(Session session, Node kept) throws RepositoryException {
        Optional<Node> item =
                Workspace.byId(session, kept.getProperty("contenu").getString());
        return item.isPresent() && ItemState.of(item.get()) == State.BROUILLON ? item : Optional.empty();
    }

    private String say(String key, Object... words) {
        return messages.getMessage("contribution.mailbox." + key, words, Locale.FRENCH);
    }
}
