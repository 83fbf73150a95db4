package org.bocage.editorial.view;

import org.jspecify.annotations.Nullable;

/** Where one is in a long list: pages count from 1; an address is null when there is no such page. */
public record Paging(
        int page,
        int pages,
        @Nullable String previous,
        @Nullable String next) {

    /**
     * One page of a list whose address takes {@code page}.
     *
     * @param size how many lines a page has
     * @param address of the list, with its other parameters
     */
    public static Paging of(int page, int total, int size, String address) {
        int pages = Math.max(1, (total + size - 1) / size);
        String one = address + (address.indexOf('?') < 0 ? "?page=" : "&page=");
        return new Paging(page, pages, page > 1 ? one + (page - 1) : null, page < pages ? one + (page + 1) : null);
    }
}
