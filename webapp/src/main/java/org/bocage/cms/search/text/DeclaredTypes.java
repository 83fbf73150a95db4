package org.bocage.cms.search.text;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;

/** The types that the light modules declare with an address, by what {@code bocage/<type>.yaml} says of the search. */
public record DeclaredTypes(DefinitionRegistry registry) implements SearchedTypes {

    /** Weights of the fields of a type that declares none. */
    private static final Map<String, Integer> TITLE = Map.of("titre", SearchedTexts.TITLE_FROM);

    @Override
    public Optional<Map<String, Integer>> weights(String workspace, String nodeType) {
        return registry.current().contentTypes().stream()
                .filter(type -> type.isOf(workspace, nodeType) && hasPages(type))
                .findFirst()
                .map(type -> type.extension().search().isEmpty()
                        ? TITLE
                        : type.extension().search());
    }

    @Override
    public Set<String> vocabularies() {
        return words().map(ContentType::workspace).collect(Collectors.toSet());
    }

    @Override
    public Optional<String> synonyms() {
        return words().map(
                        type -> "/" + type.workspace() + "/" + type.extension().synonyms())
                .findFirst();
    }

    private Stream<ContentType> words() {
        return registry.current().contentTypes().stream()
                .filter(type -> type.extension().isVocabulary());
    }

    @Override
    public String form() {
        return registry.current().contentTypes().stream()
                .filter(DeclaredTypes::hasPages)
                .sorted(Comparator.comparing(ContentType::name))
                .map(type -> type.name() + new TreeMap<>(type.extension().search()))
                .collect(Collectors.joining());
    }

    private static boolean hasPages(ContentType type) {
        return !type.extension().address().pattern().isEmpty();
    }
}
