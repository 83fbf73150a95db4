package org.bocage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The drawing of {@code docs/architecture.md} is made from the modules and what they use. */
class HouseDrawingTests {

    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final Pattern DRAWING = Pattern.compile("(?s)(<!-- drawing -->\n)(.*?)(<!-- end -->)");

    @Test
    void the_drawing_shows_the_modules_as_they_are() throws IOException {
        String written = Files.readString(DOCUMENT);
        Matcher drawing = DRAWING.matcher(written);
        assertThat(drawing.find()).isTrue();
        String updated = drawing.replaceFirst(
                part -> Matcher.quoteReplacement(part.group(1) + "```mermaid\n" + drawn() + "```\n" + part.group(3)));
        if (Boolean.getBoolean("bocage.update-docs")) {
            Files.writeString(DOCUMENT, updated);
            return;
        }
        assertThat(written)
                .as("docs/architecture.md is behind the code: run this test with -Dbocage.update-docs=true")
                .isEqualTo(updated);
    }

    /** Draws the rings as boxes, and an arrow for each use that no other path of arrows tells already. */
    private static String drawn() {
        Map<String, Set<String>> uses = uses();
        StringBuilder graph = new StringBuilder("graph TD\n");
        for (String ring : List.of("portal", "editorial", "cms")) {
            graph.append("  subgraph ").append(ring).append('\n');
            uses.keySet().stream()
                    .filter(name -> name.startsWith(ring + "."))
                    .forEach(name -> graph.append("    ")
                            .append(name)
                            .append('[')
                            .append(name.substring(ring.length() + 1))
                            .append("]\n"));
            graph.append("  end\n");
        }
        uses.forEach((name, used) -> used.stream()
                .filter(target -> used.stream()
                        .noneMatch(other -> !other.equals(target) && reaches(uses, other, target, new HashSet<>())))
                .forEach(target -> graph.append("  ")
                        .append(name)
                        .append(" --> ")
                        .append(target)
                        .append('\n')));
        return graph.toString();
    }

    private static boolean reaches(Map<String, Set<String>> uses, String from, String target, Set<String> seen) {
        return seen.add(from)
                && uses.getOrDefault(from, Set.of()).stream()
                        .anyMatch(next -> next.equals(target) || reaches(uses, next, target, seen));
    }

    private static Map<String, Set<String>> uses() {
        ApplicationModules modules = ApplicationModules.of(Bocage.class);
        Map<String, Set<String>> uses = new TreeMap<>();
        for (ApplicationModule module : modules) {
            uses.put(
                    name(module),
                    module.getDirectDependencies(modules).stream()
                            .map(one -> name(one.getTargetModule()))
                            .filter(target -> !target.equals(name(module)))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return uses;
    }

    private static String name(ApplicationModule module) {
        return module.getBasePackage().getName().substring("org.bocage.".length());
    }
}
