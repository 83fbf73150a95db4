package org.bocage.start;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Writes what was understood of a failed start on standard error, without frame or stack trace. */
class StartFailureLine implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        PrintStream error = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        error.println(analysis.getDescription());
        if (analysis.getAction() != null) {
            error.println(analysis.getAction());
        }
    }
}
