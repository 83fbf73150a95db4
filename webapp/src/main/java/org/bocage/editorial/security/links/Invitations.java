package org.bocage.editorial.security.links;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * People come by invitation: an account is made, and a mail goes out whose link lets them choose their password. The link
 * works once, for seven days; until it is used nobody can come in by the account.
 */
@Component
public class Invitations {

    private final WritableStore store;
    private final Accounts accounts;
    private final OneUseLinks links;
    private final MailedLinks mails;
    private final Clock clock;

    Invitations(Stores stores, Accounts accounts, OneUseLinks links, MailedLinks mails, ObjectProvider<Clock> clock) {
        this.store = stores.author();
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * Invites somebody.
     *
     * @param by who invites, as the mail names them
     * @return the new account
     * @throws IllegalArgumentException when the address is none, or taken, or the role unknown
     */
    public Account invite(String displayName, String email, String role, String by) {
        if (!Mail.isAddress(email)) {
            throw new IllegalArgumentException("Not a mail address");
        }
        String name = accounts.freeName(displayName, email);
        // nobody knows this password: the account opens by the link alone
        accounts.create(name, displayName.strip(), email, List.of(role), accounts.encode(RandomTokens.create()), false);
        again(name, by);
        return accounts.find(name).orElseThrow();
    }

    /** Sends the invitation again, with a new link; the links before it end. */
    public void again(String name, String by) {
        Account account = accounts.find(name).orElseThrow(() -> new IllegalArgumentException("No account " + name));
        store.update(Identity.SYSTEM, session -> {
            Node user = Accounts.user(session, name).orElseThrow();
            user.setProperty(Accounts.INVITED, Dates.utc(clock.instant()));
            links.endAll(session, name);
            mails.send(session, account, OneUseLinks.Kind.INVITATION, Map.of("auteur", by));
        });
    }
}
