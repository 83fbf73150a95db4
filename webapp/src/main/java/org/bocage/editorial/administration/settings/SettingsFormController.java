package org.bocage.editorial.administration.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.items.FormFiles;
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

/** A screen for each form of the settings; what is kept there counts at once. */
@ScreenController
@OpenTo(People.REVIEWERS)
class SettingsFormController {

    private static final String SEEN = "empreinte";

    private final Desk desk;
    private final SettingsForms forms;
    private final StoredSettings ofTheSite;
    private final StoredFiles ofFiles;
    private final Accounts accounts;
    private final FormFiles files;
    private final ApplicationEventPublisher events;

    SettingsFormController(
            Desk desk,
            SettingsForms forms,
            StoredSettings ofTheSite,
            StoredFiles ofFiles,
            Accounts accounts,
            FormFiles files,
            ApplicationEventPublisher events) {
        this.events = events;
        this.desk = desk;
        this.forms = forms;
        this.ofTheSite = ofTheSite;
        this.ofFiles = ofFiles;
        this.accounts = accounts;
        this.files = files;
    }

    @GetMapping(SettingsForms.ADDRESS + "{form}")
    ModelAndView show(@PathVariable("form") String name, HttpServletRequest request) {
        SettingsForm form = form(name);
        FormValues values = stored(form).read(form);
        return page(request, form, values, form.print(values), Errors.NONE, null, HttpStatus.OK);
    }

    @PostMapping(SettingsForms.ADDRESS + "{form}")
    ModelAndView keep(@PathVariable("form") String name, HttpServletRequest request) throws IOException {
        SettingsForm form = form(name);
        if (isFixed(form)) {
            return page(request, form, stored(form).read(form), "", Errors.NONE, null, HttpStatus.CONFLICT);
        }
        String seen = Parameters.parameter(request, SEEN);
        Map<String, String[]> posted = request.getParameterMap();
        FormValues typed = form.form()
                .settle(
                        posted,
                        form.form().bind(Submission.of(posted)),
                        () -> Optional.of(stored(form).read(form)));
        List<FormPage.Problem> refused = new ArrayList<>();
        typed = files.take(ContentTypeExtension.NONE, request, typed, refused);
        String gesture = Parameters.parameter(request, "action");
        if (gesture.contains(":")) {
            FormValues changed = form.form().apply(gesture, typed);
            return page(request, form, changed, seen, new Errors(refused), null, HttpStatus.OK);
        }
        Errors errors = refused.isEmpty() ? form.errors(typed) : new Errors(refused);
        if (!errors.isEmpty()) {
            return page(request, form, typed, seen, errors, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<SettingsStore.Conflict> conflict = stored(form).keep(form, typed, seen);
        if (conflict.isPresent()) {
            return conflict(request, form, conflict.get());
        }
        events.publishEvent(new SettingsKept(name, desk.actor()));
        return new ModelAndView("redirect:" + SettingsForms.ADDRESS + name + "?fait=reglages-gardes");
    }

    private SettingsStore stored(SettingsForm form) {
        return form.file().isPresent() ? ofFiles : ofTheSite;
    }

    /** Whether the settings stand in a file of the config folder, and are changed there alone. */
    private static boolean isFixed(SettingsForm form) {
        return form.file()
                .filter(one -> one.file().origin() == SettingsFile.Origin.FILE)
                .isPresent();
    }

    private ModelAndView conflict(HttpServletRequest request, SettingsForm form, SettingsStore.Conflict conflict) {
        FormPage.Conflict told = new FormPage.Conflict(
                accounts.nameOf(conflict.by()),
                Moment.of(conflict.when(), desk.clock()),
                "",
                form.form().differences(conflict.mine(), conflict.theirs()).stream()
                        .filter(one -> conflict.fields().contains(one.field()))
                        .toList(),
                List.of(),
                true);
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
                seen,
                isFixed(form) ? form.file().orElseThrow().file().place() : "",
                forms.isOfAppearance(form.name()));
        return new ModelAndView(
                "espace/reglage", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }
}
