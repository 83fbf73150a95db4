package org.bocage.portal.proposals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * An event or a job as the page of somebody else tells it to machines. Texts are plain, and empty when the page does not say.
 *
 * @param start on the clock of Paris; empty when the page says none, or a day without its hour
 * @param hasZone whether the page said in which zone; otherwise Paris is taken
 * @param closing last day to answer to a job
 */
record PastedPage(
        String title,
        Optional<LocalDateTime> start,
        Optional<LocalDateTime> end,
        boolean hasZone,
        String place,
        String organiser,
        String description,
        Optional<LocalDate> closing) {

    /** Result of reading a page. */
    sealed interface Reading {

        /** Content of the page. */
        record Something(PastedPage page) implements Reading {}

        /** Key of the reason why there is none. */
        record Nothing(String key) implements Reading {}
    }
}
