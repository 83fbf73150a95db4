package org.bocage.cms.dam;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.dam.decoding.DecodingBusyException;
import org.bocage.cms.dam.decoding.UnreadableFileException;
import org.bocage.cms.dam.renditions.PictureView;
import org.bocage.cms.dam.renditions.Rendition;
import org.bocage.cms.dam.renditions.RenditionFormat;
import org.bocage.cms.dam.renditions.Renditions;
import org.bocage.cms.dam.renditions.ThemeVariations;
import org.bocage.cms.dam.renditions.Variation;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.SessionFunction;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sends assets and renditions at Magnolia's addresses (spec 7.6), of the published store and, below {@code /author}, of
 * the author store. What the reader may not read is absent.
 */
@Controller
class AssetController {

    private static final Logger log = LoggerFactory.getLogger(AssetController.class);
    private static final CacheControl FOR_ALL =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();
    /** Rights may end: the reader's browser asks again each time, and is told 304. */
    private static final CacheControl FOR_THE_READER = CacheControl.noCache().cachePrivate();

    /** In the place of an original of which only a part is shown. */
    private static final Variation CUT = Variation.wide("recadree", 2_560);

    private static final String VISITOR = Identity.anonymous(Set.of()).userId();
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    private static final String RETRY_SECONDS = "5";

    private final Stores stores;
    private final DefinitionRegistry registry;
    private final Assets assets;
    private final Renditions renditions;
    private final AssetReader reader;
    private final AssetHashes hashes = new AssetHashes();

    AssetController(
            Stores stores, DefinitionRegistry registry, Assets assets, Renditions renditions, AssetReader reader) {
        this.stores = stores;
        this.registry = registry;
        this.assets = assets;
        this.renditions = renditions;
        this.reader = reader;
    }

    @GetMapping({"/dam/**", "/author/dam/**"})
    ResponseEntity<Resource> original(HttpServletRequest request) throws IOException {
        AssetRequest address = AssetRequest.of(request);
        return asKept(request, address.author(), address.original(assets));
    }

    @GetMapping({"/.imaging/default/**", "/author/.imaging/default/**"})
    ResponseEntity<Resource> byDefault(HttpServletRequest request) throws IOException {
        AssetRequest address = AssetRequest.of(request);
        return asKept(request, address.author(), address.byDefault(assets));
    }

    private ResponseEntity<Resource> asKept(
            HttpServletRequest request, boolean author, SessionFunction<Optional<Node>> search) throws IOException {
        Found found = find(request, author, search);
        if (!author && found.asset().isPicture() && !found.view().crop().isWhole()) {
            // what was cut off is nobody's to see
            return shown(found, CUT, request);
        }
        String etag = '"' + hashes.of(found.bytes()) + '"';
        ResponseEntity.BodyBuilder answer = answer(found, etag).contentType(mediaType(found.asset()));
        if (!found.asset().isPicture()) {
            ContentDisposition attachment = ContentDisposition.attachment()
                    .filename(found.asset().fileName(), StandardCharsets.UTF_8)
                    .build();
            answer.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
            answer.header("Content-Security-Policy", SANDBOX);
        }
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (condition != null && !condition.equals(etag)) {
            // the part asked for is of other bytes: all is sent, as a resource that Spring does not cut
            return answer.contentLength(found.bytes().contentLength()).body(new InputStreamResource(found.bytes()));
        }
        return answer.body(found.bytes());
    }

    @GetMapping({"/.imaging/mte/**", "/author/.imaging/mte/**"})
    ResponseEntity<Resource> rendition(HttpServletRequest request) throws IOException {
        AssetRequest address = AssetRequest.of(request);
        Variation variation = ThemeVariations.find(registry.current(), address.theme(), address.variation())
                .orElseThrow(AssetController::absent);
        Found found = find(request, address.author(), address.pictured(assets));
        if (!found.asset().isPicture()) {
            throw absent();
        }
        return shown(found, variation, request);
    }

    private ResponseEntity<Resource> shown(Found found, Variation variation, HttpServletRequest request)
            throws IOException {
        String hash = hashes.of(found.bytes());
        RenditionFormat format = RenditionFormat.acceptedBy(request.getHeader(HttpHeaders.ACCEPT));
        Rendition made = renditions.rendition(hash, found.bytes(), variation, found.view(), format);
        return answer(found, '"' + hash + '/' + made.file().getFileName() + '"')
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(MediaType.parseMediaType(made.format().mimeType()))
                .body(new FileSystemResource(made.file()));
    }

    @ExceptionHandler
    ResponseEntity<Void> busy(DecodingBusyException e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @ExceptionHandler
    ResponseEntity<Void> unreadable(UnreadableFileException e, HttpServletRequest request) {
        log.warn("No rendition for {}: {}", request.getRequestURI(), e.getMessage());
        return ResponseEntity.notFound().build();
    }

    /**
     * An asset with its bytes.
     *
     * @param forAll whether a visitor without an account asked
     */
    private record Found(Asset asset, AssetBytes bytes, PictureView view, boolean forAll) {}

    private Found find(HttpServletRequest request, boolean author, SessionFunction<Optional<Node>> search) {
        Store store = author ? stores.author() : stores.published();
        Identity identity = author ? reader.author(request) : reader.published(request);
        boolean forAll = !author && identity.userId().equals(VISITOR);
        Optional<Found> found = store.read(identity, session -> {
            Optional<Node> node = search.apply(session);
            return node.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Found(
                            Asset.of(node.get()), AssetBytes.of(node.get()), PictureView.of(node.get()), forAll));
        });
        return found.orElseThrow(AssetController::absent);
    }

    private static ResponseEntity.BodyBuilder answer(Found found, String etag) {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(found.forAll() ? FOR_ALL : FOR_THE_READER)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static MediaType mediaType(Asset asset) {
        try {
            MediaType type = MediaType.parseMediaType(asset.mimeType());
            boolean isDrawing = type.getSubtype().equals("svg+xml") && type.getCharset() == null;
            return isDrawing ? new MediaType(type, StandardCharsets.UTF_8) : type;
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
