package org.bocage.cms.search;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Identity;

/** The declared types in the author store, where an item has fields that not all who read it may see. */
record AuthoredTypes(DefinitionRegistry registry, SearchedTypes declared) implements SearchedTypes {

    private static final Identity ANYBODY = new Identity("index", Set.of());

    @Override
    public Optional<Map<String, Integer>> weights(String workspace, String nodeType) {
        return declared.weights(workspace, nodeType);
    }

    @Override
    public Predicate<String> open(String workspace, String nodeType) {
        return registry.current().contentTypes().stream()
                .filter(type ->
                        type.nodeType().equals(nodeType) && type.workspace().equals(workspace))
                .findFirst()
                .map(type -> ReadableFields.ofAny(type, ANYBODY))
                .<Predicate<String>>map(fields -> fields::contains)
                .orElse(field -> true);
    }

    @Override
    public String form() {
        String readers = registry.current().contentTypes().stream()
                .sorted(Comparator.comparing(ContentType::name))
                .map(type -> type.name()
                        + new TreeMap<>(type.extension().readers())
                        + type.properties()
                        + new TreeMap<>(type.subModels()))
                .collect(Collectors.joining());
        return declared.form() + " " + readers.hashCode();
    }
}
