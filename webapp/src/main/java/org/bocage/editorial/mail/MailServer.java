package org.bocage.editorial.mail;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Server that mails go out by, and addresses that they come from and are answered to. The server of {@code spring.mail} wins, as each
 * address of {@code bocage.mail} does; else that counts which an administrator kept. It is read anew for each mail, so that a change
 * counts at once.
 *
 * <p>The guard of outgoing addresses does not stand before this connection, whoever set it: mails often leave by a relay of the local
 * network or of the machine itself. An administrator names the server, nobody who writes or visits.
 */
@Component
@EnableConfigurationProperties(MailProperties.class)
public class MailServer {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final String NOBODY = "portail@localhost";
    private static final Bindable<Map<String, String>> PROPERTIES = Bindable.mapOf(String.class, String.class);
    /** Milliseconds after which a connection is given up, unless {@code spring.mail.properties} says otherwise. */
    private static final Map<String, String> PATIENCE = Map.of(
            "mail.smtp.connectiontimeout", "10000",
            "mail.smtp.timeout", "20000",
            "mail.smtp.writetimeout", "20000");

    private final MailProperties options;
    private final ObjectProvider<JavaMailSender> ofOptions;
    private final KeptMailSettings settings;
    private final MailKey key;
    private final Environment environment;
    private final ServerCertificate certificate = new ServerCertificate();

    MailServer(
            MailProperties options,
            ObjectProvider<JavaMailSender> ofOptions,
            KeptMailSettings settings,
            MailKey key,
            Environment environment) {
        this.options = options;
        this.ofOptions = ofOptions;
        this.settings = settings;
        this.key = key;
        this.environment = environment;
    }

    /** State of the kept password. */
    public enum Password {
        NONE,
        KEPT,
        /** Kept, and not to be read here: its key is not on this machine, as after a restore elsewhere. */
        LOST
    }

    /** Whether there is a server, so that mails leave this machine. */
    public boolean isKnown() {
        return sender().isPresent();
    }

    /** Returns what an administrator kept, whether it counts or not. */
    public MailSettings kept() {
        return settings.read().settings();
    }

    /** Returns the server that {@code spring.mail} names, which wins over the kept one; by that word when it is the container's. */
    public Optional<MailSettings> serverOfOptions() {
        return senderOfOptions().map(sender -> {
            JavaMailSenderImpl known = sender instanceof JavaMailSenderImpl one ? one : new JavaMailSenderImpl();
            return new MailSettings(
                    Objects.requireNonNullElse(known.getHost(), "spring.mail"),
                    known.getPort() > 0 ? known.getPort() : MailEncryption.NONE.usualPort(),
                    encryption(known),
                    Objects.requireNonNullElse(known.getUsername(), ""),
                    "",
                    "",
                    0);
        });
    }

    private static MailEncryption encryption(JavaMailSenderImpl sender) {
        Properties properties = sender.getJavaMailProperties();
        if ("smtps".equals(sender.getProtocol()) || isTrue(properties, "mail.smtp.ssl.enable")) {
            return MailEncryption.TLS;
        }
        return isTrue(properties, "mail.smtp.starttls.enable") ? MailEncryption.STARTTLS : MailEncryption.NONE;
    }

    private static boolean isTrue(Properties properties, String name) {
        return Boolean.parseBoolean(properties.getProperty(name));
    }

    /** Returns the address that {@code bocage.mail.from} says, which wins over the kept one. */
    public Optional<String> fromOfOptions() {
        return Optional.ofNullable(options.from());
    }

    /** Returns the address that {@code bocage.mail.reply-to} says, which wins over the kept one. */
    public Optional<String> replyToOfOptions() {
        return Optional.of(options.replyTo()).filter(address -> !address.isEmpty());
    }

    /** Returns the state of the password that is kept for the kept server. */
    public Password password() {
        KeptMailSettings.Kept kept = settings.read();
        if (kept.sealed().isEmpty()) {
            return Password.NONE;
        }
        return open(kept) == null ? Password.LOST : Password.KEPT;
    }

    /** Whether mails must wait, because the server that counts wants a password that cannot be read. */
    public boolean isLocked() {
        return senderOfOptions().isEmpty() && password() == Password.LOST;
    }

    /** Whether settings can be kept without their password being given again. */
    public boolean holdsPasswordFor(MailSettings wanted) {
        return kept().account().equals(wanted.account()) && password() == Password.KEPT;
    }

    /**
     * Keeps settings; they count from the next mail on.
     *
     * @param password of the user; empty for the one that is kept, which goes when it was for another server or another user
     * @throws java.io.UncheckedIOException when the key of the password cannot be kept; then nothing is
     */
    public void keep(MailSettings wanted, String password) {
        KeptMailSettings.Kept before = settings.read();
        String sealed;
        if (wanted.host().isEmpty() || wanted.user().isEmpty()) {
            sealed = "";
        } else if (!password.isEmpty()) {
            sealed = key.seal(password, wanted.account());
        } else {
            sealed = before.settings().account().equals(wanted.account()) ? before.sealed() : "";
        }
        settings.write(new KeptMailSettings.Kept(wanted, sealed));
        certificate.forget();
        log.info("The mail server is now {}", wanted.host().isEmpty() ? "none" : wanted.host() + ":" + wanted.port());
    }

    /** Forgets the kept server and its password; the addresses stay. */
    public void forget() {
        keep(kept().withoutServer(), "");
    }

    /** Returns the certificate that the server showed last. */
    ServerCertificate certificate() {
        return certificate;
    }

    /** Returns the way out; empty when there is no server. */
    Optional<JavaMailSender> sender() {
        Optional<JavaMailSender> winning = senderOfOptions();
        if (winning.isPresent()) {
            if (winning.get() instanceof JavaMailSenderImpl known) {
                certificate.watch(known.getJavaMailProperties());
            }
            return winning;
        }
        KeptMailSettings.Kept kept = settings.read();
        return kept.settings().host().isEmpty() ? Optional.empty() : Optional.of(sender(kept));
    }

    /** Returns how many mails may go within an hour; 0 for as many as there are. */
    public int hourly() {
        return kept().hourly();
    }

    String from() {
        return fromOfOptions().orElseGet(() -> orElse(kept().from(), NOBODY));
    }

    String replyTo() {
        return replyToOfOptions().orElseGet(() -> kept().replyTo());
    }

    /** Returns the name beside the address; empty for none. */
    String name() {
        return options.sender();
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** A host that was set to nothing is none. */
    private Optional<JavaMailSender> senderOfOptions() {
        JavaMailSender sender = ofOptions.getIfAvailable();
        boolean none = sender instanceof JavaMailSenderImpl one
                && one.getHost() != null
                && one.getHost().isBlank();
        return none ? Optional.empty() : Optional.ofNullable(sender);
    }

    private JavaMailSender sender(KeptMailSettings.Kept kept) {
        MailSettings wanted = kept.settings();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(wanted.host());
        sender.setPort(wanted.port());
        Properties properties = sender.getJavaMailProperties();
        properties.putAll(PATIENCE);
        properties.putAll(Binder.get(environment).bindOrCreate("spring.mail.properties", PROPERTIES));
        boolean starts = wanted.encryption() == MailEncryption.STARTTLS;
        properties.put("mail.smtp.ssl.enable", String.valueOf(wanted.encryption() == MailEncryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", String.valueOf(starts));
        properties.put("mail.smtp.starttls.required", String.valueOf(starts));
        certificate.watch(properties);
        if (!wanted.user().isEmpty()) {
            properties.put("mail.smtp.auth", "true");
            sender.setUsername(wanted.user());
            sender.setPassword(password(kept));
        }
        return sender;
    }

    private @Nullable String password(KeptMailSettings.Kept kept) {
        if (kept.sealed().isEmpty()) {
            return null;
        }
        String password = open(kept);
        if (password == null) {
            throw new IllegalStateException("The password of the mail server cannot be read: its key is not here");
        }
        return password;
    }

    private @Nullable String open(KeptMailSettings.Kept kept) {
        return key.open(kept.sealed(), kept.settings().account()).orElse(null);
    }
}
