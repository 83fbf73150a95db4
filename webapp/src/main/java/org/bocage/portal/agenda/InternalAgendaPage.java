package org.bocage.portal.agenda;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code espace/agenda.ftlh}: what is not for the public, day by day.
 *
 * @param hasSecret whether this account's calendar reads it already
 * @param secret the whole address, told once, when it was just made
 * @param subscription the same for a calendar that opens it
 */
public record InternalAgendaPage(
        List<Line> lines,
        boolean hasSecret,
        @Nullable String secret,
        @Nullable String subscription) {

    /**
     * A date of an event.
     *
     * @param day « jeudi 4 juin 2026 »
     * @param hours « 18:30 – 20:00 »; empty for a whole day
     */
    public record Line(
            String day, String date, String hours, String title, String status, String place, String address) {}
}
