package org.bocage.cms.outgoing;

/** What another server answered. */
public sealed interface Answer {

    /**
     * What it gave.
     *
     * @param contentType as the server says; it may lie
     * @param mark to be given back with the next question
     */
    record Content(Bytes bytes, String contentType, Mark mark) implements Answer {}

    /** What was asked for is as it was. */
    record Unchanged() implements Answer {}

    /**
     * Nothing, and why; never a word of what was read.
     *
     * @param status what the server answered; 0 when it is not that
     */
    record Nothing(RequestFailure why, int status) implements Answer {}

    /** What a server marks a state of its content with; empty when it does not. */
    record Mark(String etag, String lastModified) {

        /** Nothing is known yet. */
        public static final Mark NONE = new Mark("", "");
    }

    /** Bytes as they were given, decoded. */
    final class Bytes {

        private final byte[] all;

        /** Takes bytes that nobody changes any more. */
        public Bytes(byte[] all) {
            this.all = all;
        }

        /** All of them. */
        public byte[] all() {
            return all.clone();
        }
    }
}
