package org.bocage.editorial.screens.extension;

import java.util.List;
import java.util.Map;
import org.bocage.cms.repository.config.SettingsFile;
import org.bocage.editorial.form.values.FormValues;

/** Extension point: settings in the shape of a file of the config folder, which « Réglages » shows as a form. */
public interface FileSettings {

    /** Returns what names the form in its address. */
    String name();

    /** Returns the dialog that the form is drawn from. */
    String dialog();

    /** Returns where the settings come from and are kept. */
    SettingsFile file();

    /** Returns the values of the form for the settings of the file. */
    FormValues read(Map<?, ?> settings);

    /** Returns what is wrong with what was typed, besides the rules of the dialog. */
    List<FormObjections.Objection> objections(FormValues typed);

    /** Returns what another network may take over of the settings of the file: nothing that tells of a person or of the association. */
    Map<String, Object> shared(Map<?, ?> settings);

    /** Returns the settings for the file; called for values that were checked. */
    Map<String, Object> write(FormValues typed);
}
