package org.bocage.portal.setup;

import java.util.List;

/**
 * {@code essaimer.ftlh}: the kit that another network begins with.
 *
 * @param pages how many pages are in it
 * @param files files of the configuration and light modules of one's own in it
 * @param toRewrite pages whose texts name the network: the other one is asked to rewrite them
 * @param leftOut texts that name somebody, and stay
 */
public record IdentityPage(
        String address, int pages, List<String> files, List<String> toRewrite, List<StayingText> leftOut) {

    /** Text that stays; {@code path} is that of its page. */
    public record StayingText(String path, String text) {}
}
