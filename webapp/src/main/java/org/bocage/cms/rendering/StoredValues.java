package org.bocage.cms.rendering;

import java.util.AbstractList;
import java.util.List;
import javax.jcr.PropertyType;

/** The values of a multiple property as texts, with their type. */
public final class StoredValues extends AbstractList<String> {

    private final int type;
    private final List<String> texts;

    StoredValues(int type, List<String> texts) {
        this.type = type;
        this.texts = List.copyOf(texts);
    }

    /** Whether a content map gives them: Magnolia's reads those of some types as null. */
    boolean isForScripts() {
        return switch (type) {
            case PropertyType.LONG, PropertyType.DOUBLE, PropertyType.BOOLEAN, PropertyType.DATE -> false;
            default -> true;
        };
    }

    @Override
    public String get(int index) {
        return texts.get(index);
    }

    @Override
    public int size() {
        return texts.size();
    }
}
