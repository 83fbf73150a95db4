package org.bocage.editorial.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.bocage.e2e.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** Texts pasted into the editor, as the programs that people copy from put them on the clipboard. */
class PasteInBrowserTests {

    private static final String TABLE = "Un tableau a été collé : chacune de ses lignes est ici un point de liste.";
    private static final String PICTURE = "Une image collée n’a pas été prise : mettez-la par le bouton « Photo ».";

    private static SpaceServer server;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        server = new SpaceServer();
        browser = Chromium.open(Files.createTempDirectory("collage-chromium"));
    }

    @AfterAll
    static void close() {
        browser.quit();
        server.close();
    }

    @BeforeEach
    void an_empty_text() {
        browser.get(server.address("semaine"));
        browser.executeScript("localStorage.clear()");
        browser.get(server.address("formulaire"));
        browser.findElement(By.name("titre")).click();
        Chromium.waiting(browser).until(ExpectedConditions.elementToBeClickable(By.className("ProseMirror")));
        Chromium.complaints(browser);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "libreoffice   | " + TABLE + " " + PICTURE,
                "google-docs   | " + TABLE + " " + PICTURE,
                "google-sheets | " + TABLE,
                "gmail         | ''",
                "outlook       | " + PICTURE,
                "thunderbird   | ''",
                "word-web      | ''",
            })
    void what_a_program_copies_stays_paragraphs_lists_and_links(String program, String told) throws IOException {
        paste(copied(program + ".html"));
        assertThat(richText()).isEqualTo(copied(program + ".expected.html").replace("\n", ""));
        assertThat(told()).isEqualTo(told);
        assertThat(Chromium.complaints(browser)).noneMatch(one -> one.contains("Content Security Policy"));
    }

    @Test
    void what_was_copied_in_the_editor_comes_back_as_it_was() {
        paste("<h2>Un four</h2><p>On allume.</p><ul><li><p>un bol</p></li><li><p>une cuillère</p></li></ul>");
        String written = richText();
        var editor = browser.findElement(By.className("ProseMirror"));
        editor.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "x"));
        assertThat(richText()).isEmpty();
        editor.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        assertThat(richText()).isEqualTo(written);
    }

    @Test
    void a_table_that_lays_out_gives_way_to_what_stands_in_it() {
        paste("<table><tr><td><table><tr><td>18 h</td><td>soupe</td></tr></table></td>"
                + "<td><h2>Le programme</h2><p>On vient à pied.</p></td></tr></table>");
        assertThat(richText())
                .isEqualTo("<ul><li><p>18 h – soupe</p></li></ul><h2>Le programme</h2><p>On vient à pied.</p>");
    }

    @Test
    void points_below_a_point_without_words_are_kept() {
        paste("<ul><li><p></p><ul><li><p>un bol</p></li></ul></li></ul>");
        assertThat(browser.findElement(By.className("ProseMirror")).getText()).contains("un bol");
    }

    @Test
    void a_paste_brings_no_more_than_the_site_shows() {
        browser.executeScript("""
                const data = new DataTransfer();
                data.setData('text/html', '<meta><style>p{color:red}</style><h1 style="color:red">Titre</h1><p class="MsoNormal" onclick="x()">'
                    + '<span style="font-weight:bold">gras</span> <a href="javascript:alert(1)">piège</a> <a href="https://exemple.org">lien</a>'
                    + '<img src="x"><iframe src="x"></iframe></p><table><tr><td>case</td></tr></table>');
                document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))""");
        assertThat(richText())
                .contains("<strong>gras</strong>")
                .contains("<a href=\"https://exemple.org\">lien</a>")
                .contains("case")
                .doesNotContain("javascript", "style", "class", "onclick", "<img", "<iframe", "<table", "<span", "<h1");
        assertThat(told()).contains("Une image collée n’a pas été prise");
    }

    @Test
    void lists_of_a_word_processor_stay_lists_and_a_table_becomes_one_and_says_so() {
        browser.executeScript("""
                const line = (level, sign, words) => `<p class=MsoListParagraph style='margin-left:${36 * level}pt;mso-list:l0 level${level} lfo1'>`
                    + `<![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${words}</p>`;
                const data = new DataTransfer();
                data.setData('text/html', '<p class=MsoNormal>On apporte :</p>' + line(1, '·', 'un bol') + line(1, '·', 'une <b>cuillère</b>')
                    + line(2, 'o', 'en bois') + line(1, '·', 'du pain') + '<p>Puis :</p>' + line(1, '1.', 'on mange') + line(1, '2.', 'on range')
                    + '<table><tr><td>18 h</td><td>soupe</td></tr><tr><td>20 h</td><td>bal</td></tr></table>');
                document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))""");
        assertThat(richText())
                .contains(
                        "<ul><li><p>un bol</p></li><li><p>une <strong>cuillère</strong></p><ul><li><p>en bois</p></li></ul></li><li><p>du pain</p></li></ul>")
                .contains("<ol><li><p>on mange</p></li><li><p>on range</p></li></ol>")
                .contains("<ul><li><p>18 h – soupe</p></li><li><p>20 h – bal</p></li></ul>")
                .doesNotContain("·", "<table", "Mso");
        assertThat(told()).contains("Un tableau a été collé");
    }

    @Test
    void a_picture_of_the_library_stays_in_a_text_that_one_goes_on_writing_and_any_other_does_not() {
        browser.executeScript("""
                const data = new DataTransfer();
                data.setData('text/html', '<p>Avant <img src="/dam/jcr:b0ca0006-0000-4000-8000-000000000001/four.jpg" alt="Le four" onerror="x()"> après'
                    + '<img src="https://exemple.org/espion.gif"><img src="/dam/../espace/x"></p>');
                document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))""");
        assertThat(richText())
                .contains("<img src=\"/dam/jcr:b0ca0006-0000-4000-8000-000000000001/four.jpg\" alt=\"Le four\">")
                .doesNotContain("espion", "onerror", "..");
    }

    /** Pastes markup at the cursor, as a press on Ctrl and V does. */
    private static void paste(String html) {
        browser.executeScript("""
                const data = new DataTransfer();
                data.setData('text/html', arguments[0]);
                document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))""", html);
    }

    private static String copied(String name) throws IOException {
        try (InputStream file = PasteInBrowserTests.class.getResourceAsStream("/paste/" + name)) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String richText() {
        return String.valueOf(browser.findElement(By.name("corps")).getDomProperty("value"));
    }

    private static String told() {
        return browser.findElement(By.cssSelector(".editeur [role=status]"))
                .getText()
                .replace('\u00a0', ' ');
    }
}
