package org.bocage.e2e;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a visitor finds who follows every link from the home page.
 *
 * @param addresses of all that links lead to, pages or not
 * @param pages the HTML of the pages, by address
 * @param resources that pages are made with: pictures in each of their sizes, style sheets, scripts
 * @param wrong what is wrong, by address
 */
record Crawl(Set<String> addresses, Map<String, String> pages, Set<String> resources, Map<String, String> wrong) {

    static Crawl of(Portal portal) {
        Browser visitor = new Browser(portal.port());
        Crawl crawl = new Crawl(
                new LinkedHashSet<>(Set.of("/")), new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
        Deque<String> waiting = new ArrayDeque<>(crawl.addresses);
        while (!waiting.isEmpty()) {
            String page = waiting.remove();
            HttpResponse<String> answer = visitor.get(page);
            if (answer.statusCode() != 200) {
                crawl.wrong.put(page, "status " + answer.statusCode());
            } else if (isPage(answer)) {
                crawl.pages.put(page, answer.body());
                crawl.follow(page, waiting);
            }
        }
        crawl.resources.forEach(address -> {
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

    private void follow(String page, Deque<String> waiting) {
        Document document = page(page);
        for (Element link : document.select("a[href]")) {
            String address = link.attr("href").replaceFirst("#.*", "");
            boolean own = address.startsWith("/") && !address.startsWith("/espace") && !address.startsWith("//");
            if (own && addresses.add(address)) {
                waiting.add(address);
            }
        }
        for (Element used :
                document.select("img[src], source[src], script[src], video[poster], link[rel=stylesheet]")) {
            ask(page, used.attr(used.hasAttr("href") ? "href" : used.hasAttr("poster") ? "poster" : "src"));
        }
        for (Element used : document.select("[srcset], [imagesrcset]")) {
            candidates(used.attr(used.hasAttr("srcset") ? "srcset" : "imagesrcset"))
                    .forEach(address -> ask(page, address));
        }
    }

    /** What a page is made with comes from here. */
    private void ask(String page, String address) {
        if (address.startsWith("/") && !address.startsWith("//")) {
            resources.add(address);
        } else {
            wrong.put(page, "asks « " + address + " »");
        }
    }

    /** The addresses of a picture in its sizes, {@code /a 320w, /b 640w}: a browser asks for one of them, we do not know which. */
    static List<String> candidates(String srcset) {
        return Stream.of(srcset.strip().split(",\\s+"))
                .map(candidate -> candidate.strip().split("\\s+")[0])
                .toList();
    }
}
