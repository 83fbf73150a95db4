package org.bocage.portal.fediverse.signature;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Signs requests with a key.
 *
 * @param keyId address at which the public key is read
 */
public record Signer(String keyId, PrivateKey key) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Returns the headers of a request without a body, by the draft. */
    public Map<String, String> get(URI address, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", DATE.format(now));
        String covered = "(request-target): get " + SignedRequest.target(address) + "\nhost: "
                + SignedRequest.authority(address) + "\ndate: " + DATE.format(now);
        headers.put("Signature", draft("(request-target) host date", covered));
        return headers;
    }

    /** Returns the headers of what is sent, by the draft. */
    public Map<String, String> post(URI address, byte[] body, Instant now) {
        String digest = "SHA-256=" + base64(DigestUtils.sha256(body));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", DATE.format(now));
        headers.put("Digest", digest);
        String covered = "(request-target): post " + SignedRequest.target(address) + "\nhost: "
                + SignedRequest.authority(address) + "\ndate: " + DATE.format(now) + "\ndigest: " + digest;
        headers.put("Signature", draft("(request-target) host date digest", covered));
        return headers;
    }

    /** Returns the headers of what is sent, by RFC 9421. */
    public Map<String, String> standardPost(URI address, byte[] body, Instant now) {
        String digest = "sha-256=:" + base64(DigestUtils.sha256(body)) + ":";
        String input = "(\"@method\" \"@target-uri\" \"content-digest\");created=" + now.getEpochSecond() + ";keyid=\""
                + keyId + "\";alg=\"rsa-v1_5-sha256\"";
        String covered = "\"@method\": POST\n\"@target-uri\": " + address + "\n\"content-digest\": " + digest
                + "\n\"@signature-params\": " + input;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Digest", digest);
        headers.put("Signature-Input", "sig1=" + input);
        headers.put("Signature", "sig1=:" + base64(sign(covered)) + ":");
        return headers;
    }

    private String draft(String names, String covered) {
        return "keyId=\"" + keyId + "\",algorithm=\"rsa-sha256\",headers=\"" + names + "\",signature=\""
                + base64(sign(covered)) + "\"";
    }

    private byte[] sign(String covered) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(covered.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Tells no key. */
    @Override
    public String toString() {
        return "Signer[" + keyId + "]";
    }
}
