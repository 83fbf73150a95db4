package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Activations of somebody at a screen, counted: a press of a link, a button or a fold, a choice in a list, a form sent with the
 * Enter key. Typing is none. Controls are found by the words they carry.
 */
final class Presses {

    /** The control on the screen, of a part of the page, whose name begins with these words, or else holds them. */
    private static final String FIND = """
            const plain = text => text.replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim().toLowerCase();
            const seen = one => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
            const words = plain(arguments[0]);
            const all = [...document.querySelectorAll(arguments[1])]
                .flatMap(part => [...part.querySelectorAll('a[href], button, summary, label')])
                .filter(seen)
                .map(one => [one, plain(one.getAttribute('aria-label') || one.textContent)]);
            const found = all.find(([, name]) => name.startsWith(words)) ?? all.find(([, name]) => name.includes(words));
            found?.[0].scrollIntoView({block: 'center'});
            return found?.[0] ?? null;
            """;

    private final ChromeDriver browser;
    private final String address;
    private int count;

    Presses(ChromeDriver browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    int count() {
        return count;
    }

    /** Begins anew on a page. */
    void from(String path) {
        browser.get(address + path);
        count = 0;
    }

    /** Counts what was done by other means: a choice in a list, a suggestion, a file. */
    void chosen() {
        count++;
    }

    WebElement control(String words, String part) {
        Object found = browser.executeScript(FIND, words, part);
        assertThat(found).as("« %s » on %s", words, browser.getCurrentUrl()).isInstanceOf(WebElement.class);
        return (WebElement) Objects.requireNonNull(found);
    }

    void press(String words, String part) {
        control(words, part).click();
        count++;
    }

    /** Presses what leads to another page. */
    void follow(String words, String part) {
        leaveBy(control(words, part));
    }

    void followTo(String selector) {
        WebElement link = browser.findElement(By.cssSelector(selector));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", link);
        leaveBy(link);
    }

    private void leaveBy(WebElement link) {
        link.click();
        count++;
        Chromium.untilLeft(browser, link);
    }
}
