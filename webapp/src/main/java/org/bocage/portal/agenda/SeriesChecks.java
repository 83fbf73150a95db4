package org.bocage.portal.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.ValueKind;
import org.bocage.editorial.screens.extension.FormObjections;
import org.bocage.editorial.screens.extension.WriterAsides;
import org.bocage.editorial.view.FormPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks about dates of events that look wrong, says beside the form of a series that it changes all of them, and leads to the question of which ones to change. */
@Component
class SeriesChecks implements FormObjections, WriterAsides {

    private static final String FIRST = "debut";
    private static final String END = "fin";
    private static final String LAST = "recurrence.jusquAu";
    /** Signs of a day in a form. */
    private static final int DAY = 10;

    private final MessageSource messages;
    private final Clock clock;
    private final PartOfSeries parts;

    SeriesChecks(MessageSource messages, Clock clock, PartOfSeries parts) {
        this.parts = parts;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public Optional<Objection> objection(String type, FormValues values, FormValues before) {
        String last = values.text(LAST);
        String first = values.text(FIRST);
        if (!type.equals("evenements") || first.length() < DAY) {
            return Optional.empty();
        }
        // a series that ends before it begins would be one date, and nobody would know
        if (last.length() >= DAY && last.substring(0, DAY).compareTo(first.substring(0, DAY)) < 0) {
            return Optional.of(new Objection(LAST, say("agenda.series.backwards")));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Objection> question(
            String type, FormValues values, FormValues before, Predicate<String> isConfirmed) {
        if (!type.equals("evenements")) {
            return Optional.empty();
        }
        return Stream.of(FIRST, END)
                .filter(field -> !isConfirmed.test(field) && !values.text(field).equals(before.text(field)))
                .flatMap(field -> doubt(field, values).stream())
                .findFirst();
    }

    /** A day that is over, or an hour that the clocks go through twice. */
    private Optional<Objection> doubt(String field, FormValues values) {
        String typed = values.text(field);
        if (field.equals(FIRST)
                && typed.length() >= DAY
                && typed.substring(0, DAY).compareTo(LocalDate.now(clock).toString()) < 0
                && values.within("recurrence").isBlank()) {
            return Optional.of(new Objection(field, say("agenda.past", FrenchDays.words(typed))));
        }
        return ValueKind.ISO_DATE_TIME.isTwice(typed)
                ? Optional.of(new Objection(field, say("agenda.twice", FrenchDays.words(typed))))
                : Optional.empty();
    }

    @Override
    public List<FormPage.Aside> writerAsides(Node item) throws RepositoryException {
        if (!item.getPrimaryNodeType().getName().equals(EventDates.EVENT)) {
            return List.of();
        }
        String part = item.getIdentifier();
        List<FormPage.Aside> asides = new ArrayList<>();
        boolean isTaken = SeriesController.isTaken(item, clock.instant());
        parts.of(part, Identity.SYSTEM)
                .filter(whole -> !isTaken)
                .ifPresent(whole -> asides.add(new FormPage.Aside(
                        say("agenda.series.taken-out"),
                        List.of(say("agenda.series.taken-out.of", whole.title())),
                        List.of(),
                        "",
                        List.of(new FormPage.AsideGesture(
                                say("agenda.series.put-back"), "/espace/evenements/" + part + "/serie/remettre")))));
        if (SeriesController.isSeries(item)) {
            asides.add(series(item));
        }
        return asides;
    }

    private FormPage.Aside series(Node item) throws RepositoryException {
        long dates = item.getNode("occurrences").getNodes().getSize();
        String address = "/espace/evenements/" + item.getIdentifier() + "/serie";
        return new FormPage.Aside(
                say("agenda.series.title"),
                List.of(say("agenda.series.all", dates)),
                List.of(),
                "",
                List.of(FormPage.AsideGesture.look(say("agenda.series.some"), address)));
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, Locale.FRENCH);
    }
}
