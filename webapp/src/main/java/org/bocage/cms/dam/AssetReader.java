package org.bocage.cms.dam;

import jakarta.servlet.http.HttpServletRequest;
import org.bocage.cms.repository.Identity;

/** On whose behalf a request reads assets. An identity without principals reads nothing: every asset is absent. */
public interface AssetReader {

    /** Who reads the published store; without an account, the identity of a visitor. */
    Identity published(HttpServletRequest request);

    /** Who reads the author store. */
    Identity author(HttpServletRequest request);
}
