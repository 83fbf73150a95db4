package org.bocage.editorial.authoring.view;

import org.jspecify.annotations.Nullable;

/** {@code reprise.ftlh}: one button sends the kept form again; {@code title} is its field {@code titre} when it has one. */
public record ResumePage(KeptForm kept, @Nullable String title) {}
