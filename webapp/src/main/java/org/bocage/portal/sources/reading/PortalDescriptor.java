package org.bocage.portal.sources.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.outgoing.ReceivedJson;
import tools.jackson.databind.JsonNode;

/**
 * Description that a portal gives of itself.
 *
 * @param address that it says it has
 * @param communes INSEE codes of its territory
 * @param feeds what it gives to read
 */
public record PortalDescriptor(String name, String address, Set<String> communes, List<Feed> feeds) {

    /**
     * One of the things that it gives to read.
     *
     * @param type media type
     * @param path from its address
     */
    public record Feed(String kind, String type, String path) {}

    /** Path of a description, from the address of a portal. */
    public static final String PATH = "/.well-known/bocage";

    private static final int MOST_FEEDS = 20;
    private static final int MOST_COMMUNES = 5_000;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 200;
    private static final String NONE = "no-portal";

    /** Reads a description; of a list that is longer than any portal's, the beginning. */
    public static PortalDescriptor read(byte[] bytes) throws Unreadable {
        JsonNode whole = ReceivedJson.object(bytes).orElseThrow(() -> new Unreadable(NONE));
        String name = ReceivedJson.text(whole, "name")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        if (!ReceivedJson.text(whole, "software").equals("bocage") || name.isEmpty()) {
            throw new Unreadable(NONE);
        }
        Set<String> communes = new LinkedHashSet<>();
        for (JsonNode one : whole.path("communes")) {
            if (communes.size() < MOST_COMMUNES
                    && one.isString()
                    && one.stringValue().matches("[0-9AB]{5}")) {
                communes.add(one.stringValue());
            }
        }
        List<Feed> feeds = new ArrayList<>();
        for (JsonNode one : whole.path("feeds")) {
            String path = ReceivedJson.text(one, "path");
            // on that portal and nowhere else
            if (feeds.size() < MOST_FEEDS
                    && path.matches("[A-Za-z0-9][A-Za-z0-9._/?=&-]{0,199}")
                    && !path.contains("..")) {
                feeds.add(new Feed(ReceivedJson.text(one, "kind"), ReceivedJson.text(one, "type"), path));
            }
        }
        String address = ReceivedJson.text(whole, "address");
        return new PortalDescriptor(
                name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip(),
                address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)),
                communes,
                feeds);
    }

    /** Returns the path of a kind of what it gives, in a form that is read here; empty when it gives none. */
    public Optional<String> path(String kind, String type) {
        return feeds.stream()
                .filter(one -> one.kind().equals(kind) && one.type().equals(type))
                .map(Feed::path)
                .findFirst();
    }
}
