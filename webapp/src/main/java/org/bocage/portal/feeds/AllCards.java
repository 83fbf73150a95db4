package org.bocage.portal.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.publishing.exchange.Takeaway;
import org.springframework.stereotype.Component;

/** The address book of the archive of everything: structures and people, as far as the reader may know them. */
@Component
final class AllCards implements Takeaway {

    private static final int AT_ONCE = 200;

    private final PublicItems items;
    private final Structures structures;

    AllCards(PublicItems items, Structures structures) {
        this.items = items;
        this.structures = structures;
    }

    @Override
    public void write(Identity reader, String base, Archive archive) throws IOException {
        OutputStream out = archive.file("contacts.vcf");
        write(out, "acteurs", "bocage:acteur", reader, base, (node, by) -> Cards.of(structures.read(node, by)));
        write(out, "personnes", "bocage:personne", reader, base, (node, by) -> Cards.of(Cards.person(node, by)));
    }

    private void write(
            OutputStream out,
            String workspace,
            String type,
            Identity reader,
            String base,
            PublicItems.Reading<String> work)
            throws IOException {
        ContentQuery all = ContentQuery.in(workspace).ofType(type).orderBy("titre", false);
        List<String> some;
        int at = 0;
        do {
            some = items.list(all.page(at, AT_ONCE), reader, base, work);
            for (String card : some) {
                out.write(card.getBytes(StandardCharsets.UTF_8));
            }
            at += AT_ONCE;
        } while (some.size() == AT_ONCE && at < ContentQuery.DEEPEST);
    }
}
