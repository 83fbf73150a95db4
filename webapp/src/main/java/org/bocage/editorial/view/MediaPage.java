package org.bocage.editorial.view;

import java.util.List;

/**
 * {@code medias.ftlh}. The upload form posts {@code fichier} (several), {@code credit}, {@code dossier}, {@code jeton} as
 * multipart to {@code address}; the form of a new folder posts {@code nom}, {@code dossier} to {@code address}/dossiers.
 *
 * @param query what is searched, empty when nothing is
 * @param folder path of the folder one looks into, {@code /} for the whole library
 * @param title of that folder; empty for the whole library
 * @param way the folders above it, the outermost first
 * @param folders those in it
 * @param mayAddFolders whether this person may make folders
 * @param toDescribe how many pictures this person sent and has not described
 * @param credit what was typed with files that were not taken
 * @param errors why files were not taken
 * @param open true shows the upload form unfolded, as after an error
 */
public record MediaPage(
        String address,
        String query,
        String folder,
        String title,
        List<Folder> way,
        List<Folder> folders,
        boolean mayAddFolders,
        List<Tile> tiles,
        int total,
        Paging paging,
        int toDescribe,
        String credit,
        List<String> errors,
        boolean open,
        String accept,
        long largest,
        String token) {

    /** A folder: its name, and where it opens. */
    public record Folder(String title, String address) {}

    /**
     * A file in the grid.
     *
     * @param picture its address is that of its screen; without thumbnail when it is no picture
     * @param incomplete whether it waits for words or for somebody's agreement
     * @param format in capitals, « PDF »
     */
    public record Tile(Picture picture, boolean incomplete, String format) {}
}
