package org.bocage.portal.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.KeptSettings;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.security.SpokenNames;
import org.bocage.editorial.workflow.Journal;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Subjects of the contact form that an account receives, or is said to answer. */
@Component
@Order(30)
class AnsweredSubjects implements Responsibilities {

    private static final String SCREEN = "contact";
    private static final String SUBJECTS = "sujets";
    private static final String KEY = "cle";
    private static final String TO = "a";
    private static final String WHO = "qui";

    private final ContactRoutes routes;
    private final KeptSettings settings;
    private final SpokenNames names;
    private final Stores stores;
    private final MessageSource messages;
    private final Clock clock;

    AnsweredSubjects(
            ContactRoutes routes,
            KeptSettings settings,
            SpokenNames names,
            Stores stores,
            MessageSource messages,
            Clock clock) {
        this.routes = routes;
        this.settings = settings;
        this.names = names;
        this.stores = stores;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "sujets";
    }

    @Override
    public List<Responsibility> of(Account account) {
        return subjects().stream()
                .filter(one -> isOf(one, account))
                .map(one -> new Responsibility(
                        ContactRoutes.text(one.get(KEY)), ContactRoutes.text(one.get("sujet")), mark(one)))
                .toList();
    }

    private static String mark(Map<?, ?> subject) {
        return Integer.toHexString(subject.toString().hashCode());
    }

    private List<Map<?, ?>> subjects() {
        List<Map<?, ?>> subjects = new ArrayList<>();
        for (Object one : routes.file().yaml().get(SUBJECTS) instanceof Collection<?> all ? all : List.of()) {
            if (one instanceof Map<?, ?> subject) {
                subjects.add(subject);
            }
        }
        return subjects;
    }

    private boolean isOf(Map<?, ?> subject, Account account) {
        return names.isOf(ContactRoutes.text(subject.get(WHO)), account)
                || receivers(subject).stream().anyMatch(one -> isReceiver(one, account));
    }

    private static boolean isReceiver(String receiver, Account account) {
        return receiver.equals(account.name()) || receiver.equalsIgnoreCase(account.email());
    }

    private static List<String> receivers(Map<?, ?> subject) {
        return subject.get(TO) instanceof Collection<?> given
                ? given.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        SettingsFile file = routes.file();
        if (file.origin() == SettingsFile.Origin.FILE) {
            return Optional.of("fichier");
        }
        if (!Mail.isAddress(to.email())) {
            return Optional.of("sans-adresse");
        }
        boolean passed = ConcurrentEdit.again(() -> stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            List<Map<?, ?>> subjects = subjects();
            boolean isTheirs = subjects.stream()
                    .anyMatch(one -> ContactRoutes.text(one.get(KEY)).equals(id) && isOf(one, from));
            if (isTheirs) {
                List<Map<?, ?>> after = subjects.stream()
                        .map(one -> ContactRoutes.text(one.get(KEY)).equals(id) ? passed(one, from, to) : one)
                        .toList();
                file.keep(session, Map.of(SUBJECTS, after), by.name(), clock.instant());
                Journal.settings(session, clock.instant(), by.name(), SCREEN, title());
            }
            return isTheirs;
        }));
        if (!passed) {
            return Optional.of("parti");
        }
        settings.refreshPages();
        return Optional.empty();
    }

    private Map<?, ?> passed(Map<?, ?> subject, Account from, Account to) {
        Map<Object, Object> passed = new LinkedHashMap<>(subject);
        passed.put(
                TO,
                receivers(subject).stream()
                        .map(one -> one.equals(from.name()) ? to.name() : isReceiver(one, from) ? to.email() : one)
                        .distinct()
                        .toList());
        String who = ContactRoutes.text(subject.get(WHO));
        if (names.isOf(who, from)) {
            passed.put(WHO, names.inPlaceOf(who, from, to));
        }
        return passed;
    }

    private String title() {
        return String.valueOf(messages.getMessage("contribution.routes.title", null, Locale.FRENCH));
    }
}
