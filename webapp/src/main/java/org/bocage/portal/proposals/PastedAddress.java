package org.bocage.portal.proposals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.FormFilling;
import org.bocage.editorial.security.RateLimit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Fills a form in from the address of a page that announces the same thing elsewhere; the address stays in the text, as its origin. */
@Component
class PastedAddress implements FormFilling {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int LONGEST = 1_000;
    private static final String EVENTS = "evenements";
    private static final String ADS = "annonces";
    private static final String ORGANISER = "organisateurs/nom";
    private static final int MOST_READERS = 10_000;

    private final OutgoingHttp outgoing;
    private final MessageSource messages;
    private final Clock clock;
    private final RateLimit reads;

    PastedAddress(
            OutgoingHttp outgoing,
            MessageSource messages,
            Clock clock,
            @Value("${bocage.forms.posts-per-hour:40}") int mostAnHour) {
        this.reads = new RateLimit(mostAnHour, Duration.ofHours(1), MOST_READERS, clock);
        this.outgoing = outgoing;
        this.messages = messages;
        this.clock = clock;
    }

    /** Returns a form that has an entry of each field with what was told in it. */
    static FormValues into(FormValues start, Map<String, String> told) {
        FormValues values = start;
        for (Map.Entry<String, String> one : told.entrySet()) {
            String path =
                    one.getKey().replace(ORGANISER, "organisateurs[0]/nom").replace('/', '.');
            values = values.with(path, one.getValue());
        }
        return values;
    }

    @Override
    public boolean isFor(String type) {
        return type.equals(EVENTS) || type.equals(ADS);
    }

    @Override
    public Filled read(String typed, String type, String reader) {
        String address = typed.strip();
        if (address.length() > LONGEST) {
            return refused("pasted.problem.adresse");
        }
        if (!reads.allows(reader)) {
            return refused(429, "pasted.problem.trop");
        }
        Answer answer = outgoing.get(address, Answer.Mark.NONE);
        if (answer instanceof Answer.Nothing nothing) {
            return refused("pasted." + nothing.why().key(), nothing.status());
        }
        if (!(answer instanceof Answer.Content content)) {
            return refused("pasted.problem.rien");
        }
        boolean isJob = type.equals(ADS);
        Instant now = clock.instant();
        PastedPage.Reading reading = new PastedPageReader(LocalDateTime.ofInstant(now, PARIS))
                .read(content.bytes().all(), content.contentType(), isJob);
        return reading instanceof PastedPage.Reading.Something something
                ? filled(something.page(), address, isJob)
                : refused("pasted.problem." + ((PastedPage.Reading.Nothing) reading).key());
    }

    private Filled refused(String key, Object... words) {
        return refused(422, key, words);
    }

    private Filled refused(int status, String key, Object... words) {
        String known = messages.getMessage(key, words, "", Locale.FRENCH);
        String sentence = known == null || known.isEmpty()
                ? messages.getMessage(key.replaceFirst("^pasted[.]", ""), words, Locale.FRENCH)
                : known;
        return new Filled(status, sentence, List.of(), List.of(), Map.of());
    }

    private Filled filled(PastedPage page, String address, boolean isJob) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("titre", page.title());
        if (isJob) {
            told.put("type", "emploi");
            told.put("structure/nom", page.organiser());
            told.put("cloture", page.closing().map(String::valueOf).orElse(""));
        } else {
            told.put("debut", page.start().map(INPUT::format).orElse(""));
            told.put("fin", page.end().map(INPUT::format).orElse(""));
            told.put("lieu/nom", page.place());
            told.put(ORGANISER, page.organiser());
        }
        told.put("description", html(page.description(), address));
        List<String> read = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> one : told.entrySet()) {
            String name = one.getKey().replace('/', '-');
            boolean isThere = one.getKey().equals("description")
                    ? !page.description().isEmpty()
                    : !one.getValue().isEmpty();
            if (isThere && !name.equals("type")) {
                read.add(name);
            } else if (!isThere && !name.equals("fin")) {
                missing.add(name);
            }
        }
        told.values().removeIf(String::isEmpty);
        missing.add("commune");
        if (!page.hasZone()) {
            read.add("sans-fuseau");
        }
        return new Filled(200, "", read, missing, told);
    }

    /** The text in paragraphs, and at its end a link to the page that it comes from. */
    private String html(String text, String address) {
        StringBuilder html = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                html.append(paragraph(HtmlUtils.htmlEscape(line, "UTF-8")));
            }
        }
        String shown = HtmlUtils.htmlEscape(address, "UTF-8");
        String link = "<a href=\"" + shown + "\">" + shown + "</a>";
        return html + paragraph(messages.getMessage("pasted.origin", new Object[] {link}, Locale.FRENCH));
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>";
    }
}
