package org.bocage.editorial.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler below {@code /espace} and for whom it is: as {@code roles/ecrans.txt} says, and closed when nothing says so. */
class SpaceHandlersTests {

    private static final Path TABLE = Path.of("webapp/src/test/resources/roles/ecrans.txt");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?[a-zA-Z]+(?::((?:[^{}]|\\{[^{}]*})*))?}");
    /** Persons among whom an adhérent·e never is. */
    private static final Set<People> OTHERS = Set.of(
            People.REVIEWERS,
            People.DECIDERS,
            People.ADMINISTRATORS,
            People.ACCOUNT_KEEPERS,
            People.BOARD,
            People.JOURNAL_READERS);

    @TempDir
    static Path home;

    private static Portal portal;
    private static List<Handler> handlers;

    /** A method at an address, the parameters that lead to it, and its rules. */
    private record Handler(String method, String pattern, List<String> parameters, List<OpenTo> rules) {

        String name() {
            return method + " " + VARIABLE.matcher(pattern).replaceAll(Handler::shortened)
                    + parameters.stream().map(one -> " " + one).collect(Collectors.joining());
        }

        private static String shortened(MatchResult variable) {
            return variable.group().replaceFirst(":.*", "}");
        }

        String rule() {
            return rules.stream().map(Handler::told).collect(Collectors.joining(" | "));
        }

        private static String told(OpenTo rule) {
            String people = Stream.of(rule.value()).map(Enum::name).collect(Collectors.joining(", "));
            return rule.others() == HttpStatus.FORBIDDEN
                    ? people
                    : people + ", others " + rule.others().value();
        }

        /** An address that leads to it, of something that is not there. */
        String address() {
            List<String> asked = parameters.stream()
                    .filter(one -> !one.startsWith("!"))
                    .map(one -> one.contains("=") ? one : one + "=x")
                    .toList();
            return VARIABLE.matcher(pattern).replaceAll(variable -> value(variable.group(1)))
                    + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
        }

        private static String value(@Nullable String shape) {
            if (shape == null) {
                return "rien";
            }
            return Stream.of(
                            "b0ca0000-0000-4000-8000-00000000abcd",
                            "1",
                            "actus",
                            "bocage-1.zip",
                            shape.split("\\|", 2)[0])
                    .filter(one -> one.matches(shape))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
        handlers = handlers();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static RequestMappingHandlerMapping mapping() {
        return portal.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    private static List<Handler> handlers() {
        List<Handler> found = new ArrayList<>();
        mapping().getHandlerMethods().forEach((info, method) -> found.addAll(of(info, method)));
        found.sort(Comparator.comparing(Handler::pattern).thenComparing(Handler::name));
        return found;
    }

    private static List<Handler> of(RequestMappingInfo info, HandlerMethod method) {
        List<String> parameters = info.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .toList();
        List<OpenTo> rules = OpenToInterceptor.rules(method);
        Set<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return (methods.isEmpty() ? Set.of("ANY") : methods)
                .stream()
                        .flatMap(one -> info.getPatternValues().stream()
                                .filter(pattern -> pattern.equals("/espace") || pattern.startsWith("/espace/"))
                                .map(pattern -> new Handler(one, pattern, parameters, rules)))
                        .toList();
    }

    @Test
    void every_handler_says_for_whom_it_is() {
        assertThat(handlers).hasSizeGreaterThan(100);
        assertThat(handlers.stream().filter(one -> one.rules().isEmpty()).map(Handler::name))
                .isEmpty();
    }

    @Test
    void the_handlers_and_the_table_are_the_same() throws IOException {
        List<String> table = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();

        assertThat(handlers.stream().map(one -> one.name() + " | " + one.rule()))
                .containsExactlyElementsOf(table);
    }

    @Test
    void a_handler_that_does_not_say_for_whom_it_is_is_closed_even_to_the_administration() throws Exception {
        RequestMappingInfo forgotten = RequestMappingInfo.paths("/espace/oublie")
                .options(mapping().getBuilderConfiguration())
                .build();
        Method method = Forgotten.class.getDeclaredMethod("show");
        mapping().registerMapping(forgotten, new Forgotten(), method);
        try {
            var answer = Browser.signedIn(portal.port(), "admin").get("/espace/oublie");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("ouvert");
        } finally {
            mapping().unregisterMapping(forgotten);
        }
    }

    /** A handler whose author did not think of it. */
    static final class Forgotten {

        ResponseEntity<String> show() {
            return ResponseEntity.ok("ouvert");
        }
    }

    @Test
    void others_are_refused_before_anything_is_looked_for() {
        assertThat(refusals("adherent", OTHERS)).hasSizeGreaterThan(60);
        assertThat(refusals("salariee", Set.of(People.ADMINISTRATORS))).hasSize(32);
    }

    /** Sends a request to each handler that is for some people only, as somebody who is none of them. */
    private static Map<String, Integer> refusals(String account, Set<People> others) {
        Browser browser = Browser.signedIn(portal.port(), account);
        Map<String, Integer> answered = new TreeMap<>();
        Map<String, Integer> expected = new TreeMap<>();
        for (Handler one : handlers) {
            one.rules().stream()
                    .filter(rule -> others.containsAll(Set.of(rule.value())))
                    .findFirst()
                    .ifPresent(rule -> {
                        expected.put(one.name(), rule.others().value());
                        answered.put(one.name(), status(browser, one));
                    });
        }
        assertThat(answered).as(account).isEqualTo(expected);
        return answered;
    }

    private static int status(Browser browser, Handler one) {
        return one.method().equals("GET")
                ? browser.get(one.address()).statusCode()
                : browser.call(one.method(), one.address(), new byte[0]).statusCode();
    }

    @Test
    void an_address_still_tells_which_methods_it_takes() {
        var answer = Browser.signedIn(portal.port(), "adherent").call("OPTIONS", "/espace/taches", new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }
}
