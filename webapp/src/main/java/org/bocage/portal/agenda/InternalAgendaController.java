package org.bocage.portal.agenda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.MenuGroup;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PrivateScreens;
import org.bocage.editorial.screens.extension.MenuEntries;
import org.bocage.editorial.screens.extension.WeekSection;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.editorial.view.WeekPage;
import org.bocage.portal.feeds.FeedDocument;
import org.bocage.portal.feeds.Feeds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The dates that are not for the public, for those who read what is for the CA: a screen, and a calendar at a secret address. */
@Controller
@Order(2)
class InternalAgendaController implements WeekSection, MenuEntries {

    private static final String SCREEN = "/espace/agenda";
    private static final String SECRET = "/agenda/prive/";
    /** Dates shown in « Ma semaine ». */
    private static final int IN_A_WEEK = 3;

    private final CurrentAccount current;
    private final Accounts accounts;
    private final PrivateScreens screens;
    private final Feeds outlets;
    private final CalendarEntries entries;
    private final InternalDates dates;
    private final SecretAddresses secrets;
    private final DefinitionRegistry registry;
    private final SiteName siteName;
    private final MessageSource messages;
    private final String mail;

    InternalAgendaController(
            CurrentAccount current,
            Accounts accounts,
            PrivateScreens screens,
            Feeds outlets,
            CalendarEntries entries,
            InternalDates dates,
            SecretAddresses secrets,
            DefinitionRegistry registry,
            SiteName siteName,
            MessageSource messages,
            @Value("${bocage.mail.from:portail@localhost}") String mail) {
        this.current = current;
        this.accounts = accounts;
        this.screens = screens;
        this.outlets = outlets;
        this.entries = entries;
        this.dates = dates;
        this.secrets = secrets;
        this.registry = registry;
        this.siteName = siteName;
        this.messages = messages;
        this.mail = mail;
    }

    /** Returns the next dates of the internal agenda for « Ma semaine » (IN-02). */
    @Override
    public Optional<WeekPage.Section> section() {
        return onTheBoard()
                .map(member -> dates.coming(member.identity(), "").stream()
                        .limit(IN_A_WEEK)
                        .map(InternalAgendaController::line)
                        .toList())
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new WeekPage.Section(
                        "entre-nous",
                        say("agenda.internal.week"),
                        lines,
                        List.of(new WeekPage.Link(say("agenda.internal.all"), SCREEN)),
                        false));
    }

    private static WeekPage.Line line(InternalAgendaPage.Line line) {
        String hours = line.hours().isEmpty() ? "" : ", " + line.hours();
        return new WeekPage.Line(line.title(), StringUtils.capitalize(line.day()) + hours, line.address());
    }

    @Override
    public List<MenuEntry> menu() {
        return onTheBoard().isEmpty() ? List.of() : List.of(new MenuEntry(MenuGroup.INTERNAL, "agenda", SCREEN, 10));
    }

    private Optional<Account> onTheBoard() {
        return current.get().filter(account -> account.audiences().contains(Audience.BOARD));
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.FRENCH);
    }

    @GetMapping(SCREEN)
    @OpenTo(value = People.BOARD, others = HttpStatus.NOT_FOUND)
    ModelAndView show(HttpServletRequest request) {
        return screen(current.get().orElseThrow(), Optional.empty(), request);
    }

    /** Makes an address, which ends the one before, or ends it. */
    @PostMapping(SCREEN)
    @OpenTo(value = People.BOARD, others = HttpStatus.NOT_FOUND)
    ModelAndView change(@RequestParam String action, HttpServletRequest request) {
        Account who = current.get().orElseThrow();
        switch (action) {
            case "adresse" -> {
                return screen(who, Optional.of(secrets.renew(who.name())), request);
            }
            case "retirer" -> {
                secrets.end(who.name());
                return screen(who, Optional.empty(), request);
            }
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView screen(Account who, Optional<String> secret, HttpServletRequest request) {
        String base = outlets.base(request);
        Optional<String> address = secret.map(one -> base + SECRET + one + ".ics");
        InternalAgendaPage page = new InternalAgendaPage(
                dates.coming(who.identity(), request.getContextPath()),
                secrets.has(who.name()),
                address.orElse(null),
                address.map(one -> one.replaceFirst("^https?:", "webcal:")).orElse(null));
        return screens.screen("agenda", "agenda", page, request);
    }

    private static boolean readsForBoard(Account account) {
        return account.enabled() && account.audiences().contains(Audience.BOARD);
    }

    /** The calendar of an account, as long as it is open and reads what is for the CA. */
    @GetMapping(SECRET + "{secret:[A-Za-z0-9_-]{1,100}}.ics")
    void calendar(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        outlets.once(
                request,
                response,
                Feeds.PRIVATE,
                () -> secrets.account(secret)
                        .flatMap(accounts::find)
                        .filter(InternalAgendaController::readsForBoard)
                        .map(account -> written(account.identity(), request)));
    }

    private FeedDocument written(Identity reader, HttpServletRequest request) {
        String base = outlets.base(request);
        Set<String> open = everything(outlets.visitor(), base).stream()
                .map(CalendarEntry::uid)
                .collect(Collectors.toSet());
        List<CalendarEntry> internal = everything(reader, base).stream()
                .filter(entry -> !open.contains(entry.uid()))
                .toList();
        String name = registry.current().messages().lookup(Locale.FRENCH, "evenements.ics.interne", siteName.get());
        return new FeedDocument(CalendarText.TYPE, CalendarText.of(name, base + SCREEN, mail, internal), "");
    }

    private List<CalendarEntry> everything(Identity reader, String base) {
        return entries.all(reader, base, (session, now) -> new CalendarFilter(List.of(), Optional.empty()));
    }
}
