package org.bocage.editorial.workflow.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/** Days on which people work in France: not weekends, not public holidays. */
final class WorkingDays {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<MonthDay> SAME_EVERY_YEAR = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private WorkingDays() {}

    /** How many working days have gone by since an instant, the day itself not counted. */
    static int since(Instant then, Instant now) {
        LocalDate last = LocalDate.ofInstant(now, PARIS);
        int count = 0;
        for (LocalDate day = LocalDate.ofInstant(then, PARIS).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isOne(day)) {
                count++;
            }
        }
        return count;
    }

    static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !SAME_EVERY_YEAR.contains(MonthDay.from(day))
                && !isOfEaster(day);
    }

    /** Easter Monday, Ascension Day, Whit Monday. */
    private static boolean isOfEaster(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return Set.of(easter.plusDays(1), easter.plusDays(39), easter.plusDays(50))
                .contains(day);
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 1876; Meeus, Astronomical Algorithms, 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
