package org.bocage.editorial.administration.settings;

import org.bocage.editorial.workflow.Actor;

/**
 * Event: somebody kept settings, which count on line.
 *
 * @param form name of the form
 */
public record SettingsKept(String form, Actor by) {}
