package org.bocage.portal.fediverse;

import java.util.List;
import org.bocage.editorial.view.Moment;

/**
 * {@code fediverse.ftlh}.
 *
 * @param ready whether the site has an address that others reach
 * @param atRoot whether that address has no path: nobody would find it below one
 * @param waiting activities that were not taken by everybody yet
 * @param replies the latest ones
 */
public record FediversePage(
        String address,
        boolean on,
        boolean ready,
        boolean atRoot,
        List<Followed> actors,
        int waiting,
        List<Reply> replies) {

    /** An actor, and how many follow it. */
    public record Followed(String key, String handle, long followers) {}

    /** A reply; {@code address} is where its item is written. */
    public record Reply(String title, String address, String who, String text, Moment when) {}
}
