package org.bocage.editorial.authoring.view;

/**
 * An instant as people read it.
 *
 * @param iso value of {@code <time datetime>}, ISO 8601
 * @param text the same in words, « 3 novembre 2026 à 14:05 », formatted for Europe/Paris
 */
public record Moment(String iso, String text) {}
