package org.bocage.portal.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.portal.privacy.PersonRequests.Gesture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Ce que l'on sait de quelqu'un » (UX-08): found by a mail address, given away, erased; the register, and who asked what. */
@Controller
@OpenTo(People.REVIEWERS)
class PersonController implements SettingsScreen {

    private static final String ADDRESS = "/espace/reglages/personne";
    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{Alnum}._%+'-]{1,64}@[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+", Pattern.UNICODE_CHARACTER_CLASS);

    private final PersonalData data;
    private final PersonRequests requests;
    private final Accounts accounts;
    private final Desk desk;
    private final MessageSource messages;
    private final Duration mailsKept;
    private final Duration textsKept;

    PersonController(
            PersonalData data,
            PersonRequests requests,
            Accounts accounts,
            Desk desk,
            MessageSource messages,
            @Value("${bocage.mail.kept:90d}") Duration mailsKept,
            @Value("${bocage.mail.text-kept:30d}") Duration textsKept) {
        this.mailsKept = mailsKept;
        this.textsKept = textsKept;
        this.data = data;
        this.requests = requests;
        this.accounts = accounts;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * {@code personne.ftlh}.
     *
     * @param email as it was typed
     * @param problem what is wrong with it; empty for nothing
     * @param seen what was found, to be posted with the wish to erase it
     * @param found null when nothing was asked
     * @param erased whether what was found is erased
     * @param requests the latest first
     * @param mailDays how long it is known who was written to
     * @param mailTextDays how long what was written is kept
     */
    public record PersonPage(
            String address,
            String email,
            String problem,
            String seen,
            @Nullable List<Found> found,
            boolean erased,
            List<Asked> requests,
            long mailDays,
            long mailTextDays) {

        /** Something that carries the address. */
        public record Found(String place, String title, String fate, List<Line> values, List<Line> consents) {}

        /** A property and what it holds. */
        public record Line(String path, String value) {}

        /** A request that was answered. */
        public record Asked(Moment when, String what, String about, String by, long found) {}
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("personne", ADDRESS, 0));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page("", "", null, false, HttpStatus.OK, request);
    }

    /** Shows the data held on a person. The address is posted, for an address in a link is kept by browsers and servers. */
    @PostMapping(ADDRESS)
    ModelAndView find(@RequestParam(defaultValue = "") String adresse, HttpServletRequest request) {
        String email = adresse.strip();
        return isEmail(email)
                ? page(email, "", data.find(email, desk.actor(), Gesture.LOOKED), false, HttpStatus.OK, request)
                : wrong(email, request);
    }

    /** The same as a file, for the person. */
    @PostMapping(value = ADDRESS, params = "geste=emporter")
    Object give(@RequestParam(defaultValue = "") String adresse, HttpServletRequest request) {
        String email = adresse.strip();
        if (!isEmail(email)) {
            return wrong(email, request);
        }
        return PersonalDataFile.answer(email, desk.clock().instant(), data.find(email, desk.actor(), Gesture.GIVEN));
    }

    /** Erases what was looked at; shows it again when there is something else meanwhile. */
    @PostMapping(value = ADDRESS, params = "geste=effacer")
    ModelAndView erase(
            @RequestParam(defaultValue = "") String adresse,
            @RequestParam(defaultValue = "") String vu,
            HttpServletRequest request) {
        String email = adresse.strip();
        if (!isEmail(email)) {
            return wrong(email, request);
        }
        List<PersonalDataFinding> now = data.find(email, desk.actor());
        if (!seen(now).equals(vu)) {
            return page(email, say("changed"), now, false, HttpStatus.CONFLICT, request);
        }
        return page(email, "", data.erase(email, desk.actor()), true, HttpStatus.OK, request);
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST && EMAIL.matcher(text).matches();
    }

    private ModelAndView wrong(String email, HttpServletRequest request) {
        return page(
                email.substring(0, Math.min(email.length(), LONGEST)),
                say("wrong"),
                null,
                false,
                HttpStatus.UNPROCESSABLE_CONTENT,
                request);
    }

    private ModelAndView page(
            String email,
            String problem,
            @Nullable List<PersonalDataFinding> found,
            boolean erased,
            HttpStatus status,
            HttpServletRequest request) {
        PersonPage page = new PersonPage(
                ADDRESS,
                email,
                problem,
                found == null ? "" : seen(found),
                found == null ? null : found.stream().map(this::shown).toList(),
                erased,
                requests.latest().stream().map(this::asked).toList(),
                mailsKept.toDays(),
                textsKept.toDays());
        return new ModelAndView(
                "espace/personne", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private PersonPage.Found shown(PersonalDataFinding trace) {
        return new PersonPage.Found(
                place(trace.place()),
                trace.title(),
                trace.fate().key(),
                lines(trace.values()),
                lines(trace.consents()));
    }

    private static List<PersonPage.Line> lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(one -> new PersonPage.Line(one.getKey(), one.getValue()))
                .toList();
    }

    /** Returns the display name of a workspace. */
    private String place(String workspace) {
        return Objects.requireNonNull(
                messages.getMessage("privacy.place." + workspace, new Object[0], workspace, Locale.FRENCH));
    }

    private PersonPage.Asked asked(PersonRequests.Request one) {
        return new PersonPage.Asked(
                Moment.of(one.at(), desk.clock()),
                say("gesture." + one.gesture()),
                one.about(),
                accounts.find(one.by()).map(Account::displayName).orElse(one.by()),
                one.found());
    }

    /** A word for what was found: another one for anything more, less or different. */
    private static String seen(List<PersonalDataFinding> found) {
        String all = found.stream()
                .map(one -> one.id() + one.fate() + one.values())
                .sorted()
                .collect(Collectors.joining("\n"));
        return DigestUtils.sha256Hex(all);
    }

    private String say(String key) {
        return messages.getMessage("privacy." + key, new Object[0], Locale.FRENCH);
    }
}
