package org.bocage.cms.definition;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of {@code docs/magnolia.md} about what scripts may call and applications may ask. */
final class DocumentedRequests {

    private static final Path VARIABLES =
            Path.of("webapp/src/main/java/org/bocage/cms/rendering/functions/ScriptVariables.java");
    private static final Pattern VARIABLE = Pattern.compile("put\\(\"(\\w+)\", (?:new (\\w+)|(\\w+))");
    private static final Pattern LOCAL = Pattern.compile("(\\w+) (\\w+) = new ");
    private static final List<String> OPERATORS = List.of(
            "eq", "ne", "lt", "lte", "gt", "gte", "like", "ilike", "in", "not-in", "null", "starts-with", "contains");

    private DocumentedRequests() {}

    /** The public methods of what scripts see, an overloaded one with all its parameters. */
    static String functions() {
        StringBuilder lines = new StringBuilder();
        variables().forEach((variable, type) -> {
            Map<String, Set<String>> byName = new TreeMap<>();
            for (Method method : type.getMethods()) {
                if (method.getDeclaringClass().getName().startsWith("org.bocage")
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers())) {
                    byName.computeIfAbsent(method.getName(), name -> new TreeSet<>())
                            .add(parameters(method));
                }
            }
            lines.append("- **`%s`**: %s\n"
                    .formatted(
                            variable,
                            byName.entrySet().stream()
                                    .flatMap(entry ->
                                            entry.getValue().stream().map(given -> "`" + entry.getKey() + given + "`"))
                                    .collect(joining(", "))));
        });
        return lines.toString();
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameters()).map(Parameter::getName).collect(joining(", ", "(", ")"));
    }

    /** Names of variables that have methods, with the class behind. */
    private static Map<String, Class<?>> variables() {
        try {
            String source = Files.readString(VARIABLES);
            Map<String, String> locals = new TreeMap<>();
            LOCAL.matcher(source).results().forEach(local -> locals.put(local.group(2), local.group(1)));
            Map<String, Class<?>> variables = new TreeMap<>();
            for (var found : VARIABLE.matcher(source).results().toList()) {
                String type = found.group(2) == null ? locals.get(found.group(3)) : found.group(2);
                if (type != null
                        && (type.endsWith("Functions") || type.equals("AggregationState"))
                        && !type.equals("MessageFunctions")) {
                    variables.put(found.group(1), rendering(type.endsWith("Functions") ? "functions" : "values", type));
                }
            }
            variables.put("ctx.user", rendering("values", "User"));
            variables.put("model", rendering("values", "RenderingModelImpl"));
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> rendering(String folder, String type) throws ClassNotFoundException {
        return Class.forName("org.bocage.cms.rendering." + folder + "." + type);
    }

    /** Parameters of lists, and the operators that properties take. */
    static String lists() {
        try {
            Field names =
                    Class.forName("org.bocage.cms.rest.delivery.ListRequest").getDeclaredField("NO_FILTERS");
            names.setAccessible(true);
            Set<String> parameters = new TreeSet<>();
            ((Collection<?>) names.get(null)).forEach(name -> parameters.add(String.valueOf(name)));
            StringBuilder table = new StringBuilder("Parameters of a list: ")
                    .append(MagnoliaDocument.code(parameters))
                    .append(".\n\n| Filter | Operators |\n|---|---|\n");
            for (String property : List.of("property", "@name", "@path", "@ancestor")) {
                List<String> taken = OPERATORS.stream()
                        .filter(operator -> takes(property, operator))
                        .toList();
                table.append("| `%s[…]=value` | %s |\n".formatted(property, MagnoliaDocument.code(taken)));
            }
            return table.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean takes(String property, String operator) {
        try {
            Class<?> type = Class.forName("org.bocage.cms.rest.delivery.FilterParameters");
            Constructor<?> constructor = type.getDeclaredConstructor(String.class, String.class);
            constructor.setAccessible(true);
            Method add = type.getDeclaredMethod("add", String.class, String.class);
            add.setAccessible(true);
            add.invoke(constructor.newInstance("x", "/"), property + "[" + operator + "]", "1~2");
            return true;
        } catch (InvocationTargetException refused) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The deviations, group by group. */
    static String deviations(Stream<String> lines) {
        StringBuilder list = new StringBuilder();
        lines.skip(2).map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split(" {2}", 2);
            if (line.startsWith("#")) {
                list.append(list.isEmpty() ? "" : "\n")
                        .append("**")
                        .append(line.substring(2))
                        .append("**\n\n");
            } else {
                list.append("- `")
                        .append(parts[0])
                        .append("`: ")
                        .append(parts[1])
                        .append('\n');
            }
        });
        return list.toString();
    }
}
