package org.bocage.editorial.administration;

import java.util.List;
import org.bocage.editorial.view.Moment;

/**
 * {@code sauvegardes.ftlh}: the copies of all there is.
 *
 * @param problem why none could be made just now; empty for nothing
 * @param folder where they lie on the server
 * @param backups the latest first
 */
public record BackupsPage(String address, String problem, String folder, List<Row> backups) {

    /** A backup; the address is empty for who may not take it away. */
    public record Row(Moment when, long bytes, String address) {

        /** In megabytes, at least one. */
        public long megabytes() {
            return Math.max(1, Math.round(bytes / 1_048_576.0));
        }
    }
}
