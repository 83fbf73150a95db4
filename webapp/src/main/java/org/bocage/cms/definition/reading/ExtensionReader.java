package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.type.AddressPattern;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.definition.type.FieldReaders.Audience;
import org.bocage.cms.definition.type.FieldRule;
import org.bocage.cms.definition.type.MenuGroup;
import org.bocage.cms.definition.type.ProposedForm;
import org.bocage.cms.definition.type.RegisterNumber;
import org.bocage.cms.definition.type.SharedFields;
import org.bocage.cms.definition.type.WritingAdvice;
import org.bocage.cms.definition.yaml.Fault;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;
import org.bocage.cms.repository.state.ItemState;

/**
 * Reads what this host adds to a content type. What cannot be understood closes rather than opens: a field with readers
 * that are no audience stays with the staff.
 */
public final class ExtensionReader {

    private static final String FLAG = "flag:";
    /** Properties that the host sets on every item, whether or not its model says so. */
    private static final Set<String> ON_EVERY_ITEM =
            Set.of("name", ItemState.PROPERTY, "visibilite", "publie", "auteur");

    private static final Set<String> KEYS = Set.of(
            "fields",
            "search",
            "searchedAs",
            "list",
            "address",
            "folders",
            "rules",
            "documents",
            "consent",
            "propose",
            "writeTo",
            "writeWhen",
            "advice",
            "menu",
            "synonyms",
            "days",
            "alike",
            "weekly",
            "share",
            "name");

    private ExtensionReader() {}

    /**
     * Reads a file.
     *
     * @throws Fault when it says nothing, or has a key that means nothing or a value of the wrong kind, which might be a restriction
     *     with a slip of the pen
     */
    public static ContentTypeExtension read(RawDefinitions.Resolved definition, Report report) throws Fault {
        if (definition.raw().entries().isEmpty()) {
            throw Fault.severe(definition.raw().spot(), "extension.empty", definition.id());
        }
        for (Map.Entry<String, Raw> entry : definition.raw().entries().entrySet()) {
            if (!isOfItsKind(entry.getKey(), entry.getValue() instanceof Raw.Scalar)) {
                throw Fault.severe(entry.getValue().spot(), "extension.value", entry.getKey(), definition.id());
            }
            if (!KEYS.contains(entry.getKey())) {
                throw Fault.severe(entry.getValue().spot(), "extension.key", entry.getKey(), definition.id());
            }
        }
        Bean bean = new Bean(definition.raw(), definition.id(), report);
        Map<String, FieldReaders> readers = new LinkedHashMap<>();
        bean.childMap("fields", field -> {
                    FieldReaders read = readers(field);
                    field.finish();
                    return read;
                })
                .forEach(readers::put);
        bean.raw()
                .mapping("fields")
                .entries()
                .keySet()
                .forEach(field -> readers.putIfAbsent(field, FieldReaders.STAFF));
        Map<String, Integer> search = new LinkedHashMap<>();
        Bean weights = bean.child("search");
        weights.raw().entries().keySet().forEach(field -> search.put(field, weights.integer(field, 1)));
        ContentTypeExtension extension = new ContentTypeExtension(
                true,
                Map.copyOf(readers),
                Map.copyOf(search),
                List.copyOf(bean.texts("searchedAs")),
                bean.texts("list"),
                address(bean),
                bean.text("folders"),
                rules(bean, definition.id()),
                Set.copyOf(bean.texts("documents")),
                bean.text("consent"),
                proposed(bean.child("propose")),
                bean.texts("writeTo"),
                lists(bean.child("writeWhen")),
                advice(bean.child("advice")),
                menu(bean),
                bean.text("synonyms"),
                bean.textMap("days"),
                bean.text("alike"),
                bean.integer("weekly", 0),
                shared(bean.child("share")));
        return extension;
    }

    private static boolean isOfItsKind(String key, boolean scalar) {
        return switch (key) {
            case "fields", "rules", "days", "share" -> !scalar;
            case "consent", "alike" -> scalar;
            default -> true;
        };
    }

    /** {@code address: /agenda/{name}} for all items, or one for those of each folder. */
    private static AddressPattern address(Bean bean) {
        return bean.raw().entries().get("address") instanceof Raw.Mapping
                ? new AddressPattern(Map.copyOf(bean.textMap("address")))
                : AddressPattern.of(bean.text("address"));
    }

    private static MenuGroup menu(Bean bean) {
        String key = bean.text("menu", MenuGroup.SITE.key());
        return MenuGroup.of(key).orElseGet(() -> {
            bean.problem(Severity.MINOR, bean.raw(), "menu", "extension.menu", key);
            return MenuGroup.SITE;
        });
    }

    private static WritingAdvice advice(Bean bean) {
        Map<String, Map<String, List<String>>> checks = new LinkedHashMap<>();
        Bean kinds = bean.child("checks");
        kinds.raw().entries().keySet().forEach(kind -> checks.put(kind, lists(kinds.child(kind))));
        WritingAdvice advice = new WritingAdvice(
                bean.text("by"),
                checks,
                bean.texts("watched"),
                bean.texts("texts"),
                lists(bean.child("words")),
                bean.texts("allowed"));
        bean.finish();
        return advice;
    }

    private static Map<String, List<String>> lists(Bean bean) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        bean.raw().entries().keySet().forEach(name -> lists.put(name, bean.texts(name)));
        return lists;
    }

    private static ProposedForm proposed(Bean bean) {
        Bean questions = bean.child("questions");
        Map<String, List<String>> asked = new LinkedHashMap<>();
        questions.raw().entries().keySet().forEach(name -> asked.put(name, questions.texts(name)));
        ProposedForm form = new ProposedForm(
                asked,
                bean.texts("more"),
                bean.textMap("given"),
                bean.textMap("copied"),
                bean.texts("optional"),
                bean.textMap("otherwise"),
                bean.textMap("review"));
        bean.finish();
        return form;
    }

    private static SharedFields shared(Bean bean) {
        SharedFields shared =
                new SharedFields(bean.text("title"), bean.text("text"), bean.text("link"), bean.text("picture"));
        bean.finish();
        return shared;
    }

    private static List<FieldRule> rules(Bean bean, String type) throws Fault {
        List<FieldRule> rules = new ArrayList<>();
        for (Bean one : bean.children("rules")) {
            List<FieldRule> read = rule(one);
            if (read.isEmpty() && !one.has("identifier")) {
                throw Fault.severe(one.raw().spot(), "extension.value", "rules", type);
            }
            rules.addAll(read);
        }
        return List.copyOf(rules);
    }

    /** {@code field: x} with {@code when: {y: [a, b]}}, {@code unless: y} (or {@code [y, z]}) or both, {@code asked: {y: [a, b]}}, {@code notBefore: y}, {@code identifier: siret} or {@code daysAhead: …}. */
    private static List<FieldRule> rule(Bean bean) {
        List<FieldRule> rules = new ArrayList<>();
        String field = bean.text("field");
        Bean when = bean.child("when");
        List<String> unless = bean.oneOrMore("unless").stream()
                .map(other -> sibling(field, other))
                .toList();
        for (String other : when.raw().entries().keySet()) {
            rules.add(new FieldRule.RequiredWhen(
                    field,
                    sibling(field, other),
                    Set.copyOf(when.texts(other)),
                    unless.isEmpty() ? "" : unless.get(0)));
        }
        if (!unless.isEmpty() && rules.isEmpty()) {
            rules.add(new FieldRule.RequiredUnless(field, unless));
        }
        Bean asked = bean.child("asked");
        Map<String, Set<String>> askedWhen = new LinkedHashMap<>();
        asked.raw()
                .entries()
                .keySet()
                .forEach(other -> askedWhen.put(sibling(field, other), Set.copyOf(asked.texts(other))));
        if (!askedWhen.isEmpty()) {
            rules.add(new FieldRule.AskedWhen(field, askedWhen));
        }
        if (bean.has("notBefore")) {
            rules.add(new FieldRule.NotBefore(field, sibling(field, bean.text("notBefore"))));
        }
        if (bean.has("daysAhead")) {
            rules.add(daysAhead(field, bean.child("daysAhead")));
        }
        if (bean.has("identifier")) {
            String kind = bean.text("identifier");
            Stream.of(RegisterNumber.values())
                    .filter(one -> one.name().equalsIgnoreCase(kind))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> rules.add(new FieldRule.Identifier(field, one)),
                            () -> bean.problem(Severity.MAJOR, bean.raw(), "identifier", "extension.identifier", kind));
        }
        bean.finish();
        return rules;
    }

    /** {@code usual: 45}, {@code most: 90} and, for some values of another field, {@code mostWhen: {y: {a: 365}}}. */
    private static FieldRule daysAhead(String field, Bean days) {
        Bean otherwise = days.child("mostWhen");
        String other = otherwise.raw().entries().keySet().stream().findFirst().orElse(field);
        Bean values = otherwise.child(other);
        Map<String, Integer> mostWhen = new LinkedHashMap<>();
        values.raw().entries().keySet().forEach(value -> mostWhen.put(value, values.integer(value, 0)));
        FieldRule rule = new FieldRule.DaysAhead(
                field,
                days.integer("usual", 0),
                days.integer("most", 0),
                sibling(field, other.substring(other.lastIndexOf('/') + 1)),
                Map.copyOf(mostWhen));
        days.finish();
        return rule;
    }

    private static String sibling(String field, String name) {
        return field.substring(0, field.lastIndexOf('/') + 1) + name;
    }

    private static List<String> names(FieldRule rule) {
        Collection<String> others = rule instanceof FieldRule.RequiredUnless unless
                ? unless.others()
                : rule instanceof FieldRule.AskedWhen asked ? asked.others().keySet() : List.of(rule.other());
        return Stream.concat(Stream.of(rule.field()), others.stream()).toList();
    }

    /** Reports fields that the type does not have. */
    public static void check(ContentType type, RawDefinitions.Resolved definition, Report report) {
        Bean bean = new Bean(definition.raw(), definition.id(), report);
        ContentTypeExtension extension = type.extension();
        extension.readers().forEach((field, readers) -> {
            for (String named :
                    Stream.concat(Stream.of(field), readers.flags().stream()).toList()) {
                if (!exists(type, named)) {
                    Raw at = definition.raw().mapping("fields").entries().getOrDefault(field, definition.raw());
                    bean.problem(Severity.MAJOR, at, "", "extension.field", named, type.name());
                }
            }
        });
        for (FieldRule rule : extension.rules()) {
            for (String named : names(rule)) {
                if (!exists(type, named)) {
                    bean.problem(Severity.MAJOR, definition.raw(), "rules", "extension.field", named, type.name());
                }
            }
        }
        ProposedForm proposed = extension.proposed();
        for (String field : Stream.of(
                        proposed.asked(),
                        proposed.given().keySet(),
                        proposed.otherwise().keySet(),
                        proposed.review().keySet())
                .flatMap(Collection::stream)
                .toList()) {
            if (!exists(type, field)) {
                bean.problem(Severity.MAJOR, definition.raw(), "propose", "extension.field", field, type.name());
            }
        }
        WritingAdvice advice = extension.advice();
        for (String field : Stream.concat(
                        advice.texts().stream(),
                        advice.checks().values().stream()
                                .flatMap(kind -> kind.values().stream())
                                .flatMap(List::stream))
                .toList()) {
            if (!exists(type, field)) {
                bean.problem(Severity.MAJOR, definition.raw(), "advice", "extension.field", field, type.name());
            }
        }
        for (String field : extension.writeWhen().keySet()) {
            if (!exists(type, field)) {
                bean.problem(Severity.MAJOR, definition.raw(), "writeWhen", "extension.field", field, type.name());
            }
        }
        for (String field : extension.shared().all()) {
            if (!exists(type, field)) {
                bean.problem(Severity.MAJOR, definition.raw(), "share", "extension.field", field, type.name());
            }
        }
        for (String field : extension.documents()) {
            if (!exists(type, field)) {
                bean.problem(Severity.MAJOR, definition.raw(), "documents", "extension.field", field, type.name());
            }
        }
        if (!extension.consent().isEmpty() && !exists(type, extension.consent())) {
            bean.problem(Severity.MAJOR, definition.raw(), "", "extension.field", extension.consent(), type.name());
        }
        for (String field : Stream.of(
                        extension.days().keySet(), extension.days().values())
                .flatMap(Collection::stream)
                .toList()) {
            if (!existsInPart(type, field)) {
                bean.problem(Severity.MINOR, definition.raw(), "days", "extension.field", field, type.name());
            }
        }
        if (!extension.alike().isEmpty() && !exists(type, extension.alike())) {
            bean.problem(Severity.MINOR, definition.raw(), "", "extension.field", extension.alike(), type.name());
        }
        for (String field : extension.search().keySet()) {
            if (!exists(type, field)) {
                bean.problem(Severity.MINOR, definition.raw(), "", "extension.field", field, type.name());
            }
        }
    }

    private static FieldReaders readers(Bean field) {
        String words = field.text("readers", "?");
        if (words.startsWith(FLAG) && words.length() > FLAG.length()) {
            return new FieldReaders(
                    Audience.FLAG,
                    List.of(words.substring(FLAG.length()).strip().split("\\s+")));
        }
        return FieldReaders.named(words).orElseGet(() -> {
            field.problem(Severity.MAJOR, field.raw(), "readers", "extension.readers", words);
            return FieldReaders.STAFF;
        });
    }

    /** Whether a field is in the model, or in that of a part that is listed by itself. */
    private static boolean existsInPart(ContentType type, String field) {
        return exists(type, field)
                || type.subModels().values().stream()
                        .flatMap(part -> part.properties().stream())
                        .anyMatch(property -> property.name().equals(field));
    }

    /** Whether a field or a path of fields is in the model; what every item has always is. */
    public static boolean exists(ContentType type, String path) {
        String[] parts = path.split("/", 2);
        if (ON_EVERY_ITEM.contains(parts[0]) || parts[0].contains(":")) {
            return true;
        }
        return type.property(parts[0])
                .map(property -> parts.length == 1
                        || type.subModels().get(property.type()) == null
                        || type.subModels().get(property.type()).properties().stream()
                                .anyMatch(inner -> inner.name().equals(parts[1])))
                .orElse(false);
    }
}
