package org.bocage.editorial.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Run of a job that came to its end.
 *
 * @param failure null when it went well
 */
record JobRun(Instant began, @Nullable JobFailure failure) {}
