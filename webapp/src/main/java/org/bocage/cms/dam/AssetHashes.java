package org.bocage.cms.dam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * SHA-256 of assets. It is the same in both stores and after a compaction, which the store's own identity of a binary
 * is not; that identity serves to read each original once. Nothing is written beside the binary, so nothing can go
 * stale when an import or the REST API replaces it.
 */
public final class AssetHashes {

    private static final int REMEMBERED = 20_000;

    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** 64 hexadecimal digits. */
    String of(AssetBytes bytes) throws IOException {
        String identity = bytes.identity();
        if (identity == null) {
            return compute(bytes);
        }
        String hash = known.getIfPresent(identity);
        if (hash == null) {
            hash = compute(bytes);
            known.put(identity, hash);
        }
        return hash;
    }

    private static String compute(AssetBytes bytes) throws IOException {
        try (InputStream content = bytes.getInputStream()) {
            return DigestUtils.sha256Hex(content);
        }
    }
}
