package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that wait for a yes lie nowhere once they are not waited for. */
@Tag("fast")
class PendingImportsTests {

    private final PendingImports imports = new PendingImports();
    private final List<Path> made = new ArrayList<>();

    private String keep(String account) {
        return imports.keep(
                path -> {
                    made.add(path);
                    Files.writeString(path, "un agenda");
                },
                "agenda.ics",
                account,
                Set.of());
    }

    @Test
    void a_file_is_for_the_account_that_sent_it_until_it_is_taken() {
        String token = keep("salariee");

        assertThat(imports.of(token, "ca")).isEmpty();
        assertThat(imports.of(token, "salariee"))
                .get()
                .extracting(PendingImports.Pending::path)
                .isEqualTo(made.get(0));

        imports.done(token);
        assertThat(imports.of(token, "salariee")).isEmpty();
        assertThat(made.get(0)).doesNotExist();
    }

    @Test
    void files_that_still_wait_go_when_the_portal_stops() {
        keep("salariee");
        keep("ca");

        imports.close();

        assertThat(made).hasSize(2).allSatisfy(path -> assertThat(path).doesNotExist());
    }

    @Test
    void nothing_stays_of_a_file_that_stops_coming() {
        assertThatThrownBy(() -> imports.keep(
                        path -> {
                            made.add(path);
                            Files.writeString(path, "un début");
                            throw new IOException("La connexion est coupée");
                        },
                        "agenda.ics",
                        "salariee",
                        Set.of()))
                .isInstanceOfAny(UncheckedIOException.class, RuntimeException.class);

        assertThat(made.get(0)).doesNotExist();
    }
}
