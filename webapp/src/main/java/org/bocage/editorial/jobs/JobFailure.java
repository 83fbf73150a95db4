package org.bocage.editorial.jobs;

/**
 * Failure of a run, as it is kept and shown.
 *
 * @param message the words of the machine
 * @param failures how many items failed; 0 when it was the run as a whole
 * @param tried of how many
 * @param named the first of them, by their names in the log
 */
public record JobFailure(String message, int failures, int tried, String named) {

    private static final int LONGEST = 500;

    public JobFailure {
        message = shortened(message);
        named = shortened(named);
    }

    static JobFailure of(Throwable problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return problem instanceof ItemByItem.FailedItems items
                ? new JobFailure(message, items.failures(), items.tried(), items.named())
                : new JobFailure(message, 0, 0, "");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
