package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Delegations;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The review of some themes, put in the hands of a member of the CA for a while. */
@ScreenController
@OpenTo(People.REVIEWERS)
public class DelegationController {

    public static final String ADDRESS = "/espace/reglages/delegations";
    private static final int MOST_THEMES = 100;

    private final Desk desk;
    private final Delegations delegations;
    private final Workflow workflow;
    private final Accounts accounts;
    private final Contents contents;
    private final MessageSource messages;

    DelegationController(
            Desk desk,
            Delegations delegations,
            Workflow workflow,
            Accounts accounts,
            Contents contents,
            MessageSource messages) {
        this.desk = desk;
        this.delegations = delegations;
        this.workflow = workflow;
        this.accounts = accounts;
        this.contents = contents;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        String today = LocalDate.now(desk.clock()).toString();
        return shown(request, new Typed("", List.of(), today, ""), List.of(), HttpStatus.OK);
    }

    /** Values of the delegation form as they were posted. */
    private record Typed(String account, List<String> themes, String from, String to) {}

    @PostMapping(ADDRESS)
    ModelAndView entrust(
            @RequestParam(defaultValue = "") String compte,
            @RequestParam(defaultValue = "") List<String> theme,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            HttpServletRequest request) {
        Typed typed = new Typed(compte, theme, du, au);
        List<FormPage.Problem> problems = problems(typed);
        if (!problems.isEmpty()) {
            return shown(request, typed, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        delegations.entrust(
                compte,
                theme,
                Dates.day(du).orElseThrow(),
                Dates.day(au).orElseThrow(),
                desk.account().name());
        return new ModelAndView("redirect:" + ADDRESS + "?fait=confie");
    }

    @PostMapping(value = ADDRESS, params = "retirer")
    String takeBack(@RequestParam String retirer) {
        if (!retirer.matches("[0-9a-f-]{36}")) {
            throw new NotFoundException();
        }
        delegations.takeBack(retirer);
        return "redirect:" + ADDRESS + "?fait=confiance-retiree";
    }

    private List<FormPage.Problem> problems(Typed typed) {
        List<FormPage.Problem> problems = new ArrayList<>();
        if (people().stream().noneMatch(account -> account.name().equals(typed.account()))) {
            problems.add(problem("compte"));
        }
        Set<String> known = themes().keySet();
        if (typed.themes().isEmpty() || typed.themes().size() > MOST_THEMES || !known.containsAll(typed.themes())) {
            problems.add(problem("theme"));
        }
        Optional<LocalDate> from = Dates.day(typed.from());
        Optional<LocalDate> to = Dates.day(typed.to());
        if (from.isEmpty()) {
            problems.add(problem("du"));
        }
        if (to.isEmpty() || (from.isPresent() && !isSpan(from.get(), to.get()))) {
            problems.add(problem("au"));
        }
        return problems;
    }

    /** A delegation is for holidays, not for ever: a year at most, and not over yet. */
    private boolean isSpan(LocalDate from, LocalDate to) {
        return !to.isBefore(from) && !to.isAfter(from.plusYears(1)) && !to.isBefore(LocalDate.now(desk.clock()));
    }

    private FormPage.Problem problem(String field) {
        return new FormPage.Problem(field, words("champ." + field), words("erreur." + field));
    }

    private String words(String key) {
        return messages.getMessage("authoring.delegation." + key, new Object[0], Locale.FRENCH);
    }

    private List<Account> people() {
        return accounts.all().stream()
                .filter(Account::enabled)
                .filter(account ->
                        workflow.mayStandIn(new Actor(account.name(), account.displayName(), account.roles())))
                .toList();
    }

    /** Identifiers and titles of the words that the field of themes offers, in the order of the alphabet. */
    private Map<String, String> themes() {
        Map<String, String> themes = new java.util.LinkedHashMap<>();
        Optional<String> vocabulary = desk.definitions().contentTypes().stream()
                .flatMap(type -> type.property(workflow.delegatedBy()).stream())
                .flatMap(field -> field.referenced().flatMap(desk.definitions()::contentType).stream())
                .map(ContentType::workspace)
                .findFirst();
        if (vocabulary.isEmpty()) {
            return themes;
        }
        contents.find(
                        ContentQuery.in(vocabulary.get())
                                .under("/" + workflow.delegatedBy())
                                .orderBy("titre", false)
                                .page(0, MOST_THEMES),
                        Identity.SYSTEM)
                .items()
                .forEach(item -> themes.put(item.id(), item.title()));
        return themes;
    }

    private ModelAndView shown(
            HttpServletRequest request, Typed typed, List<FormPage.Problem> problems, HttpStatus status) {
        Map<String, String> themes = themes();
        DelegationsPage page = new DelegationsPage(
                ADDRESS,
                delegations.all().stream().map(one -> line(one, themes)).toList(),
                people().stream()
                        .map(who -> new FormField.Option(
                                who.name(), who.displayName(), null, who.name().equals(typed.account())))
                        .toList(),
                themes.entrySet().stream()
                        .map(theme -> new FormField.Option(
                                theme.getKey(),
                                theme.getValue(),
                                null,
                                typed.themes().contains(theme.getKey())))
                        .toList(),
                typed.from(),
                typed.to(),
                problems);
        Map<String, Object> model = new HashMap<>(Map.of("shell", desk.shell(request, "reglages"), "page", page));
        return new ModelAndView("espace/delegations", model, status);
    }

    private DelegationsPage.Line line(Delegations.Delegation one, Map<String, String> themes) {
        LocalDate today = LocalDate.now(desk.clock());
        return new DelegationsPage.Line(
                one.id(),
                accounts.nameOf(one.account()),
                one.themes().stream()
                        .flatMap(id -> Optional.ofNullable(themes.get(id)).stream())
                        .sorted()
                        .toList(),
                moment(one.from()),
                moment(one.to()),
                today.isBefore(one.from()) ? "a-venir" : today.isAfter(one.to()) ? "passee" : "present");
    }

    private Moment moment(LocalDate day) {
        return Moment.of(day.atStartOfDay(desk.clock().getZone()).toInstant(), desk.clock());
    }
}
