package org.bocage.cms.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Bytes that are sent many times: compressed once for each encoding that somebody asks for, told apart by an ETag. */
public final class EncodedBody {

    private static final int WORTH_COMPRESSING = 256;
    /** Quality of what may soon be other bytes. */
    private static final int QUICK = 6;

    /** Quality of files, compressed once and sent as long as the portal runs. */
    private static final int THOROUGH = 11;

    private static final boolean BROTLI = Brotli4jLoader.isAvailable();

    /** Content codings, in order of preference. */
    private enum Coding {
        BROTLI("br"),
        GZIP("gzip"),
        IDENTITY("identity");

        private final String token;

        Coding(String token) {
            this.token = token;
        }
    }

    private final String contentType;
    private final boolean compressible;
    private final byte[] identity;
    private final String hash;
    private final String frames;
    private final int quality;
    private final Map<Coding, byte[]> encoded = new EnumMap<>(Coding.class);

    /**
     * @param compressible whether compression is worth trying; false for what is compressed already
     * @param identity the bytes as they are
     */
    public EncodedBody(String contentType, boolean compressible, byte[] identity) {
        this(contentType, compressible, identity, "", QUICK);
    }

    private EncodedBody(String contentType, boolean compressible, byte[] identity, String frames, int quality) {
        this.frames = frames;
        this.quality = quality;
        this.contentType = contentType;
        this.compressible = compressible && identity.length >= WORTH_COMPRESSING;
        this.identity = identity;
        this.hash = hash(identity);
    }

    /** A page, which may show in frames what it names. */
    static EncodedBody ofPage(String contentType, String html) {
        return new EncodedBody(contentType, true, html.getBytes(StandardCharsets.UTF_8), FrameOrigins.of(html), QUICK);
    }

    /** A file of the theme, compressed as far as it goes. */
    static EncodedBody ofFile(String contentType, boolean compressible, byte[] bytes) {
        return new EncodedBody(contentType, compressible, bytes, "", THOROUGH);
    }

    /** Bytes it takes in memory, roughly. */
    public int weight() {
        return identity.length * 2 + 500;
    }

    /** Answers with the bytes, or with 304 when the browser has them. */
    public void write(HttpServletRequest request, HttpServletResponse response, String cacheControl)
            throws IOException {
        request.setAttribute(FrameOrigins.ATTRIBUTE, frames);
        Coding coding = compressible ? coding(request.getHeader("Accept-Encoding")) : Coding.IDENTITY;
        String tag = "\"" + hash + (coding == Coding.IDENTITY ? "" : "-" + coding.token) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", cacheControl);
        if (compressible) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.equals("*") || known.contains(tag))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = bytes(coding);
        response.setContentType(contentType);
        if (coding != Coding.IDENTITY) {
            response.setHeader("Content-Encoding", coding.token);
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static Coding coding(@org.jspecify.annotations.Nullable String accepted) {
        if (accepted == null) {
            return Coding.IDENTITY;
        }
        String list = accepted.toLowerCase(Locale.ROOT);
        if (BROTLI && accepts(list, "br")) {
            return Coding.BROTLI;
        }
        return accepts(list, "gzip") ? Coding.GZIP : Coding.IDENTITY;
    }

    private static boolean accepts(String list, String token) {
        for (String one : list.split(",")) {
            String[] parts = one.strip().split("\\s*;\\s*");
            if (parts[0].equals(token)) {
                return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private byte[] bytes(Coding coding) {
        if (coding == Coding.IDENTITY) {
            return identity;
        }
        synchronized (encoded) {
            return encoded.computeIfAbsent(coding, this::encode);
        }
    }

    private byte[] encode(Coding coding) {
        try {
            if (coding == Coding.BROTLI) {
                return Encoder.compress(identity, Encoder.Parameters.create(quality));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(identity.length / 3);
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(identity);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(DigestUtils.sha256(bytes), 0, 8);
    }
}
