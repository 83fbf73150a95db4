package org.bocage.cms.rendering.jcr;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Calendar;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.UnsupportedRepositoryOperationException;
import javax.jcr.Value;
import javax.jcr.lock.Lock;
import javax.jcr.version.Version;
import javax.jcr.version.VersionHistory;

/** The side of a node that changes it, versions it or locks it: scripts get an exception, as whoever may only read. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
interface UnchangedNode extends Node {

    @Override
    default Node addNode(String path) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Node addNode(String path, String type) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void orderBefore(String child, String next) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, Value value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, Value value, int type) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, Value[] values) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, Value[] values, int type) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, String[] values) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, String[] values, int type) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, String value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, String value, int type) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default Property setProperty(String name, InputStream value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, Binary value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, boolean value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, double value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, BigDecimal value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, long value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, Calendar value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default Property setProperty(String name, Node value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setPrimaryType(String type) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void addMixin(String mixin) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void removeMixin(String mixin) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default boolean canAddMixin(String mixin) {
        return false;
    }

    @Override
    default void update(String workspace) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default NodeIterator getSharedSet() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default void removeSharedSet() throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void removeShare() throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void followLifecycleTransition(String transition) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default String[] getAllowedLifecycleTransistions() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    default boolean isCheckedOut() {
        return true;
    }

    @Override
    @Deprecated
    default Version checkin() throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default void checkout() throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default void doneMerge(Version version) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default void cancelMerge(Version version) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default NodeIterator merge(String workspace, boolean bestEffort) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default VersionHistory getVersionHistory() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    @Deprecated
    default Version getBaseVersion() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    @Deprecated
    default void restore(String version, boolean removeExisting) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default void restore(Version version, boolean removeExisting) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default void restore(Version version, String path, boolean removeExisting) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default void restoreByLabel(String label, boolean removeExisting) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default boolean isLocked() {
        return false;
    }

    @Override
    @Deprecated
    default boolean holdsLock() {
        return false;
    }

    @Override
    @Deprecated
    default Lock lock(boolean isDeep, boolean isSessionScoped) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default Lock getLock() throws RepositoryException {
        throw new UnsupportedRepositoryOperationException();
    }

    @Override
    @Deprecated
    default void unlock() throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }
}
