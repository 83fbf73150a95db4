package org.bocage.cms.dam;

import java.io.IOException;
import java.io.InputStream;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.api.JackrabbitValue;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/**
 * The bytes of an asset, to be sent by Spring. They can be read after the session is gone: in Oak a value never changes
 * and knows its store.
 */
final class AssetBytes extends AbstractResource {

    private final Binary binary;
    private final long length;
    private final String description;
    private final @Nullable String identity;

    private AssetBytes(Binary binary, long length, String description, @Nullable String identity) {
        this.binary = binary;
        this.length = length;
        this.description = description;
        this.identity = identity;
    }

    static AssetBytes of(Node asset) throws RepositoryException {
        Property data = asset.getProperty(Asset.CONTENT + "/" + Property.JCR_DATA);
        String identity = data.getValue() instanceof JackrabbitValue value ? value.getContentIdentity() : null;
        return new AssetBytes(data.getBinary(), data.getLength(), asset.getPath(), identity);
    }

    /** Equal for equal bytes as long as the process lives; the store renames them when it compacts. */
    @Nullable
    String identity() {
        return identity;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        try {
            return binary.getStream();
        } catch (RepositoryException e) {
            throw new IOException("The bytes of " + description + " cannot be read", e);
        }
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
