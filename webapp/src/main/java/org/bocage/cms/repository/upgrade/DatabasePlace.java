package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.document.Database;
import org.bocage.cms.repository.document.DocumentStores;

/**
 * Stores in a database.
 *
 * @param opening opens them
 */
record DatabasePlace(Database database, Supplier<Stores> opening) implements StoresPlace {

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
