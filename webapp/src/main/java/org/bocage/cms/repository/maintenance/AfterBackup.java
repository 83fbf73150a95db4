package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The command that takes a backup elsewhere, with an end to what it may take and say. */
final class AfterBackup {

    /** Options of the portal that are no business of whoever takes a backup away. */
    private static final List<String> SECRETS = List.of(
            "BOCAGE_BACKUP_PASSPHRASE",
            "BOCAGE_MAIL_KEY",
            "BOCAGE_STORE_PASSWORD",
            "SPRING_MAIL_PASSWORD",
            "SPRING_APPLICATION_JSON");

    private static final int SAID = 2_000;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private AfterBackup() {}

    /**
     * Runs a command of the shell, with the path of the backup in {@code BOCAGE_BACKUP}.
     *
     * @return what went wrong; empty when nothing did
     */
    static String run(String command, Path backup, Duration limit) throws InterruptedException {
        Process process;
        try {
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
            SECRETS.forEach(shell.environment()::remove);
            shell.environment().put("BOCAGE_BACKUP", backup.toAbsolutePath().toString());
            process = shell.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            return "it cannot be run: " + e.getMessage();
        }
        CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> end(process.getInputStream()));
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                stop(process);
                return "it took longer than " + limit + " and was stopped" + said(said);
            }
            return process.exitValue() == 0 ? "" : "it ended with " + process.exitValue() + said(said);
        } finally {
            // when the portal ends, too
            stop(process);
        }
    }

    /** Stops the shell first, so that it begins nothing more, and then what it began. */
    private static void stop(Process process) {
        List<ProcessHandle> begun = process.descendants().toList();
        process.destroyForcibly();
        begun.forEach(ProcessHandle::destroyForcibly);
    }

    private static String said(CompletableFuture<String> said) throws InterruptedException {
        try {
            String text = said.get(GRACE.toMillis(), TimeUnit.MILLISECONDS).strip();
            return text.isEmpty() ? "" : ": " + text;
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    /** The end of what it says, however much that is. */
    private static String end(InputStream output) {
        byte[] last = new byte[0];
        byte[] block = new byte[SAID];
        try (output) {
            for (int read = output.read(block); read >= 0; read = output.read(block)) {
                byte[] both = Arrays.copyOf(last, last.length + read);
                System.arraycopy(block, 0, both, last.length, read);
                last = Arrays.copyOfRange(both, Math.max(0, both.length - SAID), both.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(last, StandardCharsets.UTF_8);
    }
}
