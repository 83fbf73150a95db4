package org.bocage.cms.repository.exchange;

import java.util.Base64;
import java.util.Calendar;
import java.util.Map;
import javax.jcr.PropertyType;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Magnolia's additions to YAML in bootstrap files: value types said by a tag, and dates that keep their zone. */
final class BootstrapTags {

    private static final Map<Tag, Integer> TYPES = Map.of(
            new Tag("!Path"), PropertyType.PATH,
            new Tag("!URI"), PropertyType.URI,
            new Tag("!Reference"), PropertyType.REFERENCE,
            new Tag("!WeakReference"), PropertyType.WEAKREFERENCE);

    private BootstrapTags() {}

    /** Reads the tags; a date becomes a {@link Calendar}. */
    static final class Reading extends SafeConstructor {

        Reading(LoaderOptions options) {
            super(options);
            TYPES.forEach((tag, type) -> yamlConstructors.put(tag, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return new TypedText(type, text(node));
                }
            }));
            yamlConstructors.put(new Tag("!Binary"), new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    try {
                        return Base64.getMimeDecoder().decode(text(node));
                    } catch (IllegalArgumentException e) {
                        throw new YAMLException("not base64: " + e.getMessage());
                    }
                }
            });
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlTimestamp() {
                @Override
                public Object construct(Node node) {
                    super.construct(node);
                    return getCalendar();
                }
            });
        }

        private static String text(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            throw new YAMLException("a typed value is a text" + node.getStartMark());
        }
    }

    /** Writes them. */
    static final class Writing extends Representer {

        Writing(DumperOptions options) {
            super(options);
            representers.put(TypedText.class, data -> {
                TypedText value = (TypedText) data;
                return TYPES.entrySet().stream()
                        .filter(type -> type.getValue() == value.type())
                        .findFirst()
                        .map(type -> representScalar(type.getKey(), value.text()))
                        .orElseGet(() -> representScalar(Tag.STR, value.text()));
            });
        }
    }
}
