package org.bocage.e2e;

import java.lang.ref.SoftReference;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pages that a visitor finds by following every link from the home page, but for the filters of far months ({@link #isWalked}).
 *
 * @param addresses of all that links lead to, pages or not
 * @param pages the HTML of the pages, by address
 * @param resources that pages are made with: pictures in each of their sizes, style sheets, scripts
 * @param wrong what is wrong, by address
 * @param parsed pages that were read before, as long as there is room for them
 */
record Crawl(
        Set<String> addresses,
        Map<String, String> pages,
        Set<String> resources,
        Map<String, String> wrong,
        Map<String, SoftReference<Document>> parsed) {

    /** The agenda near a commune, to which the page of each leads: that of one is tried with every other filter. */
    private static final Pattern NEAR = Pattern.compile("/agenda[^?]*[?](.*&)?pres=(?!guichen(&|$)).*");

    private static final Pattern FILTERED_MONTH = Pattern.compile("/agenda/mois/([0-9-]+)[?]");

    static Crawl of(Portal portal) {
        Browser visitor = new Browser(portal.port());
        Crawl crawl = new Crawl(
                new LinkedHashSet<>(Set.of("/")),
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                new HashMap<>());
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

    /** The page at an address, the same each time: who changes it takes a copy. */
    Document page(String address) {
        SoftReference<Document> before = parsed.get(address);
        Document page = before == null ? null : before.get();
        if (page == null) {
            page = Jsoup.parse(Objects.requireNonNull(pages.get(address), address));
            parsed.put(address, new SoftReference<>(page));
        }
        return page;
    }

    /** The first address of each kind of page: pages of one kind have the same classes on their body and on the parts of their content. */
    Set<String> ofEachKind() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String address : pages.keySet()) {
            Element body = page(address).body();
            kinds.putIfAbsent(body.className() + body.select("main > *").eachAttr("class"), address);
        }
        return new LinkedHashSet<>(kinds.values());
    }

    /** Complaints of the HTML checker, by address: of a page of each kind, and of all pages in a whole {@link Walk}. */
    Map<String, List<String>> invalid() {
        Map<String, List<String>> invalid = new LinkedHashMap<>();
        for (String address : Walk.isWhole() ? pages.keySet() : ofEachKind()) {
            List<String> errors = HtmlValidity.errors(Objects.requireNonNull(pages.get(address), address));
            if (!errors.isEmpty()) {
                invalid.put(address, errors);
            }
        }
        return invalid;
    }

    /** Links lead to pictures, too. */
    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private void follow(String page, Deque<String> waiting) {
        Document document = page(page);
        for (Element link : document.select("a[href]")) {
            String address = link.attr("href").replaceFirst("#.*", "");
            boolean own = address.startsWith("/")
                    && !address.startsWith("/espace")
                    && !address.startsWith("//")
                    && isWalked(address);
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

    /** Whether a link is followed: each month has the same filters, of which those of two are tried unless the {@link Walk} is whole. */
    static boolean isWalked(String address) {
        Matcher month = FILTERED_MONTH.matcher(address);
        if (Walk.isWhole()) {
            return true;
        }
        if (!month.lookingAt()) {
            return !NEAR.matcher(address).matches();
        }
        YearMonth now = YearMonth.now(ZoneId.of("Europe/Paris"));
        return List.of(now.toString(), now.plusMonths(1).toString()).contains(month.group(1));
    }

    /** What a page is made with comes from here. */
    private void ask(String page, String address) {
        if (address.startsWith("/") && !address.startsWith("//")) {
            resources.add(address.replaceFirst("#.*", ""));
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
