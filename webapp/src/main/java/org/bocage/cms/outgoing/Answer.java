package org.bocage.cms.outgoing;

/** Answer of another server. */
public sealed interface Answer {

    /**
     * Content that the server gave.
     *
     * @param contentType as the server says; it may lie
     * @param mark to be given back with the next question
     */
    record Content(Bytes bytes, String contentType, Mark mark) implements Answer {}

    /** The content is as it was when it was marked. */
    record Unchanged() implements Answer {}

    /**
     * Nothing, and why; never a word of what was read.
     *
     * @param status what the server answered; 0 when it is not that
     */
    record Nothing(RequestFailure why, int status) implements Answer {}

    /** Marks that a server gives a state of its content; empty when it gives none. */
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
