package org.bocage.portal.setup;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line each what is wrong with the file that sets the portal up. */
class BrokenAnswersLines extends AbstractFailureAnalyzer<BrokenAnswers> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BrokenAnswers cause) {
        String lines = cause.problems().stream()
                .map(one -> (one.line() > 0 ? BrokenAnswers.say("line", String.valueOf(one.line())) : "")
                        + (one.where().isEmpty() ? "" : one.where() + "\u00a0: ")
                        + one.sentence())
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(BrokenAnswers.say("refused") + "\n" + lines, null, root);
    }
}
