package org.bocage.portal.setup;

import java.util.List;

/**
 * {@code essaimer.ftlh}: the kit that another network begins with.
 *
 * @param pages how many pages are in it
 * @param files files of the configuration and light modules of one's own in it
 * @param toRewrite pages whose texts name the network: the other one is asked to rewrite them
 * @param leftOut texts that name somebody, and stay
 * @param more how many such texts there are besides
 * @param named files that go along as they are, and name somebody
 */
public record IdentityPage(
        String address,
        int pages,
        List<String> files,
        List<String> toRewrite,
        List<StayingText> leftOut,
        int more,
        List<String> named) {

    /** Text that stays; {@code path} is that of its page. */
    public record StayingText(String path, String text) {}
}
