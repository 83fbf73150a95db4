package org.bocage.portal.seats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.screens.extension.WriterAsides;
import org.bocage.editorial.view.FormPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says beside the form of an event how many come. */
@Component
class SeatAside implements WriterAsides {

    private static final int SHOWN = 5;

    private final Seats seats;
    private final Gatherings gatherings;
    private final MessageSource messages;

    SeatAside(Seats seats, Gatherings gatherings, MessageSource messages) {
        this.seats = seats;
        this.gatherings = gatherings;
        this.messages = messages;
    }

    @Override
    public List<FormPage.Aside> writerAsides(Node item) throws RepositoryException {
        List<Gathering> dates = gatherings.of(item.getIdentifier());
        if (dates.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Gathering one : dates) {
            Seats.Count count = seats.count(one);
            if (count.seated() + count.asked() > 0 && lines.size() < SHOWN) {
                lines.add(say("seats.count", one.when(), count.seated(), one.seats(), count.waiting(), count.asked()));
            }
        }
        if (lines.isEmpty()) {
            lines.add(say("seats.nobody"));
        }
        return List.of(new FormPage.Aside(
                say("seats.title"),
                lines,
                List.of(),
                "",
                List.of(FormPage.AsideGesture.look(
                        say("seats.list"), SeatListController.ADDRESS + item.getIdentifier()))));
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, Locale.FRENCH);
    }
}
