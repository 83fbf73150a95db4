package org.bocage.portal.setup;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * File that sets a portal up without screens: sections of answers in YAML, all of them texts.
 *
 * @param sections answers by section and field
 * @param lines line of a section, {@code association}, and of a field, {@code association.nomSite}, from 1
 */
record AnswersFile(Map<String, Map<String, Object>> sections, Map<String, Integer> lines) {

    /** In code points. */
    private static final int LONGEST = 200_000;

    /**
     * Reads a file.
     *
     * @throws BrokenAnswers when it is no YAML, or no map of maps
     * @throws IOException when it cannot be read
     */
    static AnswersFile read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return of(new Yaml(new SafeConstructor(options)).compose(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new BrokenAnswers(List.of(new BrokenAnswers.AnswerProblem(
                    mark == null ? 0 : mark.getLine() + 1, "", BrokenAnswers.say("yaml", e.getProblem()))));
        } catch (YAMLException e) {
            throw new BrokenAnswers(
                    List.of(new BrokenAnswers.AnswerProblem(0, "", BrokenAnswers.say("yaml", e.getMessage()))));
        }
    }

    private static AnswersFile of(@Nullable Node root) {
        Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<BrokenAnswers.AnswerProblem> problems = new ArrayList<>();
        if (!(root instanceof MappingNode mapping)) {
            throw new BrokenAnswers(List.of(new BrokenAnswers.AnswerProblem(1, "", BrokenAnswers.say("sections"))));
        }
        for (NodeTuple section : mapping.getValue()) {
            String name = key(section);
            int line = line(section.getKeyNode());
            lines.put(name, line);
            if (section.getValueNode() instanceof MappingNode fields) {
                sections.put(name, fields(name, fields, lines));
            } else {
                problems.add(new BrokenAnswers.AnswerProblem(line, name, BrokenAnswers.say("fields")));
            }
        }
        if (!problems.isEmpty()) {
            throw new BrokenAnswers(problems);
        }
        return new AnswersFile(sections, lines);
    }

    private static Map<String, Object> fields(String section, MappingNode node, Map<String, Integer> lines) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (NodeTuple field : node.getValue()) {
            lines.put(section + "." + key(field), line(field.getKeyNode()));
            fields.put(key(field), value(field.getValueNode()));
        }
        return fields;
    }

    /** A text, a list of values, or a map of them. */
    private static Object value(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(AnswersFile::value).toList();
        }
        if (node instanceof MappingNode map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.getValue().forEach(one -> values.put(key(one), value(one.getValueNode())));
            return values;
        }
        return node instanceof ScalarNode text ? text.getValue() : "";
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The line of a field, or of its section; 0 when neither is there. */
    int line(String section, String field) {
        return lines.getOrDefault(section + "." + field, lines.getOrDefault(section, 0));
    }
}
