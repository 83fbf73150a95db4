package org.bocage.cms.search.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.Withheld;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;

/** The declared types in the author store, where an item has fields that not all who read it may see. */
public record AuthoredTypes(DefinitionRegistry registry, SearchedTypes declared) implements SearchedTypes {

    private static final Identity ANYBODY = new Identity("index", Set.of());

    @Override
    public Optional<Map<String, Integer>> weights(String path, String nodeType) {
        return registry.current().isWithheld(Workspace.ofStorePath(path).name(), nodeType)
                ? Optional.empty()
                : declared.weights(path, nodeType);
    }

    @Override
    public Set<String> needed(String path, String nodeType) {
        return declared.needed(path, nodeType);
    }

    @Override
    public List<String> searchedAs(String workspace, String nodeType) {
        return declared.searchedAs(workspace, nodeType);
    }

    @Override
    public Predicate<String> open(String workspace, String nodeType) {
        return ReadableFields.ofAny(registry.current(), workspace, nodeType, ANYBODY)::contains;
    }

    @Override
    public Set<String> vocabularies() {
        return declared.vocabularies();
    }

    @Override
    public Optional<String> synonyms() {
        return declared.synonyms();
    }

    @Override
    public Map<String, String> days(String workspace) {
        return declared.days(workspace);
    }

    @Override
    public Set<String> worded(String workspace, String nodeType) {
        return declared.worded(workspace, nodeType);
    }

    @Override
    public String form() {
        Definitions definitions = registry.current();
        String readers = definitions.contentTypes().stream()
                .sorted(Comparator.comparing(ContentType::name))
                .map(type -> type.name()
                        + new TreeMap<>(type.extension().readers())
                        + type.properties()
                        + new TreeMap<>(type.subModels()))
                .collect(Collectors.joining());
        List<String> kinds = definitions.withheld().kinds().stream()
                .map(Withheld.Kind::toString)
                .sorted()
                .toList();
        Set<String> untold = new TreeSet<>(definitions.withheld().untold());
        return declared.form() + " " + (readers + kinds + untold).hashCode();
    }
}
