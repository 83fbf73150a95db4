package org.bocage.portal.forms;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody without an account: fills forms as a browser sends them, and reads their mail. */
public final class Stranger {

    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+(/\\S+)");
    private static final String BOUNDARY = "xYzZY";

    private final Browser browser;
    private final GreenMail mails;

    public Stranger(int port, GreenMail mails) {
        this.browser = new Browser(port);
        this.mails = mails;
    }

    public Browser browser() {
        return browser;
    }

    /** Sends a form of the site with what was typed; a field of no value is left out. */
    public HttpResponse<String> send(String address, Map<String, String> typed) {
        return send(address, typed, Map.of());
    }

    public HttpResponse<String> send(String address, Map<String, String> typed, Map<String, byte[]> files) {
        return answer(browser.get(address), typed, files);
    }

    /** Sends the form of a page. */
    public HttpResponse<String> answer(
            HttpResponse<String> page, Map<String, String> typed, Map<String, byte[]> files) {
        return answer(browser, page, typed, files);
    }

    /** Sends the form of a page from anybody's browser. */
    public static HttpResponse<String> answer(
            Browser browser, HttpResponse<String> page, Map<String, String> typed, Map<String, byte[]> files) {
        Element form = Objects.requireNonNull(Browser.page(page).selectFirst("main form.form"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element control : form.select("input[name]:not([type=file]):not([type=checkbox]):not([type=radio])")) {
            fields.put(control.attr("name"), control.attr("value"));
        }
        form.select("input[checked]").forEach(one -> fields.put(one.attr("name"), one.attr("value")));
        form.select("textarea[name]").forEach(one -> fields.put(one.attr("name"), one.wholeText()));
        form.select("select[name]")
                .forEach(one -> fields.put(
                        one.attr("name"), one.select("option[selected]").attr("value")));
        fields.putAll(typed);
        String action =
                form.hasAttr("action") ? form.attr("action") : page.uri().getPath();
        return browser.post(action, "multipart/form-data; boundary=" + BOUNDARY, body(fields, files));
    }

    private static byte[] body(Map<String, String> fields, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, bytes) -> part(body, "name=\"" + name + "\"; filename=\"photo.png\"", bytes));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String names, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** The last mail to an address whose subject or text has some words. */
    public String mail(String to, String words) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> read(to, words), text -> !text.isEmpty());
    }

    /** How many mails went to an address. */
    public int mails(String to) {
        return (int) Arrays.stream(mails.getReceivedMessages())
                .filter(message -> recipient(message).equals(to))
                .count();
    }

    private String read(String to, String words) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(message -> recipient(message).equals(to))
                .map(Stranger::text)
                .filter(text -> text.contains(words))
                .reduce((first, second) -> second)
                .orElse("");
    }

    /** Whether a mail goes to an address. */
    public static boolean goesTo(MimeMessage message, String address) {
        return recipient(message).equals(address);
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return Browser.plain(message.getSubject() + "\n" + message.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link that a mail holds. */
    public static String link(String mail) {
        Matcher link = LINK.matcher(mail);
        if (!link.find()) {
            throw new AssertionError("no link in " + mail);
        }
        return link.group(1);
    }

    public static String words(HttpResponse<String> response) {
        return Browser.plain(Browser.page(response).select("main").text());
    }

    public static List<String> problems(HttpResponse<String> response) {
        Document page = Browser.page(response);
        page.select("#a-revoir a").forEach(link -> {
            if (page.getElementById(link.attr("href").substring(1)) == null) {
                throw new AssertionError("the summary leads nowhere: " + link);
            }
        });
        return page.select("#a-revoir li").eachText().stream()
                .map(Browser::plain)
                .toList();
    }
}
