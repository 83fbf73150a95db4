package org.bocage.editorial.view;

/** Main action of a screen: « Écrire une actu » (label of the type's app, key {@code <type>.create}) and its address. */
public record CreateLink(String label, String address) {}
