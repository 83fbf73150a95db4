package org.bocage.editorial.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.definition.type.FieldRule;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;

/**
 * Which fields of an item leave the author store. What the content type does not declare stays; nothing leaves while no definition of
 * the type can be relied on.
 */
final class PublicFields {

    private static final Set<String> SYSTEM = Set.of(
            "mgnl:created", "mgnl:lastModified", "mgnl:lastActivated", "mgnl:template", "name", "publie", "demo");
    /** Properties that name who worked on a page, which is nobody else's business. */
    private static final Set<String> PERSONS = Set.of("mgnl:createdBy", "mgnl:lastModifiedBy", "mgnl:lastActivatedBy");

    /** Properties that the review writes on every item. */
    private static final Set<String> REVIEW = Set.of(
            ItemState.PROPERTY,
            ItemState.ON_SITE,
            "auteur",
            "proposePar",
            "commentairesRelecture",
            "publierLe",
            "depublierLe");

    /** Fields that stay when a version is dropped: where the review stands, and between whom. */
    static final Set<String> OF_REVIEW = Set.of(
            ItemState.PROPERTY,
            ItemState.ON_SITE,
            "auteur",
            "proposePar",
            "commentairesRelecture",
            "proposeLe",
            "rappels",
            "refuseLe",
            FormerNames.PROPERTY);

    private final Node item;
    private final Optional<ContentType> type;
    private final boolean withheld;
    private final boolean page;
    private final boolean asset;

    private PublicFields(Node item, Optional<ContentType> type, boolean withheld) throws RepositoryException {
        this.item = item;
        this.type = type;
        this.withheld = withheld;
        this.page = item.isNodeType("mgnl:page");
        this.asset = item.isNodeType("mgnl:asset");
    }

    static PublicFields of(Node item, Definitions definitions) throws RepositoryException {
        String workspace = Workspace.of(item).name();
        String nodeType = item.getPrimaryNodeType().getName();
        return new PublicFields(
                item, definitions.contentTypeOf(workspace, nodeType), definitions.isWithheld(workspace, nodeType));
    }

    /** Returns the public fields of an asset, which are the same for every module. */
    static PublicFields ofAsset(Node asset) throws RepositoryException {
        return new PublicFields(asset, Optional.empty(), false);
    }

    /** The type of the item; empty when no module defines it. */
    Optional<ContentType> type() {
        return type;
    }

    /** Whether the item neither goes on line nor is changed there, for want of a definition. */
    boolean isWithheld() {
        return withheld;
    }

    /** Whether a property or child node goes, given its path from the item, {@code photos/0/alt}. */
    boolean contains(String path) throws RepositoryException {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (PERSONS.contains(last) || last.startsWith("rep:") || last.startsWith("bocage:revision")) {
            return false;
        }
        if (page) {
            return !REVIEW.contains(path);
        }
        if (asset) {
            return !ImageRights.PROPERTIES.contains(path) && !path.equals(Assets.DIGEST);
        }
        if (withheld) {
            return false;
        }
        if (SYSTEM.contains(last)) {
            return true;
        }
        if (type.isEmpty()) {
            // what each store has applied of a role is its own
            return !item.isNodeType("mgnl:user") && !(item.isNodeType("mgnl:role") && last.equals("applied"));
        }
        if (!type.get().extension().declared()) {
            // nobody says who reads what: an item of somebody else's light module is public as in Magnolia
            return !REVIEW.contains(path) && !path.equals("visibilite");
        }
        List<String> steps = new ArrayList<>(List.of(path.split("/", -1)));
        steps.removeIf(step -> step.chars().allMatch(Character::isDigit));
        String field = String.join("/", steps);
        return isDeclared(type.get(), steps)
                && isRead(type.get(), field)
                && !isHeldBack(type.get().extension().rules(), path);
    }

    /** Whether a path lies in an entry of a list that lacks what a rule asks, as a photo lacks somebody's consent. */
    private boolean isHeldBack(List<FieldRule> rules, String path) throws RepositoryException {
        Node at = item;
        String field = "";
        for (String step : path.split("/", -1)) {
            if (rules.isEmpty() || !at.hasNode(step)) {
                return false;
            }
            at = at.getNode(step);
            if (!step.chars().allMatch(Character::isDigit)) {
                field += step + "/";
            } else if (lacksSomething(rules, at, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lacksSomething(List<FieldRule> rules, Node entry, String prefix) throws RepositoryException {
        for (FieldRule rule : rules) {
            if (!rule.field().startsWith(prefix) || isGiven(entry, rule.field().substring(prefix.length()))) {
                continue;
            }
            String other = rule.other().substring(prefix.length());
            if (rule instanceof FieldRule.RequiredWhen when
                    && entry.hasProperty(other)
                    && when.values().contains(entry.getProperty(other).getString())
                    && (when.unless().isEmpty() || !isGiven(entry, when.unless().substring(prefix.length())))) {
                return true;
            }
            if (rule instanceof FieldRule.RequiredUnless unless && !isOneGiven(entry, unless.others(), prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneGiven(Node entry, List<String> fields, String prefix) throws RepositoryException {
        for (String field : fields) {
            if (isGiven(entry, field.substring(prefix.length()))) {
                return true;
            }
        }
        return false;
    }

    /** A box that is not ticked gives nothing. */
    private static boolean isGiven(Node entry, String name) throws RepositoryException {
        if (!entry.hasProperty(name)) {
            return entry.hasNode(name);
        }
        String value = entry.getProperty(name).isMultiple()
                ? "-"
                : entry.getProperty(name).getString();
        return !value.isBlank() && !value.equals("false");
    }

    /** Whether a field is for the members alone: it leaves the author store, but not beside those of the public. */
    boolean isForMembers(String field) throws RepositoryException {
        return !withheld && type.isPresent() && opening(type.get(), field) == Opening.MEMBERS;
    }

    private boolean isRead(ContentType contentType, String field) throws RepositoryException {
        return opening(contentType, field) == Opening.ITEM;
    }

    private Opening opening(ContentType contentType, String field) throws RepositoryException {
        FieldReaders readers = contentType.extension().readersOf(field);
        return switch (readers.audience()) {
            case ITEM -> Opening.ITEM;
            case MEMBERS -> Opening.MEMBERS;
            case FLAG -> narrowest(readers.flags());
            case BOARD, STAFF -> Opening.NOBODY;
        };
    }

    private Opening narrowest(List<String> flags) throws RepositoryException {
        Opening narrowest = Opening.ITEM;
        for (String flag : flags) {
            Opening one =
                    item.hasProperty(flag) ? Opening.of(item.getProperty(flag).getString()) : Opening.NOBODY;
            narrowest = one.compareTo(narrowest) > 0 ? one : narrowest;
        }
        return narrowest;
    }

    /** To whom of the published store a field is open, widest first. */
    private enum Opening {
        ITEM,
        MEMBERS,
        NOBODY;

        static Opening of(String flag) {
            if (flag.equals("true")) {
                return ITEM;
            }
            return switch (Audience.of(flag).orElse(Audience.BOARD)) {
                case PUBLIC -> ITEM;
                case MEMBERS -> MEMBERS;
                case BOARD -> NOBODY;
            };
        }
    }

    private static boolean isDeclared(ContentType contentType, List<String> steps) {
        List<ContentType.Property> properties = contentType.properties();
        String values = "-";
        for (String step : steps) {
            if (step.startsWith(values)) {
                continue;
            }
            var found =
                    properties.stream().filter(one -> one.name().equals(step)).findFirst();
            if (found.isEmpty()) {
                return false;
            }
            ContentType.SubModel inner = contentType.subModels().get(found.get().type());
            properties = inner == null ? List.of() : inner.properties();
            // several dates lie in nodes: exceptions/exceptions0/exceptions
            values = inner == null && found.get().multiple() ? step : "-";
        }
        return true;
    }
}
