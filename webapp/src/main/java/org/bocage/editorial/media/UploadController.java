package org.bocage.editorial.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes files piece by piece, by the protocol tus 1.0 (core, creation, checksum, termination), so that a connection that was
 * cut goes on where it stopped. When all of a file for the media library is here, {@code POST …/fin} examines it and answers
 * in words; one for an import is taken by its form ({@link WorkAddress#IMPORT}).
 */
@ScreenController
class UploadController {

    private static final String ADDRESS = "/espace/medias/envois";
    private static final String ONE = ADDRESS + "/{id:[0-9a-f-]{36}}";
    private static final String VERSION = "1.0.0";
    /** Status of tus for a piece that was damaged on its way. */
    private static final int CHECKSUM_MISMATCH = 460;

    private static final int LONGEST_NAME = 300;
    private static final MediaType PIECE = MediaType.parseMediaType("application/offset+octet-stream");

    private final Desk desk;
    private final UploadParts parts;
    private final MediaLibrary library;
    private final OneTimeTokens tokens;
    private final MessageSource messages;

    UploadController(Desk desk, UploadParts parts, MediaLibrary library, OneTimeTokens tokens, MessageSource messages) {
        this.desk = desk;
        this.parts = parts;
        this.library = library;
        this.tokens = tokens;
        this.messages = messages;
    }

    @PostMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    ResponseEntity<Void> begin(
            @RequestHeader("Upload-Length") long length,
            @RequestHeader(value = "Upload-Metadata", defaultValue = "") String metadata)
            throws IOException {
        return begin(length, parts.largest(), metadata, library.placeOf(metadata(metadata, "dossier")));
    }

    /** A file for « Importer », which the form names when all of it is here. */
    @PostMapping(WorkAddress.IMPORT + "/envois")
    @OpenTo(People.REVIEWERS)
    ResponseEntity<Void> beginImport(
            @RequestHeader(value = "Upload-Length", defaultValue = "0") long length,
            @RequestHeader(value = "Upload-Metadata", defaultValue = "") String metadata)
            throws IOException {
        return begin(length, UploadParts.LARGEST, metadata, "");
    }

    private ResponseEntity<Void> begin(long length, long largest, String metadata, String place) throws IOException {
        if (length < 1 || length > largest) {
            return tus(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return parts.begin(desk.account().name(), metadata(metadata, "filename"), place, length)
                .map(part -> tus(HttpStatus.CREATED)
                        .header(HttpHeaders.LOCATION, ADDRESS + "/" + part.id())
                        .<Void>build())
                .orElseGet(() -> tus(HttpStatus.TOO_MANY_REQUESTS).build());
    }

    @RequestMapping(value = ONE, method = RequestMethod.HEAD)
    @OpenTo(People.SIGNED_IN)
    ResponseEntity<Void> howFar(@PathVariable String id) throws IOException {
        UploadParts.Part part = part(id);
        return tus(HttpStatus.OK)
                .header("Upload-Offset", String.valueOf(part.received()))
                .header("Upload-Length", String.valueOf(part.length()))
                .build();
    }

    @PatchMapping(ONE)
    @OpenTo(People.SIGNED_IN)
    ResponseEntity<Void> add(
            @PathVariable String id,
            @RequestHeader("Upload-Offset") long offset,
            @RequestHeader(value = "Upload-Checksum", defaultValue = "") String checksum,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            HttpServletRequest request)
            throws IOException {
        if (!MediaType.parseMediaType(type).isCompatibleWith(PIECE)) {
            return tus(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        UploadParts.Part part = part(id);
        byte[] piece = piece(request);
        if (piece.length > UploadParts.LARGEST_PIECE) {
            return tus(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return switch (parts.add(part, offset, piece, sha256(checksum))) {
            case KEPT ->
                tus(HttpStatus.NO_CONTENT)
                        .header("Upload-Offset", String.valueOf(offset + piece.length))
                        .build();
            case ELSEWHERE ->
                tus(HttpStatus.CONFLICT)
                        .header("Upload-Offset", String.valueOf(part(id).received()))
                        .build();
            case DAMAGED ->
                ResponseEntity.status(CHECKSUM_MISMATCH)
                        .header("Tus-Resumable", VERSION)
                        .build();
        };
    }

    private static byte[] piece(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(UploadParts.LARGEST_PIECE + 1);
        } catch (IOException e) {
            // nobody is there any more to read this; the pieces before stay
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The connection was cut", e);
        }
    }

    @DeleteMapping(ONE)
    @OpenTo(People.SIGNED_IN)
    ResponseEntity<Void> drop(@PathVariable String id) throws IOException {
        parts.end(part(id));
        return tus(HttpStatus.NO_CONTENT).build();
    }

    /** All of it is here: it is examined and put in the library. Asked twice, as after a cut, it answers the same. */
    @PostMapping(ONE + "/fin")
    @OpenTo(People.SIGNED_IN)
    ResponseEntity<Map<String, Object>> end(@PathVariable String id) throws IOException {
        String key = desk.account().name() + " " + id;
        synchronized (parts.turn(id)) {
            Optional<String> before = tokens.answer(key);
            if (before.isPresent()) {
                return answer("gardee", "adresse", before.get());
            }
            UploadParts.Part part = part(id);
            if (!part.isWhole()) {
                return ResponseEntity.status(HttpStatus.CONFLICT)
                        .header("Upload-Offset", String.valueOf(part.received()))
                        .build();
            }
            MediaShelf.Added added;
            try (InputStream bytes = parts.open(part)) {
                added = library.receive(part.name(), bytes, part.place(), "");
            }
            parts.end(part);
            if (added instanceof MediaShelf.Added.Refused refused) {
                return answer("refusee", "message", messages.getMessage(refused.reason(), Locale.FRENCH));
            }
            MediaShelf.Added.Kept kept = (MediaShelf.Added.Kept) added;
            String address = WorkAddress.asset(kept.key());
            tokens.used(key, address);
            return answer(kept.known() ? "deja-la" : "gardee", "adresse", address);
        }
    }

    private static ResponseEntity<Map<String, Object>> answer(String state, String name, String value) {
        return ResponseEntity.ok(Map.of("etat", state, name, value));
    }

    private UploadParts.Part part(String id) throws IOException {
        return parts.find(desk.account().name(), id).orElseThrow(NotFoundException::new);
    }

    private static ResponseEntity.BodyBuilder tus(HttpStatus status) {
        return ResponseEntity.status(status).header("Tus-Resumable", VERSION);
    }

    /** {@code sha256 <Base64>}; nothing when none was sent. */
    private static byte[] sha256(String checksum) {
        if (checksum.isEmpty()) {
            return new byte[0];
        }
        if (!checksum.startsWith("sha256 ")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Only sha256 is known");
        }
        return decoded(checksum.substring("sha256 ".length()));
    }

    /** A value of {@code name <Base64>,name <Base64>}. */
    private static String metadata(String metadata, String name) {
        for (String pair : metadata.split(",", 20)) {
            String[] parts = pair.strip().split(" ", 2);
            if (parts.length == 2 && parts[0].equals(name)) {
                String text = new String(decoded(parts[1]), StandardCharsets.UTF_8);
                return text.length() <= LONGEST_NAME ? text : text.substring(text.length() - LONGEST_NAME);
            }
        }
        return "";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Not Base64", e);
        }
    }
}
