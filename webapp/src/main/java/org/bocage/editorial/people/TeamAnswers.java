package org.bocage.editorial.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.links.Invitations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The people to invite: by their mail address, what they are called and their role. */
@Component
class TeamAnswers implements SetupAnswers {

    private static final String NAME = "nom";
    private static final String ROLE = "role";

    private final Desk desk;
    private final Accounts accounts;
    private final AccountsController roles;
    private final Invitations invitations;
    private final MessageSource messages;

    TeamAnswers(
            Desk desk, Accounts accounts, AccountsController roles, Invitations invitations, MessageSource messages) {
        this.desk = desk;
        this.accounts = accounts;
        this.roles = roles;
        this.invitations = invitations;
        this.messages = messages;
    }

    @Override
    public List<AnswersSection> answersSections() {
        return List.of(new AnswersSection("equipe", Set.of(), 40));
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> answers) {
        Map<String, String> problems = new LinkedHashMap<>();
        answers.forEach((address, told) -> {
            if (!Mail.isAddress(address)) {
                problems.put(address, say("courriel"));
            } else if (text(told, NAME).isBlank() || text(told, NAME).length() > Accounts.MAX_TEXT) {
                problems.put(address, say("titre"));
            } else if (!roles.offered().contains(text(told, ROLE))) {
                problems.put(address, say("role") + " " + String.join(", ", new TreeSet<>(roles.offered())));
            }
        });
        return problems;
    }

    private String say(String key) {
        return messages.getMessage("authoring.comptes.erreur." + key, null, Locale.FRENCH);
    }

    /** Invites those who have no account yet. */
    @Override
    public void keep(String section, Map<String, Object> answers) {
        answers.forEach((address, told) -> {
            if (accounts.find(address).isEmpty()) {
                invitations.invite(
                        text(told, NAME),
                        address,
                        text(told, ROLE),
                        desk.account().displayName());
            }
        });
    }

    private static String text(Object told, String field) {
        return told instanceof Map<?, ?> person && person.get(field) != null ? String.valueOf(person.get(field)) : "";
    }
}
