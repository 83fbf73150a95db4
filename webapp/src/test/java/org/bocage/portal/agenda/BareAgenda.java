package org.bocage.portal.agenda;

import java.time.Clock;
import org.bocage.editorial.publishing.BareStores;
import org.bocage.editorial.publishing.ComputedFields;

/** Dates of events and their renewal, without a portal around. */
public final class BareAgenda {

    private BareAgenda() {}

    /** Writes the dates of an event. */
    public static ComputedFields dates(Clock clock) {
        return new EventDates(clock);
    }

    /** Writes all series on, as is done each night. */
    public static void renew(BareStores portal, Clock clock) {
        new SeriesRenewal(portal.stores(), portal.indexes(), new EventDates(clock), portal.projection()).renew();
    }
}
