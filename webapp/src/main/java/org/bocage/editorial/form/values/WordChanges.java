package org.bocage.editorial.form.values;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bocage.editorial.view.FieldChange.Piece;

/** Tells which words two versions of a text do not share. */
public final class WordChanges {

    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}’'-]+|[^\\s\\p{L}\\p{N}]");
    private static final Pattern LINES = Pattern.compile("[^\n]*\n|[^\n]+");
    /** Beyond it lines are compared: word by word a book would take too long. */
    private static final int MOST_WORDS = 8_000;

    private WordChanges() {}

    public record Both(List<Piece> before, List<Piece> after) {}

    public static Both of(String before, String after) {
        List<String> a = pieces(before, WORDS);
        List<String> b = pieces(after, WORDS);
        if (a.size() + b.size() > MOST_WORDS) {
            a = pieces(before, LINES);
            b = pieces(after, LINES);
        }
        BitSet gone = new BitSet();
        BitSet come = new BitSet();
        for (AbstractDelta<String> delta : DiffUtils.diff(a, b).getDeltas()) {
            int source = delta.getSource().getPosition();
            gone.set(source, source + delta.getSource().size());
            int target = delta.getTarget().getPosition();
            come.set(target, target + delta.getTarget().size());
        }
        return new Both(joined(a, gone), joined(b, come));
    }

    private static List<String> pieces(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Neighbours that share their fate as one piece; a space between two changed words changed with them. */
    private static List<Piece> joined(List<String> words, BitSet changed) {
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).isBlank() && changed.get(i - 1) && changed.get(i + 1)) {
                changed.set(i);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            boolean mark = changed.get(i);
            StringBuilder text = new StringBuilder();
            while (i < words.size() && changed.get(i) == mark) {
                text.append(words.get(i++));
            }
            pieces.add(new Piece(text.toString(), mark && !text.toString().isBlank()));
        }
        return List.copyOf(pieces);
    }
}
