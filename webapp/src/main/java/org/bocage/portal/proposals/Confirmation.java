package org.bocage.portal.proposals;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.CheckedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.publishing.ImageRights.Agreement;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Workflow;
import org.bocage.portal.forms.GuestAuthor;
import org.bocage.portal.forms.HeldFiles;
import org.bocage.portal.forms.ProposalForm;
import org.bocage.portal.forms.ProposalForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes an item of a proposal whose link was followed, and changes one that is followed. */
@Component
public class Confirmation {

    private static final Logger log = LoggerFactory.getLogger(Confirmation.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Confirmations under way at the same time, at most. */
    private static final int TURNS = 16;

    private final Stores stores;
    private final Pending pending;
    private final ProposalForms forms;
    private final Contents contents;
    private final HeldFiles files;
    private final UploadGuard guard;
    private final Assets assets;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final FollowLinks links;
    private final Workflow workflow;
    private final Clock clock;
    private final SiteAddress siteAddress;

    Confirmation(
            Stores stores,
            Pending pending,
            ProposalForms forms,
            Contents contents,
            HeldFiles files,
            UploadGuard guard,
            Assets assets,
            Outbox outbox,
            MailTemplates mails,
            FollowLinks links,
            Workflow workflow,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.pending = pending;
        this.forms = forms;
        this.contents = contents;
        this.files = files;
        this.guard = guard;
        this.assets = assets;
        this.outbox = outbox;
        this.mails = mails;
        this.links = links;
        this.workflow = workflow;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /** Confirms a proposal, once: where it is followed. Empty when there is none any more. */
    Optional<String> confirm(String token, Identity reader) {
        return stores.author().alone("confirmation " + Math.floorMod(token.hashCode(), TURNS), () -> {
            Optional<Pending.Proposal> found = pending.find(token);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Pending.Proposal proposal = found.get();
            return proposal.done().isEmpty()
                    ? forms.of(proposal.type(), reader).map(form -> add(token, proposal, form))
                    : forms.of(proposal.type(), reader)
                            .map(form -> links.path(form.type().workspace(), proposal.done()));
        });
    }

    private String add(String token, Pending.Proposal proposal, ProposalForm form) {
        Actor actor = GuestAuthor.actor(proposal.name());
        Contents.Moved moved =
                contents.add(form.type(), form.slug(proposal.values()), "proposer", actor, clock.instant(), node -> {
                    form.write(withAssets(form, proposal.values(), node.getSession(), actor), node);
                    Node by = node.addNode(GuestAuthor.PROPOSED_BY, "mgnl:contentNode");
                    by.setProperty("nom", proposal.name());
                    by.setProperty("courriel", proposal.email());
                    if (proposal.suspect()) {
                        node.setProperty(Review.SUSPECT, true);
                    }
                    pending.done(node.getSession(), token, node.getIdentifier());
                    thank(node, proposal);
                });
        return links.path(form.type().workspace(), moved.id());
    }

    private void thank(Node node, Pending.Proposal proposal) throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("prenom", proposal.name());
        model.put("titre", proposal.values().text("titre"));
        model.put("jours", workflow.answerWithin());
        model.put("adresse", siteAddress.get() + links.path(Workspace.of(node).name(), node.getIdentifier()));
        outbox.enqueue(
                node.getSession(), mails.render("proposition-merci", model).to(proposal.email()));
    }

    /** Changes a followed item and proposes it again, or takes it back, as its author may. */
    Contents.Moved move(ProposalForm form, String id, String action, Actor actor, long revision, FormValues values) {
        return contents.move(form.type(), id, action, actor, revision, "", node -> {
            if (action.equals("proposer")) {
                form.write(withAssets(form, values, node.getSession(), actor), node);
            }
        });
    }

    /** Takes what a structure changes of its fiche by a link, which has done its time with it; it waits for the review. */
    public Contents.Moved correct(ProposalForm form, String id, long revision, FormValues values, Review.Edit used) {
        return contents.move(form.type(), id, "corriger", Actor.CLOCK, revision, "", node -> {
            form.write(withAssets(form, values, node.getSession(), Actor.CLOCK), node);
            used.apply(node);
        });
    }

    /** The pictures sent along go into the library; what became unreadable meanwhile is left out. */
    private FormValues withAssets(ProposalForm form, FormValues typed, Session session, Actor actor)
            throws RepositoryException {
        FormValues values = typed;
        for (Map.Entry<String, String> held : form.held(typed).entrySet()) {
            Optional<Node> file = files.node(session, held.getValue());
            values = values.with(held.getKey(), file.isPresent() ? asset(file.get(), held.getKey(), typed, actor) : "");
            if (file.isPresent()) {
                file.get().remove();
            }
        }
        return values;
    }

    private String asset(Node file, String path, FormValues values, Actor actor) throws RepositoryException {
        String alt = values.text(ProposalForm.besidePicture(path, ProposalForm.ALT));
        String credit = values.text(ProposalForm.besidePicture(path, "credit"));
        Binary content = file.getProperty("contenu").getBinary();
        String name = file.getProperty("nom").getString();
        try (InputStream bytes = content.getStream()) {
            CheckedFile checked = guard.check(name, bytes);
            if (!(checked instanceof AcceptedFile accepted)) {
                log.warn("A picture of a proposal can no longer be read");
                return "";
            }
            try (accepted) {
                LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
                Node asset = assets.add(
                        file.getSession(), accepted, Assets.folderOf(today), name, alt, alt.isBlank(), credit);
                asset.setProperty("mgnl:createdBy", actor.name());
                ImageRights.of(Agreement.TO_SAY).write(asset);
                return "jcr:" + asset.getIdentifier();
            }
        } catch (IOException e) {
            throw new RepositoryException(e);
        } finally {
            content.dispose();
        }
    }
}
