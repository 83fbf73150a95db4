package org.bocage.portal.moving;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/**
 * {@code reprendre.ftlh}: sites that move in, or one of them, or a kind of its contents.
 *
 * @param largest bytes of a file that is sent in pieces
 * @param deposit folder on the machine for what is larger
 * @param move null on the first screen
 * @param kind null but on the screen of one
 */
public record MovePage(
        String address,
        long largest,
        String deposit,
        List<String> files,
        List<Row> moves,
        @Nullable Shown move,
        @Nullable Mapping kind,
        List<FormPage.Problem> problems) {

    /** A move in the list. */
    public record Row(String name, String program, String address, Moment sent, String stage, int count) {}

    /**
     * A move.
     *
     * @param notes sentences about what was read
     * @param numbers sentences about what was done
     * @param accounts names and titles of who may be the author
     * @param media what the pictures come from; empty for nothing
     * @param folders zips and folders on the machine
     * @param percent how far the run is, 0 to 100
     * @param publishable how many drafts were on line over there
     * @param unsaid pictures of which nobody said who agreed
     */
    public record Shown(
            String address,
            String name,
            String program,
            String site,
            String stage,
            boolean underWay,
            int total,
            int chosen,
            List<String> notes,
            List<String> numbers,
            List<Kind> kinds,
            List<Choice> types,
            List<Author> authors,
            List<Choice> accounts,
            int pictures,
            String media,
            List<String> folders,
            boolean fetch,
            boolean review,
            String credit,
            String agreement,
            int percent,
            long publishable,
            long unsaid,
            List<Line> lines,
            int lineCount,
            boolean untouched) {}

    /** A value to choose and its words. */
    public record Choice(String value, String label) {}

    /**
     * A kind of content over there.
     *
     * @param lacking labels of fields that nothing fills in yet; may be empty
     */
    public record Kind(String key, String label, int count, int hidden, String type, String address, String lacking) {}

    /** Somebody who wrote over there, and the account that stands for them. */
    public record Author(String key, String name, String mail, String account) {}

    /** A line of the list of what did not fit. */
    public record Line(String title, String address, String sentence) {}

    /**
     * Fields of a kind, and the first ten contents as they would come in.
     *
     * @param fixed fields that nothing over there says, with a value for all
     */
    public record Mapping(
            String key,
            String label,
            String typeLabel,
            String address,
            List<Field> fields,
            List<Choice> targets,
            List<Fixed> fixed,
            List<Sample> samples) {}

    /** A field over there: in how many contents it says something, an example, and the path it goes to. */
    public record Field(String name, String label, int filled, String sample, String path) {}

    /** A field here with one value for all; without options it is typed. */
    public record Fixed(String path, String label, String value, List<Choice> options) {}

    /** A content as it would come in. */
    public record Sample(
            String title,
            @Nullable Moment date,
            String address,
            List<Choice> fields,
            List<String> dropped,
            String lacking) {}
}
