package org.bocage.e2e;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.naming.OperationNotSupportedException;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Accessibility check of the page that a browser shows, by the rules of axe. Only violations leave the browser, as one text: the
 * nodes that pass, handed over one by one, take longer than all rules.
 */
public final class Axe {

    private static final String SCRIPT = script();
    private static final String RUN = "const [left, options] = arguments;"
            + "return axe.run({exclude: left}, options).then(found => JSON.stringify(found.violations))";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> options = new LinkedHashMap<>(Map.of("resultTypes", List.of("violations")));
    private final List<List<String>> left = new ArrayList<>();

    private Axe() {}

    /** Returns a check by the rules that apply by default. */
    public static Axe check() {
        return new Axe();
    }

    /** Checks by the rules of these tags alone. */
    public Axe withTags(List<String> tags) {
        options.put("runOnly", Map.of("type", "tag", "values", tags));
        return this;
    }

    /** Checks by these rules, too. */
    public Axe withRules(List<String> rules) {
        options.put("rules", rules.stream().collect(Collectors.toMap(rule -> rule, rule -> Map.of("enabled", true))));
        return this;
    }

    /** Leaves out what a selector finds. */
    public Axe exclude(String selector) {
        left.add(List.of(selector));
        return this;
    }

    /** Returns the rules that the page breaks, each with the elements that do. */
    public List<Rule> violations(ChromeDriver browser) {
        browser.switchTo().defaultContent();
        bring(browser);
        try {
            return List.of(JSON.readValue(
                    String.valueOf(Objects.requireNonNull(browser.executeScript(RUN, left, options))), Rule[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings the rules into the page and its frames, but those left out, half a megabyte, unless an earlier check of the same page did. */
    private void bring(ChromeDriver browser) {
        if (!Boolean.TRUE.equals(browser.executeScript("return Boolean(window.axe && window.axe.run)"))) {
            browser.executeScript(SCRIPT);
        }
        String not = left.stream().flatMap(List::stream).collect(Collectors.joining(", "));
        for (WebElement frame :
                browser.findElements(By.cssSelector(not.isEmpty() ? "iframe" : "iframe:not(" + not + ")"))) {
            browser.switchTo().frame(frame);
            bring(browser);
            browser.switchTo().parentFrame();
        }
    }

    private static String script() {
        try {
            return new AxeBuilder().getAxeScriptProvider().getScript();
        } catch (IOException | OperationNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
