package org.bocage.portal.membership.visibility;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.portal.membership.visibility.Visibility.Kind;
import org.bocage.portal.membership.visibility.Visibility.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The rules of visibility: looked at, tried, applied once they were looked at, and put back (AD-04, AD-05). */
@Controller
@OpenTo(People.REVIEWERS)
class VisibilityController implements SettingsScreen {

    private static final String ADDRESS = "/espace/reglages/visibilite";
    /** The rules that what is tried was compared with. */
    private static final String SEEN = "vu";

    private final VisibilityRules rules;
    private final Accounts accounts;
    private final Desk desk;
    private final MessageSource messages;

    VisibilityController(VisibilityRules rules, Accounts accounts, Desk desk, MessageSource messages) {
        this.rules = rules;
        this.accounts = accounts;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * {@code visibilite.ftlh}.
     *
     * @param seen the rules of now, to be posted with what was looked at
     * @param problem what is wrong with what was asked; empty for nothing
     * @param effects what the chosen rules would change; null when nothing is tried
     * @param changes the latest first
     */
    public record VisibilityPage(
            String address,
            String seen,
            String problem,
            List<Choice> choices,
            @Nullable List<Told> effects,
            List<Change> changes) {

        /** A kind, and the rules one may choose among. */
        public record Choice(String key, String label, List<Option> options) {}

        /** A rule. */
        public record Option(String key, String label, boolean chosen) {}

        /** Effects of a new rule: a sentence each, then the names of the structures. */
        public record Told(String label, List<Line> lines) {}

        /** A sentence, and the structures it is about. */
        public record Line(String sentence, Collection<String> structures) {}

        /** Rules that were changed; {@code id} is what puts them back, empty when nothing does any more. */
        public record Change(String id, Moment when, String who, List<String> lines, boolean undone) {}
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("visibilite", ADDRESS, 0));
    }

    /** The rules, and when some are chosen what they would change. */
    @GetMapping(ADDRESS)
    ModelAndView show(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        if (Stream.of(Kind.values()).noneMatch(kind -> asked.containsKey(kind.key()))) {
            return page(rules.current(), false, "", request, HttpStatus.OK);
        }
        Optional<Visibility> wanted = wanted(asked);
        return wanted.isPresent()
                ? page(wanted.get(), true, "", request, HttpStatus.OK)
                : page(rules.current(), false, say("wrong"), request, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Applies what was looked at; shows it again when the rules changed meanwhile. */
    @PostMapping(ADDRESS)
    ModelAndView apply(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        Optional<Visibility> wanted = wanted(asked);
        if (wanted.isEmpty()) {
            return page(rules.current(), false, say("wrong"), request, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!seen(rules.current()).equals(asked.get(SEEN))) {
            return page(wanted.get(), true, say("changed"), request, HttpStatus.CONFLICT);
        }
        rules.apply(wanted.get(), desk.actor().name());
        return new ModelAndView("redirect:" + ADDRESS + "?fait=visibilite-appliquee");
    }

    /** Puts back what was before a change. */
    @PostMapping(value = ADDRESS, params = "annuler")
    String undo(@RequestParam String annuler) {
        if (!annuler.matches("[0-9a-f-]{36}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!rules.undo(annuler, desk.actor().name())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return "redirect:" + ADDRESS + "?fait=visibilite-annulee";
    }

    private static Optional<Visibility> wanted(Map<String, String> asked) {
        Map<Kind, Rule> chosen = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Optional<Rule> rule = Rule.of(asked.getOrDefault(kind.key(), ""));
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            chosen.put(kind, rule.get());
        }
        return Optional.of(new Visibility(chosen));
    }

    private static String seen(Visibility rules) {
        return rules.rules().values().stream().map(Rule::key).collect(Collectors.joining("."));
    }

    private ModelAndView page(
            Visibility chosen, boolean tried, String problem, HttpServletRequest request, HttpStatus status) {
        VisibilityPage page = new VisibilityPage(
                ADDRESS,
                seen(rules.current()),
                problem,
                Stream.of(Kind.values())
                        .map(kind -> choice(kind, chosen.of(kind)))
                        .toList(),
                tried ? rules.effects(chosen).stream().map(this::told).toList() : null,
                rules.changes().stream().map(this::change).toList());
        return new ModelAndView(
                "espace/visibilite", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private VisibilityPage.Choice choice(Kind kind, Rule chosen) {
        return new VisibilityPage.Choice(
                kind.key(),
                say("kind." + kind.key()),
                Stream.of(Rule.values())
                        .map(rule -> new VisibilityPage.Option(rule.key(), say("rule." + rule.key()), rule == chosen))
                        .toList());
    }

    private VisibilityPage.Told told(VisibilityRules.Effect effect) {
        return new VisibilityPage.Told(
                line(effect.kind(), effect.before(), effect.after()),
                Stream.of(
                                told("vanish", effect.vanish(), effect.vanishing(), effect.nobodys()),
                                told("appear", effect.appear(), effect.appearing(), effect.nobodys()),
                                told("behind", effect.behind(), List.of(), 0))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<VisibilityPage.Line> told(String key, int items, Collection<String> structures, int nobodys) {
        return items == 0
                ? Optional.empty()
                : Optional.of(new VisibilityPage.Line(say(key, items, structures.size(), nobodys), structures));
    }

    private VisibilityPage.Change change(VisibilityStore.Change one) {
        return new VisibilityPage.Change(
                rules.isReversible(one) ? one.id() : "",
                Moment.of(one.at(), desk.clock()),
                accounts.find(one.by()).map(Account::displayName).orElse(one.by()),
                Stream.of(Kind.values())
                        .filter(kind -> one.before().of(kind) != one.after().of(kind))
                        .map(kind ->
                                line(kind, one.before().of(kind), one.after().of(kind)))
                        .toList(),
                one.undone());
    }

    private String line(Kind kind, Rule before, Rule after) {
        return say("line", say("kind." + kind.key()), say("rule." + before.key()), say("rule." + after.key()));
    }

    private String say(String key, Object... words) {
        return messages.getMessage("membership.visibility." + key, words, Locale.FRENCH);
    }
}
