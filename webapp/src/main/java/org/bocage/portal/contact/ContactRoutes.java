package org.bocage.portal.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.config.KeptSettings;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.cms.site.SiteSettings;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.portal.forms.StaffAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Message routes of the settings {@code contact.yaml}; read anew for each message, so that a change needs no restart. */
@Component
public class ContactRoutes {

    static final int MOST_DAYS = 60;

    /** Days for an answer where a subject says none. */
    static final int USUAL_DAYS = 5;

    private static final String FILE = "contact.yaml";
    /** First name of whoever answers, among the settings of the site. */
    private static final String ANSWERS = "contactPrenom";

    private final SettingsFile file;
    private final SiteSettings site;
    private final Accounts accounts;
    private final StaffAddresses staff;

    ContactRoutes(KeptSettings settings, SiteSettings site, Accounts accounts, StaffAddresses staff) {
        this.file = settings.file(FILE, ContactRoutes.class);
        this.site = site;
        this.accounts = accounts;
        this.staff = staff;
    }

    /**
     * A subject one may write about.
     *
     * @param key as the form posts it
     * @param label in words
     * @param to who receives it; those who answer for the association when the settings name nobody
     * @param who answers, in words; may be empty
     * @param days working days in which they do
     */
    public record Route(String key, String label, List<String> to, String who, int days) {}

    /**
     * The subjects, in the order of the settings.
     *
     * @throws IllegalStateException when these say something that cannot be
     */
    public List<Route> all() {
        if (!(file.yaml().get("sujets") instanceof Collection<?> subjects)) {
            throw new IllegalStateException(FILE + " has no list « sujets »");
        }
        List<Route> routes = new ArrayList<>();
        for (Object one : subjects) {
            if (one instanceof Map<?, ?> subject) {
                routes.add(route(subject));
            }
        }
        if (routes.isEmpty()) {
            throw new IllegalStateException(FILE + " names no subject");
        }
        return List.copyOf(routes);
    }

    SettingsFile file() {
        return file;
    }

    private Route route(Map<?, ?> subject) {
        List<String> to = subject.get("a") instanceof Collection<?> given
                ? given.stream()
                        .flatMap(one -> address(String.valueOf(one)).stream())
                        .distinct()
                        .toList()
                : List.of();
        int days =
                subject.get("jours") instanceof Integer number ? Math.max(1, Math.min(number, MOST_DAYS)) : USUAL_DAYS;
        String who = text(subject.get("qui"));
        return new Route(
                text(subject.get("cle")),
                text(subject.get("sujet")),
                to.isEmpty() ? staff.all() : to,
                who.isBlank() ? site.get(ANSWERS).orElse("") : who,
                days);
    }

    /** The address of somebody who receives messages: itself, or that of the account of this name. */
    Optional<String> address(String receiver) {
        return Mail.isAddress(receiver)
                ? Optional.of(receiver)
                : accounts.all().stream()
                        .filter(account -> account.enabled() && account.name().equals(receiver))
                        .map(Account::email)
                        .filter(Mail::isAddress)
                        .findFirst();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
