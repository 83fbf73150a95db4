package org.bocage.cms.dam.uploads;

import java.util.List;
import org.bocage.cms.dam.decoding.Refusal;
import org.springframework.context.MessageSourceResolvable;

/**
 * A file that may not enter the store, as a message that a {@link org.springframework.context.MessageSource} resolves.
 *
 * @param fileName as the person knows it, on one line and of reasonable length
 * @param reason why
 * @param limits the figures the sentence quotes, in its order, after the file name
 */
public record RefusedFile(String fileName, Refusal reason, List<Object> limits)
        implements CheckedFile, MessageSourceResolvable {

    /** Keeps its own copy of the figures. */
    public RefusedFile {
        limits = List.copyOf(limits);
    }

    /** The same where only a picture is taken: what else may be sent elsewhere is of no help there. */
    public RefusedFile wherePictureIsAsked() {
        return reason == Refusal.NOT_ACCEPTED ? new RefusedFile(fileName, Refusal.UNKNOWN_PICTURE, limits) : this;
    }

    @Override
    public String[] getCodes() {
        return new String[] {reason.messageKey()};
    }

    @Override
    public Object[] getArguments() {
        Object[] arguments = new Object[limits.size() + 1];
        arguments[0] = fileName;
        for (int i = 0; i < limits.size(); i++) {
            arguments[i + 1] = limits.get(i);
        }
        return arguments;
    }
}
