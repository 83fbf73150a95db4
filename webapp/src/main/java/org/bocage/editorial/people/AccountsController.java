package org.bocage.editorial.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.security.links.Invitations;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The accounts. Who reviews invites people to roles that neither review nor care for accounts; whose role may write accounts
 * does everything else; both say who keeps which structure. Nobody changes their own role or closes their own account, so that somebody is always left.
 */
@ScreenController
@OpenTo({People.REVIEWERS, People.ACCOUNT_KEEPERS})
public class AccountsController implements SetupSteps {

    public static final String ADDRESS = "/espace/comptes";
    private static final String INVITE = ADDRESS + "/inviter";
    static final String ONE = ADDRESS + "/personne/";
    private static final String TAKE = "reprendre";
    private static final Set<String> HANDOVERS = Set.of("confier", TAKE);
    private static final int MOST = 200;
    private static final int SHOWN = 100;

    private final Desk desk;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Roles roles;
    private final Review review;
    private final Optional<AccountStructures> structures;
    private final MessageSource messages;

    AccountsController(
            Desk desk,
            Accounts accounts,
            Invitations invitations,
            Roles roles,
            Review review,
            Optional<AccountStructures> structures,
            MessageSource messages) {
        this.structures = structures;
        this.desk = desk;
        this.accounts = accounts;
        this.invitations = invitations;
        this.roles = roles;
        this.review = review;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(@RequestParam(defaultValue = "1") int page, HttpServletRequest request) {
        if (page < 1 || page > ContentQuery.DEEPEST / SHOWN) {
            throw new NotFoundException();
        }
        List<Accounts.Listed> all = accounts.listed();
        List<AccountsPage.Line> lines = all.stream()
                .skip((page - 1L) * SHOWN)
                .limit(SHOWN)
                .map(this::line)
                .toList();
        return shown(
                request,
                "comptes",
                new AccountsPage(lines, all.size(), Paging.of(page, all.size(), SHOWN, ADDRESS), INVITE),
                HttpStatus.OK);
    }

    @Override
    public List<SetupStep> setupSteps() {
        return List.of(new SetupStep("equipe", INVITE, 40, accounts.listed().size() > 1, Set.of(ADDRESS)));
    }

    @GetMapping(INVITE)
    ModelAndView form(HttpServletRequest request) {
        return invite(request, "", "", "", "", List.of(), HttpStatus.OK);
    }

    @PostMapping(INVITE)
    ModelAndView send(
            @RequestParam(defaultValue = "") String titre,
            @RequestParam(defaultValue = "") String courriel,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String structure,
            HttpServletRequest request) {
        String email = courriel.strip();
        List<FormPage.Problem> problems = new ArrayList<>();
        if (titre.isBlank() || titre.length() > MOST) {
            problems.add(problem("titre", "titre"));
        }
        if (!Mail.isAddress(email) || email.length() > MOST) {
            problems.add(problem("courriel", "courriel"));
        } else if (accounts.find(email).isPresent()) {
            String who = accounts.find(email).orElseThrow().displayName();
            problems.add(problem("courriel", "pris", who));
        }
        if (!offered().contains(role)) {
            problems.add(problem("role", "role"));
        }
        if (!structure.isEmpty() && !isChoice(structure)) {
            problems.add(problem("structure", "structure"));
        }
        if (!problems.isEmpty()) {
            return invite(request, titre, courriel, role, structure, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Account invited = invitations.invite(titre, email, role, desk.account().displayName());
        if (!structure.isEmpty() && !give(invited.name(), structure)) {
            return done(invited.name(), "invitation-sans-structure");
        }
        return new ModelAndView("redirect:" + ADDRESS + "?fait=invitation");
    }

    @GetMapping(ONE + "{name}")
    ModelAndView one(@PathVariable String name, HttpServletRequest request) {
        return one(request, listed(name), List.of(), HttpStatus.OK);
    }

    @PostMapping(ONE + "{name}")
    @OpenTo(People.ENTITLED)
    ModelAndView change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(defaultValue = "") String structure,
            HttpServletRequest request) {
        Accounts.Listed person = listed(name);
        if (action.equals("roles") && administers() && !isOneself(person)) {
            Set<String> chosen = new HashSet<>(role);
            if (chosen.isEmpty() || !assignable().containsAll(chosen)) {
                return one(request, person, List.of(problem("role", "role")), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            accounts.setRoles(name, chosen);
            return done(name, "roles-changes");
        }
        if (HANDOVERS.contains(action)) {
            return handOver(person, action, structure, request);
        }
        if (!gestures(person).contains(action)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        switch (action) {
            case "fermer" -> accounts.setEnabled(name, false);
            case "ouvrir" -> accounts.setEnabled(name, true);
            default -> invitations.again(name, desk.account().displayName());
        }
        return done(
                name,
                Map.of("fermer", "compte-ferme", "ouvrir", "compte-ouvert").getOrDefault(action, "invitation"));
    }

    /** Lets somebody keep a structure, or no longer. */
    private ModelAndView handOver(Accounts.Listed person, String action, String structure, HttpServletRequest request) {
        String name = person.account().name();
        if (action.equals(TAKE)) {
            structures.ifPresent(one -> one.take(name, structure, desk.account().name()));
            return done(name, "structure-reprise");
        }
        if (!isChoice(structure)) {
            return one(request, person, List.of(problem("structure", "structure")), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return give(name, structure)
                ? done(name, "structure-confiee")
                : one(request, person, List.of(problem("structure", "structures")), HttpStatus.CONFLICT);
    }

    private boolean isChoice(String structure) {
        return choices().stream().anyMatch(one -> one.id().equals(structure));
    }

    private List<AccountStructures.Structure> choices() {
        return structures.map(AccountStructures::choices).orElse(List.of());
    }

    private boolean give(String account, String structure) {
        return structures
                .filter(one -> one.give(account, structure, desk.account().name()))
                .isPresent();
    }

    private static ModelAndView done(String name, String what) {
        return new ModelAndView("redirect:" + ONE + name + "?fait=" + what);
    }

    private boolean administers() {
        return roles.administer(desk.account().roles());
    }

    private boolean isOneself(Accounts.Listed person) {
        return person.account().name().equals(desk.account().name());
    }

    private Accounts.Listed listed(String name) {
        return accounts.listed().stream()
                .filter(one -> one.account().name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The actions but {@code roles} that this person may do to somebody. */
    private List<String> gestures(Accounts.Listed person) {
        Account account = person.account();
        List<String> gestures = new ArrayList<>();
        if (person.invited() && account.enabled() && (administers() || offered().containsAll(own(account)))) {
            gestures.add("inviter");
        }
        if (administers() && !isOneself(person)) {
            gestures.add(account.enabled() ? "fermer" : "ouvrir");
        }
        return gestures;
    }

    /** Roles that somebody can have: all but those that everybody has anyway. */
    private Set<String> assignable() {
        Set<String> names = new HashSet<>(roles.titles().keySet());
        names.removeAll(accounts.ofEverybody());
        return names;
    }

    /** Roles to which this person may invite. */
    Set<String> offered() {
        Set<String> names = assignable();
        if (!administers()) {
            names.removeIf(name -> rank(name) > 0);
        }
        return names;
    }

    private Set<String> own(Account account) {
        Set<String> names = new HashSet<>(account.roles());
        names.removeAll(accounts.ofEverybody());
        return names;
    }

    private AccountsPage.Line line(Accounts.Listed person) {
        Account account = person.account();
        Set<String> own = own(account);
        return new AccountsPage.Line(
                account.displayName(),
                account.email(),
                roles.titles().entrySet().stream()
                        .filter(role -> own.contains(role.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                !account.enabled() ? "ferme" : person.invited() ? "invite" : "ouvert",
                person.lastVisit().map(at -> Moment.of(at, desk.clock())).orElse(null),
                ONE + account.name());
    }

    private List<AccountPage.Role> choices(Set<String> offered, Set<String> chosen) {
        return roles.titles().entrySet().stream()
                .filter(role -> offered.contains(role.getKey()))
                .sorted(Comparator.comparing(role -> rank(role.getKey())))
                .map(role -> new AccountPage.Role(
                        role.getKey(), role.getValue(), about(role.getKey()), chosen.contains(role.getKey())))
                .toList();
    }

    /** Ranks a role for the list: those that do most come last, away from where a hand slips. */
    private int rank(String role) {
        return roles.administer(Set.of(role)) ? 2 : reviews(role) ? 1 : 0;
    }

    private boolean reviews(String role) {
        return review.reviews(new Actor("", "", Set.of(role)));
    }

    /** Describes what a role lets people do; a role that this portal does not come with is known by its title alone. */
    private String about(String role) {
        String words = messages.getMessage("authoring.comptes.role." + role, new Object[0], "", Locale.FRENCH);
        return words == null ? "" : words;
    }

    private FormPage.Problem problem(String field, String key, Object... values) {
        return new FormPage.Problem(
                field,
                messages.getMessage("authoring.comptes.champ." + field, new Object[0], Locale.FRENCH),
                messages.getMessage("authoring.comptes.erreur." + key, values, Locale.FRENCH));
    }

    private ModelAndView invite(
            HttpServletRequest request,
            String title,
            String email,
            String role,
            String structure,
            List<FormPage.Problem> problems,
            HttpStatus status) {
        InvitePage page =
                new InvitePage(INVITE, title, email, choices(offered(), Set.of(role)), choices(), structure, problems);
        return shown(request, "inviter", page, status);
    }

    private ModelAndView one(
            HttpServletRequest request, Accounts.Listed person, List<FormPage.Problem> problems, HttpStatus status) {
        boolean changes = administers() && !isOneself(person);
        List<AccountStructures.Structure> kept =
                structures.map(one -> one.kept(person.account())).orElse(List.of());
        AccountPage page = new AccountPage(
                ONE + person.account().name(),
                line(person),
                changes ? choices(assignable(), own(person.account())) : List.of(),
                kept,
                choices().stream().filter(one -> !kept.contains(one)).toList(),
                gestures(person),
                administers() ? HandoverController.address(person.account().name()) : "",
                isOneself(person),
                problems);
        return shown(request, "compte-de", page, status);
    }

    private ModelAndView shown(HttpServletRequest request, String view, Record page, HttpStatus status) {
        return new ModelAndView(
                "espace/" + view, Map.of("shell", desk.shell(request, "comptes"), "page", page), status);
    }
}
