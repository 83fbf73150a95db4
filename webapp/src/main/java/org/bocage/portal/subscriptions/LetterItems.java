package org.bocage.portal.subscriptions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.portal.feeds.ItemText;
import org.springframework.stereotype.Component;

/** Items for a letter: published in its days, or taking place in the month after, in the order of the letter. */
@Component
class LetterItems {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = FrenchDays.format("EEEE d MMMM");
    private static final int AHEAD_DAYS = 31;
    private static final int MOST = 60;
    /** Items of a section that a new letter tells until somebody chooses: the newest, or the next ones. */
    private static final int PROPOSED = 3;

    private static final int LONGEST_TEXT = 220;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final EventStatuses statuses;
    private final Clock clock;
    private final SiteAddress siteAddress;

    LetterItems(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            EventStatuses statuses,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.statuses = statuses;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /**
     * A part of a letter.
     *
     * @param key {@code pole}, {@code territoire}, {@code agenda} or {@code annonces}
     * @param title in words
     */
    public record Section(String key, String title, List<Item> items) {

        Section with(List<Item> others) {
            return new Section(key, title, others);
        }
    }

    /**
     * Something a letter tells.
     *
     * @param title with what became of it before, when it is not to be as it was announced
     * @param day in words, for what has one; empty otherwise
     * @param address whole, as all addresses of a letter are
     * @param picture address of a picture 640 px wide; empty for none
     * @param alt what it shows
     * @param off whether it does not take place after all: told only when it is ticked
     */
    public record Item(
            String id,
            String title,
            String day,
            String text,
            String address,
            String picture,
            String alt,
            boolean off) {}

    /** Of what there is to tell of some days, all but a few of each section: a letter that is chosen is read. */
    Set<String> unproposed(LocalDate from, LocalDate to) {
        return of(from, to).stream()
                .flatMap(section -> {
                    Set<String> proposed = section.items().stream()
                            .filter(item -> !item.off())
                            .limit(PROPOSED)
                            .map(Item::id)
                            .collect(Collectors.toUnmodifiableSet());
                    return section.items().stream().map(Item::id).filter(id -> !proposed.contains(id));
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All there is to tell of some days. */
    List<Section> of(LocalDate from, LocalDate to) {
        Instant since = from.atStartOfDay(PARIS).toInstant();
        Instant until = to.plusDays(1).atStartOfDay(PARIS).toInstant();
        ContentQuery.Between out = new ContentQuery.Between("publie", since, until);
        ContentQuery news = ContentQuery.in("actus")
                .ofType("bocage:actu")
                .and(out)
                .orderBy("publie", true)
                .page(0, MOST);
        Instant today =
                LocalDate.ofInstant(clock.instant(), PARIS).atStartOfDay(PARIS).toInstant();
        ContentQuery ads = ContentQuery.in(Kind.ANNONCES.key())
                .ofType("bocage:annonce")
                .and(out)
                .and(new ContentQuery.Between("cloture", today, null))
                .orderBy("cloture", false)
                .page(0, MOST);
        Instant ahead = to.plusDays(AHEAD_DAYS).atStartOfDay(PARIS).toInstant();
        ContentQuery dates = ContentQuery.in(SubscriptionChoices.EVENTS)
                .ofType("bocage:occurrence")
                .and(new ContentQuery.Between("fin", clock.instant(), null))
                .and(new ContentQuery.Between("debut", null, ahead))
                .orderBy("debut", false)
                .page(0, MOST);
        return List.of(
                section("pole", items("actus", news.where("origine", "pole"))),
                section("territoire", items("actus", news.where("origine", "territoire"))),
                section("agenda", items(SubscriptionChoices.EVENTS, dates)),
                section("annonces", items(Kind.ANNONCES.key(), ads)));
    }

    private Section section(String key, List<Item> items) {
        return new Section(
                key, registry.current().messages().lookup(Locale.FRENCH, "portail.lettre.parties." + key), items);
    }

    private List<Item> items(String type, ContentQuery query) {
        ContentType known = registry.current().contentType(type).orElseThrow();
        Hits hits = indexes.published().find(query, SubscriptionChoices.VISITOR);
        return stores.published().read(SubscriptionChoices.VISITOR, session -> {
            Map<String, Item> items = new LinkedHashMap<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> found = Workspace.byId(session, hit.id());
                if (found.isPresent()) {
                    boolean date = found.get().isNodeType("bocage:occurrence");
                    Node item = date ? found.get().getParent().getParent() : found.get();
                    String day = day(found.get(), date ? "debut" : "cloture");
                    // of a series the next date stands for all
                    if (!items.containsKey(item.getIdentifier())) {
                        items.put(item.getIdentifier(), item(session, known, item, day));
                    }
                }
            }
            return List.copyOf(items.values());
        });
    }

    private static String day(Node node, String property) throws RepositoryException {
        return ItemText.instant(node, property)
                .map(moment -> DAY.format(moment.atZone(PARIS)))
                .orElse("");
    }

    private Item item(Session session, ContentType type, Node item, String day) throws RepositoryException {
        String text = ItemText.of(item, "chapo");
        if (text.isEmpty()) {
            text = ItemText.plain(ItemText.of(item, "description")).replaceAll("\\s+", " ");
        }
        Optional<Node> holder = holder(item);
        Optional<Asset> picture = holder.isEmpty() ? Optional.empty() : picture(session, holder.get());
        String alt = holder.isEmpty() ? "" : ItemText.of(holder.get(), "alt");
        return new Item(
                item.getIdentifier(),
                statuses.titled(item),
                day,
                ItemText.shortened(text, LONGEST_TEXT),
                siteAddress.get() + PublicAddress.of(type, item).orElse("/"),
                picture.map(asset -> siteAddress.get() + new AssetAddresses("").rendition(asset, "portail", "carte"))
                        .orElse(""),
                picture.map(asset -> alt.isEmpty() ? asset.alt() : alt).orElse(""),
                EventStatuses.isOff(item));
    }

    /** The node that names the first picture of an item. */
    private static Optional<Node> holder(Node item) throws RepositoryException {
        if (item.hasNode("photo")) {
            return Optional.of(item.getNode("photo"));
        }
        return ItemText.entries(item, "photos").stream().findFirst();
    }

    private static Optional<Asset> picture(Session session, Node holder) throws RepositoryException {
        String key = ItemText.of(holder, "image");
        String id = key.startsWith(Asset.KEY_PREFIX) ? key.substring(Asset.KEY_PREFIX.length()) : key;
        Optional<Node> asset = Workspace.DAM.nodeById(session, id);
        return asset.isPresent() && asset.get().hasNode("jcr:content")
                ? Optional.of(Asset.of(asset.get())).filter(Asset::isPicture)
                : Optional.empty();
    }
}
