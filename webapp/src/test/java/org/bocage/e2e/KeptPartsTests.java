package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bocage.Bocage;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The pages of the portal put together from parts that were drawn before, for others and for other pages. */
class KeptPartsTests {

    @TempDir
    static Path home;

    /** What was drawn for one page shows in others; what was drawn for visitors must not be what members get, nor the reverse. */
    @Test
    void every_page_is_what_it_would_be_drawn_anew_for_visitors_and_for_who_is_signed_in() {
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try (Portal kept = start(clock, "kept");
                Portal anew = start(clock, "anew", "--bocage.part-cache=false")) {
            List<String> pages = new Browser(kept.port())
                    .read("/sitemap.xml").select("loc").stream()
                            .map(address -> URI.create(address.text()).getPath())
                            .toList();
            assertThat(pages).hasSizeGreaterThan(100);
            // the second of the same rights gets what the first one had drawn
            List<String> accounts = List.of("adherent", "", "adherent2", "ca");
            Map<String, Browser> there = browsers(kept, accounts);
            Map<String, Browser> here = browsers(anew, accounts);
            Map<String, String> different = new TreeMap<>();
            Set<String> notTheSameForAll = new TreeSet<>();
            for (int time = 0; time < 2; time++) {
                for (String page : pages) {
                    Set<String> shownToSome = new TreeSet<>();
                    for (String account : accounts) {
                        HttpResponse<String> answer = there.get(account).get(page);
                        String shown = own(answer.body());
                        String wanted = own(here.get(account).get(page).body());
                        if (answer.statusCode() != 200 || !shown.equals(wanted)) {
                            different.put(page + " " + account, firstDifference(shown, wanted));
                        }
                        shownToSome.add(shown);
                    }
                    if (shownToSome.size() > 1) {
                        notTheSameForAll.add(page);
                    }
                }
            }
            assertThat(notTheSameForAll).isNotEmpty();
            assertThat(different).isEmpty();
        }
    }

    /** One in which time stands still: what ends meanwhile would differ. */
    private static Portal start(Clock clock, String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=true",
                "--bocage.page-cache=false",
                "--bocage.home=" + DemoHome.at(home.resolve(name))));
        arguments.addAll(List.of(options));
        SpringApplication portal = new SpringApplication(Bocage.class);
        portal.addInitializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
        return new Portal(portal.run(arguments.toArray(new String[0])));
    }

    private static Map<String, Browser> browsers(Portal portal, List<String> accounts) {
        return accounts.stream()
                .collect(Collectors.toMap(
                        account -> account,
                        account -> account.isEmpty()
                                ? new Browser(portal.port())
                                : Browser.signedIn(portal.port(), account)));
    }

    /** A page without what is the portal's own, or the request's. */
    private static String own(String html) {
        return html.replaceAll("localhost(:|%3A)\\d+", "localhost")
                .replaceAll("(name=\"(_csrf|jeton)\" value=)\"[^\"]*\"", "$1");
    }

    private static String firstDifference(String shown, String wanted) {
        int at = 0;
        while (at < Math.min(shown.length(), wanted.length()) && shown.charAt(at) == wanted.charAt(at)) {
            at++;
        }
        return shown.substring(at, Math.min(shown.length(), at + 80)) + " / "
                + wanted.substring(at, Math.min(wanted.length(), at + 80));
    }
}
