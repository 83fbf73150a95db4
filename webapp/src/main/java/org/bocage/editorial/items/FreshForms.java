package org.bocage.editorial.items;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.Value;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.AuthorStructures;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.stereotype.Component;

/**
 * New forms with what is known of their author filled in: for which structure, its themes, and whose news it is. The structure
 * is the one that they keep, the one whose fiche they wrote, or the one that another part of the portal knows of; with several, nobody guesses. Where the
 * type says so, it is the site's own otherwise.
 */
@Component
class FreshForms {

    /** Value in {@code propose: given:} of a type that marks the field for the structure. */
    private static final String GIVEN = "@structure";

    /** Begins a value that stands for a property of the structure, which follows. */
    private static final String OF_STRUCTURE = GIVEN + "/";

    /** The mail address of who writes. */
    private static final String MAIL = "@mail";

    private static final Pattern FIELD = Pattern.compile("[A-Za-z]\\w{0,40}(/[A-Za-z]\\w{0,40}){0,3}");
    private static final int LONGEST = 2_000;
    private static final String THEMES = "themes";
    private static final String DOMAINS = "domaines";
    private static final int MOST_THEMES = 3;

    private final Stores stores;
    private final Workflow workflow;
    private final SiteStructure siteStructure;
    private final List<AuthorStructures> structures;

    FreshForms(Stores stores, Workflow workflow, SiteStructure siteStructure, List<AuthorStructures> structures) {
        this.siteStructure = siteStructure;
        this.stores = stores;
        this.workflow = workflow;
        this.structures = structures;
    }

    /**
     * The form of a type as somebody begins to fill it in.
     *
     * @param wanted the one of their structures for which they write; empty when they said none
     */
    FormValues of(ContentType type, ItemForm form, Account account, String wanted) {
        FormValues values = form.fresh();
        Actor who = new Actor(account.name(), account.displayName(), account.roles());
        Set<String> structures = new LinkedHashSet<>();
        for (Map.Entry<String, String> given :
                type.extension().proposed().given().entrySet()) {
            if (given.getValue().equals(GIVEN)) {
                Optional<String> theirs = structureOf(account, wanted);
                structures.addAll(theirs.stream().toList());
                Optional<String> structure = theirs.isEmpty()
                                && isForTheSite(type, who)
                                && known(account, true).isEmpty()
                        ? siteStructure()
                        : theirs;
                if (structure.isPresent()) {
                    values = with(given.getKey(), structure.get(), form, values);
                }
            } else if (given.getValue().equals(MAIL)) {
                values = with(given.getKey(), account.email(), form, values);
            } else if (given.getValue().startsWith(OF_STRUCTURE)) {
                String property = given.getValue().substring(OF_STRUCTURE.length());
                String value = structureOf(account, wanted)
                        .map(id -> text(id, property))
                        .orElse("");
                values = value.isEmpty() ? values : with(given.getKey(), value, form, values);
            } else if (!given.getValue().startsWith("@") && isOpen(given.getKey(), values)) {
                values = values.with(
                        given.getKey(),
                        workflow.ownChoice(who, type.name(), given.getKey()).orElse(given.getValue()));
            }
        }
        for (Map.Entry<String, String> other :
                type.extension().proposed().otherwise().entrySet()) {
            Optional<String> value =
                    stores.author().read(Identity.SYSTEM, session -> siteStructure.value(other.getValue(), session));
            if (value.isPresent()
                    && !isToChoose(type, other.getKey(), account)
                    && values.within(other.getKey().replace('/', '.')).isEmpty()) {
                values = with(other.getKey(), value.get(), form, values);
                structures.add(value.get());
            }
        }
        return type.property(THEMES).isPresent() && isOpen(THEMES, values)
                ? values.with(THEMES, themes(structures).toArray(new String[0]))
                : values;
    }

    /**
     * Fills in what a link to the form gives, by paths of fields, {@code lieu/nom}; a field that the form does not have, or that
     * nobody asks this person for, stays as it is.
     */
    FormValues filled(ContentType type, ItemForm form, Account account, Map<String, String[]> given, FormValues start) {
        Actor who = new Actor(account.name(), account.displayName(), account.roles());
        FormValues values = start;
        for (Map.Entry<String, String[]> one : given.entrySet()) {
            String path = one.getKey();
            String typed = one.getValue().length == 0 ? "" : one.getValue()[0];
            boolean isTheirs = FIELD.matcher(path).matches()
                    && typed.length() <= LONGEST
                    && form.takesText(path)
                    && workflow.asksFor(who, path)
                    && workflow.mayChoose(who, type.name(), path, typed)
                    && workflow.mayFill(who, type.name(), path.replaceFirst("/.*", ""));
            Optional<String> value = isTheirs
                    ? stores.author().read(Identity.SYSTEM, session -> siteStructure.value(typed, session))
                    : Optional.empty();
            if (value.isPresent()) {
                values = with(path, value.get(), form, values);
            }
        }
        return values;
    }

    /** Fills in what the page of somebody else says; a field that is filled in, or that nobody asks this person for, stays as it is. */
    FormValues told(ContentType type, ItemForm form, Account account, Map<String, String> told, FormValues start) {
        Actor who = new Actor(account.name(), account.displayName(), account.roles());
        FormValues values = start;
        for (Map.Entry<String, String> one : told.entrySet()) {
            String path = one.getKey();
            String field = path.replaceFirst("/.*", "");
            boolean isTheirs = workflow.asksFor(who, path)
                    && workflow.mayChoose(who, type.name(), path, one.getValue())
                    && workflow.mayFill(who, type.name(), field);
            if (isTheirs && start.within(field).isEmpty()) {
                values = with(path, one.getValue(), form, values);
            }
        }
        return values;
    }

    /** Returns a property of a content as text; empty when there is none. */
    private String text(String id, String property) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = Workspace.byId(session, id);
            return node.isPresent() && node.get().hasProperty(property)
                    ? node.get().getProperty(property).getString()
                    : "";
        });
    }

    /** A field of the item itself in which nothing stands yet. */
    private static boolean isOpen(String field, FormValues values) {
        return field.indexOf('/') < 0 && values.within(field).isEmpty();
    }

    /** The domains of the structures, as many as an item may have. */
    private List<String> themes(Set<String> structures) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Set<String> themes = new LinkedHashSet<>();
            for (String structure : structures) {
                Optional<Node> fiche = Workspace.byId(session, structure);
                if (fiche.isPresent() && fiche.get().hasProperty(DOMAINS)) {
                    for (Value domain : fiche.get().getProperty(DOMAINS).getValues()) {
                        themes.add(domain.getString());
                    }
                }
            }
            return themes.stream().limit(MOST_THEMES).toList();
        });
    }

    /** Whether a field is for the structure, of which somebody keeps several: theirs to choose, and not the site's own. */
    private boolean isToChoose(ContentType type, String field, Account account) {
        return GIVEN.equals(type.extension().proposed().given().get(field))
                && known(account, true).size() > 1;
    }

    /** Whether somebody writes for the network itself: a choice of this type is theirs alone. */
    private boolean isForTheSite(ContentType type, Actor who) {
        return type.extension().proposed().given().keySet().stream()
                .anyMatch(field -> workflow.ownChoice(who, type.name(), field).isPresent());
    }

    private Optional<String> siteStructure() {
        return stores.author().read(Identity.SYSTEM, session -> siteStructure.value(SiteStructure.OTHERWISE, session));
    }

    private Optional<String> structureOf(Account account, String wanted) {
        List<String> given = known(account, true);
        List<String> known = given.isEmpty() ? known(account, false) : given;
        if (account.structures().contains(wanted) || known.contains(wanted)) {
            return Optional.of(wanted);
        }
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    private List<String> known(Account account, boolean given) {
        return structures.stream()
                .filter(one -> one.isGiven() == given)
                .flatMap(one -> one.structures(account).stream())
                .distinct()
                .toList();
    }

    /** A value at a path of fields, in the first entry of those that have several. */
    static FormValues with(String path, String value, ItemForm form, FormValues start) {
        FormValues values = start;
        String at = "";
        for (String step : path.split("/")) {
            at = at.isEmpty() ? step : at + "." + step;
            if (values.count(at) == 0) {
                values = form.apply("ajouter:" + at, values);
            }
            if (values.count(at) > 0) {
                at += "[0]";
            }
        }
        return values.with(at, value);
    }
}
