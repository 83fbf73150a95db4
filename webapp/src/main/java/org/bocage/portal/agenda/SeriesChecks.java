package org.bocage.portal.agenda;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.FormObjections;
import org.bocage.editorial.screens.extension.WriterAsides;
import org.bocage.editorial.view.FormPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says beside the form of a series that it changes all dates, and leads to the question of which ones to change. */
@Component
class SeriesChecks implements FormObjections, WriterAsides {

    private static final String LAST = "recurrence.jusquAu";
    /** Signs of a day in a form. */
    private static final int DAY = 10;

    private final MessageSource messages;

    SeriesChecks(MessageSource messages) {
        this.messages = messages;
    }

    /** A series that ends before it begins would be one date, and nobody would know. */
    @Override
    public Optional<Objection> objection(String type, FormValues values, FormValues before) {
        String last = values.text(LAST);
        String first = values.text("debut");
        return type.equals("evenements")
                        && last.length() >= DAY
                        && first.length() >= DAY
                        && last.substring(0, DAY).compareTo(first.substring(0, DAY)) < 0
                ? Optional.of(new Objection(LAST, say("agenda.series.backwards")))
                : Optional.empty();
    }

    @Override
    public List<FormPage.Aside> writerAsides(Node item) throws RepositoryException {
        if (!item.getPrimaryNodeType().getName().equals(EventDates.EVENT) || !SeriesController.isSeries(item)) {
            return List.of();
        }
        long dates = item.getNode("occurrences").getNodes().getSize();
        String address = "/espace/evenements/" + item.getIdentifier() + "/serie";
        return List.of(new FormPage.Aside(
                say("agenda.series.title"),
                List.of(say("agenda.series.all", dates)),
                List.of(),
                "",
                List.of(FormPage.AsideGesture.look(say("agenda.series.some"), address))));
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, Locale.FRENCH);
    }
}
