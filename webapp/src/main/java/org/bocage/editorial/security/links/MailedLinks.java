package org.bocage.editorial.security.links;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.throttling.LoginThrottle;
import org.bocage.editorial.security.throttling.TooManyAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Mails that let their readers in. Whoever asks for one gets the same answer in the same time, whether the address is known
 * or not: the account is looked for afterwards, by another thread.
 */
@Component
public class MailedLinks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MailedLinks.class);
    private static final String ADDRESS = "/connexion/lien/";
    /** Requests for one mailbox, and from one connection, before the first pause. */
    private static final int FREE_A_MAILBOX = 5;

    private static final int FREE_A_CONNECTION = 30;
    private static final int WAITING = 200;

    private final WritableStore store;
    private final Accounts accounts;
    private final OneUseLinks links;
    private final Outbox outbox;
    private final MailTemplates templates;
    private final SiteName siteName;
    private final SiteAddress siteAddress;
    private final LoginThrottle mailboxes;
    private final LoginThrottle connections;
    private final ThreadPoolExecutor thread;

    MailedLinks(
            Stores stores,
            Accounts accounts,
            OneUseLinks links,
            Outbox outbox,
            MailTemplates templates,
            SiteName siteName,
            ObjectProvider<Clock> clock,
            SiteAddress siteAddress) {
        this.store = stores.author();
        this.accounts = accounts;
        this.links = links;
        this.outbox = outbox;
        this.templates = templates;
        this.siteName = siteName;
        this.siteAddress = siteAddress;
        Clock time = clock.getIfAvailable(Clock::systemUTC);
        this.mailboxes = new LoginThrottle(time, FREE_A_MAILBOX);
        this.connections = new LoginThrottle(time, FREE_A_CONNECTION);
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "asked-links"));
    }

    /**
     * Takes a request for a link.
     *
     * @param email what was typed
     * @param connection where it comes from
     * @throws TooManyAttempts when it is too early to ask again
     * @throws RepositoryFailure when no link can be made now, whoever asks: it is not promised then
     */
    public void ask(String email, OneUseLinks.Kind kind, String connection) {
        connections.begin("", connection);
        mailboxes.begin(email, "");
        try {
            store.storage().requireAnswer();
        } catch (RepositoryFailure e) {
            connections.takeBack("", connection);
            mailboxes.takeBack(email, "");
            throw e;
        }
        try {
            thread.execute(() -> sendTo(email, kind));
        } catch (RejectedExecutionException e) {
            log.warn("More than {} people ask for a link at once; one was not heard", WAITING, e);
        }
    }

    private void sendTo(String email, OneUseLinks.Kind kind) {
        try {
            Optional<Account> account = accounts.find(email)
                    .filter(one -> one.enabled() && one.email().equalsIgnoreCase(email.strip()));
            if (account.isPresent()) {
                store.update(Identity.SYSTEM, session -> send(session, account.get(), kind, Map.of()));
            } else {
                log.info("A link was asked for an address that no account has");
            }
        } catch (RuntimeException e) {
            log.error("A link that somebody asked for could not be sent", e);
        }
    }

    /** Adds a link and its mail to what a session is about to save. */
    public void send(Session session, Account account, OneUseLinks.Kind kind, Map<String, String> more)
            throws RepositoryException {
        String token = links.create(session, account.name(), kind, more.getOrDefault("courriel", ""));
        Map<String, Object> model = new HashMap<>(more);
        model.put("prenom", account.displayName());
        model.put("portail", siteName.get());
        model.put("adresse", siteAddress.get() + ADDRESS + token);
        model.put("sansLien", siteAddress.get() + "/connexion/recevoir");
        String to = kind == OneUseLinks.Kind.ADDRESS ? more.getOrDefault("courriel", "") : account.email();
        outbox.enqueue(
                session, templates.render("lien-" + kind.key(), model).to(to).forItsReaderAlone());
    }

    /** Warns at its former mail address that an account has another one, within what a session is about to save. */
    public void warn(Session session, Account former, String email) throws RepositoryException {
        if (Mail.isAddress(former.email())) {
            Map<String, Object> model = Map.of(
                    "prenom", former.displayName(),
                    "portail", siteName.get(),
                    "courriel", email.replaceFirst("(?<=^.)[^@]*", "…"),
                    "contact", siteAddress.get() + "/contact");
            outbox.enqueue(session, templates.render("adresse-changee", model).to(former.email()));
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("Links that somebody asked for were not sent before the end");
        }
    }
}
