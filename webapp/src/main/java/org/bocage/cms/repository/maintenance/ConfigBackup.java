package org.bocage.cms.repository.maintenance;

import java.util.List;
import java.util.regex.Pattern;
import org.bocage.cms.repository.config.ConfigFiles;
import org.springframework.stereotype.Component;

/**
 * The files of the config folder that are the association's own. Options of the portal may hold passwords: they go along with a
 * passphrase alone.
 */
@Component
record ConfigBackup(ConfigFiles config) implements BackedUpFiles {

    static final String FOLDER = "config";

    private static final Pattern OPTIONS = Pattern.compile("application[^/]*");

    @Override
    public List<BackedUpFile> backedUpFiles() {
        return config.ownFiles().entrySet().stream()
                .map(file -> new BackedUpFile(
                        FOLDER + "/" + file.getKey(),
                        OPTIONS.matcher(file.getKey()).matches(),
                        () -> java.nio.file.Files.newInputStream(file.getValue())))
                .toList();
    }
}
