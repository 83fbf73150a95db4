package org.bocage.cms.definition.yaml;

import org.bocage.cms.definition.files.Problem;

/** Problem that makes a definition unusable. */
public final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Fault(Problem problem) {
        super(problem.file() + ": " + problem.sentence());
        this.problem = problem;
    }

    public static Fault severe(Raw.Spot spot, String key, Object... arguments) {
        return new Fault(Report.problem(Problem.Severity.SEVERE, spot, "/", key, arguments));
    }

    Problem problem() {
        return problem;
    }
}
