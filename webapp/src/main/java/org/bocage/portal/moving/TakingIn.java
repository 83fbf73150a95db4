package org.bocage.portal.moving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.items.SiteStructure;
import org.bocage.editorial.media.MediaShelf;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.workflow.Actor;
import org.bocage.portal.moving.reading.ExportVisitor;
import org.bocage.portal.moving.reading.Exports;
import org.bocage.portal.moving.reading.FormerItem;
import org.bocage.portal.moving.reading.FormerPaths;
import org.bocage.portal.moving.reading.FormerPicture;
import org.bocage.portal.moving.reading.FormerState;
import org.bocage.portal.moving.reading.UnreadableExport;
import org.bocage.portal.sources.reading.Territory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Takes the contents of an export in, as somebody said what becomes of what: as drafts or proposals, never on line. A content is known
 * by what the former site calls it, so a run that was stopped goes on where it was, and the same export a second time changes nothing.
 */
@Component
class TakingIn {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final AssetAddresses FILES = new AssetAddresses("");
    private static final int LONGEST_TOLD = 300;
    private static final int SAVED_EACH = 100;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;
    private final ItemForms forms;
    private final Contents contents;
    private final SiteStructure structure;
    private final MediaShelf shelf;
    private final Assets assets;
    private final OutgoingHttp http;
    private final Moves moves;
    private final Territory territory;
    private final MessageSource messages;
    private final Clock clock;

    TakingIn(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            ItemForms forms,
            Contents contents,
            SiteStructure structure,
            MediaShelf shelf,
            Assets assets,
            OutgoingHttp http,
            Moves moves,
            Territory territory,
            MessageSource messages,
            Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
        this.forms = forms;
        this.contents = contents;
        this.structure = structure;
        this.shelf = shelf;
        this.assets = assets;
        this.http = http;
        this.moves = moves;
        this.territory = territory;
        this.messages = messages;
        this.clock = clock;
    }

    /** A content over there made the run fail, and is left aside by the next one. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String item;

        Stopped(String item, Throwable cause) {
            super("Stopped by " + item, cause);
            this.item = item;
        }

        String item() {
            return item;
        }
    }

    /**
     * Takes in all that is chosen.
     *
     * @param by whoever moves the site in
     * @throws Stopped when a content cannot be taken; those before it are saved or will be by the next run
     */
    Move run(Move move, Actor by) throws IOException, UnreadableExport {
        Session session = stores.author().login(Identity.SYSTEM);
        MoveContents found = moves.contents(move.id());
        Optional<Path> media = move.media().isEmpty() ? Optional.empty() : Optional.of(Path.of(move.media()));
        try (MoveList list = new MoveList(
                        moves.list(move.id()),
                        Stream.of("title", "address", "known")
                                .map(one -> say("list." + one))
                                .toList());
                FormerFiles files = new FormerFiles(media, move.plan().fetch() ? http : null, found.site())) {
            Run run = new Run(move, by, session, found, list, files);
            Exports.of(moves.export(move), move.name(), territory, YearMonth.now(clock))
                    .read(run);
            return run.end();
        } catch (RepositoryException e) {
            throw new RepositoryFailure(e);
        } finally {
            session.logout();
        }
    }

    /** Makes the target of a type, or nothing when it is no more. */
    Optional<MoveTarget> target(String type) {
        Definitions definitions = registry.current();
        Optional<ContentType> found = definitions.contentType(type);
        return found.flatMap(
                one -> forms.of(definitions, type, Identity.SYSTEM).map(form -> new MoveTarget(one, form)));
    }

    /** Values of fields that nobody filled in. */
    Map<String, String> otherwise(MoveTarget target, Session session) throws RepositoryException {
        Map<String, String> otherwise = new HashMap<>();
        for (Map.Entry<String, String> one :
                target.type().extension().proposed().otherwise().entrySet()) {
            structure.value(one.getValue(), session).ifPresent(value -> otherwise.put(one.getKey(), value));
        }
        return otherwise;
    }

    private String say(String key, Object... values) {
        return messages.getMessage("moving." + key, values, Locale.FRENCH);
    }

    /** One run through an export. */
    private final class Run implements ExportVisitor, MovedHtml.Files {

        private final Move move;
        private final MovePlan plan;
        private final Session session;
        private final MoveContents found;
        private final MoveList list;
        private final FormerFiles files;
        private final Contents.Arrivals drafts;
        private final Contents.Arrivals proposals;
        private final MediaShelf.Arrivals pictures;
        private final ImageRights rights;
        private final String host;
        private final Map<String, Optional<MoveTarget>> targets = new HashMap<>();
        private final Map<String, Map<String, String>> defaults = new HashMap<>();
        private final Map<String, FormerPicture> library = new HashMap<>();
        private final Map<String, Optional<String>> keys = new HashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final Actor by;
        private LocalDate day;
        private String told = "";
        private String toldAt = "";
        private int seen;
        private int added;
        private int same;
        private int lacking;
        private int aside;
        private int taken;
        private int lost;

        Run(Move move, Actor by, Session session, MoveContents found, MoveList list, FormerFiles files) {
            this.move = move;
            this.plan = move.plan();
            this.by = by;
            this.session = session;
            this.found = found;
            this.list = list;
            this.files = files;
            this.drafts = contents.arrivals(session, by);
            this.proposals = contents.arrivals(session, Actor.portalFor(by.displayName()));
            this.pictures = shelf.arrivals(session, by.name());
            this.rights = ImageRights.of(ImageRights.Agreement.of(plan.agreement())
                    .filter(one -> one != ImageRights.Agreement.UNASKED)
                    .orElse(ImageRights.Agreement.TO_SAY));
            this.host = FormerPaths.host(found.site());
            this.day = LocalDate.now(clock);
        }

        Move end() throws RepositoryException {
            drafts.save();
            proposals.save();
            return move.with(progress());
        }

        private MoveProgress progress() {
            return new MoveProgress(found.chosen(plan), seen, added, same, lacking, aside, taken, lost, 0);
        }

        @Override
        public void picture(FormerPicture picture) {
            library.put(picture.address(), picture);
        }

        @Override
        public void aside(String reason, String what, String address) {
            tell(what, address, say("aside." + reason));
        }

        @Override
        public void cut(int line) {
            tell(move.name(), "", say("cut", line));
        }

        private void tell(String title, String address, String sentence) {
            aside++;
            list.add(new MoveList.Line(title, address, sentence));
        }

        private void note(String sentence) {
            list.add(new MoveList.Line(told, toldAt, sentence));
        }

        @Override
        public void item(FormerItem item) {
            told = item.title();
            toldAt = item.addresses().isEmpty() ? "" : item.addresses().get(0);
            String whole = MoveContents.key(item);
            String key = found.kinds().containsKey(whole) ? whole : item.kind();
            MovePlan.Kind kind = plan.kind(key);
            if (kind.type().isEmpty()) {
                tell(told, toldAt, say("aside.not-chosen"));
                return;
            }
            Optional<MoveTarget> target = targets.computeIfAbsent(kind.type(), TakingIn.this::target);
            seen++;
            if (target.isEmpty()) {
                tell(told, toldAt, say("aside.no-type"));
            } else if (move.passed().contains(item.id())) {
                tell(told, toldAt, say("aside.failed"));
            } else if (!ids.add(item.id())) {
                tell(told, toldAt, say("aside.twice"));
            } else {
                try {
                    take(item, kind, target.get());
                } catch (RepositoryException | IOException | RuntimeException e) {
                    throw new Stopped(item.id(), e);
                }
            }
            if (seen % SAVED_EACH == 0) {
                moves.save(move.with(progress()));
            }
        }

        private void take(FormerItem item, MovePlan.Kind kind, MoveTarget target)
                throws RepositoryException, IOException {
            Optional<Node> here = here(item.id());
            if (here.isPresent() && !text(here.get(), MovedItem.MOVE).equals(move.id())) {
                same++;
                return;
            }
            Map<String, String> otherwise = defaults.get(kind.type());
            if (otherwise == null) {
                otherwise = otherwise(target, session);
                defaults.put(kind.type(), otherwise);
            }
            MoveTarget.Fitted fitted = target.fit(item, kind, otherwise);
            for (MoveTarget.Dropped dropped : fitted.dropped()) {
                note(say("dropped", dropped.label(), shortened(dropped.value()), dropped.why()));
            }
            if (item.state() == FormerState.PRIVATE) {
                note(say("private"));
            }
            if (here.isPresent()) {
                // an earlier run of this move was stopped after it
                added++;
                lacking += fitted.lacking().isEmpty() ? 0 : 1;
                return;
            }
            add(item, target, fitted);
        }

        private Optional<Node> here(String id) throws RepositoryException {
            Hits hits = indexes.author()
                    .find(ContentQuery.anywhere().where(MovedItem.ORIGIN, id).page(0, 1), Identity.SYSTEM);
            return hits.hits().isEmpty()
                    ? Optional.empty()
                    : Workspace.byId(session, hits.hits().get(0).id());
        }

        private void add(FormerItem item, MoveTarget target, MoveTarget.Fitted fitted)
                throws RepositoryException, IOException {
            Instant now = clock.instant();
            Instant created = item.created() == null || item.created().isAfter(now) ? now : item.created();
            day = LocalDate.ofInstant(created, PARIS);
            List<MoveTarget.Photo> photos = new ArrayList<>();
            for (String one : target.pictureField().isPresent() ? item.pictures() : List.<String>of()) {
                photo(one).ifPresent(photos::add);
            }
            FormValues values = withTexts(target.withPictures(fitted, photos), fitted.cells());
            boolean isComplete = fitted.lacking().isEmpty()
                    && photos.stream()
                            .allMatch(one ->
                                    rights.allowsPublication() && !one.alt().isBlank());
            if (!isComplete) {
                lacking++;
                List<String> labels = fitted.lacking();
                note(labels.isEmpty() ? say("lacking.pictures") : say("lacking", String.join(", ", labels)));
            }
            boolean isProposed = plan.review() && isComplete && item.state() == FormerState.PUBLISHED;
            String account = plan.authors().getOrDefault(item.author(), by.name());
            (isProposed ? proposals : drafts)
                    .add(
                            target.type(),
                            List.of(values.text("name")),
                            isProposed ? "recevoir" : "enregistrer",
                            now,
                            created,
                            node -> write(node, item, target, values, account, created));
            added++;
        }

        private void write(
                Node node, FormerItem item, MoveTarget target, FormValues values, String account, Instant created)
                throws RepositoryException {
            target.form().write(values, node);
            node.setProperty("name", node.getName());
            node.setProperty("auteur", account);
            AccessControl.setOwner(node, account);
            boolean wasPublic = item.state() == FormerState.PUBLISHED;
            if (wasPublic && item.created() != null) {
                node.setProperty("publie", Dates.utc(created));
            }
            node.setProperty(MovedItem.MOVE, move.id());
            node.setProperty(MovedItem.ORIGIN, item.id());
            node.setProperty(MovedItem.PUBLIC, wasPublic);
            addresses(node, item.addresses());
        }

        /** The texts, with pictures and documents where they are now. */
        private FormValues withTexts(FormValues values, Map<String, String> cells) {
            FormValues moved = values;
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                // of the fields, those of HTML alone hold what was cleaned
                if (cell.getValue().indexOf('<') >= 0
                        && moved.text(cell.getKey()).equals(RichText.clean(cell.getValue()))) {
                    moved = moved.with(cell.getKey(), RichText.clean(MovedHtml.of(cell.getValue(), host, this)));
                }
            }
            return moved;
        }

        @Override
        public Optional<String> picture(String address, String alt) {
            FormerPicture known = library.getOrDefault(address, new FormerPicture(address, "", alt, ""));
            return file(new FormerPicture(address, known.title(), alt.isBlank() ? known.alt() : alt, known.caption()))
                    .flatMap(this::served);
        }

        @Override
        public Optional<String> document(String address) {
            return file(new FormerPicture(address, "", "", "")).flatMap(this::served);
        }

        private Optional<MoveTarget.Photo> photo(String address) {
            FormerPicture known = library.getOrDefault(address, new FormerPicture(address, "", "", ""));
            return file(known)
                    .map(key -> new MoveTarget.Photo(
                            key, shortened(known.alt()), plan.credit(), shortened(known.caption())));
        }

        private Optional<String> served(String key) {
            try {
                Optional<Node> asset = assets.byKey(session, key);
                return asset.isPresent() ? Optional.of(FILES.original(Asset.of(asset.get()))) : Optional.empty();
            } catch (RepositoryException e) {
                throw new RepositoryFailure(e);
            }
        }

        /** The key of a file, once it is in the library. */
        private Optional<String> file(FormerPicture picture) {
            if (picture.address().isBlank() || picture.address().startsWith("data:")) {
                return Optional.empty();
            }
            return keys.computeIfAbsent(picture.address(), address -> fetched(picture));
        }

        private Optional<String> fetched(FormerPicture picture) {
            try {
                FormerFiles.Found there = files.find(picture.address());
                if (there instanceof FormerFiles.Found.Missing missing) {
                    lost(picture.address(), say("picture." + missing.reason()));
                    return Optional.empty();
                }
                FormerFiles.Found.Bytes bytes = (FormerFiles.Found.Bytes) there;
                MediaShelf.Words words = new MediaShelf.Words(shortened(picture.alt()), false, credit(picture), rights);
                MediaShelf.Added kept;
                try (InputStream content = bytes.content()) {
                    kept = pictures.add(bytes.name(), content, words, day);
                }
                if (kept instanceof MediaShelf.Added.Refused refused) {
                    lost(picture.address(), messages.getMessage(refused.reason(), Locale.FRENCH));
                    return Optional.empty();
                }
                MediaShelf.Added.Kept known = (MediaShelf.Added.Kept) kept;
                if (!known.known()) {
                    taken++;
                    Node asset = assets.byKey(session, known.key()).orElseThrow();
                    asset.setProperty(MovedItem.MOVE, move.id());
                    Optional<String> address = FormerPaths.kept(picture.address());
                    addresses(asset, address.isPresent() ? List.of(address.get()) : List.of());
                }
                return Optional.of(known.key());
            } catch (IOException e) {
                lost(picture.address(), say("picture.unreadable"));
                return Optional.empty();
            } catch (RepositoryException e) {
                throw new RepositoryFailure(e);
            }
        }

        private String credit(FormerPicture picture) {
            return plan.credit().isBlank() && picture.caption().matches("(?iu).*(©|crédit|photo ?:).*")
                    ? shortened(picture.caption())
                    : plan.credit();
        }

        private void lost(String address, String sentence) {
            lost++;
            note(say("picture.lost", address, sentence));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD - 1) + "…";
    }

    private static void addresses(Node node, List<String> addresses) throws RepositoryException {
        if (!addresses.isEmpty()) {
            Value[] values = new Value[addresses.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = node.getSession().getValueFactory().createValue(addresses.get(i), PropertyType.STRING);
            }
            node.setProperty(MovedItem.ADDRESSES, values);
        }
    }

    static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }
}
