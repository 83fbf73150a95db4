package org.bocage.portal.entries;

import java.util.List;
import java.util.Optional;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Structures whose fiche an account keeps up to date. */
@Component
@Order(55)
class HeldStructures implements Responsibilities {

    private final KeptStructures kept;

    HeldStructures(KeptStructures kept) {
        this.kept = kept;
    }

    @Override
    public String kind() {
        return "structures";
    }

    @Override
    public List<Responsibility> of(Account account) {
        return kept.kept(account).stream()
                .map(one -> new Responsibility(one.id(), one.title(), ""))
                .toList();
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        return switch (kept.pass(id, from.name(), to.name(), by.name())) {
            case DONE -> Optional.empty();
            case GONE -> Optional.of("parti");
            case TOO_MANY -> Optional.of("structures");
        };
    }
}
