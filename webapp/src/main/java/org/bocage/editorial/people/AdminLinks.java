package org.bocage.editorial.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.security.links.OneUseLinks;
import org.bocage.editorial.workflow.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Links that let an administrator in who is locked out, asked for on the machine itself: whoever may write in the data folder leaves a
 * file there ({@code bin/portal admin-link}) and finds the answer in another one, that nobody else reads. Each is in the journal.
 */
@Component
class AdminLinks {

    static final String REQUEST = "lien-administration";
    static final String ANSWER = "lien-administration.reponse";

    private static final Logger log = LoggerFactory.getLogger(AdminLinks.class);
    private static final int LONGEST = 300;
    private static final String MACHINE = "machine";

    private final Path home;
    private final Accounts accounts;
    private final OneUseLinks links;
    private final SiteAddress siteAddress;
    private final Stores stores;
    private final Clock clock;
    private final MessageSource messages;

    AdminLinks(
            @Value("${bocage.home:./data}") Path home,
            Accounts accounts,
            OneUseLinks links,
            SiteAddress siteAddress,
            Stores stores,
            Clock clock,
            MessageSource messages) {
        this.home = home;
        this.accounts = accounts;
        this.links = links;
        this.siteAddress = siteAddress;
        this.stores = stores;
        this.clock = clock;
        this.messages = messages;
    }

    /** Answers a request, if there is one. It goes before the answer comes, so that none is answered twice. */
    @OnEachMachine
    @Scheduled(fixedDelay = 3_000, initialDelay = 3_000)
    void look() {
        Path request = home.resolve(REQUEST);
        if (!Files.isRegularFile(request, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            String wanted = read(request);
            Files.delete(request);
            answer(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path request) throws IOException {
        return Files.size(request) > LONGEST ? "" : Files.readString(request).strip();
    }

    private void answer(String wanted) throws IOException {
        List<Account> administrators = accounts.withRole(Roles.ADMINISTRATOR);
        Optional<Account> account = administrators.stream()
                .filter(one -> wanted.isEmpty()
                        || one.name().equals(wanted)
                        || one.email().equalsIgnoreCase(wanted))
                .findFirst();
        if (account.isEmpty()) {
            write(say(
                    administrators.isEmpty() ? "none" : "unknown",
                    administrators.stream().map(Account::name).collect(Collectors.joining(", "))));
            return;
        }
        String name = account.get().displayName();
        String title = say("journal", name);
        stores.author()
                .update(Identity.SYSTEM, session -> Journal.settings(session, clock.instant(), MACHINE, "", title));
        String link = siteAddress.get() + "/connexion/lien/"
                + links.issue(account.get().name(), OneUseLinks.Kind.PASSWORD);
        write(say("link", name, link));
        log.warn("A link for an administrator was given out on the machine");
    }

    /** Writes the answer where its reader alone may read it, whole or not at all. */
    private void write(String answer) throws IOException {
        Path part = Files.createTempFile(
                home,
                ANSWER,
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, answer + "\n", StandardCharsets.UTF_8);
        Files.move(part, home.resolve(ANSWER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String say(String key, Object... values) {
        return messages.getMessage("authoring.admin-link." + key, values, Locale.FRENCH);
    }
}
