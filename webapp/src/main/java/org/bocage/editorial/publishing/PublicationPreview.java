package org.bocage.editorial.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * How a content would look to somebody once it is on line: put into a session of the published store that reads with their rights and
 * is never saved. So all else that is shown with it is what they may see.
 */
@Component
public class PublicationPreview {

    private final Stores stores;
    private final Publisher publisher;

    PublicationPreview(Stores stores, Publisher publisher) {
        this.stores = stores;
        this.publisher = publisher;
    }

    /** Look at a content in the published store. */
    @FunctionalInterface
    public interface Look<T> {

        /**
         * Looks.
         *
         * @param copy the content as it would be there
         * @param missing the pictures it shows that are not on line
         */
        T at(Node copy, MissingPictures missing) throws RepositoryException;
    }

    /** Puts a content where it would be on line, and looks at it. */
    public <T> T with(Node content, Identity reader, Look<T> look) throws RepositoryException {
        Session published = stores.published().login(reader);
        try {
            Set<Node> missing = publisher.preview(content, published);
            return look.at(published.getNode(content.getPath()), new MissingPictures(addresses(missing)));
        } finally {
            published.logout();
        }
    }

    private static List<Pattern> addresses(Set<Node> assets) throws RepositoryException {
        List<Pattern> addresses = new ArrayList<>();
        for (Node asset : assets) {
            String path = UriUtils.encodePath(Workspace.path(asset), StandardCharsets.UTF_8);
            addresses.add(Pattern.compile("/(?:dam/jcr:" + asset.getIdentifier()
                    + "/|\\.imaging/mte/[\\w.%-]+/[\\w.%-]+/dam" + Pattern.quote(path) + "/jcr:content/)"));
        }
        return addresses;
    }

    /**
     * Pictures of a content that are not on line.
     *
     * @param addresses what their addresses begin with
     */
    public record MissingPictures(List<Pattern> addresses) {

        /** Puts something before each address of one of them. */
        public String from(String start, String html) {
            String found = html;
            for (Pattern address : addresses) {
                found = address.matcher(found).replaceAll(one -> Matcher.quoteReplacement(start + one.group()));
            }
            return found;
        }

        /** Whether an address is that of one of them. */
        public boolean contain(String address) {
            return addresses.stream().anyMatch(one -> one.matcher(address).lookingAt());
        }
    }
}
