package org.bocage.cms.dam;

import jakarta.servlet.http.HttpServletRequest;
import org.bocage.cms.repository.Identity;

/** On whose behalf a request reads assets. An identity without principals reads nothing: every asset is absent. */
public interface AssetReader {

    /** Returns the reader of the published store; without an account, the identity of a visitor. */
    Identity published(HttpServletRequest request);

    /** Returns the reader of the author store. */
    Identity author(HttpServletRequest request);
}
