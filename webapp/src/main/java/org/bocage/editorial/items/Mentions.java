package org.bocage.editorial.items;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.springframework.stereotype.Component;

/** Finder of the accounts named in a remark. */
@Component
public final class Mentions {

    private final Accounts accounts;
    private final Contents contents;

    /** A first word is a first name, and not the « la » of a structure, from so many letters. */
    private static final int SHORTEST = 3;

    Mentions(Accounts accounts, Contents contents) {
        this.accounts = accounts;
        this.contents = contents;
    }

    /** As {@link #in(String, Predicate)}, of a remark on an item. */
    public Set<String> in(String text, ContentType type, String id) {
        return in(text, who -> contents.read(type, id, who, node -> true).isPresent());
    }

    /** Returns the accounts named after an @ in a text, by their own name or a person's, that may read what it is about. */
    public Set<String> in(String text, Predicate<Identity> mayRead) {
        Set<String> named = new LinkedHashSet<>();
        String plain = text.toLowerCase(Locale.FRENCH);
        for (Account account : accounts.all()) {
            String name = account.displayName().toLowerCase(Locale.FRENCH);
            boolean isNamed = isNamed(plain, account.name())
                    || isNamed(plain, name)
                    || (firstWord(name).length() >= SHORTEST && isNamed(plain, firstWord(name)));
            if (isNamed && account.enabled() && mayRead.test(account.identity())) {
                named.add(account.name());
            }
        }
        return named;
    }

    private static String firstWord(String displayName) {
        return displayName.split(" ", 2)[0];
    }

    private static boolean isNamed(String text, String name) {
        int at = text.indexOf("@" + name);
        int end = at + 1 + name.length();
        return at >= 0 && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
