package org.bocage.portal.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Message routes of {@code config/contact.yaml}; read anew for each message, so that a change needs no restart. */
@Component
class ContactRoutes {

    private static final String FILE = "contact.yaml";
    private static final int MOST_DAYS = 60;

    private final ConfigFiles files;
    private final Accounts accounts;

    ContactRoutes(ConfigFiles files, Accounts accounts) {
        this.files = files;
        this.accounts = accounts;
    }

    /**
     * A subject one may write about.
     *
     * @param key as the form posts it
     * @param label in words
     * @param to who receives it; those of role {@code salariee} when the file names nobody
     * @param who answers, in words
     * @param days working days in which they do
     */
    record Route(String key, String label, List<String> to, String who, int days) {}

    /**
     * The subjects, in the order of the file.
     *
     * @throws IllegalStateException when the file says something that cannot be
     */
    List<Route> all() {
        if (!(files.yaml(FILE).get("sujets") instanceof Collection<?> subjects)) {
            throw new IllegalStateException("config/" + FILE + " has no list « sujets »");
        }
        List<Route> routes = new ArrayList<>();
        for (Object one : subjects) {
            if (one instanceof Map<?, ?> subject) {
                routes.add(route(subject));
            }
        }
        if (routes.isEmpty()) {
            throw new IllegalStateException("config/" + FILE + " names no subject");
        }
        return List.copyOf(routes);
    }

    private Route route(Map<?, ?> subject) {
        List<String> to = subject.get("a") instanceof Collection<?> given
                ? given.stream().map(String::valueOf).filter(Mail::isAddress).toList()
                : List.of();
        int days = subject.get("jours") instanceof Integer number ? Math.max(1, Math.min(number, MOST_DAYS)) : 5;
        return new Route(
                text(subject.get("cle")),
                text(subject.get("sujet")),
                to.isEmpty() ? staff() : to,
                text(subject.get("qui")),
                days);
    }

    private List<String> staff() {
        return accounts.withRole("salariee").stream()
                .map(Account::email)
                .filter(Mail::isAddress)
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
