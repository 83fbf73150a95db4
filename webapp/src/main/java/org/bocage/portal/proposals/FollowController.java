package org.bocage.portal.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.ads.AdLinks;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.GuestAuthor;
import org.bocage.portal.forms.ProposalForm;
import org.bocage.portal.forms.ProposalForms;
import org.bocage.portal.forms.PublicFormPage;
import org.bocage.portal.forms.SubmittedFormReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page by which somebody follows what they proposed: where it stands, what was said of it, correct it, take it back. */
@Controller
class FollowController {

    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM").withZone(ZoneId.of("Europe/Paris"));

    private final SitePages pages;
    private final Stores stores;
    private final ProposalForms forms;
    private final SubmittedFormReader reader;
    private final FormScreens screens;
    private final FormGuard guard;
    private final FollowLinks links;
    private final Review review;
    private final Confirmation confirmation;
    private final AdLinks ads;
    private final ObjectProvider<ProposalPages> others;

    FollowController(
            SitePages pages,
            Stores stores,
            ProposalForms forms,
            SubmittedFormReader reader,
            FormScreens screens,
            FormGuard guard,
            FollowLinks links,
            Review review,
            Confirmation confirmation,
            AdLinks ads,
            ObjectProvider<ProposalPages> others) {
        this.ads = ads;
        this.others = others;
        this.pages = pages;
        this.stores = stores;
        this.forms = forms;
        this.reader = reader;
        this.screens = screens;
        this.guard = guard;
        this.links = links;
        this.review = review;
        this.confirmation = confirmation;
    }

    /** Proposal that a link leads to. */
    private record Followed(
            ProposalForm form,
            String id,
            String title,
            State state,
            Set<String> actions,
            List<FollowPage.Comment> comments,
            FormValues values,
            long revision,
            Actor actor,
            Optional<String> address,
            Optional<String> found,
            List<ProposalPages.Linked> others) {}

    @GetMapping("/proposer/suivi/{token:[A-Za-z0-9._-]{1,200}}")
    void follow(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Followed> found = followed(token, request);
        if (found.isEmpty()) {
            lost(request, response);
            return;
        }
        show(token, found.get(), found.get().values(), Errors.NONE, null, 200, request, response);
    }

    @PostMapping("/proposer/suivi/{token:[A-Za-z0-9._-]{1,200}}")
    void change(
            @PathVariable String token,
            @RequestParam String action,
            @RequestParam long revision,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Followed> found = followed(token, request);
        if (found.isEmpty()) {
            lost(request, response);
            return;
        }
        Followed item = found.get();
        boolean proposes = action.equals("proposer");
        SubmittedFormReader.Typed typed = proposes
                ? reader.read(item.form(), item.values(), request)
                : new SubmittedFormReader.Typed(item.values(), Errors.NONE);
        if (guard.judgeKnown(request, "suivi") == FormGuard.Verdict.TOO_MANY) {
            show(token, item, typed.values(), typed.errors(), "too-many", 429, request, response);
            return;
        }
        if (!typed.errors().isEmpty()) {
            show(token, item, typed.values(), typed.errors(), null, 422, request, response);
            return;
        }
        if (!Set.of("proposer", "retirer").contains(action) || !item.actions().contains(action)) {
            show(token, item, typed.values(), Errors.NONE, "changed", 409, request, response);
            return;
        }
        try {
            confirmation.move(item.form(), item.id(), action, item.actor(), revision, typed.values());
        } catch (ConcurrentEdit | RefusedTransition e) {
            Followed now = followed(token, request).orElse(item);
            show(token, now, typed.values(), Errors.NONE, "changed", 409, request, response);
            return;
        }
        FormAnswers.keepSecret(response);
        FormAnswers.seeOther(request, response, "/proposer/suivi/" + token);
    }

    private Optional<Followed> followed(String token, HttpServletRequest request) {
        return links.target(token).flatMap(target -> {
            Optional<ProposalForm> form = forms.of(target.workspace(), pages.reader(request));
            return form.isEmpty()
                    ? Optional.empty()
                    : stores.author().read(Identity.SYSTEM, session -> {
                        Optional<Node> node = new Workspace(target.workspace()).nodeById(session, target.id());
                        return node.isEmpty() || links.isOver(node.get())
                                ? Optional.empty()
                                : Optional.of(read(form.get(), node.get()));
                    });
        });
    }

    private Followed read(ProposalForm form, Node node) throws RepositoryException {
        Actor actor = GuestAuthor.actor(node);
        FormValues values = form.read(node);
        return new Followed(
                form,
                node.getIdentifier(),
                values.text("titre"),
                ItemState.of(node),
                review.actions(node, actor),
                Review.comments(node).stream()
                        .map(comment -> new FollowPage.Comment(comment.by(), DAY.format(comment.at()), comment.text()))
                        .toList(),
                values,
                Revisions.number(node),
                actor,
                ItemState.isOnSite(node) ? PublicAddress.of(form.type(), node) : Optional.empty(),
                ads.found(node),
                others(node));
    }

    private List<ProposalPages.Linked> others(Node node) throws RepositoryException {
        List<ProposalPages.Linked> links = new ArrayList<>();
        for (ProposalPages one : others) {
            one.of(node).ifPresent(links::add);
        }
        return links;
    }

    private void show(
            String token,
            Followed item,
            FormValues values,
            Errors errors,
            @Nullable String notice,
            int status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ProposalForm form = item.form();
        PublicFormPage correction = !item.actions().contains("proposer")
                ? null
                : new PublicFormPage(
                        request.getContextPath() + "/proposer/suivi/" + token,
                        guard.tokenAgain("suivi"),
                        form.told(values, errors),
                        notice,
                        form.questions(values, errors),
                        form.more(values, errors),
                        null,
                        String.valueOf(item.revision()),
                        form.advice(values));
        FollowPage page = new FollowPage(
                request.getContextPath() + "/proposer/suivi/" + token,
                item.title(),
                item.state().key(),
                item.comments(),
                item.address().map(path -> request.getContextPath() + path).orElse(null),
                item.found().map(path -> request.getContextPath() + path).orElse(null),
                item.others().stream()
                        .map(one -> new FollowPage.Link(one.label(), request.getContextPath() + one.path()))
                        .toList(),
                correction,
                item.actions().contains("retirer"),
                String.valueOf(item.revision()),
                notice);
        FormAnswers.keepSecret(response);
        pages.show("/proposer", status, screens.draw("suivi", item.title(), page, request), request, response);
    }

    private void lost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormAnswers.keepSecret(response);
        pages.show(
                "/proposer", 410, screens.draw("perdu", forms.sentence("title.gone"), "", request), request, response);
    }
}
