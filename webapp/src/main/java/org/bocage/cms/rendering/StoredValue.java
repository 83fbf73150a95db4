package org.bocage.cms.rendering;

/**
 * A value of a type that scripts see as text or as a node: Decimal, Reference.
 *
 * @param type a {@link javax.jcr.PropertyType}
 */
public record StoredValue(int type, String text) {

    @Override
    public String toString() {
        return text;
    }
}
