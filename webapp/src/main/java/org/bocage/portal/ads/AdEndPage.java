package org.bocage.portal.ads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code site/annonce-suite.ftlh}: what a link would do, or did.
 *
 * @param gesture {@code prolonger}, {@code trouve}, {@code retirer} or {@code accord}
 * @param until the day up to which it would go on, « samedi 4 juillet »
 * @param reviewed whether going on is reviewed first
 * @param matches annonces that answer this one, which whoever found what they wanted may name
 * @param done whether it is done
 * @param with title of the other annonce, whose poster is asked to close it too; null when none was named
 * @param problem whether the annonce that was named is no longer there
 */
public record AdEndPage(
        String title,
        String gesture,
        String until,
        boolean reviewed,
        List<Match> matches,
        boolean done,
        @Nullable String with,
        boolean problem) {

    /** An annonce that answers another one. */
    public record Match(String id, String title, String who) {}
}
