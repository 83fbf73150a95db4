package org.bocage.portal.sources;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.screens.extension.FormObjections;
import org.bocage.editorial.screens.extension.HelpTopic;
import org.bocage.editorial.screens.extension.ReviewAsides;
import org.bocage.editorial.screens.extension.ReviewTasks;
import org.bocage.editorial.screens.extension.WeekNotices;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Contributions of sources to the screens of the private space. */
@Component
class SourceReview implements FormObjections, ReviewAsides, ReviewTasks, WeekNotices {

    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM yyyy");
    private static final DateTimeFormatter MOMENT = FrenchDays.format("d MMMM yyyy 'à' H'\u00a0h\u00a0'mm");
    private static final String TYPE = "sources";
    private static final String ADDRESS = "adresse";
    private static final String KIND = "genre";
    private static final String STRUCTURE = "acteur";

    private final OutgoingHttp outgoing;
    private final Sources sources;
    private final DefinitionRegistry definitions;
    private final Doubles doubles;
    private final AdDuplicates adDuplicates;

    /** Registers the page of the help on sources. */
    @Bean
    static HelpTopic sourcesHelp() {
        return new HelpTopic("sources", 70);
    }

    SourceReview(
            OutgoingHttp outgoing,
            Sources sources,
            DefinitionRegistry definitions,
            Doubles doubles,
            AdDuplicates adDuplicates) {
        this.adDuplicates = adDuplicates;
        this.doubles = doubles;
        this.outgoing = outgoing;
        this.sources = sources;
        this.definitions = definitions;
    }

    /** An address that leads into a private network is not even kept (AG-13). */
    @Override
    public Optional<Objection> objection(String type, FormValues values, FormValues before) {
        if (!type.equals(TYPE)) {
            return Optional.empty();
        }
        Optional<Objection> closed = Optional.of(values.text(ADDRESS))
                .filter(address -> !address.isBlank())
                .flatMap(address -> outgoing.refusal(Source.address(address)))
                .map(refusal -> new Objection(ADDRESS, sources.say(refusal.key(), 0)));
        // there is no draft of a source: without these nothing could be read, or nobody would know whose it is
        return closed.or(() -> Stream.of(ADDRESS, STRUCTURE)
                .filter(needed -> values.text(needed).isBlank())
                .findFirst()
                .map(needed -> new Objection(needed, sources.say("sources.missing"))));
    }

    /** A new address is read before it is kept: whether something comes from there, and of the kind that was said. */
    @Override
    public Optional<Objection> question(
            String type, FormValues values, FormValues before, Predicate<String> isConfirmed) {
        boolean isKnown = values.text(ADDRESS).equals(before.text(ADDRESS))
                && values.text(KIND).equals(before.text(KIND));
        if (!type.equals(TYPE) || isKnown || isConfirmed.test(ADDRESS) || isConfirmed.test(KIND)) {
            return Optional.empty();
        }
        return sources.misfit(values.text(ADDRESS), Source.Kind.of(values.text(KIND)))
                .map(misfit -> misfit.other()
                        .map(other -> new Objection(KIND, sources.say("sources.is." + other.key())))
                        .orElseGet(() -> new Objection(ADDRESS, sources.say("sources.unread", misfit.sentence()))));
    }

    @Override
    public List<FormPage.Aside> reviewAsides(Node item) throws RepositoryException {
        if (item.getPrimaryNodeType().getName().equals(Source.TYPE)) {
            return List.of(health(item));
        }
        if (!item.hasProperty(SourceStatement.PROPERTY)) {
            return List.of();
        }
        List<FormPage.Aside> asides = new ArrayList<>();
        asides.add(origin(item));
        if (Workspace.of(item).name().equals(Source.Kind.ADS.type())) {
            duplicates(item).ifPresent(asides::add);
        }
        return asides;
    }

    /** Returns links to the annonces that may be the same; empty without. */
    private Optional<FormPage.Aside> duplicates(Node ad) throws RepositoryException {
        List<FormPage.AsideGesture> links = adDuplicates.of(AdDuplicates.Told.of(ad), ad.getSession()).stream()
                .map(other -> FormPage.AsideGesture.look(
                        other.title(), "/espace/" + Source.Kind.ADS.type() + "/" + other.id()))
                .toList();
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(new FormPage.Aside(
                        sources.say("sources.double"),
                        List.of(sources.say("sources.double.ad")),
                        List.of(),
                        "",
                        links));
    }

    private FormPage.Aside health(Node source) throws RepositoryException {
        List<String> lines = new ArrayList<>();
        if (source.hasProperty("derniereReussite")) {
            lines.add(sources.say(
                    "sources.last-success",
                    words(source, "derniereReussite", MOMENT),
                    Source.text(source, "compteurs")));
        } else {
            lines.add(sources.say("sources.never"));
        }
        if (source.hasProperty("derniereErreur")) {
            long failures = source.getProperty("echecs").getLong();
            lines.add(sources.say("sources.last-error", failures, Source.text(source, "derniereErreur")));
        }
        lines.addAll(Source.texts(source, "avertissements"));
        String address = "/espace/sources/" + source.getIdentifier();
        return new FormPage.Aside(
                sources.say("sources.health"),
                lines,
                List.of(),
                "",
                List.of(
                        new FormPage.AsideGesture(sources.say("sources.test"), address + "/tester"),
                        new FormPage.AsideGesture(sources.say("sources.read-now"), address + "/lire")));
    }

    private static String words(Node node, String property, DateTimeFormatter format) throws RepositoryException {
        return format.format(node.getProperty(property).getDate().toInstant().atZone(SourceFields.PARIS));
    }

    /** Where it comes from; and, of what was written by hand, what the source says instead (AG-15). */
    private FormPage.Aside origin(Node item) throws RepositoryException {
        Optional<Node> source = Workspace.byId(item.getSession(), Source.text(item, "source"));
        String name = source.isPresent() ? Review.title(source.get()) : Source.text(item, "proposePar/nom");
        List<String> lines = new ArrayList<>();
        lines.add(sources.say("sources.from", name));
        if (item.hasProperty(Existing.GONE)) {
            lines.add(sources.say("sources.gone", words(item, Existing.GONE, DAY)));
        }
        List<FormPage.Difference> differences = differences(item);
        if (!differences.isEmpty()) {
            lines.add(sources.say("sources.differs"));
        }
        String address = WorkAddress.of(item) + "/source";
        return new FormPage.Aside(
                sources.say("sources.origin"),
                lines,
                differences,
                sources.say("sources.the-source"),
                differences.isEmpty()
                        ? List.of()
                        : List.of(new FormPage.AsideGesture(sources.say("sources.follow"), address)));
    }

    private List<FormPage.Difference> differences(Node item) throws RepositoryException {
        SourceStatement told = SourceStatement.of(item);
        List<FormPage.Difference> differences = new ArrayList<>();
        for (String field : told.locked(item)) {
            String label = Workspace.of(item).name() + ".detail." + field.replace('/', '.') + ".label";
            differences.add(new FormPage.Difference(
                    field,
                    definitions.current().messages().text(Locale.FRENCH, new Label(label, List.of())),
                    readable(item, SourceFields.read(item, field)),
                    readable(item, told.fields().getOrDefault(field, "")),
                    false));
        }
        return differences;
    }

    /** As people read it: without markup, a content by its title, a time without its letter. */
    private static String readable(Node item, String text) throws RepositoryException {
        List<String> words = new ArrayList<>();
        for (String word : RichText.plain(text).split(" ")) {
            Optional<Node> named = Workspace.byId(item.getSession(), word);
            words.add(named.isPresent() ? Review.title(named.get()) : word.replaceFirst("^([0-9-]{10})T", "$1 "));
        }
        return String.join(" ", words);
    }

    /** Returns a task for each pair of possible duplicates (AG-20). */
    @Override
    public List<WeekPage.Task> tasks(Clock clock) {
        return doubles.all().stream()
                .map(pair -> new WeekPage.Task(
                        pair.second().title(),
                        sources.say("sources.double"),
                        sources.say("sources.double.of", pair.first().title()),
                        Moment.of(pair.second().changed(), clock),
                        "/espace/doublons/" + pair.first().id() + "/"
                                + pair.second().id(),
                        false,
                        0,
                        ""))
                .toList();
    }

    @Override
    public List<WeekPage.Notice> notices() {
        List<WeekPage.Notice> notices = new ArrayList<>();
        for (Map.Entry<Source, String> one : sources.outOfOrder()) {
            notices.add(new WeekPage.Notice(
                    sources.say("sources.notice", one.getKey().title(), one.getValue()),
                    sources.say("sources.notice-link"),
                    "/espace/sources/" + one.getKey().id()));
        }
        return notices;
    }
}
