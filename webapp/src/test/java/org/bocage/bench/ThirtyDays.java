package org.bocage.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.jcr.Node;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.insight.PageViews;
import org.bocage.portal.subscriptions.LetterReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.Task;
import org.springframework.scheduling.support.CronExpression;

/**
 * Thirty days of a portal, in steps of five minutes of its clock, with the heap of {@code bin/portal}: each minute visits of
 * 5,000 pages, fifty publications a day, a letter to 2,000 people a week, each job at its time. Run by {@code bin/bench
 * month-store month-week}, not by the build.
 */
class ThirtyDays {

    private static final int DAYS = Integer.getInteger("bench.days", 30);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS_A_DAY = (int) Duration.ofDays(1).dividedBy(STEP);
    private static final int PAGES = 5_000;
    private static final int VISITS_A_MINUTE = 100;
    private static final int PUBLICATIONS_A_DAY = 50;
    private static final int READERS = 2_000;
    private static final int WEEK = 7;
    private static final int LOOKS = 40;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Actor EDITOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final String TEXT = "<p>" + "On y revient, avec du thé et des gants. ".repeat(40) + "</p>";

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock();
    private final Random random = new Random(20261128);
    private int published;

    @Test
    void measure() throws Exception {
        SpringApplication application = new SpringApplication(Bocage.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
        try (MailServer mails = MailServer.start();
                ConfigurableApplicationContext portal = application.run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--bocage.demo=accounts",
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + mails.port(),
                        "--bocage.home=" + home)) {
            LetterReaders.add(portal, READERS);
            Browser noor = Browser.signedIn(
                    portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "salariee");
            double empty = week(noor);

            List<Job> jobs = jobs(portal);
            for (int day = 0; day < DAYS; day++) {
                if (day % WEEK == 0) {
                    LetterReaders.send(portal, "La lettre du jour " + day);
                }
                for (int step = 0; step < STEPS_A_DAY; step++) {
                    visit(portal.getBean(PageViews.class));
                    if (step * PUBLICATIONS_A_DAY / STEPS_A_DAY != (step + 1) * PUBLICATIONS_A_DAY / STEPS_A_DAY) {
                        publish(portal);
                        assertThat(noor.get("/actualites").statusCode()).isEqualTo(200);
                    }
                    clock.forward(STEP);
                    jobs.forEach(Job::runIfDue);
                }
                System.out.printf(
                        Locale.ROOT, "day %d: store %d MB, sent %d mails%n", day + 1, size() / 1_000_000, mails.sent());
            }
            await().atMost(Duration.ofMinutes(10)).until(() -> waiting(portal) == 0);

            // a session ends after some days without a visit
            noor = Browser.signedIn(
                    portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "salariee");
            double after = week(noor);
            long fresh = unpacked(portal.getBean(Backups.class));
            Files.writeString(
                    Path.of(System.getProperty("bench.out", "target/thirty-days.json")),
                    String.format(
                            Locale.ROOT,
                            "{\"week\": %f, \"empty\": %f, \"store\": %d, \"fresh\": %d, \"published\": %d, \"mails\": %d}",
                            after,
                            empty,
                            size(),
                            fresh,
                            published,
                            mails.sent()));
        }
    }

    /** Milliseconds that « Ma semaine » takes, the median of some. */
    private static double week(Browser noor) {
        long[] nanos = new long[LOOKS];
        for (int look = 0; look < LOOKS; look++) {
            long start = System.nanoTime();
            assertThat(noor.get("/espace").statusCode()).isEqualTo(200);
            nanos[look] = System.nanoTime() - start;
        }
        // the first half warms up
        long[] counted = Arrays.copyOfRange(nanos, LOOKS / 2, LOOKS);
        Arrays.sort(counted);
        return counted[counted.length / 2] / 1e6;
    }

    private static long waiting(ConfigurableApplicationContext portal) {
        return portal.getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session ->
                                session.getNode("/mails/a-envoyer").getNodes().getSize());
    }

    private void visit(PageViews visits) {
        for (int visit = 0; visit < VISITS_A_MINUTE * STEP.toMinutes(); visit++) {
            visits.count(PageViews.Kind.PAGE, "/actualites/actu-" + random.nextInt(PAGES));
        }
    }

    /** A new actu, or every other time a new version of one. */
    private void publish(ConfigurableApplicationContext portal) {
        int number = published++;
        boolean isNew = number % 2 == 0;
        String name = "actu-" + (isNew ? number : 2 * random.nextInt(number / 2 + 1));
        portal.getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node actus = session.getNode("/actus");
            Node item = isNew ? actus.addNode(name, "bocage:actu") : actus.getNode(name);
            item.setProperty("auteur", EDITOR.name());
            portal.getBean(Review.class).move(session, item, "publier", EDITOR, Revisions.number(item), "", node -> {
                node.setProperty("titre", "Le jardin partagé " + number);
                node.setProperty("chapo", "On y revient, avec du thé et des gants.");
                node.setProperty("corps", TEXT);
            });
        });
    }

    private long size() throws IOException {
        try (var files = Files.walk(home.resolve("repository"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Bytes of both stores as they are copied into new ones. */
    private static long unpacked(Backups backups) throws IOException {
        Backups.Backup backup = backups.make();
        try (ZipFile zip = new ZipFile(backups.file(backup.name()).orElseThrow().toFile())) {
            return zip.stream().mapToLong(entry -> entry.getSize()).sum();
        }
    }

    private List<Job> jobs(ConfigurableApplicationContext portal) {
        Map<Runnable, Job> jobs = new LinkedHashMap<>();
        portal.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .forEach(task -> jobs.put(task.getTask().getRunnable(), new Job(task.getTask())));
        return new ArrayList<>(jobs.values());
    }

    /** A scheduled method, run by the clock of the portal. */
    private final class Job {

        private final Task task;
        private Instant next;

        Job(Task task) {
            this.task = task;
            this.next = after(clock.instant());
        }

        void runIfDue() {
            Instant now = clock.instant();
            if (!next.isAfter(now)) {
                task.getRunnable().run();
                next = after(now);
            }
        }

        private Instant after(Instant time) {
            if (task instanceof CronTask cron) {
                ZonedDateTime then = CronExpression.parse(cron.getExpression()).next(time.atZone(PARIS));
                return Objects.requireNonNull(then).toInstant();
            }
            return time.plus(((IntervalTask) task).getIntervalDuration());
        }
    }

    /** A mail server in a process of its own, which keeps nothing. */
    private record MailServer(Process process, BufferedReader out, int port) implements AutoCloseable {

        static MailServer start() throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ForgetfulMailServer.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            return new MailServer(process, out, Integer.parseInt(out.readLine()));
        }

        /** How many mails it took so far; about: it forgets them. */
        int sent() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
                return Integer.parseInt(out.readLine());
            } catch (IOException e) {
                throw new IllegalStateException("The mail server ended", e);
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
