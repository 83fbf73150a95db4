package org.bocage.cms.site.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers, in our words, requests that Tomcat refuses before the site sees them: an address that is no UTF-8, an encoded
 * slash. Public because Tomcat makes it by its name.
 */
public final class SoberErrorValve extends ErrorReportValve {

    /** Folder of the pages that need no store. */
    private static final String PAGES = "/org/bocage/cms/site/";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        byte[] page = page(status >= 500 ? "500.html" : status == 404 ? "404.html" : "400.html");
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Objects.requireNonNull(response.getReporter()).write(new String(page, StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The client went away", e);
        }
    }

    private static byte[] page(String name) {
        try (InputStream in = Objects.requireNonNull(SoberErrorValve.class.getResourceAsStream(PAGES + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
