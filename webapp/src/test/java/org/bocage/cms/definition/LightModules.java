package org.bocage.cms.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of light modules that a test writes. */
record LightModules(Path folder) {

    LightModules write(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Definitions load() {
        return Definitions.load(List.of(folder));
    }

    /** Problems as {@code SEVERE /file:line}, worst first. */
    static List<String> places(Definitions definitions) {
        return definitions.problems().stream()
                .map(problem -> problem.severity() + " " + problem.file() + ":" + problem.line())
                .toList();
    }
}
