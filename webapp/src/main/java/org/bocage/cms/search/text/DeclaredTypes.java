package org.bocage.cms.search.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.repository.Workspace;

/** The types that the light modules declare with an address, by what {@code bocage/<type>.yaml} says of the search. */
public record DeclaredTypes(DefinitionRegistry registry) implements SearchedTypes {

    /** Weights of the fields of a type that declares none. */
    private static final Map<String, Integer> TITLE = Map.of("titre", SearchedTexts.TITLE_FROM);

    /** Weight of a field from which lists are searched by its words, as they are by the title. */
    private static final int WORDED_FROM = 3;

    @Override
    public Optional<Map<String, Integer>> weights(String path, String nodeType) {
        String workspace = Workspace.ofStorePath(path).name();
        String inWorkspace = Workspace.pathInWorkspace(path);
        return registry.current().contentTypes().stream()
                .filter(type -> type.isOf(workspace, nodeType)
                        && type.extension().address().isFor(inWorkspace))
                .findFirst()
                .map(type -> type.extension().search().isEmpty()
                        ? TITLE
                        : type.extension().search());
    }

    @Override
    public Set<String> needed(String path, String nodeType) {
        String workspace = Workspace.ofStorePath(path).name();
        return registry.current().contentTypes().stream()
                .filter(type -> type.isOf(workspace, nodeType))
                .flatMap(type -> type.extension().address().needed(Workspace.pathInWorkspace(path)).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> searchedAs(String workspace, String nodeType) {
        return registry.current().contentTypes().stream()
                .filter(type -> type.isOf(workspace, nodeType))
                .flatMap(type -> type.extension().searchedAs().stream())
                .toList();
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
    public Map<String, String> days(String workspace) {
        Map<String, String> days = new HashMap<>();
        registry.current().contentTypes().stream()
                .filter(type -> workspace.isEmpty() || type.workspace().equals(workspace))
                .forEach(type -> days.putAll(type.extension().days()));
        return days;
    }

    @Override
    public Set<String> worded(String workspace, String nodeType) {
        return registry.current().contentTypes().stream()
                .filter(type -> type.isOf(workspace, nodeType))
                .flatMap(type -> worded(type.extension()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> worded(ContentTypeExtension type) {
        return type.search().entrySet().stream()
                .filter(field -> field.getValue() >= WORDED_FROM
                        && field.getValue() <= SearchedTexts.TITLE_FROM
                        && type.readersOf(field.getKey()).equals(FieldReaders.ITEM))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public String form() {
        return registry.current().contentTypes().stream()
                .sorted(Comparator.comparing(ContentType::name))
                .map(type -> type.name()
                        + new TreeMap<>(type.extension().address().byFolder())
                        + new TreeMap<>(type.extension().search())
                        + type.extension().searchedAs()
                        + new TreeSet<>(worded(type.extension()))
                        + new TreeMap<>(type.extension().days()))
                .collect(Collectors.joining());
    }
}
