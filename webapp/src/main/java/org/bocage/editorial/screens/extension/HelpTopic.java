package org.bocage.editorial.screens.extension;

/**
 * Extension point: a page of the help, whose text is {@code aide/<key>.ftlh} and whose words stand under
 * {@code authoring.help.<key>}.
 *
 * @param rank where it is read among the others, from 10 (« premiers pas ») to 100
 */
public record HelpTopic(String key, int rank) {}
