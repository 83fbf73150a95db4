package org.bocage.portal.proposals;

import java.time.Clock;
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
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Fills a form in from the address of a page that announces the same thing elsewhere; the address stays in the text, as its origin. */
@Component
class PastedAddress {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int LONGEST = 1_000;
    private static final String EVENTS = "evenements";
    private static final String ADS = "annonces";

    private final OutgoingHttp outgoing;
    private final MessageSource messages;
    private final Clock clock;

    PastedAddress(OutgoingHttp outgoing, MessageSource messages, Clock clock) {
        this.outgoing = outgoing;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A form after an address was pasted.
     *
     * @param problem why nothing was read, in a sentence; empty when something was
     * @param read names of what was read
     * @param missing names of what the page did not say and the form wants
     * @param values of the form
     */
    record Filled(String problem, List<String> read, List<String> missing, FormValues values) {}

    /** Whether a form of this type may be filled in so. */
    static boolean isFor(String type) {
        return type.equals(EVENTS) || type.equals(ADS);
    }

    /** Reads the page once, and fills in what it says. */
    Filled fill(String typed, String type, FormValues values) {
        String address = typed.strip();
        if (address.length() > LONGEST) {
            return refused("pasted.problem.adresse", values);
        }
        Answer answer = outgoing.get(address, Answer.Mark.NONE);
        if (answer instanceof Answer.Nothing nothing) {
            return refused("pasted." + nothing.why().key(), values, nothing.status());
        }
        if (!(answer instanceof Answer.Content content)) {
            return refused("pasted.problem.rien", values);
        }
        boolean isJob = type.equals(ADS);
        Instant now = clock.instant();
        PastedPage.Reading reading = new PastedPageReader(LocalDateTime.ofInstant(now, PARIS))
                .read(content.bytes().all(), content.contentType(), isJob);
        return reading instanceof PastedPage.Reading.Something something
                ? filled(something.page(), address, isJob, values)
                : refused("pasted.problem." + ((PastedPage.Reading.Nothing) reading).key(), values);
    }

    /** Refuses to read one more page for now. */
    Filled tooMuch(FormValues values) {
        return refused("pasted.problem.trop", values);
    }

    private Filled refused(String key, FormValues values, Object... words) {
        String known = messages.getMessage(key, words, "", Locale.FRENCH);
        String sentence = known == null || known.isEmpty()
                ? messages.getMessage(key.replaceFirst("^pasted[.]", ""), words, Locale.FRENCH)
                : known;
        return new Filled(sentence, List.of(), List.of(), values);
    }

    private Filled filled(PastedPage page, String address, boolean isJob, FormValues values) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("titre", page.title());
        if (isJob) {
            told.put("type", "emploi");
            told.put("structure.nom", page.organiser());
            told.put("cloture", page.closing().map(String::valueOf).orElse(""));
        } else {
            told.put("debut", page.start().map(INPUT::format).orElse(""));
            told.put("fin", page.end().map(INPUT::format).orElse(""));
            told.put("lieu.nom", page.place());
            told.put("organisateurs[0].nom", page.organiser());
        }
        told.put("description", html(page.description(), address));
        List<String> read = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        FormValues filled = values;
        for (Map.Entry<String, String> one : told.entrySet()) {
            String name = one.getKey().replace("[0]", "").replace('.', '-');
            boolean isThere = one.getKey().equals("description")
                    ? !page.description().isEmpty()
                    : !one.getValue().isEmpty();
            if (isThere && !name.equals("type")) {
                read.add(name);
            } else if (!isThere && !name.equals("fin")) {
                missing.add(name);
            }
            if (!one.getValue().isEmpty()) {
                filled = filled.with(one.getKey(), one.getValue());
            }
        }
        missing.add("commune");
        if (!page.hasZone()) {
            read.add("sans-fuseau");
        }
        return new Filled("", read, missing, filled);
    }

    /** The text in paragraphs, and at its end the page that it comes from. */
    private String html(String text, String address) {
        String all = text + "\n" + messages.getMessage("pasted.origin", new Object[] {address}, Locale.FRENCH);
        StringBuilder html = new StringBuilder();
        for (String line : all.split("\n", -1)) {
            if (!line.isBlank()) {
                html.append("<p>").append(HtmlUtils.htmlEscape(line, "UTF-8")).append("</p>");
            }
        }
        return html.toString();
    }
}
