package org.bocage.cms.repository.exchange;

/**
 * A value of a bootstrap file whose JCR type its text does not tell.
 *
 * @param type of {@link javax.jcr.PropertyType}
 * @param text what it holds
 */
public record TypedText(int type, String text) {}
