package org.bocage.portal.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.extension.ReviewAsides;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormScreens;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * A project stays with the board until whoever carries it agrees to its being seen (RE-07): by a signed link that goes to the
 * address they gave, and by one press there. The link has done its time once that address is another.
 */
@Controller
class CarrierConsent implements ReviewAsides {

    private static final String PAGE = "/proposer/accord/";
    private static final String TYPE = "projets";
    private static final String CONSENT = "consentementDiffusion";
    private static final String DATE = "date";
    private static final String REACHED_AT = "contactMoyen";
    private static final Workspace PROJECTS = new Workspace(TYPE);

    private final Stores stores;
    private final Contents contents;
    private final DefinitionRegistry registry;
    private final SignedLinks links;
    private final SitePages pages;
    private final FormScreens screens;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final Desk desk;
    private final MessageSource messages;
    private final SiteAddress siteAddress;

    CarrierConsent(
            Stores stores,
            Contents contents,
            DefinitionRegistry registry,
            SignedLinks links,
            SitePages pages,
            FormScreens screens,
            Outbox outbox,
            MailTemplates mails,
            Desk desk,
            MessageSource messages,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.contents = contents;
        this.registry = registry;
        this.links = links;
        this.pages = pages;
        this.screens = screens;
        this.outbox = outbox;
        this.mails = mails;
        this.desk = desk;
        this.messages = messages;
        this.siteAddress = siteAddress;
    }

    /** Agreement belongs to no version: one that is dropped does not take it along. */
    @Bean
    static LiveFields agreement() {
        return new LiveFields(TYPE, Set.of(CONSENT));
    }

    /**
     * Model of {@code site/accord.ftlh}.
     *
     * @param audience who would see it: {@code public}, {@code adherents} or {@code ca}
     * @param step {@code demande}, {@code donne} or {@code perdu}
     */
    public record ConsentPage(String title, String summary, String audience, String step) {}

    @Override
    public List<FormPage.Aside> reviewAsides(Node item) throws RepositoryException {
        if (!item.isNodeType("bocage:projet") || hasAgreed(item)) {
            return List.of();
        }
        boolean isReached = Mail.isAddress(text(item, REACHED_AT));
        return List.of(new FormPage.Aside(
                say("consent"),
                List.of(say(isReached ? "consent.line" : "consent.nobody")),
                List.of(),
                "",
                isReached
                        ? List.of(new FormPage.AsideGesture(
                                say("consent.ask"),
                                "/espace/" + TYPE + "/" + item.getIdentifier() + "/demander-accord"))
                        : List.of()));
    }

    /** Asks whoever carries a project. */
    @PostMapping("/espace/" + TYPE + "/{id:[0-9a-f-]{36}}/demander-accord")
    @OpenTo(People.REVIEWERS)
    String ask(@PathVariable String id) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> found = PROJECTS.nodeById(session, id);
            if (found.isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            Node project = found.get();
            if (!Mail.isAddress(text(project, REACHED_AT))) {
                throw new ResponseStatusException(HttpStatus.CONFLICT);
            }
            Map<String, Object> model = new HashMap<>();
            model.put("titre", Review.title(project));
            model.put("public", text(project, "visibilite"));
            model.put("lien", siteAddress.get() + PAGE + token(project));
            outbox.enqueue(
                    session,
                    mails.render("projet-accord", model)
                            .to(text(project, REACHED_AT))
                            .forItsReaderAlone());
        });
        return "redirect:/espace/" + TYPE + "/" + id + "?fait=accord-demande";
    }

    private String token(Node project) throws RepositoryException {
        return links.tokenBoundTo(text(project, REACHED_AT), Purpose.CONSENT, project.getIdentifier());
    }

    @GetMapping(PAGE + "{token:[A-Za-z0-9._-]{1,200}}")
    void look(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ConsentPage> page = page(token, "demande");
        show(page, HttpStatus.OK, request, response);
    }

    @PostMapping(PAGE + "{token:[A-Za-z0-9._-]{1,200}}")
    void agree(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ConsentPage> page = page(token, "donne");
        if (page.isPresent()) {
            agree(token.substring(0, token.indexOf('.')));
        }
        show(page, HttpStatus.OK, request, response);
    }

    private void show(
            Optional<ConsentPage> page, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormAnswers.keepSecret(response);
        ConsentPage shown = page.orElse(new ConsentPage("", "", "", "perdu"));
        pages.show(
                "/proposer",
                page.isPresent() ? status.value() : HttpStatus.GONE.value(),
                screens.draw("accord", say("consent.title"), shown, request),
                request,
                response);
    }

    /** Returns the page of a link, or empty if the link was not made here or has done its time. */
    private Optional<ConsentPage> page(String token, String step) {
        return stores.author().read(Identity.SYSTEM, session -> {
            int dot = token.indexOf('.');
            Optional<Node> project = dot == 36 ? PROJECTS.nodeById(session, token.substring(0, dot)) : Optional.empty();
            if (project.isEmpty()
                    || links.readBoundTo(text(project.get(), REACHED_AT), Purpose.CONSENT, token)
                            .isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new ConsentPage(
                    Review.title(project.get()),
                    text(project.get(), "resume"),
                    audience(session, project.get()),
                    hasAgreed(project.get()) ? "donne" : step));
        });
    }

    /** The widest audience of the project as it is, and as it is on line: the agreement holds for both. */
    private static String audience(Session session, Node project) throws RepositoryException {
        Set<String> audiences = new HashSet<>(Set.of(text(project, "visibilite")));
        long online = Revisions.online(project).orElse(Revisions.number(project));
        for (Revision revision : Revisions.of(session, project.getIdentifier())) {
            if (revision.number() == online) {
                audiences.add(
                        String.valueOf(BootstrapYaml.values(revision.snapshot()).get("visibilite")));
            }
        }
        return Stream.of(Audience.values())
                .map(Audience::id)
                .filter(audiences::contains)
                .findFirst()
                .orElse("");
    }

    private void agree(String id) {
        record Now(State state, long revision, boolean agreed) {}
        Now now = stores.author().read(Identity.SYSTEM, session -> {
            Node project = session.getNodeByIdentifier(id);
            return new Now(ItemState.of(project), Revisions.number(project), hasAgreed(project));
        });
        if (now.agreed()) {
            return;
        }
        ContentType type = registry.current().contentType(TYPE).orElseThrow();
        if (now.state() == State.PUBLIE) {
            try {
                contents.move(type, id, "verifier", Actor.CLOCK, now.revision(), "", this::note);
            } catch (RefusedTransition | ConcurrentEdit e) {
                throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
            }
        } else {
            stores.author().update(Identity.SYSTEM, session -> note(session.getNodeByIdentifier(id)));
        }
    }

    private void note(Node project) throws RepositoryException {
        Node consent =
                project.hasNode(CONSENT) ? project.getNode(CONSENT) : project.addNode(CONSENT, "mgnl:contentNode");
        consent.setProperty(DATE, Dates.utc(desk.clock().instant()));
    }

    private static boolean hasAgreed(Node project) throws RepositoryException {
        return project.hasProperty(CONSENT + "/" + DATE);
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }

    private String say(String key) {
        return messages.getMessage("contribution." + key, new Object[0], Locale.FRENCH);
    }
}
