package org.bocage.editorial.administration.settings;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.jspecify.annotations.Nullable;

/**
 * {@code reglage.ftlh}: a form of the settings.
 *
 * @param conflict changes of somebody else to the same fields; null when there are none
 * @param seen print of the values that the form started from
 * @param file path of the file in which the settings stand, and are changed; empty when they are changed here
 * @param looks whether it says how the site looks
 */
public record SettingsFormPage(
        String address,
        String title,
        List<FormPage.Section> sections,
        List<FormPage.Problem> problems,
        FormPage.@Nullable Conflict conflict,
        String seen,
        String file,
        boolean looks) {}
