package org.bocage.editorial.authoring.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.jcr.PropertyType;
import org.bocage.cms.repository.Identity;
import org.bocage.editorial.authoring.view.FormField;
import org.bocage.editorial.authoring.view.FormPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedFieldTests {

    private static final String TYPE = "actus/contentTypes/actus.yaml";

    @TempDir
    Path home;

    @Test
    void a_field_added_to_the_content_type_is_shown_checked_and_stored() throws IOException {
        Path modules = copied();
        String type = Files.readString(modules.resolve(TYPE));
        String added = "  properties:\n    - name: places\n      type: Long\n    - name: titre\n";
        Files.writeString(modules.resolve(TYPE), type.replaceFirst("  properties:\n    - name: titre\n", added));

        try (Desk desk = new Desk(home.resolve("data"), modules)) {
            FormPage.Section last = last(desk);
            assertThat(last.title()).isEqualTo("Autres précisions");
            assertThat(((FormField.Numeric) last.fields().get(0)).caption().label())
                    .isEqualTo("Places");

            Map<String, String[]> posted = desk.full();
            Desk.post(posted, "places", "trente");
            assertThat(desk.form().check(desk.bound(posted), false).at("places"))
                    .hasSize(1);
            Desk.post(posted, "places", "30");
            desk.write(desk.bound(posted));

            assertThat(desk.read().text("places")).isEqualTo("30");
            assertThat(desk.store.<Integer>read(
                            Identity.SYSTEM,
                            session ->
                                    session.getProperty("/actus/essai/places").getType()))
                    .isEqualTo(PropertyType.LONG);
        }
    }

    private static FormPage.Section last(Desk desk) {
        var sections = desk.form().view(desk.form().fresh(), Errors.NONE);
        return sections.get(sections.size() - 1);
    }

    private Path copied() throws IOException {
        Path from = Path.of("light-modules");
        Path to = home.resolve("modules");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
