package org.bocage.editorial.administration.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.editorial.screens.extension.SetupAnswers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The logo, as a file that lies beside the answers. */
@Component
class LogoAnswers implements SetupAnswers {

    private static final String FILE = "fichier";
    private static final String WITH_NAME = "avecNom";

    private final SiteLogo logo;
    private final MessageSource messages;
    private final Path answers;

    LogoAnswers(SiteLogo logo, MessageSource messages, @Value("${bocage.setup:}") Path answers) {
        this.logo = logo;
        this.messages = messages;
        this.answers = answers;
    }

    @Override
    public List<AnswersSection> answersSections() {
        return List.of(new AnswersSection("logo", Set.of(FILE, WITH_NAME), 31));
    }

    @Override
    public Map<String, String> problems(String section, Map<String, Object> said) {
        if (!isThere(said)) {
            return Map.of(FILE, String.valueOf(messages.getMessage("authoring.logo.missing", null, Locale.FRENCH)));
        }
        Path file = file(said);
        try (InputStream bytes = Files.newInputStream(file)) {
            return logo.objection(name(file), bytes)
                    .map(refused -> Map.of(FILE, messages.getMessage(refused, Locale.FRENCH)))
                    .orElse(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere(Map<String, Object> said) {
        try {
            return Files.isRegularFile(file(said));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path file(Map<String, Object> said) {
        return answers.toAbsolutePath().resolveSibling(String.valueOf(said.getOrDefault(FILE, "")));
    }

    @Override
    public void keep(String section, Map<String, Object> said) {
        Path file = file(said);
        try (InputStream bytes = Files.newInputStream(file)) {
            logo.keep(name(file), bytes).ifPresent(refused -> {
                throw new IllegalArgumentException(messages.getMessage(refused, Locale.FRENCH));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        logo.sayHasName(Boolean.parseBoolean(String.valueOf(said.getOrDefault(WITH_NAME, "false"))));
    }
}
