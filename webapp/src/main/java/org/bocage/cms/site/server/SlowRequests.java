package org.bocage.cms.site.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's HTTP, which also ends requests that come too slowly as a whole: Tomcat counts from one byte to the next, and one a
 * second would hold a connection, or a thread, for ever. A request may be waited for as long as {@code
 * server.tomcat.connection-timeout}, and longer the more of its body came; of the threads, no more than half are left waiting for
 * bodies. Public because Tomcat makes it by its name.
 */
public final class SlowRequests extends Http11NioProtocol {

    private static final Logger log = LoggerFactory.getLogger(SlowRequests.class);
    private static final long TICK = 250;
    /** Rate at which bytes received extend the time allowed: one byte a millisecond, a kilobyte a second. */
    private static final long BYTES_PER_MILLISECOND = 1;

    /** Requests that began and were not wholly answered, by their connections. */
    final Map<NioSocketWrapper, Incoming> incoming = new ConcurrentHashMap<>();

    private @Nullable ScheduledFuture<?> watch;

    public SlowRequests() {
        super(new CountingEndpoint());
    }

    /** A request, and for how many milliseconds its bytes were seen to be waited for. */
    static final class Incoming {

        private final NioSocketWrapper connection;
        private final Request request;
        private final long receivedBefore;
        private long start;
        private long waited;

        Incoming(NioSocketWrapper connection, Request request) {
            this.connection = connection;
            this.request = request;
            this.receivedBefore = CountingChannel.received(connection);
        }

        /** Whether its bytes are waited for now; the time is of the present request of the connection. */
        boolean look() {
            if (start != request.getStartTimeNanos()) {
                start = request.getStartTimeNanos();
                waited = 0;
            }
            boolean waits = connection.interestOpsHas(SelectionKey.OP_READ);
            waited += waits ? TICK : 0;
            return waits;
        }

        /** Whether a thread is busy with it. */
        boolean isServed() {
            int stage = request.getRequestProcessor().getStage();
            return stage == Constants.STAGE_SERVICE || stage == Constants.STAGE_ENDINPUT;
        }

        long waited() {
            return waited;
        }

        boolean isLate(long limit) {
            return waited > limit + (CountingChannel.received(connection) - receivedBefore) / BYTES_PER_MILLISECOND;
        }

        /**
         * Ends its input: whoever waits for its bytes, a thread or Tomcat's poller, gets no more and closes the
         * connection. Tomcat may be closing it at the same time: then there is no channel any more.
         */
        void end() {
            try {
                SocketChannel channel = connection.getSocket().getIOChannel();
                if (channel != null) {
                    channel.shutdownInput();
                }
            } catch (IOException e) {
                log.debug("The client went away", e);
            } catch (RuntimeException e) {
                log.warn("A request that came too slowly could not be ended", e);
            }
        }
    }

    /**
     * Counts what comes, also a body that nobody asks for: Tomcat passes over it to have its answer read, and counts it as no
     * request's.
     */
    private static final class CountingChannel extends NioChannel {

        private final AtomicLong received = new AtomicLong();

        CountingChannel(SocketBufferHandler buffers) {
            super(buffers);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int count = super.read(into);
            received.addAndGet(Math.max(0, count));
            return count;
        }

        /** Returns how many bytes came, those of connections before this one included: channels are used again. */
        static long received(NioSocketWrapper connection) {
            return connection.getSocket() instanceof CountingChannel channel ? channel.received.get() : 0;
        }
    }

    private static final class CountingEndpoint extends NioEndpoint {

        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return new CountingChannel(buffers);
        }
    }

    private static final class Watched extends Http11Processor {

        private final Map<NioSocketWrapper, Incoming> incoming;

        Watched(AbstractHttp11Protocol<?> protocol, Adapter adapter, Map<NioSocketWrapper, Incoming> incoming) {
            super(protocol, adapter);
            this.incoming = incoming;
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (!(socket instanceof NioSocketWrapper connection)) {
                return super.service(socket);
            }
            incoming.computeIfAbsent(connection, key -> new Incoming(key, request));
            boolean isIncomplete = false;
            try {
                SocketState state = super.service(socket);
                isIncomplete = state == SocketState.LONG && !isAsync();
                return state;
            } finally {
                if (!isIncomplete) {
                    incoming.remove(connection);
                }
            }
        }
    }

    @Override
    protected Processor createProcessor() {
        return new Watched(this, getAdapter(), incoming);
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::look, TICK, TICK, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    void look() {
        incoming.keySet().removeIf(SocketWrapperBase::isClosed);
        List<Incoming> waiting =
                incoming.values().stream().filter(Incoming::look).toList();
        List<Incoming> late = waiting.stream()
                .filter(one -> one.isLate(getConnectionTimeout()))
                .toList();
        List<Incoming> bodies = waiting.stream()
                .filter(one -> one.isServed() && !late.contains(one))
                .sorted(Comparator.comparingLong(Incoming::waited).reversed())
                .toList();
        List<Incoming> tooMany = bodies.subList(0, Math.max(0, bodies.size() - getMaxThreads() / 2));
        late.forEach(Incoming::end);
        tooMany.forEach(Incoming::end);
        if (!late.isEmpty() || !tooMany.isEmpty()) {
            log.warn("{} requests came too slowly and were ended", late.size() + tooMany.size());
        }
    }
}
