package org.bocage.cms.search.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.search.analysis.Words;

/**
 * Words that mean the same, as a folder of a vocabulary has them: the title of an entry is « ESS = économie
 * sociale et solidaire », or « vélo, bicyclette ». They are read at search time: a change holds at once.
 */
public final class Synonyms {

    private static final int MOST = 2_000;

    /** Entries by the first term of one of their alternatives. */
    private final Map<String, List<Entry>> byFirst = new HashMap<>();

    private record Entry(List<Words.Word> alternative, List<List<Words.Word>> all) {

        boolean isAt(List<Words.Word> words, int at) {
            if (at + alternative.size() > words.size()) {
                return false;
            }
            for (int i = 0; i < alternative.size(); i++) {
                Set<String> terms = words.get(at + i).terms();
                if (alternative.get(i).terms().stream().noneMatch(terms::contains)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Synonyms of words that follow one another.
     *
     * @param length how many of the words
     * @param others other ways to say it
     */
    record Meaning(int length, List<List<Words.Word>> others) {}

    /** Reads the entries of a folder of a store; none when it does not exist. */
    public static Synonyms read(Session session, String folder) throws RepositoryException {
        Synonyms synonyms = new Synonyms();
        if (session.nodeExists(folder)) {
            int read = 0;
            for (NodeIterator entries = session.getNode(folder).getNodes(); entries.hasNext() && read < MOST; read++) {
                Node entry = entries.nextNode();
                if (entry.hasProperty("titre")) {
                    synonyms.add(entry.getProperty("titre").getString());
                }
            }
        }
        return synonyms;
    }

    private void add(String title) {
        List<List<Words.Word>> all = new ArrayList<>();
        for (String alternative :
                Normalizer.normalize(title, Normalizer.Form.NFC).split("[=,;]", -1)) {
            List<Words.Word> words = Words.of(alternative, Words.STEMS);
            if (!words.isEmpty()) {
                all.add(words);
            }
        }
        for (List<Words.Word> alternative : all) {
            for (String first : alternative.get(0).terms()) {
                byFirst.computeIfAbsent(first, term -> new ArrayList<>()).add(new Entry(alternative, all));
            }
        }
    }

    /** The meaning of the words from one on: that of most of them. */
    Meaning at(List<Words.Word> words, int at) {
        int length = 1;
        List<List<Words.Word>> others = new ArrayList<>();
        for (String term : words.get(at).terms()) {
            for (Entry entry : byFirst.getOrDefault(term, List.of())) {
                int size = entry.alternative().size();
                if (size >= length && entry.isAt(words, at)) {
                    if (size > length) {
                        others.clear();
                        length = size;
                    }
                    entry.all().stream()
                            .filter(other -> !other.equals(entry.alternative()))
                            .forEach(others::add);
                }
            }
        }
        return new Meaning(length, others);
    }
}
