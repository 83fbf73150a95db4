package org.bocage.editorial.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.jobs.JobErrors;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The mails of a portal, for tests alone: with their texts, which no list of the portal reads, or without a portal around. */
public final class Mails {

    private static final MailProperties OPTIONS =
            new MailProperties("bonjour@deuxvallons.example", "", "", Duration.ofDays(90), Duration.ofDays(30));

    private Mails() {}

    /** The latest, those that wait first. */
    public static List<Outbox.Entry> last(Outbox outbox, int most) {
        return outbox.list(0, most).mails().stream()
                .flatMap(header -> outbox.find(header.id()).stream())
                .toList();
    }

    /** The outbox of bare stores. */
    public static Outbox outbox(Stores stores, Path home, Clock clock) {
        return new Outbox(stores, beans(clock).getBeanProvider(Clock.class), home);
    }

    /** Sends what waits in an outbox to a mail server of this machine, until it is closed. */
    public static AutoCloseable deliver(Stores stores, Outbox outbox, Path home, Clock clock, int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        StaticListableBeanFactory beans = beans(clock);
        beans.addBean("sender", sender);
        ThreadPoolTaskScheduler thread = new MailConfiguration().mailScheduler(new JobErrors());
        thread.initialize();
        Delivery delivery = new Delivery(
                stores,
                outbox,
                new Transport(server(OPTIONS, beans, stores, home), home),
                beans.getBeanProvider(Clock.class),
                thread);
        delivery.start();
        return () -> {
            delivery.sendDue();
            delivery.stop();
            thread.destroy();
        };
    }

    /** The mail server of some beans and stores. */
    static MailServer server(MailProperties options, StaticListableBeanFactory beans, Stores stores, Path home) {
        return new MailServer(
                options,
                beans.getBeanProvider(JavaMailSender.class),
                new KeptMailSettings(stores),
                new MailKey(new MailKeyOptions(""), home),
                new MockEnvironment());
    }

    private static StaticListableBeanFactory beans(Clock clock) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", clock);
        return beans;
    }
}
