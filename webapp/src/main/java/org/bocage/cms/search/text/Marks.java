package org.bocage.cms.search.text;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.bocage.cms.search.analysis.Fields;
import org.bocage.cms.search.index.Searcher;
import org.springframework.web.util.HtmlUtils;

/** Titles and excerpts of what was found, as HTML with the words in {@code <mark>}. */
final class Marks {

    private static final int LONGEST_EXCERPT = 260;
    private static final int BEFORE = 90;
    private static final int LONGEST_READ = 100_000;

    private static final String[] FIELDS = {Fields.TITLE, Fields.LEAD, Fields.BODY};

    private final List<Document> documents = new ArrayList<>();
    private final Map<Integer, Document> byNumber = new HashMap<>();
    private final Map<String, String[]> marked;

    Marks(Searcher searcher, Analyzer words, Query query, List<ScoreDoc> page) throws IOException {
        for (ScoreDoc doc : page) {
            Document document = searcher.storedFields().document(doc.doc);
            documents.add(document);
            byNumber.put(doc.doc, document);
        }
        int[] ids = page.stream().mapToInt(doc -> doc.doc).toArray();
        this.marked = ids.length == 0
                ? Map.of()
                : new Highlighter(searcher, words).highlightFields(FIELDS, query, ids, new int[] {1, 1, 1});
    }

    /** Titles are marked as a whole, the others sentence by sentence, in documents that have been read already. */
    private final class Highlighter extends UnifiedHighlighter {

        Highlighter(Searcher searcher, Analyzer words) {
            super(UnifiedHighlighter.builder(searcher, words)
                    .withMaxLength(LONGEST_READ)
                    .withMaxNoHighlightPassages(0)
                    .withWeightMatches(false));
        }

        @Override
        protected BreakIterator getBreakIterator(String field) {
            return field.equals(Fields.TITLE)
                    ? new WholeBreakIterator()
                    : BreakIterator.getSentenceInstance(Locale.FRENCH);
        }

        @Override
        protected PassageFormatter getFormatter(String field) {
            return new Formatter(field.equals(Fields.TITLE) ? Integer.MAX_VALUE : LONGEST_EXCERPT);
        }

        /** Documents are asked for in the order of their numbers. */
        @Override
        protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator ids, int threshold)
                throws IOException {
            List<CharSequence[]> values = new ArrayList<>();
            for (int id = ids.nextDoc(); id != DocIdSetIterator.NO_MORE_DOCS; id = ids.nextDoc()) {
                Document document = Objects.requireNonNull(byNumber.get(id));
                values.add(Arrays.stream(fields).map(document::get).toArray(CharSequence[]::new));
            }
            return values;
        }
    }

    Document document(int at) {
        return documents.get(at);
    }

    String title(int at) {
        String title = value(Fields.TITLE, at);
        return title.isEmpty()
                ? HtmlUtils.htmlEscape(SiteSearch.firstLine(documents.get(at).get(Fields.TITLE)))
                : SiteSearch.firstLine(title);
    }

    /** Where the words stand: in what presents the item, else in its text; else how it begins. */
    String excerpt(int at) {
        for (String field : List.of(Fields.LEAD, Fields.BODY)) {
            String excerpt = value(field, at);
            if (!excerpt.isEmpty()) {
                return excerpt;
            }
        }
        String lead = documents.get(at).get(Fields.LEAD);
        String text = lead.isEmpty() ? documents.get(at).get(Fields.BODY) : lead;
        return HtmlUtils.htmlEscape(shortened(SiteSearch.firstLine(text)));
    }

    private String value(String field, int at) {
        String[] values = marked.get(field);
        return values == null || values[at] == null ? "" : values[at];
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_EXCERPT) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_EXCERPT);
        return text.substring(0, end <= 0 ? LONGEST_EXCERPT : end) + " …";
    }

    /** Escapes what stands around the marks, and shortens sentences without end. */
    private static final class Formatter extends PassageFormatter {

        private final int longest;

        Formatter(int longest) {
            this.longest = longest;
        }

        @Override
        public String format(Passage[] passages, String content) {
            StringBuilder html = new StringBuilder();
            for (Passage passage : passages) {
                append(passage, content, html);
            }
            return html.toString().strip();
        }

        private void append(Passage passage, String content, StringBuilder html) {
            int first = passage.getNumMatches() == 0 ? passage.getStartOffset() : passage.getMatchStarts()[0];
            int from = passage.getStartOffset();
            int to = passage.getEndOffset();
            if (to - from > longest) {
                from = first - from > BEFORE ? after(content, first - BEFORE, first) : from;
                to = Math.min(to, before(content, from + longest, first + 1));
                html.append(from > passage.getStartOffset() ? "… " : "");
            }
            int at = from;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = passage.getMatchStarts()[i];
                int end = passage.getMatchEnds()[i];
                if (start >= at && end <= to) {
                    html.append(HtmlUtils.htmlEscape(content.substring(at, start)));
                    html.append("<mark>").append(HtmlUtils.htmlEscape(content.substring(start, end)));
                    html.append("</mark>");
                    at = end;
                }
            }
            html.append(HtmlUtils.htmlEscape(content.substring(at, to)));
            html.append(to < passage.getEndOffset() ? " …" : "");
        }

        /** The beginning of the first word behind a place, before another. */
        private static int after(String content, int place, int last) {
            int blank = content.indexOf(' ', place);
            return blank < 0 || blank >= last ? place : blank + 1;
        }

        private static int before(String content, int place, int first) {
            int end = Math.min(place, content.length());
            int blank = content.lastIndexOf(' ', end);
            return blank <= first ? end : blank;
        }
    }
}
