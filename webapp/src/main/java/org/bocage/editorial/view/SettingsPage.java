package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code reglages.ftlh}: gestures on the whole portal, and what it is made of.
 *
 * @param screens forms of what the whole site says
 * @param rebuildAddress where « Reconstruire l’index » posts
 * @param documents how many contents are in the search index
 * @param rebuilt when it was last rebuilt, null when never
 * @param running true while it is being rebuilt
 * @param exchange null when content cannot be taken away here
 * @param missed what visitors searched in vain this month, most searched first
 * @param facts label and value, « Version », « 1.0.0 »
 */
public record SettingsPage(
        List<Screen> screens,
        String rebuildAddress,
        long documents,
        @Nullable Moment rebuilt,
        boolean running,
        List<Missed> missed,
        List<Fact> facts,
        List<Link> links,
        @Nullable Exchange exchange) {

    /** Where content is taken away and brought back, the workspaces it is in, and the types that come as tables too. */
    public record Exchange(String exportAddress, String importAddress, List<String> workspaces, List<Table> tables) {}

    /** A content type, « Acteurs », and where its table is brought in. */
    public record Table(String label, String address) {}

    /** A form of what the whole site says, « L’association », and where it is. */
    public record Screen(String label, String address) {}

    /** Words that nothing has, and how often they were searched. */
    public record Missed(String words, long times) {}

    /** A fact about the installation. */
    public record Fact(String label, String value) {}

    /** Another screen of settings: key {@code definitions}, {@code delegations} or {@code courriers}, and how many things wait there. */
    public record Link(String key, String address, int count) {}
}
