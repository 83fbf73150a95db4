package org.bocage.editorial.administration.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.site.SiteSettings;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.workflow.Journal;
import org.springframework.stereotype.Component;

/**
 * The settings in the author store. A form shows the values that count, wherever they stand; what is changed in it is kept in the
 * node of the settings, and what is emptied is kept as empty, so that a former value elsewhere does not count again.
 */
@Component
class StoredSettings implements SettingsStore {

    private static final String CHANGED = "mgnl:lastModified";
    private static final String CHANGED_BY = "mgnl:lastModifiedBy";

    private final Desk desk;
    private final Stores stores;
    private final SiteSettings settings;

    StoredSettings(Desk desk, Stores stores, SiteSettings settings) {
        this.desk = desk;
        this.stores = stores;
        this.settings = settings;
    }

    @Override
    public FormValues read(SettingsForm form) {
        return stores.author().read(Identity.SYSTEM, session -> read(form, session));
    }

    private FormValues read(SettingsForm form, Session session) throws RepositoryException {
        Optional<Node> kept = settings.node(session);
        List<Node> sources = settings.sources(session);
        FormValues values = form.form().fresh();
        for (String field : form.fields()) {
            for (Node source : sources) {
                if (has(source, field)) {
                    FormValues said = form.form().read(source);
                    boolean isKept = kept.isPresent() && source.isSame(kept.get());
                    values = values.taking(field, isKept ? said : form.form().withoutGone(said));
                    break;
                }
            }
        }
        return values;
    }

    private static boolean has(Node node, String field) throws RepositoryException {
        return node.hasProperty(field) || node.hasNode(field);
    }

    /**
     * Keeps what was typed: on line at once, whatever is being written on the home page.
     *
     * @param seen the print of the values that the form started from
     * @return empty when it is kept
     */
    @Override
    public Optional<Conflict> keep(SettingsForm form, FormValues typed, String seen) {
        try {
            return stores.author().write(Identity.SYSTEM, session -> keep(form, typed, seen, session));
        } catch (ConcurrentEdit e) {
            return stores.author().read(Identity.SYSTEM, session -> {
                FormValues present = read(form, session);
                return Optional.of(conflict(typed, present, Set.copyOf(form.fields()), session));
            });
        }
    }

    private Optional<Conflict> keep(SettingsForm form, FormValues typed, String seen, Session session)
            throws RepositoryException {
        FormValues present = read(form, session);
        SettingsChanges changes = SettingsChanges.of(form, typed, present, seen);
        FormValues mine = changes.mine();
        List<String> changed = changes.changed();
        if (!changes.both().isEmpty()) {
            return Optional.of(conflict(mine, present, changes.both(), session));
        }
        Optional<Node> node = changed.isEmpty() ? Optional.empty() : settings.nodeToWrite(session);
        if (node.isPresent()) {
            write(form, mine, changed, node.get());
            Journal.settings(session, desk.clock().instant(), desk.account().name(), form.name(), form.title());
        }
        return Optional.empty();
    }

    private Conflict conflict(FormValues mine, FormValues theirs, Set<String> fields, Session session)
            throws RepositoryException {
        Optional<Node> node = settings.node(session);
        boolean isTold = node.isPresent() && node.get().hasProperty(CHANGED);
        return new Conflict(
                mine,
                theirs,
                fields,
                isTold ? node.get().getProperty(CHANGED_BY).getString() : "",
                isTold
                        ? node.get().getProperty(CHANGED).getDate().toInstant()
                        : desk.clock().instant());
    }

    private void write(SettingsForm form, FormValues values, List<String> changed, Node node)
            throws RepositoryException {
        Set<String> own = new HashSet<>(changed);
        for (String field : form.fields()) {
            if (has(node, field)) {
                own.add(field);
            }
        }
        form.form().write(values, node);
        for (String field : form.fields()) {
            if (!own.contains(field)) {
                remove(node, field);
            } else if (!has(node, field)) {
                node.setProperty(field, "");
            }
        }
        node.setProperty(CHANGED, Dates.utc(desk.clock().instant()));
        node.setProperty(CHANGED_BY, desk.account().name());
    }

    private static void remove(Node node, String field) throws RepositoryException {
        if (node.hasProperty(field)) {
            node.getProperty(field).remove();
        } else if (node.hasNode(field)) {
            node.getNode(field).remove();
        }
    }
}
