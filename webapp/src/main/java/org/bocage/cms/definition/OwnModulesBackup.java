package org.bocage.cms.definition;

import java.util.List;
import org.bocage.cms.repository.maintenance.BackedUpFiles;
import org.springframework.stereotype.Component;

/** The files of light modules of one's own. */
@Component
record OwnModulesBackup(DefinitionRegistry registry) implements BackedUpFiles {

    @Override
    public List<BackedUpFile> backedUpFiles() {
        return registry.current().resources().changed().stream()
                .map(file -> new BackedUpFile("light-modules" + file.path(), false, file::open))
                .toList();
    }
}
