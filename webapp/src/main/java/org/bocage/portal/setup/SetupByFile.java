package org.bocage.portal.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bocage.cms.site.Console;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.bocage.editorial.screens.extension.SetupAnswers.AnswersSection;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.links.OneUseLinks;
import org.bocage.editorial.security.sessions.StoredSessions;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * Sets a portal up from a file, by the same forms as the screens. All of it is read and checked first; a file with something wrong in
 * it keeps the portal from starting, and nothing is kept. A portal that is set up takes no file any more.
 */
@Component
@EnableConfigurationProperties(SetupProperties.class)
class SetupByFile implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SetupByFile.class);
    private static final String ADMINISTRATION = "administration";
    private static final String NAME = "nom";
    private static final String EMAIL = "courriel";
    private static final String ROLE = "admin";

    private final SetupProperties options;
    private final Setup setup;
    private final Opening opening;
    private final SiteMenu menu;
    private final List<SetupAnswers> answers;
    private final Accounts accounts;
    private final OneUseLinks links;
    private final MessageSource messages;
    private final Console console;
    private final SiteAddress siteAddress;

    SetupByFile(
            SetupProperties options,
            Setup setup,
            Opening opening,
            SiteMenu menu,
            List<SetupAnswers> answers,
            Accounts accounts,
            OneUseLinks links,
            MessageSource messages,
            Console console,
            SiteAddress siteAddress) {
        this.console = console;
        this.siteAddress = siteAddress;
        this.options = options;
        this.setup = setup;
        this.opening = opening;
        this.menu = menu;
        this.answers = answers;
        this.accounts = accounts;
        this.links = links;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path file = options.setup();
        if (file == null) {
            return;
        }
        if (!setup.isUnderWay()) {
            log.info("The portal is set up already, {} is not read", file);
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw new InvalidConfigurationPropertyValueException("bocage.setup", file, "there is no such file");
        }
        try {
            keep(AnswersFile.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void keep(AnswersFile file) {
        Optional<Account> present = accounts.withRole(ROLE).stream().findFirst();
        Map<String, Object> administration = file.sections().getOrDefault(ADMINISTRATION, Map.of());
        String email = text(administration, EMAIL);
        signIn(present.orElseGet(() -> new Account(
                accounts.freeName(text(administration, NAME), email),
                text(administration, NAME),
                email,
                Set.of(ROLE),
                Set.of(),
                true,
                List.of())));
        List<BrokenAnswers.AnswerProblem> problems = new ArrayList<>(unknown(file));
        if (present.isEmpty()) {
            problems.addAll(problems(file, administration));
        }
        if (problems.isEmpty()) {
            sections().forEach(section -> problems.addAll(problems(file, section)));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(BrokenAnswers.AnswerProblem::line));
            throw new BrokenAnswers(problems);
        }
        Account administrator = present.orElseGet(() -> create(text(administration, NAME), email));
        signIn(administrator);
        for (Section section : sections()) {
            Map<String, Object> answers = file.sections().get(section.name());
            if (answers != null) {
                section.from().keep(section.name(), answers);
            }
        }
        if (setup.isUnderWay()) {
            opening.open(
                    Opening.Start.TEXTES,
                    menu.entries().stream().map(SiteMenu.Entry::page).collect(Collectors.toSet()));
        }
        if (present.isEmpty()) {
            sayHowToComeIn(administrator);
        }
    }

    /** A section, and who reads it. */
    private record Section(AnswersSection about, SetupAnswers from) {

        String name() {
            return about.name();
        }
    }

    /** The sections in the order in which they are kept. */
    private List<Section> sections() {
        return answers.stream()
                .flatMap(one -> one.answersSections().stream().map(about -> new Section(about, one)))
                .sorted(Comparator.comparingInt(one -> one.about().place()))
                .toList();
    }

    private static void signIn(Account account) {
        SecurityContextHolder.setContext(new SecurityContextImpl(StoredSessions.authenticated(account)));
    }

    private Account create(String displayName, String email) {
        String name = accounts.freeName(displayName, email);
        // nobody knows this password: the link that is told lets its reader choose one
        accounts.create(name, displayName, email, Set.of(ROLE), RandomTokens.create());
        return accounts.find(name).orElseThrow();
    }

    /** Writes the link on the console. */
    private void sayHowToComeIn(Account administrator) {
        String link =
                siteAddress.get() + "/connexion/lien/" + links.issue(administrator.name(), OneUseLinks.Kind.INVITATION);
        console.say(messages.getMessage(
                "setup.file.done", new Object[] {administrator.displayName(), link}, Locale.FRENCH));
    }

    /** Sections and fields that nobody reads. */
    private List<BrokenAnswers.AnswerProblem> unknown(AnswersFile file) {
        Map<String, Set<String>> known = new TreeMap<>();
        known.put(ADMINISTRATION, Set.of(NAME, EMAIL));
        sections().forEach(one -> known.put(one.name(), one.about().fields()));
        List<BrokenAnswers.AnswerProblem> problems = new ArrayList<>();
        file.sections().forEach((section, answers) -> {
            Set<String> fields = known.get(section);
            if (fields == null) {
                problems.add(new BrokenAnswers.AnswerProblem(
                        file.line(section, ""), section, BrokenAnswers.say("unknown", list(known.keySet()))));
                return;
            }
            answers.keySet().stream()
                    .filter(field -> !fields.isEmpty() && !fields.contains(field))
                    .forEach(field -> problems.add(new BrokenAnswers.AnswerProblem(
                            file.line(section, field),
                            section + "." + field,
                            BrokenAnswers.say("unknown", list(fields)))));
        });
        return problems;
    }

    private static List<BrokenAnswers.AnswerProblem> problems(AnswersFile file, Map<String, Object> administration) {
        List<BrokenAnswers.AnswerProblem> problems = new ArrayList<>();
        if (text(administration, NAME).isBlank() || text(administration, NAME).length() > Accounts.MAX_TEXT) {
            problems.add(new BrokenAnswers.AnswerProblem(
                    file.line(ADMINISTRATION, NAME), ADMINISTRATION + "." + NAME, BrokenAnswers.say("name")));
        }
        if (!Mail.isAddress(text(administration, EMAIL))) {
            problems.add(new BrokenAnswers.AnswerProblem(
                    file.line(ADMINISTRATION, EMAIL), ADMINISTRATION + "." + EMAIL, BrokenAnswers.say("address")));
        }
        return problems;
    }

    private static List<BrokenAnswers.AnswerProblem> problems(AnswersFile file, Section section) {
        Map<String, Object> answers = file.sections().get(section.name());
        if (answers == null) {
            return List.of();
        }
        return section.from().problems(section.name(), answers).entrySet().stream()
                .map(one -> new BrokenAnswers.AnswerProblem(
                        file.line(section.name(), one.getKey()), section.name() + "." + one.getKey(), one.getValue()))
                .toList();
    }

    private static String text(Map<String, Object> answers, String field) {
        return String.valueOf(answers.getOrDefault(field, "")).strip();
    }

    private static String list(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
