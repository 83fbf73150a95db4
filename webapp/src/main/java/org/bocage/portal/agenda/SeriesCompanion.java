package org.bocage.portal.agenda;

import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.authoring.Companion;
import org.bocage.editorial.authoring.view.FormPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says beside the form of a series that it changes all dates, and leads to the question of which ones to change. */
@Component
class SeriesCompanion implements Companion {

    private final MessageSource messages;

    SeriesCompanion(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<FormPage.Aside> ownAsides(Node item) throws RepositoryException {
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
