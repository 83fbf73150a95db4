package org.bocage.cms.rendering.jcr;

import java.io.InputStream;
import javax.jcr.NamespaceRegistry;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.UnsupportedRepositoryOperationException;
import javax.jcr.Workspace;
import javax.jcr.lock.LockManager;
import javax.jcr.nodetype.NodeTypeManager;
import javax.jcr.observation.ObservationManager;
import javax.jcr.query.QueryManager;
import javax.jcr.version.Version;
import javax.jcr.version.VersionManager;
import org.xml.sax.ContentHandler;

/** A workspace as scripts see it: its name, and nothing that it could do. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
final class ReadOnlyWorkspace implements Workspace {

    private final String name;
    private final Session session;

    ReadOnlyWorkspace(String name, Session session) {
        this.name = name;
        this.session = session;
    }

    @Override
    public Session getSession() {
        return session;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String[] getAccessibleWorkspaceNames() {
        return new String[] {name};
    }

    @Override
    public void copy(String from, String to) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public void copy(String workspace, String from, String to) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public void clone(String workspace, String from, String to, boolean removeExisting) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public void move(String from, String to) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    public void restore(Version[] versions, boolean removeExisting) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public LockManager getLockManager() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    public QueryManager getQueryManager() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    public NamespaceRegistry getNamespaceRegistry() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    public NodeTypeManager getNodeTypeManager() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    public ObservationManager getObservationManager() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    public VersionManager getVersionManager() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    public ContentHandler getImportContentHandler(String path, int behavior) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public void importXML(String path, InputStream in, int behavior) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public void createWorkspace(String other) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public void createWorkspace(String other, String source) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    public void deleteWorkspace(String other) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }
}
