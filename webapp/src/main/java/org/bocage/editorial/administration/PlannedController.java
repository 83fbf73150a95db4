package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.maintenance.StoreMaintenance;
import org.bocage.editorial.jobs.JobFailure;
import org.bocage.editorial.jobs.JobRhythm;
import org.bocage.editorial.jobs.Jobs;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.editorial.view.WeekPage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Screen of the scheduled tasks: when each last ran, how that went, and « lancer maintenant » (OPS-05). */
@ScreenController
@OpenTo(People.REVIEWERS)
class PlannedController implements SettingsScreen, WeekNotices {

    static final String ADDRESS = "/espace/reglages/taches";

    private final Desk desk;
    private final Jobs jobs;
    private final StoreMaintenance maintenance;
    private final MessageSource messages;

    PlannedController(Desk desk, Jobs jobs, StoreMaintenance maintenance, MessageSource messages) {
        this.desk = desk;
        this.jobs = jobs;
        this.maintenance = maintenance;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(request, "", HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView run(@RequestParam(defaultValue = "") String tache, HttpServletRequest request) {
        return switch (jobs.run(tache)) {
            case DONE -> new ModelAndView("redirect:" + ADDRESS + "?fait=tache-lancee");
            case UNDER_WAY -> page(request, say("under-way"), HttpStatus.ACCEPTED);
            case REFUSED -> page(request, say("refused"), HttpStatus.CONFLICT);
            case FAILED -> page(request, say("failed"), HttpStatus.CONFLICT);
            case UNKNOWN -> page(request, say("unknown"), HttpStatus.NOT_FOUND);
        };
    }

    private ModelAndView page(HttpServletRequest request, String problem, HttpStatus status) {
        List<PlannedPage.Row> rows = jobs.all().stream().map(this::row).toList();
        return new ModelAndView(
                "espace/planifie",
                Map.of(
                        "shell",
                        desk.shell(request, "reglages"),
                        "page",
                        new PlannedPage(ADDRESS, problem, rows, compactions())),
                status);
    }

    private List<PlannedPage.Compaction> compactions() {
        return maintenance.results().stream()
                .map(one -> new PlannedPage.Compaction(
                        one.store(),
                        Moment.of(one.at(), desk.clock()),
                        one.whole(),
                        Math.max(1, one.took().toSeconds()),
                        megabytes(one.before()),
                        megabytes(one.after()),
                        one.problem(),
                        one.room()))
                .toList();
    }

    private static long megabytes(long bytes) {
        return Math.max(1, Math.round(bytes / 1_048_576.0));
    }

    private PlannedPage.Row row(Jobs.Planned one) {
        return new PlannedPage.Row(
                one.key(),
                Objects.requireNonNullElse(
                        messages.getMessage("authoring.planned." + one.key(), new Object[0], null, Locale.FRENCH),
                        one.key()),
                rhythm(one.rhythm()),
                moment(one.last()),
                switch (one.result()) {
                    case NEVER -> "jamais";
                    case RUNNING -> "en-cours";
                    case DONE -> "fait";
                    case FAILED -> "rate";
                },
                problem(one.failure()),
                moment(one.next()));
    }

    /** Why a run failed: how many of its items did, and which; else in the words of the machine. */
    private String problem(@Nullable JobFailure failure) {
        if (failure == null) {
            return "";
        }
        return failure.failures() == 0
                ? failure.message()
                : words("items", failure.failures(), failure.tried(), failure.named());
    }

    private String rhythm(JobRhythm rhythm) {
        if (rhythm instanceof JobRhythm.Daily daily) {
            return words("rhythm.daily", FrenchDays.hour(daily.at()));
        }
        if (rhythm instanceof JobRhythm.Cron cron) {
            return words("rhythm.cron", cron.expression());
        }
        return pause(((JobRhythm.Every) rhythm).pause());
    }

    private String pause(Duration pause) {
        if (pause.toSeconds() % 60 != 0) {
            return words("rhythm.seconds", pause.toSeconds());
        }
        return pause.toMinutes() % 60 == 0
                ? words("rhythm.hours", pause.toHours())
                : words("rhythm.minutes", pause.toMinutes());
    }

    private String words(String key, Object... values) {
        return messages.getMessage("authoring.planned." + key, values, Locale.FRENCH);
    }

    private @Nullable Moment moment(@Nullable Instant when) {
        return when == null ? null : Moment.of(when, desk.clock());
    }

    private String say(String key) {
        return desk.sentence("authoring.planned." + key);
    }

    /** Returns a notice of failed tasks, so that whoever runs the portal learns of them without looking for them. */
    @Override
    public List<WeekPage.Notice> notices() {
        long failed = jobs.all().stream()
                .filter(one -> one.result() == Jobs.Result.FAILED)
                .count();
        return failed == 0
                ? List.of()
                : List.of(new WeekPage.Notice(words("notice", failed), say("notice.link"), ADDRESS));
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("planifie", ADDRESS, 0));
    }
}
