package org.bocage.cms.repository.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Days and hours as one writes them in French: « 2 décembre », but « 1er décembre »; « 18 h 30 », but « 8 h ». */
public final class FrenchDays {

    /** The day of a month that is named after it. */
    private static final Pattern DAY = Pattern.compile("(.*?)(?<![A-Za-z])d(?= MMMM?)(.*)");

    private static final Map<Long, String> NUMBERS = LongStream.rangeClosed(1, 31)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), day -> day == 1 ? "1er" : day.toString()));

    private static final DateTimeFormatter WEEKDAY = format("EEEE d MMMM yyyy");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H'\u00a0h'", Locale.FRENCH);
    private static final DateTimeFormatter HOUR_AND_MINUTES =
            DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRENCH);

    private FrenchDays() {}

    /** Returns an hour of the day, « 18 h 30 », or « 8 h » on the hour. */
    public static String hour(LocalTime time) {
        return (time.getMinute() == 0 ? HOUR : HOUR_AND_MINUTES).format(time);
    }

    /** Returns a day and an hour, « mardi 1er décembre 2026, 18 h 30 ». */
    public static String moment(LocalDateTime moment) {
        return WEEKDAY.format(moment) + ", " + hour(moment.toLocalTime());
    }

    /** Returns a day, or a day and an hour, that is written as ISO 8601 has it, in words; what is neither as it is. */
    public static String words(String iso) {
        try {
            return iso.contains("T") ? moment(LocalDateTime.parse(iso)) : WEEKDAY.format(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    /** A formatter of a pattern of {@link DateTimeFormatter}, {@code EEEE d MMMM}; one without such a day is as it always is. */
    public static DateTimeFormatter format(String pattern) {
        Matcher day = DAY.matcher(pattern);
        if (!day.matches()) {
            return DateTimeFormatter.ofPattern(pattern, Locale.FRENCH);
        }
        return new DateTimeFormatterBuilder()
                .appendPattern(day.group(1))
                .appendText(ChronoField.DAY_OF_MONTH, NUMBERS)
                .appendPattern(day.group(2))
                .toFormatter(Locale.FRENCH);
    }
}
