package org.bocage.editorial.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Words by which settings and contents name the person of an account: its name, what people call them, their mail address. */
@Component
public class SpokenNames {

    /** A shorter first word of a name may be an article: « Les Mains Vertes ». */
    private static final int FIRST_NAME = 4;

    private final Accounts accounts;

    SpokenNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether a text names the person of an account; a first name that several have names nobody. */
    public boolean isOf(String text, Account account) {
        String said = text.strip();
        return !said.isEmpty() && all(account).stream().anyMatch(said::equalsIgnoreCase);
    }

    /** Returns all such words of an account. */
    public Set<String> all(Account account) {
        Set<String> words = new LinkedHashSet<>(List.of(account.name(), account.displayName(), account.email()));
        String first = first(account);
        boolean isShared = accounts.all().stream()
                .anyMatch(
                        one -> !one.name().equals(account.name()) && first(one).equalsIgnoreCase(first));
        if (!isShared) {
            words.add(first);
        }
        words.removeIf(String::isBlank);
        return words;
    }

    /** Returns the word of another account in the place of one of an account; empty when the other has none of that sort. */
    public String inPlaceOf(String text, Account from, Account to) {
        String said = text.strip();
        if (said.equalsIgnoreCase(from.email())) {
            return to.email();
        }
        if (said.equalsIgnoreCase(from.displayName())) {
            return to.displayName();
        }
        if (said.equals(from.name()) && !said.equalsIgnoreCase(first(from))) {
            return to.name();
        }
        String first = first(to);
        return first.length() >= FIRST_NAME && all(to).contains(first) ? first : to.displayName();
    }

    private static String first(Account account) {
        return account.displayName().strip().split("[\\s(,]+", 2)[0];
    }
}
