package org.bocage.cms.rendering.jcr;

import java.util.List;
import java.util.NoSuchElementException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RangeIterator;

/** The iterators of JCR. */
final class Items {

    private Items() {}

    static NodeIterator nodes(List<Node> nodes) {
        return new Nodes(nodes);
    }

    static PropertyIterator properties(List<Property> properties) {
        return new Properties(properties);
    }

    private abstract static class Range<T> implements RangeIterator {

        private final List<T> items;
        private int position;

        private Range(List<T> items) {
            this.items = items;
        }

        final T item() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.get(position++);
        }

        @Override
        public Object next() {
            return item();
        }

        @Override
        public boolean hasNext() {
            return position < items.size();
        }

        @Override
        public void skip(long count) {
            if (count > items.size() - position) {
                throw new NoSuchElementException();
            }
            position += (int) count;
        }

        @Override
        public long getSize() {
            return items.size();
        }

        @Override
        public long getPosition() {
            return position;
        }
    }

    private static final class Nodes extends Range<Node> implements NodeIterator {

        private Nodes(List<Node> nodes) {
            super(nodes);
        }

        @Override
        public Node nextNode() {
            return item();
        }
    }

    private static final class Properties extends Range<Property> implements PropertyIterator {

        private Properties(List<Property> properties) {
            super(properties);
        }

        @Override
        public Property nextProperty() {
            return item();
        }
    }
}
