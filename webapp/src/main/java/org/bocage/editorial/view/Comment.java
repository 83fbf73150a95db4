package org.bocage.editorial.view;

import org.jspecify.annotations.Nullable;

/** A remark of the review: on the whole item, or on a field (its form name and its label). */
public record Comment(
        String who,
        Moment when,
        String text,
        @Nullable String field,
        @Nullable String fieldLabel) {}
