package org.bocage.editorial.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Review of themes in the hands of an account, today or later. */
@Component
@Order(10)
class DelegatedReviews implements Responsibilities {

    private final Delegations delegations;
    private final Workflow workflow;
    private final Stores stores;
    private final Clock clock;

    DelegatedReviews(Delegations delegations, Workflow workflow, Stores stores, Clock clock) {
        this.delegations = delegations;
        this.workflow = workflow;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "relectures";
    }

    @Override
    public List<Responsibility> of(Account account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Delegations.PARIS);
        return delegations.all().stream()
                .filter(one -> one.account().equals(account.name()) && !one.to().isBefore(today))
                .map(one -> new Responsibility(one.id(), themes(one), ""))
                .toList();
    }

    private String themes(Delegations.Delegation delegation) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> titles = new ArrayList<>();
            for (String id : delegation.themes()) {
                Optional<Node> theme = Workspace.byId(session, id);
                titles.add(theme.isPresent() ? Review.title(theme.get()) : id);
            }
            return String.join(", ", titles);
        });
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        Actor successor = new Actor(to.name(), to.displayName(), to.roles());
        boolean reviews = to.roles().stream().anyMatch(workflow.reviewers()::contains);
        if (!reviews && !workflow.mayStandIn(successor)) {
            return Optional.of("role-relecture");
        }
        return delegations.pass(id, from.name(), to.name()) ? Optional.empty() : Optional.of("parti");
    }
}
