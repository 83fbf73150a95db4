package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.files.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/**
 * {@code /.resources/**}: files of the light modules. An address with the hash of the content
 * ({@code x~<hash>~cache.css}) is cached for ever, any other for an hour; what a style sheet refers to is named with its
 * hash, as pages name it. Definitions and scripts are not served.
 */
@Component
class WebResources {

    static final String PREFIX = "/.resources/";

    private static final Pattern CACHED = Pattern.compile("^(.*)~([^~/]+)~cache(\\.[^./~]+)?$");
    private static final Pattern PRIVATE =
            Pattern.compile(".*\\.(ya?ml|ftl|properties|cnd)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REFERENCE = Pattern.compile("url\\((\"?)([A-Za-z0-9_./-]+)(\\.[a-z0-9]+)\"?\\)");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String AN_HOUR = "public, max-age=3600";
    private static final Set<String> TEXT_TYPES =
            Set.of("application/javascript", "application/json", "application/manifest+json", "application/xml");
    private static final Map<String, String> MORE_TYPES = Map.of(
            "webmanifest", "application/manifest+json",
            "js", "text/javascript",
            "mjs", "text/javascript",
            "woff2", "font/woff2",
            "avif", "image/avif");

    private final DefinitionRegistry registry;
    private final Map<String, EncodedBody> bodies = new ConcurrentHashMap<>();

    WebResources(DefinitionRegistry registry) {
        this.registry = registry;
        registry.onReload(definitions -> bodies.clear());
    }

    /** Answers with the file of a decoded path, if there is one that may be served. */
    boolean answer(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = path.substring(PREFIX.length() - 1);
        Matcher cached = CACHED.matcher(wanted);
        boolean isCached = cached.matches();
        String plain = isCached ? cached.group(1) + (cached.group(3) == null ? "" : cached.group(3)) : wanted;
        Optional<Resource> found = PRIVATE.matcher(plain).matches()
                ? Optional.empty()
                : registry.current().resources().get(plain);
        if (found.isEmpty()) {
            return false;
        }
        Resource resource = found.get();
        boolean isExact = isCached && cached.group(2).equals(resource.hash());
        body(resource).write(request, response, isExact ? FOR_EVER : AN_HOUR);
        return true;
    }

    private EncodedBody body(Resource resource) throws IOException {
        EncodedBody known = bodies.get(resource.path());
        if (known == null) {
            try (InputStream in = resource.open()) {
                String type = contentType(resource.path());
                byte[] bytes = in.readAllBytes();
                boolean isStyle = type.startsWith("text/css");
                known = EncodedBody.ofFile(type, isCompressible(type), isStyle ? withHashes(resource, bytes) : bytes);
            }
            bodies.put(resource.path(), known);
        }
        return known;
    }

    /** Without this a font that a page preloads would be fetched again under the plain name that the style sheet knows. */
    private byte[] withHashes(Resource style, byte[] css) throws IOException {
        Matcher reference = REFERENCE.matcher(new String(css, StandardCharsets.UTF_8));
        StringBuilder named = new StringBuilder();
        while (reference.find()) {
            String path = Path.of(style.path())
                    .resolveSibling(reference.group(2) + reference.group(3))
                    .normalize()
                    .toString();
            Optional<Resource> target = registry.current().resources().get(path);
            String hash = target.isPresent() ? "~" + target.get().hash() + "~cache" : "";
            String url = "url(" + reference.group(1) + reference.group(2) + hash + reference.group(3)
                    + reference.group(1) + ")";
            reference.appendReplacement(named, Matcher.quoteReplacement(url));
        }
        return reference.appendTail(named).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String contentType(String path) {
        String type = MORE_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            type = MediaTypeFactory.getMediaType(path)
                    .orElse(MediaType.APPLICATION_OCTET_STREAM)
                    .toString();
        }
        return type.startsWith("text/") ? type + ";charset=UTF-8" : type;
    }

    private static boolean isCompressible(String type) {
        return type.startsWith("text/") || type.endsWith("+xml") || TEXT_TYPES.contains(type);
    }
}
