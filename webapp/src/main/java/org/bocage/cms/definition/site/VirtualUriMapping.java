package org.bocage.cms.definition.site;

import java.util.List;
import org.bocage.cms.definition.files.SourceFile;

/**
 * An address that stands for another (spec 9). Targets keep their prefix: {@code redirect:}, {@code permanent:},
 * {@code forward:}, {@code proxy:} or none.
 */
public sealed interface VirtualUriMapping {

    String id();

    String fromUri();

    SourceFile source();

    /** Simple pattern on the path: {@code *} any, {@code ?} one or none; the whole path. */
    record Simple(String id, String fromUri, String toUri, SourceFile source) implements VirtualUriMapping {}

    /** Regular expression, found in the whole address; {@code $1} in the target. */
    record Regexp(String id, String fromUri, String toUri, SourceFile source) implements VirtualUriMapping {}

    /** Simple pattern whose target has a {@code *}, replaced by a random padded number. */
    record Rotating(String id, String fromUri, String toUri, int start, int end, int padding, SourceFile source)
            implements VirtualUriMapping {}

    /** Target by host: suffix match, the longest host wins. {@code regexp}: what {@code fromUri} is. */
    record HostBased(String id, String fromUri, boolean regexp, List<Host> hosts, SourceFile source)
            implements VirtualUriMapping {}

    /** The target of one host. */
    record Host(String host, String toUri) {}
}
