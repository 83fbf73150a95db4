package org.bocage.e2e;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.FieldReaders;

/** Gives every field of an item that its definitions declare a value: a telling one where the public may not look. */
final class PlantedFields {

    /** Found nowhere but in fields that are not for the public. */
    static final String SECRET = "zqsecretqz";
    /** Found in text fields that are for the public. */
    static final String OPEN = "zqouvertqz";

    static final long SECRET_NUMBER = 7_919_104_729L;
    /** Past, so that nothing waits for it. */
    static final long SECRET_MOMENT = 981_173_106_789L;

    private final ContentType type;
    private final List<String> hidden = new ArrayList<>();

    PlantedFields(ContentType type) {
        this.type = type;
    }

    /** Paths of the fields that are not for the public, {@code contact/telephone}. */
    Set<String> hidden() {
        return new TreeSet<>(hidden);
    }

    void plant(Node item) throws RepositoryException {
        plant(item, type.properties(), "");
        item.setProperty("champInconnu", SECRET);
        item.setProperty("mgnl:createdBy", SECRET);
        item.setProperty("mgnl:lastModifiedBy", SECRET);
        hidden.addAll(List.of("champInconnu", "mgnl:createdBy", "mgnl:lastModifiedBy"));
    }

    private void plant(Node node, List<ContentType.Property> properties, String prefix) throws RepositoryException {
        for (ContentType.Property property : properties) {
            String path = prefix + property.name();
            ContentType.SubModel inner = type.subModels().get(property.type());
            boolean isHidden = isHidden(path);
            if (isHidden) {
                hidden.add(path);
            }
            if (inner == null) {
                set(node, property, isHidden);
            } else {
                Node child = child(node, property.name());
                plant(property.multiple() ? child(child, "0") : child, inner.properties(), path + "/");
            }
        }
    }

    private boolean isHidden(String path) {
        return type.extension().readersOf(path).audience() != FieldReaders.Audience.ITEM;
    }

    private static Node child(Node node, String name) throws RepositoryException {
        return node.hasNode(name) ? node.getNode(name) : node.addNode(name, "mgnl:contentNode");
    }

    private static void set(Node node, ContentType.Property property, boolean isHidden) throws RepositoryException {
        String name = property.name();
        if (List.of("etat", "visibilite", "name", "publie").contains(name)
                || property.type().contains(":")) {
            // written by the workflow, or telling the item apart; a reference to nothing
            return;
        }
        switch (property.type()) {
            case "Boolean" -> node.setProperty(name, false);
            case "Long", "Double" -> node.setProperty(name, isHidden ? SECRET_NUMBER : 1);
            case "Date" -> {
                if (isHidden && !name.equals("depublierLe")) {
                    node.setProperty(name, moment());
                }
            }
            default -> text(node, property, isHidden ? SECRET + "-" + name : OPEN + "-" + name);
        }
    }

    private static void text(Node node, ContentType.Property property, String text) throws RepositoryException {
        if (!property.options().isEmpty() && !text.startsWith(SECRET)) {
            node.setProperty(property.name(), property.options().get(0).value());
        } else if (property.multiple()) {
            node.setProperty(property.name(), new String[] {text});
        } else {
            node.setProperty(property.name(), text);
        }
    }

    private static Calendar moment() {
        Calendar moment = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        moment.setTimeInMillis(SECRET_MOMENT);
        return moment;
    }
}
