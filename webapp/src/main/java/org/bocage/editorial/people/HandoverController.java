package org.bocage.editorial.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Responsibilities.Responsibility;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.notices.Subscriptions;
import org.bocage.editorial.workflow.notices.Topic;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Passer la main »: all that names the account of somebody who leaves passes to another account. */
@ScreenController
@OpenTo(People.ACCOUNT_KEEPERS)
class HandoverController {

    private static final String ADDRESS = AccountsController.ONE + "{name}/passer-la-main";
    private static final String SUCCESSOR = "successeur";
    private static final int TITLES = 4;

    private final Desk desk;
    private final Accounts accounts;
    private final Handover handover;
    private final Roles roles;
    private final Review review;
    private final Contents contents;
    private final Subscriptions subscriptions;
    private final MessageSource messages;

    HandoverController(
            Desk desk,
            Accounts accounts,
            Handover handover,
            Roles roles,
            Review review,
            Contents contents,
            Subscriptions subscriptions,
            MessageSource messages) {
        this.desk = desk;
        this.accounts = accounts;
        this.handover = handover;
        this.roles = roles;
        this.review = review;
        this.contents = contents;
        this.subscriptions = subscriptions;
        this.messages = messages;
    }

    static String address(String account) {
        return ADDRESS.replace("{name}", account);
    }

    @GetMapping(ADDRESS)
    ModelAndView show(@PathVariable String name, HttpServletRequest request) {
        return form(request, account(name), "", Set.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView pass(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String successeur,
            @RequestParam(defaultValue = "") List<String> laisser,
            @RequestParam(defaultValue = "") String vu,
            HttpServletRequest request) {
        Account from = account(name);
        Set<String> left = Set.copyOf(laisser);
        Optional<Account> to = byName(successeur);
        Optional<String> refusal = refusal(from, successeur, to);
        if (refusal.isPresent()) {
            return form(
                    request, from, successeur, left, List.of(problem(refusal.get())), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<Handover.Outcome> outcomes = handover.pass(from, to.orElseThrow(), desk.account(), left, vu);
        return shown(request, "main-passee", report(from, to.orElseThrow(), outcomes), HttpStatus.OK);
    }

    /** Returns why an account cannot take over. */
    private static Optional<String> refusal(Account from, String typed, Optional<Account> to) {
        if (typed.isBlank()) {
            return Optional.of("personne");
        }
        if (to.isEmpty()) {
            return Optional.of("inconnu");
        }
        if (to.get().name().equals(from.name())) {
            return Optional.of("soi");
        }
        return to.get().enabled() ? Optional.empty() : Optional.of("ferme");
    }

    private Optional<Account> byName(String name) {
        return accounts.all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private Account account(String name) {
        return byName(name).orElseThrow(NotFoundException::new);
    }

    private ModelAndView form(
            HttpServletRequest request,
            Account from,
            String chosen,
            Set<String> left,
            List<FormPage.Problem> problems,
            HttpStatus status) {
        Map<String, List<Responsibility>> all = handover.of(from);
        HandoverPage page = new HandoverPage(
                address(from.name()),
                AccountsController.ONE + from.name(),
                from.displayName(),
                reviews(from) ? contents.count(desk.proposals(ContentQuery.anywhere()), desk.identity()) : 0,
                all.entrySet().stream()
                        .map(one -> kind(one.getKey(), one.getValue(), left.contains(one.getKey())))
                        .toList(),
                successors(from, chosen),
                Handover.print(all),
                problems);
        return shown(request, "passer-la-main", page, status);
    }

    private HandoverPage.Kind kind(String key, List<Responsibility> some, boolean left) {
        return new HandoverPage.Kind(
                key,
                say(key, some.size()),
                say(key + ".aide"),
                some.stream().limit(TITLES).map(Responsibility::title).toList(),
                Math.max(0, some.size() - TITLES),
                left);
    }

    /** Returns the accounts that may take over: open, and somebody else's; accounts that review come first. */
    private List<HandoverPage.Successor> successors(Account from, String chosen) {
        return accounts.listed().stream()
                .map(Accounts.Listed::account)
                .filter(one -> one.enabled() && !one.name().equals(from.name()))
                .map(one -> new HandoverPage.Successor(
                        one.name(),
                        one.displayName(),
                        titles(one),
                        reviews(one),
                        one.name().equals(chosen)))
                .sorted(Comparator.comparing(HandoverPage.Successor::reviews).reversed())
                .toList();
    }

    private String titles(Account account) {
        return roles.titles().entrySet().stream()
                .filter(role -> account.roles().contains(role.getKey())
                        && !accounts.ofEverybody().contains(role.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }

    private boolean reviews(Account account) {
        return review.reviews(new Actor(account.name(), account.displayName(), account.roles()));
    }

    private HandoverPage.Report report(Account from, Account to, List<Handover.Outcome> outcomes) {
        List<HandoverPage.Stayed> stayed = new ArrayList<>();
        for (Handover.Outcome outcome : outcomes) {
            for (Handover.Stay stay : outcome.stayed()) {
                stayed.add(new HandoverPage.Stayed(
                        say(outcome.kind(), 1), stay.title(), say("motif." + stay.reason(), to.displayName())));
            }
        }
        boolean isOneself = from.name().equals(desk.account().name());
        return new HandoverPage.Report(
                address(from.name()),
                AccountsController.ONE + from.name(),
                from.displayName(),
                AccountsController.ONE + to.name(),
                to.displayName(),
                outcomes.stream()
                        .filter(one -> !one.passed().isEmpty())
                        .map(this::passed)
                        .toList(),
                stayed,
                notices(from, to),
                from.enabled() && !isOneself);
    }

    private HandoverPage.Passed passed(Handover.Outcome outcome) {
        int count = outcome.passed().size();
        return new HandoverPage.Passed(
                say(outcome.kind(), count),
                outcome.passed().stream().limit(TITLES).toList(),
                Math.max(0, count - TITLES));
    }

    /** Sentences on what the successor's role and choices do not bring along. */
    private List<String> notices(Account from, Account to) {
        List<String> notices = new ArrayList<>();
        if (reviews(from) && !reviews(to)) {
            notices.add(say("note.role", to.displayName()));
        }
        if (subscriptions.of(to.name()).getOrDefault(Topic.TACHES, Topic.TACHES.usual()) == Topic.Pace.RIEN) {
            notices.add(say("note.mails", to.displayName()));
        }
        return notices;
    }

    private FormPage.Problem problem(String key) {
        return new FormPage.Problem(SUCCESSOR, say("champ"), say("erreur." + key));
    }

    private String say(String key, Object... values) {
        return Objects.requireNonNullElse(
                messages.getMessage("authoring.passer." + key, values, "", Locale.FRENCH), "");
    }

    private ModelAndView shown(HttpServletRequest request, String view, Record page, HttpStatus status) {
        return new ModelAndView(
                "espace/" + view, Map.of("shell", desk.shell(request, "comptes"), "page", page), status);
    }
}
