package org.bocage.portal.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Exports as the programs write them, made of the formats' documentation. */
public final class ExportFixtures {

    private ExportFixtures() {}

    /** An export of WordPress, an item after the other. */
    public static final class Wxr {

        private final String version;
        private final StringBuilder items = new StringBuilder();
        private final StringBuilder authors = new StringBuilder();
        private final String site;

        public Wxr(String version, String site) {
            this.version = version;
            this.site = site;
        }

        public Wxr author(String login, String name, String mail) {
            authors.append("<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[")
                    .append(login)
                    .append("]]></wp:author_login><wp:author_email><![CDATA[")
                    .append(mail)
                    .append("]]></wp:author_email><wp:author_display_name><![CDATA[")
                    .append(name)
                    .append("]]></wp:author_display_name></wp:author>\n");
            return this;
        }

        /**
         * Adds an item.
         *
         * @param more further elements of it
         */
        public Wxr item(int id, String type, String state, String title, String content, String... more) {
            String link = type.equals("post") && state.equals("publish")
                    ? site + "/2019/05/" + slug(title) + "/"
                    : type.equals("page") ? site + "/" + slug(title) + "/" : site + "/?p=" + id;
            items.append("<item>\n<title>")
                    .append(version.equals("1.2") ? "<![CDATA[" + title + "]]>" : escaped(title))
                    .append("</title>\n<link>")
                    .append(link)
                    .append(
                            "</link>\n<pubDate>Sun, 12 May 2019 08:30:00 +0000</pubDate>\n<dc:creator><![CDATA[lea]]></dc:creator>\n")
                    .append("<guid isPermaLink=\"false\">")
                    .append(site)
                    .append("/?p=")
                    .append(id)
                    .append("</guid>\n<description></description>\n<content:encoded><![CDATA[")
                    .append(content.replace("]]>", "]]]]><![CDATA[>"))
                    .append("]]></content:encoded>\n<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n<wp:post_id>")
                    .append(id)
                    .append("</wp:post_id>\n<wp:post_date>2019-05-12 10:30:00</wp:post_date>\n")
                    .append("<wp:post_date_gmt>2019-05-12 08:30:00</wp:post_date_gmt>\n<wp:post_name>")
                    .append(slug(title))
                    .append("</wp:post_name>\n<wp:status>")
                    .append(state)
                    .append("</wp:status>\n<wp:post_type>")
                    .append(type)
                    .append("</wp:post_type>\n<wp:post_password></wp:post_password>\n");
            for (String one : more) {
                items.append(one).append('\n');
            }
            items.append("</item>\n");
            return this;
        }

        public Wxr attachment(int id, String address, String alt, String caption) {
            return item(
                    id,
                    "attachment",
                    "inherit",
                    address.substring(address.lastIndexOf('/') + 1),
                    "",
                    "<wp:attachment_url>" + address + "</wp:attachment_url>",
                    meta("_wp_attachment_image_alt", alt),
                    "<excerpt:encoded><![CDATA[" + caption + "]]></excerpt:encoded>");
        }

        public String text() {
            return "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- generator=\"WordPress/5.2\" -->\n"
                    + "<rss version=\"2.0\"\n xmlns:excerpt=\"http://wordpress.org/export/" + version + "/excerpt/\"\n"
                    + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n"
                    + " xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\"\n xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                    + " xmlns:wp=\"http://wordpress.org/export/" + version
                    + "/\">\n<channel>\n<title>Le site d’avant</title>\n<link>"
                    + site + "</link>\n<description></description>\n<language>fr-FR</language>\n<wp:wxr_version>"
                    + version
                    + "</wp:wxr_version>\n<wp:base_site_url>" + site + "</wp:base_site_url>\n"
                    + (version.equals("1.0") ? "" : authors) + items + "</channel>\n</rss>\n";
        }
    }

    public static String category(String name) {
        return "<category domain=\"category\" nicename=\"" + slug(name) + "\"><![CDATA[" + name + "]]></category>";
    }

    public static String tag(String name) {
        return "<category domain=\"post_tag\" nicename=\"" + slug(name) + "\"><![CDATA[" + name + "]]></category>";
    }

    public static String meta(String key, String value) {
        return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value
                + "]]></wp:meta_value></wp:postmeta>";
    }

    public static String comment() {
        return "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[Quelqu’un]]></wp:comment_author>"
                + "<wp:comment_content><![CDATA[Bravo !]]></wp:comment_content></wp:comment>";
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** A dump of SPIP, a line of a table after the other. */
    public static String spip(String... rows) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<SPIP version=\"SPIP 2.1\" version_base=\"15828\" date=\"2020-01-01\">\n"
                + String.join("\n", rows) + "\n</SPIP>\n";
    }

    /** A line of a table: names and values in turn. */
    public static String row(String table, String... cells) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            fields.add("<" + cells[i] + ">"
                    + cells[i + 1].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</" + cells[i]
                    + ">");
        }
        return "<" + table + ">\n" + String.join("\n", fields) + "\n</" + table + ">";
    }
}
