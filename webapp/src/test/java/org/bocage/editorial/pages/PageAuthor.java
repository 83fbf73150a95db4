package org.bocage.editorial.pages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who works on pages, without scripts: reads the outline, presses its buttons. */
final class PageAuthor {

    private final Browser browser;

    PageAuthor(int port, String account) {
        this.browser = new Browser(port);
        browser.signIn(account, "demo-bocage");
    }

    Browser browser() {
        return browser;
    }

    Document open(String page) {
        return browser.read("/espace/pages" + page);
    }

    /** The number of the state a page is in. */
    String revision(String page) {
        return open(page).select("#barre").attr("data-revision");
    }

    /** Makes a gesture on what the page is now. */
    HttpResponse<String> act(String page, String gesture, Map<String, String> fields) {
        return act(page, gesture, revision(page), fields);
    }

    /** Makes a gesture on what the page was at a revision. */
    HttpResponse<String> act(String page, String gesture, String revision, Map<String, String> fields) {
        Map<String, String> posted = new LinkedHashMap<>(
                Map.of("geste", gesture, "revision", revision, "_csrf", csrf("/espace/pages" + page)));
        posted.putAll(fields);
        return browser.post("/espace/pages" + page, posted);
    }

    HttpResponse<String> add(String page, String area, String template) {
        return act(page, "ajouter", Map.of("noeud", area, "composant", template));
    }

    /** Adds a text and fills it in; the answer is its key. */
    String addText(String page, String title, String text) {
        String key = key(add(page, "website:" + page + "/contenu", "portail:components/texte"));
        write(page, form(page, key), Map.of("titre", title, "texte", text));
        return key;
    }

    /** The form of something on a page, as it is now. */
    Document form(String page, String key) {
        return browser.read("/espace/pages" + page + "?fiche=" + encoded(key));
    }

    /** Sends a form back with some fields filled in. */
    HttpResponse<String> write(String page, Document form, Map<String, String> filled) {
        Map<String, String> fields = new LinkedHashMap<>();
        Element fiche = Objects.requireNonNull(form.getElementById("fiche"));
        for (Element input : fiche.select("input[name]:not([type=radio]):not([type=checkbox]):not([type=file])")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        for (Element area : fiche.select("textarea[name]")) {
            fields.put(area.attr("name"), area.wholeText());
        }
        for (Element choice : fiche.select("select[name]:has(option[selected])")) {
            fields.put(choice.attr("name"), choice.select("option[selected]").attr("value"));
        }
        fields.putAll(filled);
        return browser.post("/espace/pages" + page, fields);
    }

    /** Makes a page of texts below another one; the answer is its path. */
    String create(String title, String parent) {
        HttpResponse<String> made =
                tree("creer", Map.of("titre", title, "gabarit", "portail:pages/page", "sous", parent));
        String address = made.headers().firstValue("Location").orElseThrow();
        return address.substring(address.indexOf("/espace/pages") + "/espace/pages".length(), address.indexOf('?'));
    }

    /** A gesture in the tree of pages. */
    HttpResponse<String> tree(String gesture, Map<String, String> fields) {
        Map<String, String> posted = new LinkedHashMap<>(Map.of("geste", gesture, "_csrf", csrf("/espace/pages")));
        posted.putAll(fields);
        return browser.post("/espace/pages", posted);
    }

    private String csrf(String address) {
        Document page = browser.read(address);
        return Objects.requireNonNull(page.selectFirst("input[name=_csrf]")).attr("value");
    }

    /** The components of a page in their order: label and first words. */
    List<String> bricks(String page) {
        return open(page).select(".brique__nom").eachText();
    }

    String state(String page) {
        return open(page).select("#barre .pastille").text();
    }

    /** What a gesture that was taken is about. */
    static String key(HttpResponse<String> redirect) {
        String address = redirect.headers().firstValue("Location").orElseThrow();
        String query = address.replaceAll(".*[?&](?:fiche|choisi|perdu)=([^&]*).*", "$1");
        return URLDecoder.decode(query, StandardCharsets.UTF_8);
    }

    /** What was said instead. */
    static String refusal(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer)
                .select("#volet .bilan, main .bilan, .conflit")
                .text());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
