package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.document.Database;
import org.bocage.cms.repository.document.DocumentStores;
import org.bocage.cms.repository.failures.DatabaseRefused;

/**
 * Stores in a database.
 *
 * @param isAlone whether no other machine has them open
 * @param opening opens them
 */
record DatabasePlace(Database database, boolean isAlone, Supplier<Stores> opening) implements StoresPlace {

    @Override
    public void requireAlone() {
        if (!isAlone) {
            throw new DatabaseRefused(DatabaseRefused.Reason.UPGRADE, database.shownUrl(), "other machines");
        }
    }

    @Override
    public boolean isNew() {
        return !DocumentStores.isThere("author", database);
    }

    @Override
    public Stores open() {
        return opening.get();
    }

    @Override
    public Path files(Path folder) throws IOException {
        NotEnoughRoom.check(
                folder, DocumentStores.size("author", database) + DocumentStores.size("published", database));
        Path work = Files.createTempDirectory(folder, "en-cours");
        DocumentStores.copy("author", database, work.resolve(REPOSITORY).resolve("author"));
        DocumentStores.copy("published", database, work.resolve(REPOSITORY).resolve("published"));
        return work;
    }
}
