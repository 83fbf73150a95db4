package org.bocage.cms.outgoing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Asks other servers for something. Whatever address it is, and whoever gave it: only what is everybody's is gone to, checked on
 * the address that the connection is made to, again after each redirection; there is no other way out of the portal.
 */
public final class OutgoingHttp implements Closeable {

    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;

    private final AddressPolicy guard;
    private final Limits limits;
    private final Supplier<String> userAgent;
    /** Made when it is first needed: a start has no use for it. */
    private @Nullable CloseableHttpClient client;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "outgoing-limit");
        thread.setDaemon(true);
        return thread;
    });

    OutgoingHttp(AddressPolicy guard, Limits limits, Supplier<String> userAgent) {
        this.guard = guard;
        this.limits = limits;
        this.userAgent = userAgent;
    }

    /** Returns one that does not say whose portal asks; the caller closes it. */
    public OutgoingHttp ofNobody() {
        return new OutgoingHttp(guard, limits, () -> "Bocage");
    }

    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = HttpClients.custom()
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .setDnsResolver(guard)
                            .setDefaultConnectionConfig(ConnectionConfig.custom()
                                    .setConnectTimeout(Timeout.of(limits.connect()))
                                    .setSocketTimeout(Timeout.of(limits.total()))
                                    .build())
                            .build())
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setRedirectsEnabled(false)
                            .setAuthenticationEnabled(false)
                            .setResponseTimeout(Timeout.of(limits.total()))
                            .build())
                    .setConnectionReuseStrategy((request, response, context) -> false)
                    .disableAutomaticRetries()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .disableRedirectHandling()
                    .build();
        }
        return client;
    }

    /** Returns the reason to refuse an address before anybody goes there: how it is written, or where it leads today. */
    public Optional<RequestFailure> refusal(String address) {
        Optional<RequestFailure> written = guard.refusal(address);
        if (written.isPresent()) {
            return written;
        }
        URI uri = URI.create(address);
        try {
            guard.resolve(bare(uri.getHost()), AddressPolicy.port(uri));
            return Optional.empty();
        } catch (AddressPolicy.Refused e) {
            return Optional.of(RequestFailure.PRIVATE);
        } catch (UnknownHostException e) {
            // it may be there tomorrow
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Fetches something, unless it is still as the mark says. */
    public Answer get(String address, Answer.Mark known) {
        return get(address, known, limits.bytes());
    }

    /** Fetches something of another size than is usual, a picture. */
    public Answer get(String address, int bytes) {
        return get(address, Answer.Mark.NONE, bytes);
    }

    private Answer get(String address, Answer.Mark known, int bytes) {
        return get(address, at -> marks(known), bytes, limits.total());
    }

    private static Map<String, String> marks(Answer.Mark known) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!known.etag().isEmpty()) {
            headers.put("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            headers.put("If-Modified-Since", known.lastModified());
        }
        return headers;
    }

    /** Headers of a request. */
    @FunctionalInterface
    public interface Headers {

        /** Returns those for an address: the first one, or one that a server sent on to. */
        Map<String, String> of(String address);
    }

    /**
     * Fetches something with headers of one's own.
     *
     * @param bytes read at most
     * @param total waited at most
     */
    public Answer get(String address, Headers headers, int bytes, Duration total) {
        long deadline = System.nanoTime() + total.toNanos();
        String at = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Optional<RequestFailure> refusal = guard.refusal(at);
            if (refusal.isPresent()) {
                return new Answer.Nothing(refusal.get(), 0);
            }
            Step step = step(at, headers.of(at), bytes, deadline);
            if (step.answer().isPresent()) {
                return step.answer().get();
            }
            at = step.next();
        }
        return new Answer.Nothing(RequestFailure.REDIRECTS, 0);
    }

    /** When a host is asked. */
    public interface Turn {

        /** Before a question: returns when it may be asked. */
        void await(String host);

        /** Its answer came, or none did. */
        void answered(String host);
    }

    /**
     * Whether something is there for everybody: its head is asked for and, from a server that does not give it, its first byte.
     *
     * @param turn told of each question: whoever is polite waits there
     * @return why it is not; empty when it is
     */
    public Optional<Answer.Nothing> missing(String address, Turn turn) {
        Optional<Answer.Nothing> head = look(HttpHead::new, address, turn);
        boolean told = head.isPresent()
                && (head.get().why() == RequestFailure.STATUS || head.get().why() == RequestFailure.CONNECTION);
        return told ? look(OutgoingHttp::firstByte, address, turn) : head;
    }

    private static HttpGet firstByte(String address) {
        HttpGet request = new HttpGet(address);
        request.setHeader("Range", "bytes=0-0");
        return request;
    }

    private Optional<Answer.Nothing> look(Function<String, HttpUriRequestBase> question, String address, Turn turn) {
        String at = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Optional<RequestFailure> refusal = guard.refusal(at);
            if (refusal.isPresent()) {
                return Optional.of(new Answer.Nothing(refusal.get(), 0));
            }
            String here = at;
            String host = URI.create(here).getHost();
            turn.await(host);
            long deadline = System.nanoTime() + limits.total().toNanos();
            Step step = ask(question.apply(here), deadline, response -> there(here, response));
            turn.answered(host);
            if (step.answer().isPresent()) {
                return step.answer().get() instanceof Answer.Nothing nothing ? Optional.of(nothing) : Optional.empty();
            }
            at = step.next();
        }
        return Optional.of(new Answer.Nothing(RequestFailure.REDIRECTS, 0));
    }

    private static Step there(String address, ClassicHttpResponse response) {
        int status = response.getCode();
        Header location = response.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new Step(Optional.empty(), next(address, location.getValue()));
        }
        return Step.of(status < 400 ? new Answer.Unchanged() : new Answer.Nothing(RequestFailure.STATUS, status));
    }

    /** Outcome of one request: an answer, or where else to ask. */
    private record Step(Optional<Answer> answer, String next) {

        static Step of(Answer answer) {
            return new Step(Optional.of(answer), "");
        }

        static Step of(RequestFailure refusal) {
            return of(new Answer.Nothing(refusal, 0));
        }
    }

    /**
     * Sends something. Nobody is followed who sends it elsewhere.
     *
     * @param total waited at most
     * @return why it was not taken; empty when it was
     */
    public Optional<Answer.Nothing> post(String address, byte[] body, Map<String, String> headers, Duration total) {
        Optional<RequestFailure> refusal = guard.refusal(address);
        if (refusal.isPresent()) {
            return Optional.of(new Answer.Nothing(refusal.get(), 0));
        }
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        Step step = ask(request, System.nanoTime() + total.toNanos(), response -> {
            int status = response.getCode();
            return Step.of(
                    status >= OK && status < 300
                            ? new Answer.Unchanged()
                            : new Answer.Nothing(RequestFailure.STATUS, status));
        });
        return step.answer().orElseThrow() instanceof Answer.Nothing nothing ? Optional.of(nothing) : Optional.empty();
    }

    private Step step(String address, Map<String, String> headers, int most, long deadline) {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        return ask(request, deadline, response -> read(address, most, response, request));
    }

    private Step ask(HttpUriRequestBase request, long deadline, HttpClientResponseHandler<Step> reading) {
        request.setHeader("User-Agent", userAgent.get());
        Future<?> end = clock.schedule(request::abort, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return client().execute(request, reading);
        } catch (TooMuch e) {
            return Step.of(RequestFailure.TOO_LARGE);
        } catch (AddressPolicy.Refused e) {
            return Step.of(RequestFailure.PRIVATE);
        } catch (UnknownHostException e) {
            return Step.of(RequestFailure.UNKNOWN_HOST);
        } catch (SSLException e) {
            return Step.of(isOver(deadline) ? RequestFailure.TOO_SLOW : RequestFailure.CERTIFICATE);
        } catch (IOException e) {
            boolean late = isOver(deadline) || e instanceof java.net.SocketTimeoutException;
            return Step.of(late ? RequestFailure.TOO_SLOW : RequestFailure.CONNECTION);
        } finally {
            end.cancel(false);
        }
    }

    private static boolean isOver(long deadline) {
        return System.nanoTime() - deadline >= 0;
    }

    private Step read(String address, int most, ClassicHttpResponse response, HttpUriRequestBase request)
            throws IOException, HttpException {
        int status = response.getCode();
        if (status == NOT_MODIFIED) {
            return Step.of(new Answer.Unchanged());
        }
        if (status >= 300 && status < 400) {
            Header location = response.getFirstHeader("Location");
            return location == null
                    ? Step.of(new Answer.Nothing(RequestFailure.STATUS, status))
                    : new Step(Optional.empty(), next(address, location.getValue()));
        }
        HttpEntity entity = response.getEntity();
        if (status != OK || entity == null) {
            return Step.of(new Answer.Nothing(RequestFailure.STATUS, status));
        }
        try (InputStream body = entity.getContent()) {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                // or else what follows would be read to its end, though it had none
                request.abort();
                throw new TooMuch();
            }
            return Step.of(new Answer.Content(
                    new Answer.Bytes(bytes),
                    entity.getContentType() == null ? "" : entity.getContentType(),
                    new Answer.Mark(header(response, "ETag"), header(response, "Last-Modified"))));
        }
    }

    /** Returns the address of a redirect; empty if it is none at all, which is refused as such at the next step. */
    private static String next(String address, String location) {
        try {
            return new URI(address).resolve(new URI(location)).toString();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        String value = header == null ? "" : header.getValue();
        return value.length() <= 200 ? value : "";
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("More came than is read");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        clock.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
