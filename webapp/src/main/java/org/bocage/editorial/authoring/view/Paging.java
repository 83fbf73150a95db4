package org.bocage.editorial.authoring.view;

import org.jspecify.annotations.Nullable;

/** Where one is in a long list: pages count from 1; an address is null when there is no such page. */
public record Paging(
        int page,
        int pages,
        @Nullable String previous,
        @Nullable String next) {}
