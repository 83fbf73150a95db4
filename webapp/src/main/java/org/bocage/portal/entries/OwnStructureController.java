package org.bocage.portal.entries;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.bocage.cms.definition.type.MenuGroup;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PrivateScreens;
import org.bocage.editorial.screens.extension.MenuEntries;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Ma structure »: the fiche that one keeps and what is of it; how to get one; and the answer of those who review. */
@Controller
@OpenTo(People.SIGNED_IN)
class OwnStructureController implements MenuEntries {

    static final String ADDRESS = "/espace/ma-structure";
    static final String REQUESTS = ADDRESS + "/demandes/";

    private static final String KEY = "ma-structure";
    private static final String ONE = REQUESTS + "{id:[0-9a-f-]{36}}";
    private static final String ANSWERED = "redirect:/espace/taches?fait=structure-deja-repondu";
    private static final int LONGEST_WORDS = 500;
    private static final int PLACE = 5;

    private final Desk desk;
    private final PrivateScreens screens;
    private final Stores stores;
    private final Accounts accounts;
    private final KeptStructures kept;
    private final OwnStructures written;
    private final StructureNews news;
    private final StructureRequests requests;
    private final MessageSource messages;

    OwnStructureController(
            Desk desk,
            PrivateScreens screens,
            Stores stores,
            Accounts accounts,
            KeptStructures kept,
            OwnStructures written,
            StructureNews news,
            StructureRequests requests,
            MessageSource messages) {
        this.desk = desk;
        this.screens = screens;
        this.stores = stores;
        this.accounts = accounts;
        this.kept = kept;
        this.written = written;
        this.news = news;
        this.requests = requests;
        this.messages = messages;
    }

    /** The entry of everybody but reviewers, who keep all fiches and have it with a structure of their own alone. */
    @Override
    public List<MenuEntry> menu() {
        return desk.reviews() && desk.account().structures().isEmpty()
                ? List.of()
                : List.of(new MenuEntry(MenuGroup.NETWORK, KEY, ADDRESS, PLACE));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page("", List.of(), HttpStatus.OK, request);
    }

    @PostMapping(ADDRESS)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String structure,
            @RequestParam(defaultValue = "") String retirer,
            HttpServletRequest request) {
        Account account = desk.account();
        if (!retirer.isEmpty()) {
            requests.withdraw(account.name(), retirer);
            return new ModelAndView("redirect:" + ADDRESS + "?fait=structure-demande-retiree");
        }
        if (news.choices(desk.identity()).stream().noneMatch(one -> one.id().equals(structure))) {
            return page("", List.of(problem("structure", "choisir")), HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        if (account.structures().contains(structure)) {
            return new ModelAndView("redirect:" + ADDRESS);
        }
        return requests.ask(account, structure) == StructureRequests.Asking.TOO_MANY
                ? page(structure, List.of(problem("structure", "trop")), HttpStatus.CONFLICT, request)
                : new ModelAndView("redirect:" + ADDRESS + "?fait=structure-demandee");
    }

    private ModelAndView page(
            String chosen, List<FormPage.Problem> problems, HttpStatus status, HttpServletRequest request) {
        Account account = desk.account();
        List<StructureRequests.Request> asked = requests.of(account.name());
        Set<String> left = Stream.concat(
                        account.structures().stream(),
                        asked.stream()
                                .filter(StructureRequests.Request::isWaiting)
                                .map(StructureRequests.Request::structure))
                .collect(Collectors.toSet());
        OwnStructurePage page = new OwnStructurePage(
                ADDRESS,
                structures(account).stream().flatMap(id -> news.of(id).stream()).toList(),
                asked.stream()
                        .filter(one -> !account.structures().contains(one.structure()))
                        .map(one -> new OwnStructurePage.Asked(
                                one.structure(), one.title(), Moment.of(one.asked(), desk.clock()), one.refusal()))
                        .toList(),
                news.choices(desk.identity()).stream()
                        .filter(one -> !left.contains(one.id()))
                        .toList(),
                chosen,
                news.missing().orElse(null),
                problems);
        ModelAndView shown = screens.screen("ma-structure", KEY, page, request);
        shown.setStatus(status);
        return shown;
    }

    /** Structures that somebody keeps; of who keeps none and does not review, those whose fiche they wrote. */
    private Set<String> structures(Account account) {
        Set<String> ids = new LinkedHashSet<>(account.structures());
        if (ids.isEmpty() && !desk.reviews()) {
            ids.addAll(written.structures(account));
        }
        return ids;
    }

    @GetMapping(ONE)
    @OpenTo(People.REVIEWERS)
    ModelAndView question(@PathVariable String id, HttpServletRequest request) {
        return requests.find(id)
                .map(one -> question(one, "", List.of(), HttpStatus.OK, request))
                .orElseGet(() -> new ModelAndView(ANSWERED));
    }

    @PostMapping(ONE)
    @OpenTo(People.REVIEWERS)
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String phrase,
            HttpServletRequest request) {
        Optional<StructureRequests.Request> asked = requests.find(id);
        if (asked.isEmpty()) {
            return new ModelAndView(ANSWERED);
        }
        String words = phrase.strip();
        if (decision.equals("accorder")) {
            return switch (requests.grant(id, desk.actor())) {
                case DONE -> new ModelAndView("redirect:/espace/taches?fait=structure-accordee");
                case TOO_LATE -> new ModelAndView(ANSWERED);
                case NOT_POSSIBLE ->
                    question(
                            asked.get(),
                            words,
                            List.of(problem("decision", "impossible")),
                            HttpStatus.CONFLICT,
                            request);
            };
        }
        if (!decision.equals("refuser") || words.isEmpty() || words.length() > LONGEST_WORDS) {
            String wrong = decision.equals("refuser") ? "phrase" : "decision";
            return question(
                    asked.get(),
                    words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                    List.of(problem(wrong, wrong)),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request);
        }
        return requests.refuse(id, words) == StructureRequests.Answer.DONE
                ? new ModelAndView("redirect:/espace/taches?fait=structure-refusee")
                : new ModelAndView(ANSWERED);
    }

    private ModelAndView question(
            StructureRequests.Request asked,
            String words,
            List<FormPage.Problem> problems,
            HttpStatus status,
            HttpServletRequest request) {
        Optional<Account> account = accounts.find(asked.account());
        OwnStructurePage.Question page = new OwnStructurePage.Question(
                REQUESTS + asked.id(),
                asked.title(),
                "/espace/" + Fiches.TYPE + "/" + asked.structure(),
                account.map(Account::displayName).orElse(asked.account()),
                "/espace/comptes/personne/" + asked.account(),
                account.map(Account::email).orElse(""),
                onFile(asked.structure()),
                kept.owners(asked.structure()).stream().map(accounts::nameOf).toList(),
                Moment.of(asked.asked(), desk.clock()),
                words,
                problems);
        ModelAndView shown = screens.screen("demande-structure", "taches", page, request);
        shown.setStatus(status);
        return shown;
    }

    private String onFile(String structure) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> fiche = Fiches.WORKSPACE.nodeById(session, structure);
            return fiche.isPresent() ? Fiches.address(fiche.get()) : "";
        });
    }

    private FormPage.Problem problem(String field, String key) {
        return new FormPage.Problem(field, say("champ." + field), say("erreur." + key));
    }

    private String say(String key) {
        return messages.getMessage("contribution.structure." + key, new Object[0], Locale.FRENCH);
    }
}
