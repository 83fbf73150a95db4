package org.bocage.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;

/**
 * All that the files of a Lucene index hold: fields, and the values of terms, doc values and stored fields.
 *
 * @param fields names of the fields
 * @param texts each term, text of doc values and stored value
 * @param numbers each number of doc values
 */
record RawIndex(Set<String> fields, Set<String> texts, Set<Long> numbers) {

    static RawIndex read(Path folder) throws IOException {
        RawIndex all = new RawIndex(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    all.fields.add(field.name);
                    all.addTerms(leaf.reader(), field.name);
                    all.addDocValues(leaf.reader(), field);
                }
                all.addStored(leaf.reader());
            }
        }
        return all;
    }

    private void addTerms(LeafReader leaf, String field) throws IOException {
        Terms terms = leaf.terms(field);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
            texts.add(each.term().utf8ToString());
        }
    }

    private void addDocValues(LeafReader leaf, FieldInfo field) throws IOException {
        switch (field.getDocValuesType()) {
            case SORTED, SORTED_SET -> {
                SortedSetDocValues values = DocValues.getSortedSet(leaf, field.name);
                for (long ordinal = 0; ordinal < values.getValueCount(); ordinal++) {
                    texts.add(values.lookupOrd(ordinal).utf8ToString());
                }
            }
            case NUMERIC, SORTED_NUMERIC -> {
                SortedNumericDocValues values = DocValues.getSortedNumeric(leaf, field.name);
                while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        numbers.add(values.nextValue());
                    }
                }
            }
            case BINARY -> throw new IllegalStateException(field.name + " has binary values, which are not read here");
            case NONE -> {}
        }
    }

    private void addStored(LeafReader leaf) throws IOException {
        for (int number = 0; number < leaf.maxDoc(); number++) {
            Document document = leaf.storedFields().document(number);
            for (IndexableField field : document.getFields()) {
                texts.add(String.valueOf(field.stringValue()));
            }
        }
    }
}
