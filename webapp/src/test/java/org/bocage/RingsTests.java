package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lower rings know no content type of a light module: what is special to a type is said in its module or registered. */
@Tag("fast")
class RingsTests {

    private static final Path SOURCE = Path.of("webapp/src/main/java/org/bocage");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern NODE_TYPE = Pattern.compile("(?m)^\\s+nodeType:\\s*['\"]?([\\w:-]+)");
    private static final Pattern WORKSPACE = Pattern.compile("(?m)^\\s+workspace:\\s*['\"]?([\\w-]+)");

    /** Words of the files themselves: the actions of an app or a dialog, the fields that hold a document. */
    private static final Map<String, Set<String>> OTHER_MEANINGS = Map.of(
            "AppReader.java", Set.of("actions"),
            "ContentTypeApp.java", Set.of("actions"),
            "DialogReader.java", Set.of("actions"),
            "ExtensionReader.java", Set.of("documents"));

    @Test
    void neither_cms_nor_editorial_names_a_content_type_of_a_light_module() throws IOException {
        Set<String> names = names();
        assertThat(names).contains("actus", "bocage:acteur", "vocabulaires");
        List<String> found = new ArrayList<>();
        for (String ring : List.of("cms", "editorial")) {
            try (Stream<Path> files = Files.walk(SOURCE.resolve(ring))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    found.addAll(named(file, names));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> named(Path file, Set<String> names) throws IOException {
        String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        String name = file.getFileName().toString();
        return TEXT.matcher(code)
                .results()
                .flatMap(text -> Stream.of(text.group(1).split("[/,{}\\s]+")))
                .filter(names::contains)
                .filter(word -> !OTHER_MEANINGS.getOrDefault(name, Set.of()).contains(word))
                .distinct()
                .map(word -> name + " names " + word)
                .toList();
    }

    /** Names, workspaces and node types of the content types of all light modules. */
    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("light-modules"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*/contentTypes/[^/]+\\.yaml"))
                    .toList()) {
                names.add(file.getFileName().toString().replace(".yaml", ""));
                String yaml = Files.readString(file);
                NODE_TYPE.matcher(yaml).results().forEach(type -> names.add(type.group(1)));
                WORKSPACE.matcher(yaml).results().forEach(space -> names.add(space.group(1)));
            }
        }
        return names;
    }
}
