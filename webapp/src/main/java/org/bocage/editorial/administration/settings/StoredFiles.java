package org.bocage.editorial.administration.settings;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.KeptSettings;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.FileSettings;
import org.bocage.editorial.workflow.Journal;
import org.springframework.stereotype.Component;

/** The settings in the shape of files: kept in the author store, and counting at once on the pages and in the mails. */
@Component
class StoredFiles implements SettingsStore {

    private final Desk desk;
    private final Stores stores;
    private final KeptSettings settings;

    StoredFiles(Desk desk, Stores stores, KeptSettings settings) {
        this.desk = desk;
        this.stores = stores;
        this.settings = settings;
    }

    @Override
    public FormValues read(SettingsForm form) {
        FileSettings file = file(form);
        return file.read(file.file().yaml());
    }

    @Override
    public Optional<Conflict> keep(SettingsForm form, FormValues typed, String seen) {
        Optional<Conflict> conflict;
        try {
            conflict = keepOnce(form, typed, seen);
        } catch (ConcurrentEdit e) {
            // somebody else was a moment quicker
            conflict = keepOnce(form, typed, seen);
        }
        if (conflict.isEmpty()) {
            settings.refreshPages();
        }
        return conflict;
    }

    private Optional<Conflict> keepOnce(SettingsForm form, FormValues typed, String seen) {
        FormValues present = read(form);
        SettingsChanges changes = SettingsChanges.of(form, typed, present, seen);
        if (!changes.both().isEmpty()) {
            return Optional.of(conflict(form, changes.mine(), present, changes.both()));
        }
        if (!changes.changed().isEmpty()) {
            Instant now = desk.clock().instant();
            String by = desk.account().name();
            stores.author().update(Identity.SYSTEM, session -> {
                file(form).file().keep(session, file(form).write(changes.mine()), by, now);
                Journal.settings(session, now, by, form.name(), form.title());
            });
        }
        return Optional.empty();
    }

    private Conflict conflict(SettingsForm form, FormValues mine, FormValues present, Set<String> both) {
        SettingsFile.Change last = file(form)
                .file()
                .lastChange()
                .orElseGet(() -> new SettingsFile.Change("", desk.clock().instant()));
        return new Conflict(mine, present, both, last.by(), last.at());
    }

    private static FileSettings file(SettingsForm form) {
        return form.file().orElseThrow();
    }
}
