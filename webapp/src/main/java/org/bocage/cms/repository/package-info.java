/**
 * Where is it kept? Two Oak repositories in one process (author and published), Magnolia's workspaces and node types,
 * audiences and roles as access control, states, revisions, changes, bootstrap files.
 * Offers {@link org.bocage.cms.repository.Stores}; depends on nothing of ours.
 */
@ApplicationModule(
        displayName = "cms.repository",
        allowedDependencies = {})
@NullMarked
package org.bocage.cms.repository;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
