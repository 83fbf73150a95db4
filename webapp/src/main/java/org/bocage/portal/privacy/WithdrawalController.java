package org.bocage.portal.privacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.workflow.Withdrawals;
import org.bocage.portal.contact.ContactRoutes;
import org.bocage.portal.forms.FormAnswers;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.FormScreens;
import org.bocage.portal.forms.PersonFields;
import org.bocage.portal.forms.ProposalForms;
import org.bocage.portal.forms.PublicForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Demander le retrait » of a picture: one confirmation, and it is off line; whoever reviews is told. */
@Controller
class WithdrawalController {

    private static final String ADDRESS = "/retrait/{id:[0-9a-f-]{36}}";
    private static final String FORM = "retrait";
    private static final String DONE = "/retrait/merci";
    /** The page of the site that shows what this says. */
    private static final String HOST = "/contact";

    private final SitePages pages;
    private final FormScreens screens;
    private final FormGuard guard;
    private final ContactRoutes routes;
    private final ProposalForms words;
    private final Withdrawals withdrawals;
    private final Stores stores;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final SiteAddress siteAddress;

    WithdrawalController(
            SitePages pages,
            FormScreens screens,
            FormGuard guard,
            ContactRoutes routes,
            ProposalForms words,
            Withdrawals withdrawals,
            Stores stores,
            Outbox outbox,
            MailTemplates mails,
            SiteAddress siteAddress) {
        this.pages = pages;
        this.screens = screens;
        this.guard = guard;
        this.routes = routes;
        this.words = words;
        this.withdrawals = withdrawals;
        this.stores = stores;
        this.outbox = outbox;
        this.mails = mails;
        this.siteAddress = siteAddress;
    }

    /**
     * {@code templates/site/retrait.ftlh}.
     *
     * @param picture address of a rendition 640 px wide
     * @param notice {@code expired}, {@code too-many}, or null
     * @param emailError what is wrong with the address; null when nothing is
     */
    public record Page(
            String action,
            String token,
            String picture,
            String alt,
            String reason,
            String email,
            @Nullable String emailError,
            @Nullable String notice) {}

    /** {@code templates/site/retrait-merci.ftlh}: it shows nothing of its own. */
    public record Thanks() {}

    @GetMapping(ADDRESS)
    void ask(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> asset = withdrawals.shown(id);
        if (asset.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        show(id, asset.get(), "", "", PublicForm.Showing.FIRST, request, response);
    }

    @PostMapping(ADDRESS)
    void take(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reason = FormAnswers.text(request, "raison");
        String email = FormAnswers.text(request, PersonFields.EMAIL);
        Optional<Asset> asset = withdrawals.shown(id);
        FormGuard.Verdict verdict = guard.judge(request, FORM);
        if (asset.isEmpty() || verdict == FormGuard.Verdict.ROBOT) {
            // gone already, or nobody asks
            FormAnswers.seeOther(request, response, DONE);
            return;
        }
        Map<String, String> errors = email.isEmpty() ? Map.of() : PersonFields.errors(email, words::sentence);
        if (verdict != FormGuard.Verdict.PERSON || !errors.isEmpty()) {
            show(id, asset.get(), reason, email, PublicForm.Showing.again(errors, verdict), request, response);
            return;
        }
        if (guard.accept(request)) {
            withdrawals.withdraw(id, reason).ifPresent(done -> tell(done, email));
        }
        FormAnswers.seeOther(request, response, DONE);
    }

    @GetMapping(DONE)
    void done(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormAnswers.keepUnlisted(response);
        String title = words.sentence("title.withdrawn");
        pages.show(HOST, 200, screens.draw("retrait-merci", title, new Thanks(), request), request, response);
    }

    private void tell(Withdrawals.Request done, String email) {
        Map<String, Object> model = new HashMap<>();
        model.put("photo", done.title());
        model.put("raison", done.reason());
        model.put("courriel", email);
        model.put("adresse", siteAddress.get() + "/espace/medias/" + done.id());
        stores.author().update(Identity.SYSTEM, session -> {
            for (String to : routes.all().get(0).to()) {
                Mail mail = mails.render("retrait", model).to(to);
                outbox.enqueue(session, email.isEmpty() ? mail : mail.answeredTo(email));
            }
        });
    }

    private void show(
            String id,
            Asset asset,
            String reason,
            String email,
            PublicForm.Showing showing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FormAnswers.keepUnlisted(response);
        // who does not want to be seen does not wait: the time a form takes to fill is no measure here
        Page page = new Page(
                request.getContextPath() + "/retrait/" + id,
                guard.tokenAgain(FORM),
                new AssetAddresses(request.getContextPath()).rendition(asset, "portail", "carte"),
                asset.alt(),
                reason,
                email,
                showing.errors().get(PersonFields.EMAIL),
                showing.notice());
        String title = words.sentence("title.withdraw");
        pages.show(HOST, showing.status(), screens.draw("retrait", title, page, request), request, response);
    }
}
