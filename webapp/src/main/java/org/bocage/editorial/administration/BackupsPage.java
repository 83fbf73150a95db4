package org.bocage.editorial.administration;

import java.util.List;
import org.bocage.cms.repository.maintenance.Backups;
import org.bocage.editorial.view.Moment;

/**
 * {@code sauvegardes.ftlh}: the copies of all there is.
 *
 * @param problem why none could be made just now; empty for nothing
 * @param folder where they lie on the server
 * @param backups the latest first
 * @param rules how they are kept
 */
public record BackupsPage(String address, String problem, String folder, List<Row> backups, Backups.Rules rules) {

    /**
     * A backup.
     *
     * @param address empty for who may not take it away
     * @param state key of what is known of it: {@code relue}, {@code illisible}, {@code restee} (not taken elsewhere), or
     *     {@code attente}
     */
    public record Row(Moment when, long bytes, String address, String state) {

        /** In megabytes, at least one. */
        public long megabytes() {
            return Math.max(1, Math.round(bytes / 1_048_576.0));
        }
    }
}
