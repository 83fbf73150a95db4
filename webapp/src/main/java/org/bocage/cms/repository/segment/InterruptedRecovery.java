package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Oak's recovery of a killed process safe from being killed itself. Oak sets the last data file aside as
 * {@code .bak} and writes it anew under its name; the next start takes what was written by then for all there is.
 */
final class InterruptedRecovery {

    private static final Logger log = LoggerFactory.getLogger(InterruptedRecovery.class);
    private static final Pattern DATA_FILE = Pattern.compile("data[0-9]{5}[a-z]\\.tar(\\.bak)?");
    private static final String BACKUP = ".bak";
    /** A whole file ends with the mark of its index and two empty blocks. */
    private static final int END = 4 + 2 * 512;

    private InterruptedRecovery() {}

    /** Puts back the file that a recovery set aside and did not write to its end. The store must not be open. */
    static void undo(Path folder) throws IOException {
        Optional<String> last;
        try (Stream<Path> files = Files.list(folder)) {
            last = files.map(file -> file.getFileName().toString())
                    .filter(name -> DATA_FILE.matcher(name).matches())
                    .map(name -> name.endsWith(BACKUP) ? name.substring(0, name.length() - BACKUP.length()) : name)
                    .max(Comparator.naturalOrder());
        }
        if (last.isEmpty()) {
            return;
        }
        Path file = folder.resolve(last.get());
        Path whole = folder.resolve(last.get() + BACKUP);
        if (Files.exists(whole) && !isWhole(file)) {
            log.warn("The recovery of {} was interrupted, it starts over", file);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean isWhole(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) < END) {
            return false;
        }
        ByteBuffer mark = ByteBuffer.allocate(4);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(channel.size() - END);
            while (mark.hasRemaining() && channel.read(mark) >= 0) {
                // a read may give less than was asked
            }
        }
        // "\n0K\n" or "\n1K\n", by the version of the index
        return mark.get(0) == '\n' && mark.get(2) == 'K' && mark.get(3) == '\n';
    }
}
