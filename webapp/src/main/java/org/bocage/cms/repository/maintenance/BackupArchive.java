package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.bocage.cms.repository.NotEnoughRoom;

/**
 * Archive of a backup: a zip that any archiver opens, encrypted with AES-256 (AE-2, as 7-Zip and WinZip read it) when there is a
 * passphrase. It ends with the SHA-256 of each file, in the format of {@code sha256sum}: what was cut short or altered is not restored.
 */
public final class BackupArchive {

    /** The sums of the other files. */
    static final String SUMS = "sauvegarde.sha256";

    private static final String SEPARATOR = "  ";
    private static final int MOST_SUMS = 100_000_000;

    private BackupArchive() {}

    /** Packs the files of a folder. */
    static void pack(Path folder, Path zip, String passphrase) throws IOException {
        pack(folder, files(folder), zip, passphrase);
    }

    /** Packs one of the folders of a folder, under its name. */
    public static void packFolder(Path folder, String name, Path zip, String passphrase) throws IOException {
        pack(folder, files(folder.resolve(name)), zip, passphrase);
    }

    private static void pack(Path folder, List<Path> files, Path zip, String passphrase) throws IOException {
        StringBuilder sums = new StringBuilder();
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = open(file, passphrase)) {
            for (Path one : files) {
                NotEnoughRoom.check(folder, Files.size(one));
                String name = folder.relativize(one).toString().replace('\\', '/');
                MessageDigest digest = sha256();
                out.putNextEntry(entry(name, passphrase));
                try (InputStream content = new DigestInputStream(Files.newInputStream(one), digest)) {
                    content.transferTo(out);
                }
                out.closeEntry();
                sums.append(HexFormat.of().formatHex(digest.digest()))
                        .append(SEPARATOR)
                        .append(name)
                        .append('\n');
            }
            out.putNextEntry(entry(SUMS, passphrase));
            out.write(sums.toString().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static ZipOutputStream open(OutputStream file, String passphrase) throws IOException {
        return passphrase.isEmpty() ? new ZipOutputStream(file) : new ZipOutputStream(file, passphrase.toCharArray());
    }

    private static ZipParameters entry(String name, String passphrase) {
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip(name);
        if (!passphrase.isEmpty()) {
            entry.setEncryptFiles(true);
            entry.setEncryptionMethod(EncryptionMethod.AES);
            entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        }
        return entry;
    }

    /**
     * Unpacks an archive into a folder.
     *
     * @param passphrase empty when it has none
     * @throws BrokenBackup when it is cut short or altered, leads out of the folder, or has another passphrase; what was unpacked
     *     before that was seen is left to the caller
     */
    public static void unpack(Path zip, String passphrase, Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            if (!archive.isValidZipFile()) {
                throw new BrokenBackup("it is no archive, or was cut short");
            }
            if (archive.isEncrypted()) {
                if (passphrase.isEmpty()) {
                    throw new BrokenBackup("it is encrypted: its passphrase is needed, in BOCAGE_BACKUP_PASSPHRASE");
                }
                archive.setPassword(passphrase.toCharArray());
            }
            Map<String, String> sums = sums(archive);
            List<FileHeader> entries = archive.getFileHeaders().stream()
                    .filter(entry ->
                            !entry.isDirectory() && !entry.getFileName().equals(SUMS))
                    .toList();
            NotEnoughRoom.check(
                    Files.createDirectories(root),
                    entries.stream().mapToLong(FileHeader::getUncompressedSize).sum());
            for (FileHeader entry : entries) {
                String sum = sums.remove(entry.getFileName());
                if (sum == null || !sum.equals(unpack(archive, entry, root))) {
                    throw new BrokenBackup("it was altered: " + entry.getFileName());
                }
            }
            if (!sums.isEmpty()) {
                throw new BrokenBackup(
                        "it was altered: " + sums.keySet().iterator().next() + " is missing");
            }
        } catch (ZipException e) {
            throw broken(e);
        }
    }

    private static BrokenBackup broken(ZipException e) {
        return new BrokenBackup(
                e.getType() == ZipException.Type.WRONG_PASSWORD
                        ? "this is not its passphrase"
                        : "it was cut short or altered: " + e.getMessage(),
                e);
    }

    /** Unpacks one file; returns its SHA-256. */
    private static String unpack(ZipFile archive, FileHeader entry, Path root) throws IOException {
        Path file = root.resolve(entry.getFileName()).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new BrokenBackup("it leads out of the folder: " + entry.getFileName());
        }
        Files.createDirectories(file.getParent() == null ? root : file.getParent());
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(archive.getInputStream(entry), digest)) {
            Files.copy(content, file);
        } catch (IOException e) {
            if (e.getCause() instanceof DataFormatException) {
                throw new BrokenBackup("it was altered: " + entry.getFileName(), e);
            }
            throw e;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Map<String, String> sums(ZipFile archive) throws IOException {
        FileHeader entry = archive.getFileHeader(SUMS);
        if (entry == null || entry.getUncompressedSize() > MOST_SUMS) {
            throw new BrokenBackup("it is no backup of a portal: it has no " + SUMS);
        }
        Map<String, String> sums = new TreeMap<>();
        try (InputStream content = archive.getInputStream(entry)) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                int end = line.indexOf(SEPARATOR);
                if (end < 0) {
                    throw new BrokenBackup("it was altered: " + SUMS);
                }
                sums.put(line.substring(end + SEPARATOR.length()), line.substring(0, end));
            }
        }
        return sums;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("This Java has no SHA-256", e));
        }
    }
}
