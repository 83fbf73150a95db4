package org.bocage.editorial.view;

import java.util.List;

/** {@code a-venir.ftlh}: what goes on line and off by itself, day by day. */
public record ComingPage(List<Day> days) {

    /** A day and what happens on it, in order. */
    public record Day(Moment day, List<Event> events) {}

    /** Scheduled change, of the kind {@code publie} or {@code retire}. */
    public record Event(Moment when, String kind, String title, String type, String address) {}
}
