package org.bocage.cms.rendering.jcr;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import javax.jcr.Binary;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFormatException;
import org.bocage.cms.rendering.ContentMap;

/**
 * A value as scripts see it. The text of a single one is escaped where the node is: Magnolia gives it raw there, which makes markup of
 * whatever somebody typed. Those of several are raw, as in the content map.
 */
@SuppressWarnings("InlineMeSuggester") // the deprecated methods are JCR's
final class ReadOnlyValue implements Value {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private final Value value;
    private final ContentMap map;
    private final boolean single;

    ReadOnlyValue(Value value, ContentMap map, boolean single) {
        this.value = value;
        this.map = map;
        this.single = single;
    }

    private interface Reading<T> {
        T of(Value value) throws RepositoryException;
    }

    private <T> T read(Reading<T> reading) {
        return map.context().nodes().reading(() -> reading.of(value));
    }

    /** The text as it is stored; dates in the time zone of the process, as Magnolia stores them. */
    String stored() {
        return value.getType() == PropertyType.DATE
                ? read(one -> {
                    Calendar date = one.getDate();
                    return ISO.format(date.toInstant().atZone(ZoneId.systemDefault()));
                })
                : read(Value::getString);
    }

    long length() {
        return value.getType() == PropertyType.BINARY
                ? read(one -> one.getBinary().getSize())
                : stored().length();
    }

    @Override
    public String getString() {
        return single && value.getType() == PropertyType.STRING ? map.shown(stored()) : stored();
    }

    @Override
    @Deprecated
    public InputStream getStream() {
        return read(Value::getStream);
    }

    @Override
    public Binary getBinary() {
        return read(Value::getBinary);
    }

    @Override
    public long getLong() {
        return read(Value::getLong);
    }

    @Override
    public double getDouble() {
        return read(Value::getDouble);
    }

    @Override
    public BigDecimal getDecimal() throws ValueFormatException {
        if (value.getType() == PropertyType.DATE) {
            throw new ValueFormatException("A date is no decimal number");
        }
        return read(Value::getDecimal);
    }

    @Override
    public Calendar getDate() {
        return read(Value::getDate);
    }

    @Override
    public boolean getBoolean() {
        return read(Value::getBoolean);
    }

    @Override
    public int getType() {
        return value.getType();
    }

    @Override
    public String toString() {
        return getString();
    }
}
