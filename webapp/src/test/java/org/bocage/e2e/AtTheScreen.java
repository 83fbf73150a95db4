package org.bocage.e2e;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;

/** Somebody at the screen of a portal, who finds things by the words they carry. */
public final class AtTheScreen {

    /** The words of an element, with plain spaces. */
    private static final String PLAIN = "normalize-space(translate(., '\u00a0\u202f', '  '))";

    private final ChromeDriver browser;
    private final String address;

    public AtTheScreen(ChromeDriver browser, Portal portal) {
        this(browser, portal.address());
    }

    /** At a portal of this address, without final slash. */
    public AtTheScreen(ChromeDriver browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** Goes to the private space as an account of the demo, whoever was there before. */
    public void signIn(String account) {
        signOut();
        signIn(account, "demo-bocage");
    }

    public void signOut() {
        go("/connexion");
        browser.manage().deleteAllCookies();
    }

    public void signIn(String name, String password) {
        go("/connexion");
        field("Nom ou adresse mail").sendKeys(name);
        field("Mot de passe").sendKeys(password, Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/espace"));
    }

    public void go(String path) {
        browser.get(address + path);
    }

    /** The control of a label. */
    public WebElement field(String label) {
        String id = browser.findElement(By.xpath("//main//label[" + PLAIN + "=\"" + label + "\"]"))
                .getDomAttribute("for");
        return browser.findElement(By.id(String.valueOf(id)));
    }

    /** The round or square box of the label with these words. */
    public WebElement ticks(String label) {
        WebElement words = browser.findElement(By.xpath("//main//label[" + PLAIN + "=\"" + label + "\"]"));
        String id = words.getDomAttribute("for");
        return id == null ? words.findElement(By.cssSelector("input")) : browser.findElement(By.id(id));
    }

    public WebElement button(String words) {
        return clickable("//main//button[contains(" + PLAIN + ",\"" + words + "\")]");
    }

    public WebElement link(String words) {
        return clickable("//main//a[contains(" + PLAIN + ",\"" + words + "\")]");
    }

    /** A link of what stands beside the text; the row above it is for narrow screens. */
    public WebElement linkBeside(String words) {
        return clickable("//main//aside//a[contains(" + PLAIN + ",\"" + words + "\")]");
    }

    /** Unfolds what carries these words. */
    public void unfold(String words) {
        clickable("//main//summary[contains(" + PLAIN + ",\"" + words + "\")]").click();
    }

    private WebElement clickable(String path) {
        return waiting().until(ExpectedConditions.elementToBeClickable(By.xpath(path)));
    }

    /** Clicks what leads to another page, and waits until it is there. */
    public void follow(WebElement what) {
        what.click();
        Chromium.untilLeft(browser, what);
    }

    /** Types over what a field holds. */
    public void type(WebElement field, String words) {
        field.clear();
        field.sendKeys(words);
    }

    /** What is read on the page, with plain spaces. */
    public String text() {
        return browser.findElement(By.tagName("body"))
                .getText()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    /** Waits through a page that goes while it is looked at. */
    public FluentWait<WebDriver> waiting() {
        return Chromium.waiting(browser).ignoring(StaleElementReferenceException.class);
    }

    /** Waits until these words are read. */
    public void reads(String words) {
        waiting().until(driver -> text().contains(words));
    }
}
