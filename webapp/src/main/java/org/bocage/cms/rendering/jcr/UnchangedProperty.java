package org.bocage.cms.rendering.jcr;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Calendar;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/** The side of a property that changes it: scripts get an exception, as whoever may only read. */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
interface UnchangedProperty extends Property {

    @Override
    default void setValue(Value value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(Value[] values) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(String value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(String[] values) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    @Deprecated
    default void setValue(InputStream value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(Binary value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(long value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(double value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(BigDecimal value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(Calendar value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(boolean value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }

    @Override
    default void setValue(Node value) throws RepositoryException {
        throw ReadOnlyItem.refusal();
    }
}
