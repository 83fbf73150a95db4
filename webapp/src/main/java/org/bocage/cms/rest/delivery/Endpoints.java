package org.bocage.cms.rest.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.site.RestEndpointDefinition.Kind;

/** The delivery endpoints of one reading of the definitions, those of the longest address first. */
public final class Endpoints {

    private static final String CHILDREN = "@nodes";

    /**
     * An endpoint and what is asked of it.
     *
     * @param path below the endpoint, without doubled and final slashes; empty for the endpoint itself
     * @param children whether the children of the node are asked for
     */
    public record Found(Endpoint endpoint, String path, boolean children) {}

    private final Definitions definitions;
    private final List<Endpoint> endpoints;

    Endpoints(Definitions definitions) {
        this.definitions = definitions;
        this.endpoints = of(definitions).stream().map(Endpoint::new).toList();
    }

    /** Definitions of the endpoints that this host serves. */
    public static List<RestEndpointDefinition> of(Definitions definitions) {
        return definitions.restEndpoints().stream()
                .filter(endpoint -> endpoint.enabled()
                        && (endpoint.kind() == Kind.DELIVERY || endpoint.kind() == Kind.PAGES_DELIVERY))
                .sorted(Comparator.comparingInt((RestEndpointDefinition endpoint) ->
                                endpoint.path().length())
                        .reversed())
                .toList();
    }

    boolean areOf(Definitions others) {
        return definitions == others;
    }

    /** The endpoint that answers a path after {@code /.rest}. */
    Optional<Found> find(String path) {
        for (Endpoint endpoint : endpoints) {
            String base = "/" + endpoint.definition().path();
            if (path.equals(base) || path.startsWith(base + "/")) {
                return Optional.of(found(endpoint, path.substring(base.length())));
            }
        }
        return Optional.empty();
    }

    private static Found found(Endpoint endpoint, String rest) {
        boolean children = rest.endsWith(CHILDREN);
        String path = children ? rest.substring(0, rest.length() - CHILDREN.length()) : rest;
        String clean = path.replaceAll("/{2,}", "/");
        return new Found(endpoint, clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean, children);
    }
}
