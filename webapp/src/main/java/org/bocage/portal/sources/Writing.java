package org.bocage.portal.sources;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.tree.TreeWriter;
import org.bocage.editorial.form.Slug;
import org.bocage.portal.feeds.AdDetails;
import org.bocage.portal.sources.reading.AdEntry;
import org.bocage.portal.sources.reading.Entry;
import org.bocage.portal.sources.reading.EventEntry;
import org.bocage.portal.sources.reading.NewsEntry;
import org.bocage.portal.sources.reading.ReceivedHtml;
import org.bocage.portal.sources.reading.StructureEntry;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/** Makes an item of what a source tells. */
final class Writing {

    /** The address of a video call, as the field for it takes it. */
    private static final String ROOM = "https://[^\\s\"'<>]{3,400}";

    private static final String ORGANISERS = "organisateurs";

    private final Source source;
    private final Vocabulary vocabulary;
    private final MessageSource messages;
    private final String actorName;

    Writing(Source source, Vocabulary vocabulary, MessageSource messages, String actorName) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.messages = messages;
        this.actorName = actorName;
    }

    /** Returns the statement of the source on an entry, by field. */
    SourceStatement told(Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("titre", entry.title());
        fields.put(
                entry instanceof StructureEntry ? "domaines" : "themes",
                vocabulary.themes(entry.categories(), source).stream().sorted().collect(Collectors.joining(" ")));
        if (entry instanceof EventEntry event) {
            event(event, fields);
        } else if (entry instanceof StructureEntry structure) {
            structure(structure, fields);
        } else if (entry instanceof AdEntry ad) {
            ad(ad, fields);
        } else if (entry instanceof NewsEntry news) {
            String link = HtmlUtils.htmlEscape(news.link(), "UTF-8");
            String words = HtmlUtils.htmlEscape(say("sources.read-on", actorName), "UTF-8");
            fields.put("chapo", news.summary().isEmpty() ? news.title() : news.summary());
            fields.put("corps", ReceivedHtml.clean("<p><a href=\"" + link + "\">" + words + "</a></p>"));
        }
        return new SourceStatement(fields);
    }

    private void event(EventEntry event, Map<String, String> fields) {
        fields.put("debut", event.start().toString());
        fields.put(
                "fin",
                event.length()
                        .filter(length -> !length.isZero())
                        .map(length -> event.start().plus(length).toString())
                        .orElse(""));
        fields.put("journee", String.valueOf(event.allDay()));
        fields.put("recurrence", SourceFields.series(event.rule(), List.copyOf(event.exceptions()), event.others()));
        fields.put("statut", event.status());
        fields.put("lieu/nom", event.place());
        fields.put("lieu/adresse", event.street());
        fields.put("commune", vocabulary.commune(event.commune(), source));
        fields.put("enLigne", event.online().matches(ROOM) ? event.online() : "");
        // what the field does not take is told in the text
        String room = fields.get("enLigne").equals(event.online()) ? "" : ReceivedHtml.clean(event.online());
        String text = described(event.description());
        fields.put("description", (text + "\n" + room).strip());
    }

    /** Returns a description, or a sentence in its place. */
    private String described(String description) {
        String nothing = "<p>" + HtmlUtils.htmlEscape(say("sources.no-description", actorName), "UTF-8") + "</p>";
        return description.isEmpty() ? ReceivedHtml.clean(nothing) : description;
    }

    private void ad(AdEntry ad, Map<String, String> fields) {
        fields.put("type", ad.kind());
        fields.put("structure/nom", ad.structure().isEmpty() ? actorName : ad.structure());
        fields.put("description", described(ad.description()));
        fields.put("aDistance", String.valueOf(ad.remote()));
        boolean isNowhere = ad.remote() && ad.commune().isEmpty();
        fields.put("commune", isNowhere ? "" : vocabulary.commune(ad.commune(), source));
        fields.put("cloture", ad.lastDay().toString());
        // the ways of another portal's people to be reached are told by that portal
        fields.put(SourceFields.WAYS, SourceFields.way("adresse", ad.link()));
        AdDetails.names().forEach(name -> fields.put(name, ad.details().getOrDefault(name, "")));
        fields.put(
                AdDetails.AUDIENCE,
                vocabulary.profiles(ad.audience()).stream().sorted().collect(Collectors.joining(" ")));
    }

    private void structure(StructureEntry structure, Map<String, String> fields) {
        fields.put("accroche", structure.summary());
        String more = structure.link().isEmpty()
                ? ""
                : "<p><a href=\"" + HtmlUtils.htmlEscape(structure.link(), "UTF-8") + "\">"
                        + HtmlUtils.htmlEscape(say("sources.entry-at", actorName), "UTF-8") + "</a></p>";
        fields.put("description", (structure.description() + "\n" + ReceivedHtml.clean(more)).strip());
        fields.put("famille", vocabulary.family(structure.categories()));
        fields.put("commune", vocabulary.commune(structure.commune(), source));
        fields.put("adresse", structure.street());
        fields.put(
                "position",
                structure
                        .point()
                        .map(point -> SourceFields.position(point.latitude(), point.longitude(), point.isExact()))
                        .orElse(""));
        fields.put("contact/telephone", structure.telephone());
        fields.put("contact/courriel", structure.mail());
        fields.put("siteWeb", structure.site());
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, Locale.FRENCH);
    }

    /** Names for the item of an entry, the best first. */
    static List<String> names(Entry entry) {
        String otherwise =
                entry instanceof EventEntry event ? Slug.dated(event.start().toLocalDate()) : "sans-titre";
        String name = Slug.of(entry.title(), otherwise, one -> true);
        if (entry instanceof EventEntry event) {
            String shorter = name.substring(0, Math.min(name.length(), 69)).replaceAll("-$", "");
            return List.of(
                    // a few words are pages of the agenda
                    name.matches("mois|archives|flux|evenement") ? name + "-1" : name,
                    shorter + "-" + event.start().toLocalDate());
        }
        return entry instanceof StructureEntry structure
                ? List.of(name, Slug.of(name + " " + structure.locality(), name, one -> true))
                : List.of(name);
    }

    /** Writes a new item. */
    void create(Entry entry, SourceStatement told, Node item, Instant now) throws RepositoryException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("source", source.id());
        values.put("visibilite", "public");
        values.put("proposePar", Map.of("nom", source.title()));
        if (entry instanceof EventEntry) {
            values.put("origine", source.origin().isEmpty() ? "partenaire" : source.origin());
            if (!source.criterion().isEmpty()) {
                values.put("critere", source.criterion());
            }
            values.put("tarif", "a-preciser");
            values.put("interne", false);
            vocabulary.everybody().ifPresent(all -> values.put("publics", new String[] {all}));
        } else if (entry instanceof StructureEntry structure) {
            values.put("adressePublique", isPublic(structure.street()));
            values.put(
                    "contact",
                    Map.of(
                            "telephonePublic", isPublic(structure.telephone()),
                            "courrielPublic", isPublic(structure.mail())));
            values.put("verifieLe", Dates.utc(structure.updated().orElse(now)));
        } else if (entry instanceof NewsEntry) {
            values.put("origine", "territoire");
            if (!source.actor().isEmpty()) {
                values.put("contactStructure", source.actor());
            }
        }
        TreeWriter.put(item, values);
        credit(entry, item);
        note(entry, told, item);
        told.write(item, List.of());
    }

    /**
     * Whether everybody may read a part of a structure: another portal gives out what the structure agreed to; of other maps nobody
     * knows. A part that is not given stays closed for whoever fills it in later.
     */
    private boolean isPublic(String part) {
        return source.isPortal() && !part.isEmpty();
    }

    /** Writes what changed, in the same item; what was written by hand stays. */
    void update(Entry entry, SourceStatement told, Node item) throws RepositoryException {
        List<String> locked = SourceStatement.of(item).locked(item);
        note(entry, told, item);
        told.write(item, locked);
        credit(entry, item);
        if (item.hasProperty(Existing.GONE)) {
            item.getProperty(Existing.GONE).remove();
        }
    }

    /**
     * Names the source of an event, of an annonce, and of the news of a portal. Who tells of an event organises it, unless somebody
     * said who does: the structure of the source, else the source by its name.
     */
    private void credit(Entry entry, Node item) throws RepositoryException {
        boolean isNewsOfPortal = entry instanceof NewsEntry && source.isPortal();
        if (source.kind().mayPublish() || isNewsOfPortal) {
            Credits.name(item, Credits.Credit.of(source));
        }
        if (entry instanceof EventEntry && !hasOrganiser(item)) {
            String actor = source.actor();
            Map<String, String> who = actor.isEmpty() ? Map.of("nom", source.title()) : Map.of("acteur", actor);
            TreeWriter.put(item, Map.of(ORGANISERS, Map.of("0", who)));
        }
    }

    /** Whether it is said who organises an event: without, no form lets it pass. */
    static boolean hasOrganiser(Node item) throws RepositoryException {
        return item.hasNode(ORGANISERS) && item.getNode(ORGANISERS).hasNodes();
    }

    private static void note(Entry entry, SourceStatement told, Node item) throws RepositoryException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("uid", entry.key().uid());
        values.put("repere", entry.otherKey());
        values.put("empreinte", told.fingerprint());
        if (entry instanceof EventEntry event) {
            values.put("recurrenceId", event.recurrenceId());
            values.put("sequence", event.sequence());
        }
        TreeWriter.put(item, values);
    }
}
