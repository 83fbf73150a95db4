package org.bocage.editorial.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.access.AccessRule;

/**
 * A role as its node says it.
 *
 * @param identifier of its node in the author store
 * @param title what people call it
 * @param stores names of the stores where it counts
 * @param workspaces what it may do in each workspace
 * @param addresses what it may ask of each address, {@code acl_uri}
 */
record Role(
        String identifier,
        String name,
        String title,
        Set<String> stores,
        Set<Audience> audiences,
        Map<String, List<AccessRule>> workspaces,
        List<AccessRule> addresses) {

    /** The rules of one store, one a line, so that an unchanged role is seen to be one. */
    List<String> lines(String store) {
        return rules(store).entrySet().stream()
                .flatMap(rules -> rules.getValue().stream()
                        .map(rule -> rules.getKey() + " " + rule.path() + " " + rule.permissions()))
                .sorted()
                .toList();
    }

    Map<String, List<AccessRule>> rules(String store) {
        return stores.contains(store) ? workspaces : Map.of();
    }

    /** Names of workspaces in lines that were kept, with no rules left. */
    static Map<String, List<AccessRule>> cleared(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .collect(
                        Collectors.toMap(name -> name, name -> List.<AccessRule>of(), (a, b) -> a, LinkedHashMap::new));
    }
}
