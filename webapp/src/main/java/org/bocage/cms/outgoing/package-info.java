/**
 * What may the portal ask of other servers? The one way out: addresses that are nobody's private network, within limits of size
 * and time, checked where the connection is made.
 * Offers {@link org.bocage.cms.outgoing.OutgoingHttp}, and {@link org.bocage.cms.outgoing.ReceivedJson} for what comes back;
 * depends on the site for its address.
 */
@ApplicationModule(
        displayName = "cms.outgoing",
        allowedDependencies = {"cms.site"})
@NullMarked
package org.bocage.cms.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
