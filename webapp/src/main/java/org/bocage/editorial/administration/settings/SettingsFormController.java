package org.bocage.editorial.administration.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A screen for each form of the settings; what is kept there is on line at once. */
@ScreenController
@OpenTo(People.REVIEWERS)
class SettingsFormController {

    private static final String SEEN = "empreinte";

    private final Desk desk;
    private final SettingsForms forms;
    private final StoredSettings stored;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    SettingsFormController(
            Desk desk,
            SettingsForms forms,
            StoredSettings stored,
            Accounts accounts,
            ApplicationEventPublisher events) {
        this.events = events;
        this.desk = desk;
        this.forms = forms;
        this.stored = stored;
        this.accounts = accounts;
    }

    @GetMapping(SettingsForms.ADDRESS + "{form}")
    ModelAndView show(@PathVariable("form") String name, HttpServletRequest request) {
        SettingsForm form = form(name);
        FormValues values = stored.read(form);
        return page(request, form, values, form.print(values), Errors.NONE, null, HttpStatus.OK);
    }

    @PostMapping(SettingsForms.ADDRESS + "{form}")
    ModelAndView keep(@PathVariable("form") String name, HttpServletRequest request) {
        SettingsForm form = form(name);
        String seen = Parameters.parameter(request, SEEN);
        Map<String, String[]> posted = request.getParameterMap();
        FormValues typed = form.form()
                .settle(posted, form.form().bind(Submission.of(posted)), () -> Optional.of(stored.read(form)));
        Errors errors = form.form().check(typed, true);
        if (!errors.isEmpty()) {
            return page(request, form, typed, seen, errors, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<StoredSettings.Conflict> conflict = stored.keep(form, typed, seen);
        if (conflict.isPresent()) {
            return conflict(request, form, conflict.get());
        }
        events.publishEvent(new SettingsKept(name, desk.actor()));
        return new ModelAndView("redirect:" + SettingsForms.ADDRESS + name + "?fait=reglages-gardes");
    }

    private ModelAndView conflict(HttpServletRequest request, SettingsForm form, StoredSettings.Conflict conflict) {
        FormPage.Conflict told = new FormPage.Conflict(
                accounts.nameOf(conflict.by()),
                Moment.of(conflict.when(), desk.clock()),
                form.form().differences(conflict.mine(), conflict.theirs()).stream()
                        .filter(one -> conflict.fields().contains(one.field()))
                        .toList());
        String seen = form.print(conflict.theirs());
        return page(request, form, conflict.mine(), seen, Errors.NONE, told, HttpStatus.CONFLICT);
    }

    private SettingsForm form(String name) {
        return forms.find(name).orElseThrow(NotFoundException::new);
    }

    private ModelAndView page(
            HttpServletRequest request,
            SettingsForm form,
            FormValues values,
            String seen,
            Errors errors,
            FormPage.@Nullable Conflict conflict,
            HttpStatus status) {
        SettingsFormPage page = new SettingsFormPage(
                SettingsForms.ADDRESS + form.name(),
                form.title(),
                form.form().view(values, errors),
                errors.problems(),
                conflict,
                seen);
        return new ModelAndView(
                "espace/reglage", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }
}
