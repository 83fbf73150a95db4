package org.bocage.editorial.items.sharing;

import java.util.List;
import org.bocage.editorial.view.CreateLink;

/**
 * View model of {@code templates/espace/partage.ftlh}: what was shared, and what may become of it.
 *
 * @param lost why there is nothing: {@code parti} or {@code lourd}; empty when there is something
 * @param pictures their addresses
 * @param choices forms that this person may fill in with it
 */
public record SharePage(
        String lost, String title, String text, String link, List<String> pictures, List<CreateLink> choices) {

    static SharePage lost(String why) {
        return new SharePage(why, "", "", "", List.of(), List.of());
    }
}
