package org.bocage.cms.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.state.ItemState;

/**
 * The fields of an item that somebody reads in the author store: all of them for who may write it, because it is theirs or
 * because they keep the portal; for others those whose {@link FieldReaders} they are among. Every outlet of the author side
 * asks here: forms, histories, tables, lists, pages and REST.
 *
 * <p>A field that no definition names is read by who may write the item, as are all fields of items that are
 * {@linkplain Definitions#isWithheld withheld}. Of a type about whose readers no module says anything, all is read, as in
 * Magnolia.
 */
public final class ReadableFields {

    /** Finds the fields of a node that somebody may read. */
    @FunctionalInterface
    public interface Lookup {
        ReadableFields of(Node node) throws RepositoryException;
    }

    private static final Set<String> PERSONS = Set.of("mgnl:createdBy", "mgnl:lastModifiedBy", "mgnl:lastActivatedBy");
    /**
     * Properties that the host writes on every item (name, state, publication date): whoever reads the item reads them.
     */
    private static final Set<String> OF_THE_HOST = Set.of("name", ItemState.PROPERTY, "publie");

    /** All fields: those of an item that one may write, or of an item that no module has claimed. */
    public static final ReadableFields ALL = new ReadableFields(Optional.empty(), Set.of(), Map.of(), "");

    /** Stands for the type of items that are withheld: it names no field. */
    private static final ContentType UNKNOWN = new ContentType(
            "",
            "",
            "",
            false,
            Map.of(),
            "",
            "",
            List.of(),
            Map.of(),
            ContentTypeExtension.NONE,
            new SourceFile("", ""),
            Map.of());

    private final Optional<ContentType> type;
    private final Set<Audience> audiences;
    private final Map<String, String> flags;
    private final String prefix;

    private ReadableFields(
            Optional<ContentType> type, Set<Audience> audiences, Map<String, String> flags, String prefix) {
        this.type = type;
        this.audiences = audiences;
        this.flags = flags;
        this.prefix = prefix;
    }

    /**
     * Returns the fields of an item that a reader may read.
     *
     * @param item the item, in the reader's own session; in another session, as that of a revision, the reader counts
     *     as somebody who may not write it
     */
    public static ReadableFields of(Definitions definitions, ContentType type, Node item, Identity reader)
            throws RepositoryException {
        ReadableFields fields = ofAny(definitions, type, reader);
        if (fields.isAll() || isOwn(item, reader)) {
            return ALL;
        }
        return new ReadableFields(fields.type, fields.audiences, flags(fields.type.get(), item), "");
    }

    private static boolean isOwn(Node item, Identity reader) throws RepositoryException {
        return item.getSession().getUserID().equals(reader.userId()) && isWhole(item);
    }

    /**
     * Returns the fields that a reader may read of every item of a type, other people's items included and whatever
     * their flags: those by which items may be filtered and sorted.
     */
    public static ReadableFields ofAny(Definitions definitions, ContentType type, Identity reader) {
        if (definitions.isWithheld(type.workspace(), type.nodeType())) {
            return ofUnknown(reader);
        }
        return reader.equals(Identity.SYSTEM) || type.extension().equals(ContentTypeExtension.NONE)
                ? ALL
                : new ReadableFields(Optional.of(type), audiences(reader), Map.of(), "");
    }

    /** Returns the fields that a reader may read of any item of a workspace and node type, as {@link #ofAny} does. */
    public static ReadableFields ofAny(Definitions definitions, String workspace, String nodeType, Identity reader) {
        return definitions
                .contentTypeOf(workspace, nodeType)
                .map(type -> ofAny(definitions, type, reader))
                .orElseGet(() -> definitions.isWithheld(workspace, nodeType) ? ofUnknown(reader) : ALL);
    }

    /** Returns the fields that a reader may read of items that are withheld and that they may not write. */
    public static ReadableFields ofUnknown(Identity reader) {
        return reader.equals(Identity.SYSTEM) ? ALL : new ReadableFields(Optional.of(UNKNOWN), Set.of(), Map.of(), "");
    }

    /**
     * Returns the readable fields of a node of the author store, an item or a part of one; paths start at that node.
     */
    public static ReadableFields at(Node node, Definitions definitions, Identity reader) throws RepositoryException {
        String workspace = node.getPath().split("/", 3)[1];
        StringBuilder prefix = new StringBuilder();
        ReadableFields untyped = ALL;
        Optional<Node> next = node.getDepth() > 1 ? Optional.of(node) : Optional.empty();
        while (next.isPresent()) {
            Node at = next.get();
            String nodeType = at.getPrimaryNodeType().getName();
            Optional<ContentType> found = definitions.contentTypeOf(workspace, nodeType);
            if (found.isPresent()) {
                return of(definitions, found.get(), at, reader).below(prefix.toString());
            }
            next = above(at);
            boolean isPartOfUnreadable = next.isEmpty() && at.getDepth() > 2 && at.isNodeType("mgnl:contentNode");
            if (untyped.isAll()
                    && (isPartOfUnreadable || definitions.isWithheld(workspace, nodeType))
                    && !isOwn(at, reader)) {
                untyped = ofUnknown(reader).below(isPartOfUnreadable ? "part/" + prefix : prefix.toString());
            }
            prefix.insert(0, at.getName() + "/");
        }
        return untyped;
    }

    private ReadableFields below(String path) {
        return new ReadableFields(type, audiences, flags, path);
    }

    /** Returns the node above, unless that is the workspace, or one that the session may not read: roles can be for a subtree. */
    public static Optional<Node> above(Node node) throws RepositoryException {
        String path = node.getPath();
        return node.getDepth() > 2 && node.getSession().nodeExists(path.substring(0, path.lastIndexOf('/')))
                ? Optional.of(node.getParent())
                : Optional.empty();
    }

    /** Whether whoever's session an item is read in may write it, and so reads all of it. */
    public static boolean isWhole(Node item) throws RepositoryException {
        return item.getSession().hasPermission(item.getPath() + "/titre", Session.ACTION_SET_PROPERTY);
    }

    private static Set<Audience> audiences(Identity reader) {
        Set<Audience> audiences = new HashSet<>();
        for (Audience audience : Audience.values()) {
            if (reader.principals().contains(audience.principal())) {
                audiences.add(audience);
            }
        }
        return audiences;
    }

    private static Map<String, String> flags(ContentType type, Node item) throws RepositoryException {
        Map<String, String> flags = new HashMap<>();
        for (FieldReaders readers : type.extension().readers().values()) {
            for (String flag : readers.flags()) {
                if (item.hasProperty(flag)) {
                    flags.put(flag, item.getProperty(flag).getString());
                }
            }
        }
        return flags;
    }

    /** Whether these are all fields there are. */
    public boolean isAll() {
        return type.isEmpty();
    }

    /** Whether one is there, or a node that holds some: {@code siret}, {@code contact/telephone}, {@code photos/0/alt}. */
    public boolean contains(String path) {
        if (type.isEmpty()) {
            return true;
        }
        List<String> steps = new ArrayList<>(List.of((prefix + path).split("/", -1)));
        steps.removeIf(step -> step.chars().allMatch(Character::isDigit));
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        if (last.startsWith("jcr:") || last.startsWith("mgnl:")) {
            return !PERSONS.contains(last);
        }
        String field = String.join("/", steps);
        return OF_THE_HOST.contains(field)
                || (isDeclared(type.get(), steps)
                        && isOpen(type.get(), field)
                        && !opensWhatIsClosed(type.get(), field));
    }

    /** A flag says nothing to who does not see what it opens. */
    private boolean opensWhatIsClosed(ContentType of, String field) {
        return of.extension().readers().entrySet().stream()
                .anyMatch(one -> one.getValue().flags().contains(field) && !isOpen(of, one.getKey()));
    }

    private boolean isOpen(ContentType of, String field) {
        FieldReaders readers = of.extension().readersOf(field);
        return switch (readers.audience()) {
            case ITEM -> true;
            case MEMBERS -> is(Audience.MEMBERS) || is(Audience.BOARD);
            case BOARD -> is(Audience.BOARD);
            // what is kept from the site as a whole is there for who reads it
            case STAFF -> !of.goesOnLine();
            case FLAG ->
                readers.flags().stream().allMatch(this::opens)
                        || (is(Audience.BOARD) && readers.flags().stream().anyMatch(flag -> endsAtTheBoard(of, flag)));
        };
    }

    private boolean is(Audience audience) {
        return audiences.contains(audience);
    }

    private boolean opens(String flag) {
        String value = flags.getOrDefault(flag, "");
        if (value.equals("true")) {
            return true;
        }
        return switch (Audience.of(value).orElse(Audience.BOARD)) {
            case PUBLIC -> true;
            case MEMBERS -> is(Audience.MEMBERS) || is(Audience.BOARD);
            case BOARD -> false;
        };
    }

    /** Whether the narrowest that somebody may choose for a field is the CA: what nobody opened is still for it. */
    private static boolean endsAtTheBoard(ContentType of, String flag) {
        return find(of, List.of(flag.split("/", -1))).stream()
                .flatMap(property -> property.options().stream())
                .anyMatch(option -> option.value().equals(Audience.BOARD.id()));
    }

    private static boolean isDeclared(ContentType of, List<String> steps) {
        return steps.isEmpty() || find(of, steps).isPresent();
    }

    /** The property of a model at a path; several values may lie in nodes, {@code exceptions/exceptions0/exceptions}. */
    private static Optional<ContentType.Property> find(ContentType of, List<String> steps) {
        List<ContentType.Property> properties = of.properties();
        Optional<ContentType.Property> found = Optional.empty();
        for (String step : steps) {
            if (found.isPresent()
                    && found.get().multiple()
                    && !of.subModels().containsKey(found.get().type())
                    && step.startsWith(found.get().name())) {
                continue;
            }
            found = properties.stream().filter(one -> one.name().equals(step)).findFirst();
            if (found.isEmpty()) {
                return found;
            }
            ContentType.SubModel inner = of.subModels().get(found.get().type());
            properties = inner == null ? List.of() : inner.properties();
        }
        return found;
    }
}
