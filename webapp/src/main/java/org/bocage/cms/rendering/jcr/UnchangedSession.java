package org.bocage.cms.rendering.jcr;

import java.io.InputStream;
import java.io.OutputStream;
import javax.jcr.Credentials;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.UnsupportedRepositoryOperationException;
import javax.jcr.ValueFactory;
import javax.jcr.retention.RetentionManager;
import javax.jcr.security.AccessControlManager;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/** The side of a session that writes, exports or leads out of what a script may read. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
interface UnchangedSession extends Session {

    @Override
    default Repository getRepository() {
        throw new UnsupportedOperationException("Scripts read nodes, not the repository");
    }

    @Override
    default String[] getAttributeNames() {
        return new String[0];
    }

    @Override
    default @Nullable Object getAttribute(String name) {
        return null;
    }

    @Override
    default Session impersonate(Credentials credentials) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void move(String from, String to) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void removeItem(String path) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void save() throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void refresh(boolean keepChanges) {
        // a rendering sees one state of the store
    }

    @Override
    default boolean hasPendingChanges() {
        return false;
    }

    @Override
    default ValueFactory getValueFactory() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default boolean hasPermission(String path, String actions) throws RepositoryException {
        return actions.equals(ACTION_READ) && itemExists(path);
    }

    @Override
    default void checkPermission(String path, String actions) throws RepositoryException {
        if (!hasPermission(path, actions)) {
            throw ReadOnlyItem.refusal();
        }
    }

    @Override
    default boolean hasCapability(String method, Object target, Object[] arguments) {
        return false;
    }

    @Override
    default ContentHandler getImportContentHandler(String path, int behavior) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void importXML(String path, InputStream in, int behavior) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void exportSystemView(String path, ContentHandler handler, boolean skip, boolean flat)
            throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default void exportSystemView(String path, OutputStream out, boolean skip, boolean flat)
            throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default void exportDocumentView(String path, ContentHandler handler, boolean skip, boolean flat)
            throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default void exportDocumentView(String path, OutputStream out, boolean skip, boolean flat)
            throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default void setNamespacePrefix(String prefix, String uri) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default String[] getNamespacePrefixes() {
        return new String[0];
    }

    @Override
    default String getNamespaceURI(String prefix) throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default String getNamespacePrefix(String uri) throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default void logout() {
        // whoever asked for the page opened it and closes it
    }

    @Override
    default boolean isLive() {
        return true;
    }

    @Override
    @Deprecated
    default void addLockToken(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    default String[] getLockTokens() {
        return new String[0];
    }

    @Override
    @Deprecated
    default void removeLockToken(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    default AccessControlManager getAccessControlManager() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default RetentionManager getRetentionManager() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }
}
