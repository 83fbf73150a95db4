package org.bocage.editorial.security.sessions;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param id by which it is ended; it lets nobody in
 * @param browser its name, such as Firefox; empty when it says none that we know
 * @param system what it runs on, such as Android; empty likewise
 * @param since when the person signed in there
 * @param seen when it last asked for something, within ten minutes
 * @param current whether it is the one that asks
 */
public record Device(String id, String browser, String system, Instant since, Instant seen, boolean current) {}
