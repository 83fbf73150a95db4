package org.bocage.cms.repository.exchange;

import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Events of a YAML text, counted before anything is made of them. Aliases are refused: an export has none, and a node that
 * holds itself, or a hundred times what holds a hundred others, has no end.
 */
final class BoundedYaml implements Parser {

    /** Marks of the library keep the text around them in memory; those of what is built say line and column alone. */
    private static final int[] NO_TEXT = {};

    private final Parser events;
    private final String file;
    private int items;
    private int depth;

    /** @param file its name, for what is refused */
    BoundedYaml(YamlText text, String file, LoaderOptions options) {
        this.events = new ParserImpl(new StreamReader(text), options);
        this.file = file;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public Event getEvent() {
        Event event = events.getEvent();
        if (event.is(Event.ID.Alias)) {
            throw new BootstrapRefused(Reason.ALIAS, file, "");
        }
        if (event instanceof ScalarEvent scalar) {
            return counted(scalar);
        }
        if (event instanceof CollectionStartEvent start) {
            depth++;
            if (depth > BootstrapFile.MAX_DEPTH) {
                throw new BootstrapRefused(Reason.TOO_LARGE, file, String.valueOf(BootstrapFile.MAX_DEPTH));
            }
            return counted(start);
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }

    private Event counted(ScalarEvent scalar) {
        Mark mark = mark(scalar);
        return new ScalarEvent(
                scalar.getAnchor(),
                scalar.getTag(),
                scalar.getImplicit(),
                scalar.getValue(),
                mark,
                mark,
                scalar.getScalarStyle());
    }

    private Event counted(CollectionStartEvent start) {
        Mark mark = mark(start);
        return start instanceof MappingStartEvent
                ? new MappingStartEvent(
                        start.getAnchor(), start.getTag(), start.getImplicit(), mark, mark, start.getFlowStyle())
                : new SequenceStartEvent(
                        start.getAnchor(), start.getTag(), start.getImplicit(), mark, mark, start.getFlowStyle());
    }

    private Mark mark(Event event) {
        items++;
        if (items > BootstrapFile.MAX_ITEMS) {
            throw new BootstrapRefused(Reason.TOO_LARGE, file, String.valueOf(BootstrapFile.MAX_ITEMS));
        }
        Mark mark = event.getStartMark();
        return new Mark(mark.getName(), mark.getIndex(), mark.getLine(), mark.getColumn(), NO_TEXT, 0);
    }
}
