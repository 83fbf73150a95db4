package org.bocage.cms.repository.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scheduled method that each machine runs for itself, for what it has in memory or in its home. The others are run by the one that
 * has the {@link Leadership}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEachMachine {}
