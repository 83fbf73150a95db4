package org.bocage.cms.repository.dates;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Days as one writes them in French: « 2 décembre », but « 1er décembre ». */
public final class FrenchDays {

    /** The day of a month that is named after it. */
    private static final Pattern DAY = Pattern.compile("(.*?)(?<![A-Za-z])d(?= MMMM?)(.*)");

    private static final Map<Long, String> NUMBERS = LongStream.rangeClosed(1, 31)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), day -> day == 1 ? "1er" : day.toString()));

    private FrenchDays() {}

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
