package org.bocage.cms.repository.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;

/** Stops what swells when it is unpacked. Closing is left to whoever opened the file: it may be one of an archive. */
final class LimitedStream extends FilterInputStream {

    private final String file;
    private final long limit;
    private long read;

    LimitedStream(InputStream content, String file, long limit) {
        super(content);
        this.file = file;
        this.limit = limit;
    }

    /** How many bytes were read so far. */
    long count() {
        return read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = super.read(bytes, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    @Override
    public void close() {
        // not ours to close
    }

    private void count(int more) {
        read += more;
        if (read > limit) {
            throw new BootstrapRefused(Reason.TOO_LARGE, file, (limit >> 20) + " Mo");
        }
    }
}
