package org.bocage.portal.documents;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.jcr.Binary;
import javax.jcr.Node;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.portal.documents.DocumentShelf.Document;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The files of internal documents, at an address that stays when the file is replaced and can be sent by mail. Who may not
 * read the document is told that there is nothing (capability RS-06); no cache on the way keeps a copy.
 */
@ScreenController
class DocumentFiles {

    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Desk desk;
    private final DocumentShelf shelf;
    private final Stores stores;
    private final Assets assets;

    DocumentFiles(Desk desk, DocumentShelf shelf, Stores stores, Assets assets) {
        this.desk = desk;
        this.shelf = shelf;
        this.stores = stores;
        this.assets = assets;
    }

    /** The address of the file of a document; of an older one by its number. */
    static String address(Document document, int version) {
        return "/documents/" + document.id() + "/fichier" + (version < 0 ? "" : "?version=" + version);
    }

    private record File(Asset asset, InputStream bytes) {}

    @GetMapping("/documents/{id:[0-9a-f-]{36}}/fichier")
    ResponseEntity<Resource> send(@PathVariable String id, @RequestParam(defaultValue = "-1") int version) {
        Document document =
                (desk.isOccupied() ? shelf.find(id) : Optional.<Document>empty()).orElseThrow(NotFoundException::new);
        File file = file(key(document, version)).orElseThrow(NotFoundException::new);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(file.asset().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(file.asset().mimeType()))
                .contentLength(file.asset().size())
                .body(new InputStreamResource(file.bytes()));
    }

    private String key(Document document, int version) {
        if (version < 0) {
            return document.file();
        }
        if (!desk.reviews() || version >= document.versions().size()) {
            throw new NotFoundException();
        }
        return document.versions().get(version).file();
    }

    /** In Oak a value can be read after its session is gone. */
    private Optional<File> file(String key) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> asset = assets.byKey(session, key);
            if (asset.isEmpty()) {
                return Optional.empty();
            }
            Binary bytes = asset.get().getProperty("jcr:content/jcr:data").getBinary();
            return Optional.of(new File(Asset.of(asset.get()), bytes.getStream()));
        });
    }
}
