package org.bocage.editorial.administration.modules;

import java.util.List;
import org.bocage.editorial.view.FieldChange;

/**
 * {@code modules.ftlh}: what this installation changed of the packaged light modules, and added to them.
 *
 * @param upgraded changed files of which the packaged version changed since somebody looked
 * @param changed the other changed files
 */
public record ModulesPage(String address, List<Row> upgraded, List<Row> changed, List<Module> added) {

    /**
     * Changed file.
     *
     * @param change from the packaged version to the one in force, in one entry; empty when it cannot be shown
     * @param upgrade from the packaged version that was looked at to the one of now, likewise
     */
    public record Row(String path, List<FieldChange> change, List<FieldChange> upgrade) {}

    /**
     * Module with files that no packaged one stands behind.
     *
     * @param whole whether all of the module is the installation's own
     */
    public record Module(String name, boolean whole, List<String> files) {}
}
