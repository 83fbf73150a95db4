package org.bocage.editorial.view;

import org.jspecify.annotations.Nullable;

/** {@code reprise.ftlh}: one button sends the kept form again; the heading names what was being written when that is known. */
public record ResumePage(KeptForm kept, @Nullable String title) {}
