package org.bocage.editorial.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.repository.maintenance.BackedUpFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Key that secrets of the stores are sealed with, the password of the mail server first (AES-256-GCM, NIST SP 800-38D):
 * {@code bocage.mail.key}, else the file {@code cles/mail} of {@code bocage.home}, made when a secret is first kept. It lies outside
 * the stores, and so in no export and in no backup but an encrypted one: who finds one of these reads no secret. The cipher is that
 * of the JDK: the one of Spring Security binds a text to no purpose.
 */
@Component
@EnableConfigurationProperties(MailKeyOptions.class)
public class MailKey implements BackedUpFiles {

    private static final Logger log = LoggerFactory.getLogger(MailKey.class);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    /** Twelve bytes of a nonce: drawn by lot, as few passwords are ever sealed. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final String given;
    private final Path folder;
    private final Path file;
    private final SecureRandom random = new SecureRandom();

    MailKey(MailKeyOptions options, @Value("${bocage.home:./data}") Path home) {
        this.given = options.key();
        this.folder = home.resolve("cles");
        this.file = folder.resolve("mail");
    }

    /** The key goes where it cannot be read without a passphrase. */
    @Override
    public List<BackedUpFile> backedUpFiles() {
        return Files.isRegularFile(file)
                ? List.of(new BackedUpFile("cles/mail", true, () -> Files.newInputStream(file)))
                : List.of();
    }

    /**
     * Seals a text; the key is made when there is none.
     *
     * @param purpose it opens for this purpose alone
     * @throws UncheckedIOException when the key cannot be kept
     */
    public String seal(String text, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String key = key().orElseGet(this::make);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + CIPHER, e);
        }
    }

    /** Opens what was sealed; empty when the key is not here, is another one, or what was sealed was changed. */
    public Optional<String> open(String sealed, String purpose) {
        Optional<String> key = key();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, key.get(), nonce, purpose)
                    .doFinal(both, NONCE_BYTES, Math.max(0, both.length - NONCE_BYTES));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + CIPHER, e);
        }
    }

    /** The same text is the same key in the file and among the options: it may move from one to the other. */
    private static Cipher cipher(int mode, String key, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(DigestUtils.sha256(key), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private Optional<String> key() {
        if (!given.isEmpty()) {
            return Optional.of(given);
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.length() >= MailKeyOptions.LEAST) {
                return Optional.of(text);
            }
            log.warn("{} holds no key", file);
        } catch (NoSuchFileException e) {
            log.debug("There is no {}", file);
        } catch (IOException e) {
            log.warn("{} cannot be read", file, e);
        }
        return Optional.empty();
    }

    private String make() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getEncoder().encodeToString(bytes);
        try {
            Files.createDirectories(folder, forItsOwnerAlone(folder));
            // a temporary file is its owner's alone from the start, and is there as a whole once it bears the name
            Path draft = Files.createTempFile(folder, "mail", ".part");
            Files.writeString(draft, key + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of what is sealed cannot be kept", e);
        }
    }

    private static FileAttribute<?>[] forItsOwnerAlone(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
