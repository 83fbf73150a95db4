package org.bocage.cms.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.VirtualUriMapping;

/** The virtual URI mappings of the light modules, those of most weight first (spec 9). */
final class VirtualUris {

    /** Result of mapping an address. */
    sealed interface Target {}

    /** Another page, with parameters for its script. */
    record Forward(String path, Map<String, List<String>> parameters) implements Target {}

    /** Another address, told to the browser. Starts with a slash when it is within the site. */
    record Redirect(int status, String location) implements Target {}

    private record Rule(VirtualUriMapping mapping, Pattern pattern, int weight) {}

    private final Definitions definitions;
    private final List<Rule> rules;

    VirtualUris(Definitions definitions) {
        this.definitions = definitions;
        this.rules = definitions.virtualUriMappings().stream()
                .map(VirtualUris::rule)
                .sorted(Comparator.comparingInt(Rule::weight).reversed())
                .toList();
    }

    boolean areOf(Definitions others) {
        return definitions == others;
    }

    /** The target of a path, if a mapping stands for it. */
    Optional<Target> resolve(String path, String host) {
        return rules.stream().flatMap(rule -> target(rule, path, host).stream()).findFirst();
    }

    private static Rule rule(VirtualUriMapping mapping) {
        boolean isRegexp = mapping instanceof VirtualUriMapping.Regexp
                || (mapping instanceof VirtualUriMapping.HostBased hostBased && hostBased.regexp());
        if (!isRegexp) {
            return new Rule(
                    mapping, simple(mapping.fromUri()), mapping.fromUri().length());
        }
        Pattern pattern = Pattern.compile(mapping.fromUri());
        return new Rule(mapping, pattern, pattern.matcher("").groupCount() + 1);
    }

    private static Pattern simple(String pattern) {
        StringBuilder regexp = new StringBuilder("^");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> regexp.append(".*");
                case '?' -> regexp.append(".?");
                default -> regexp.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regexp.append('$').toString());
    }

    private static Optional<Target> target(Rule rule, String path, String host) {
        Matcher matcher = rule.pattern().matcher(path);
        if (!matcher.find()) {
            return Optional.empty();
        }
        VirtualUriMapping mapping = rule.mapping();
        if (mapping instanceof VirtualUriMapping.Simple simple) {
            return Optional.of(parse(simple.toUri()));
        }
        if (mapping instanceof VirtualUriMapping.Regexp regexp) {
            return Optional.of(parse(matcher.replaceAll(regexp.toUri())));
        }
        if (mapping instanceof VirtualUriMapping.Rotating rotating) {
            int number = ThreadLocalRandom.current().nextInt(rotating.start(), rotating.end() + 1);
            String padded = String.format("%0" + Math.max(rotating.padding(), 1) + "d", number);
            return Optional.of(parse(rotating.toUri().replace("*", padded)));
        }
        VirtualUriMapping.HostBased hostBased = (VirtualUriMapping.HostBased) mapping;
        return hostBased.hosts().stream()
                .filter(one -> host.endsWith(one.host()))
                .max(Comparator.comparingInt(one -> one.host().length()))
                .map(one -> parse(hostBased.regexp() ? matcher.replaceAll(one.toUri()) : one.toUri()));
    }

    private static Target parse(String target) {
        if (target.startsWith("redirect:")) {
            return new Redirect(302, target.substring("redirect:".length()));
        }
        if (target.startsWith("permanent:")) {
            return new Redirect(301, target.substring("permanent:".length()));
        }
        String address = target.startsWith("forward:") ? target.substring("forward:".length()) : target;
        int query = address.indexOf('?');
        return query < 0
                ? new Forward(address, Map.of())
                : new Forward(address.substring(0, query), parameters(address.substring(query + 1)));
    }

    /** The parameters of a query string whose escapes are well formed. */
    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Stream.of(query.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
        });
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
    }
}
