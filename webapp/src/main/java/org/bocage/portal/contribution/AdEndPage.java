package org.bocage.portal.contribution;

/**
 * {@code site/annonce-suite.ftlh}: what a link would do, or did.
 *
 * @param gesture {@code prolonger}, {@code trouve} or {@code retirer}
 * @param until the day up to which it would go on, « samedi 4 juillet »
 * @param reviewed whether going on is reviewed first
 * @param done whether it is done
 */
public record AdEndPage(String title, String gesture, String until, boolean reviewed, boolean done) {}
