package org.bocage.e2e;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a visitor finds who follows every link from the home page.
 *
 * @param addresses of all that links lead to, pages or not
 * @param pages the HTML of the pages, by address
 * @param wrong what is wrong, by address
 */
record Crawl(Set<String> addresses, Map<String, String> pages, Map<String, String> wrong) {

    static Crawl of(Portal portal) {
        Browser visitor = new Browser(portal.port());
        Crawl crawl = new Crawl(new LinkedHashSet<>(Set.of("/")), new LinkedHashMap<>(), new LinkedHashMap<>());
        Deque<String> waiting = new ArrayDeque<>(crawl.addresses);
        Set<String> resources = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            String page = waiting.remove();
            HttpResponse<String> answer = visitor.get(page);
            if (answer.statusCode() != 200) {
                crawl.wrong.put(page, "status " + answer.statusCode());
            } else if (isPage(answer)) {
                crawl.pages.put(page, answer.body());
                crawl.follow(page, waiting, resources);
            }
        }
        resources.forEach(address -> {
            int status = visitor.get(address).statusCode();
            if (status != 200) {
                crawl.wrong.put(address, "status " + status);
            }
        });
        return crawl;
    }

    Document page(String address) {
        return Jsoup.parse(java.util.Objects.requireNonNull(pages.get(address), address));
    }

    /** Links lead to pictures, too. */
    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private void follow(String page, Deque<String> waiting, Set<String> resources) {
        Document document = page(page);
        for (Element link : document.select("a[href]")) {
            String address = link.attr("href").replaceFirst("#.*", "");
            boolean own = address.startsWith("/") && !address.startsWith("/espace") && !address.startsWith("//");
            if (own && addresses.add(address)) {
                waiting.add(address);
            }
        }
        for (Element used : document.select("img[src], script[src], link[rel=stylesheet], source[srcset]")) {
            String address = used.hasAttr("href") ? used.attr("href") : used.attr("src");
            if (address.startsWith("/")) {
                resources.add(address);
            } else if (!address.isEmpty()) {
                wrong.put(page, "asks " + address);
            }
        }
    }
}
