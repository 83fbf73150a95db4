package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.segment.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** Opens two empty stores before each test and closes them after it; saves can be made to fail. */
public final class EmptyStores implements BeforeEachCallback, AfterEachCallback {

    private final Faults faults = new Faults();
    private @Nullable Path home;
    private @Nullable Stores stores;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        Path folder = Files.createTempDirectory("stores");
        home = folder;
        stores = new Stores(
                faults.open("author", folder.resolve("author")), faults.open("published", folder.resolve("published")));
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        faults.none();
        get().close();
        FileSystemUtils.deleteRecursively(home);
    }

    /** Returns the stores of the running test. */
    public Stores get() {
        return Objects.requireNonNull(stores);
    }

    /** Runs work whose save fails, as on a full disk, and expects it to say so. */
    public void failing(Runnable work) {
        faults.at(1, Faults.Kind.FAILS);
        try {
            assertThatThrownBy(work::run).isInstanceOf(RepositoryFailure.class);
        } finally {
            faults.none();
        }
    }
}
