package org.bocage.portal.agenda;

import java.time.Instant;
import java.util.List;

/**
 * Event as a calendar shows it. Texts are plain, and empty when not given.
 *
 * @param uid the same for ever
 * @param sequence rises when date, place or status change
 * @param status as typed: {@code prevu}, {@code annule}, {@code reporte}, {@code complet}
 * @param categories who proposes it, what it is about
 * @param address of its page
 * @param online where one meets on line
 * @param picture address of its picture
 */
record CalendarEntry(
        String uid,
        long sequence,
        Instant changed,
        String title,
        String description,
        String place,
        String status,
        List<String> categories,
        String contact,
        String address,
        String online,
        String picture,
        CalendarTimes times) {}
