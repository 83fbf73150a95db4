package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Somebody without a mouse, who goes from control to control with the Tab key and presses what has the focus. */
public final class Keyboard {

    private static final int MOST = 300;

    private final ChromeDriver browser;

    public Keyboard(ChromeDriver browser) {
        this.browser = browser;
    }

    /** Goes on to the next control whose name holds these words. */
    public void reach(String words) {
        List<String> met = new ArrayList<>();
        for (int count = 0; count < MOST; count++) {
            type(Keys.TAB);
            String name = focused();
            if (name.contains(words)) {
                return;
            }
            met.add(name);
        }
        assertThat(met).as("reached with the Tab key").contains(words);
    }

    /** Presses the next control whose name holds these words. */
    public void press(String words) {
        reach(words);
        type(Keys.ENTER);
    }

    /** Ticks the next box whose name holds these words. */
    public void tick(String words) {
        reach(words);
        type(Keys.SPACE);
    }

    /** Writes into the next field whose name holds these words. */
    public void write(String name, String words) {
        reach(name);
        type(words);
    }

    /** Types where the focus is. */
    public void type(CharSequence keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    /** Returns the name of what has the focus, with plain spaces, or nothing when it goes while it is asked. */
    private String focused() {
        try {
            WebElement one = browser.switchTo().activeElement();
            String name = one.getAccessibleName();
            return (name == null ? "" : name).replaceAll("[\\s\u00a0\u202f]+", " ");
        } catch (StaleElementReferenceException e) {
            return "";
        }
    }
}
