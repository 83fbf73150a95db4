package org.bocage.portal.feeds;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEnclosureImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.springframework.web.util.HtmlUtils;

/** Writes feeds. The library knows no {@code atom:link} in RSS, which is added as foreign markup. */
final class FeedText {

    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final String NOT_XML = "[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    /** The forms of a feed. */
    enum Form {
        RSS("rss_2.0", "application/rss+xml;charset=UTF-8"),
        ATOM("atom_1.0", "application/atom+xml;charset=UTF-8");

        private final String type;
        private final String contentType;

        Form(String type, String contentType) {
            this.type = type;
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }

    /**
     * Properties of a feed as a whole.
     *
     * @param self its own address
     * @param page the address of the page that shows the same
     * @param author who publishes it: Atom asks for a name, of the feed or of each entry
     */
    record Head(String title, String description, String self, String page, String author) {}

    private FeedText() {}

    static String of(Form form, Head head, List<SyndicatedItem> items) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(form.type);
        feed.setEncoding(StandardCharsets.UTF_8.name());
        feed.setTitle(clean(head.title()));
        feed.setDescription(clean(head.description()));
        feed.setLanguage("fr");
        feed.setUri(head.self());
        Instant changed = items.stream()
                .map(form == Form.RSS ? SyndicatedItem::published : SyndicatedItem::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        feed.setPublishedDate(Date.from(changed));
        if (form == Form.RSS) {
            feed.setLink(head.page());
            feed.setForeignMarkup(List.of(self(head.self())));
        } else {
            feed.setLinks(List.of(link(head.self(), "self"), link(head.page(), "alternate")));
            feed.setAuthor(clean(head.author()));
        }
        feed.setEntries(items.stream().map(item -> entry(form, head, item)).toList());
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("The feed " + head.self() + " cannot be written", e);
        }
    }

    private static SyndEntry entry(Form form, Head head, SyndicatedItem item) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:uuid:" + item.id());
        entry.setTitle(clean(item.title()));
        entry.setLink(item.address());
        entry.setPublishedDate(Date.from(item.published()));
        entry.setUpdatedDate(Date.from(item.changed()));
        SyndContent summary = new SyndContentImpl();
        // readers take it for HTML
        summary.setType("text/html");
        summary.setValue(HtmlUtils.htmlEscape(clean(item.summary()), StandardCharsets.UTF_8.name())
                .replace("\n", "<br>"));
        entry.setDescription(summary);
        entry.setCategories(Stream.concat(item.themes().stream(), item.communes().stream())
                .map(FeedText::category)
                .toList());
        item.picture().ifPresent(picture -> entry.setEnclosures(List.of(enclosure(picture))));
        if (form == Form.ATOM) {
            // without a name the library writes an author who has none
            entry.setAuthor(clean(head.author()));
            entry.setLinks(Stream.concat(
                            Stream.of(link(item.address(), "alternate")),
                            item.picture().stream().map(picture -> {
                                SyndLink link = link(picture.address(), "enclosure");
                                link.setType(picture.type());
                                link.setLength(picture.size());
                                return link;
                            }))
                    .toList());
            entry.setEnclosures(List.of());
        }
        return entry;
    }

    private static SyndCategory category(String name) {
        SyndCategory category = new SyndCategoryImpl();
        category.setName(clean(name));
        return category;
    }

    private static SyndEnclosure enclosure(SyndicatedItem.File file) {
        SyndEnclosure enclosure = new SyndEnclosureImpl();
        enclosure.setUrl(file.address());
        enclosure.setType(file.type());
        enclosure.setLength(file.size());
        return enclosure;
    }

    private static SyndLink link(String address, String rel) {
        SyndLink link = new SyndLinkImpl();
        link.setHref(address);
        link.setRel(rel);
        return link;
    }

    private static Element self(String address) {
        return new Element("link", ATOM)
                .setAttribute("href", address)
                .setAttribute("rel", "self")
                .setAttribute("type", "application/rss+xml");
    }

    /** Without the signs that XML cannot hold. */
    private static String clean(String text) {
        return text.replaceAll(NOT_XML, "");
    }
}
