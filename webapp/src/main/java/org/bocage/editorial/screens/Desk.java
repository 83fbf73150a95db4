package org.bocage.editorial.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.MenuGroup;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.screens.extension.MenuEntries;
import org.bocage.editorial.screens.extension.ReviewTasks;
import org.bocage.editorial.screens.extension.ScreenGuide;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.view.CreateLink;
import org.bocage.editorial.view.Shell;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Authorship;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Withdrawals;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Context of a screen of the private space: the account signed in, and the frame around every screen. */
@Component
public class Desk {

    /** Place of the library among what is written each week. */
    private static final int MEDIA = 3;

    private static final Pattern KEY = Pattern.compile("[a-z-]{1,40}");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /**
     * Keys of the messages shown once after a gesture; the address carries the key. Other modules have such messages
     * in their bundles, as {@code authoring.flash.<key>}.
     */
    private static final Set<String> FLASHES = Set.of(
            "enregistre",
            "enregistre-a-deux",
            "enregistre-decide",
            "corrige",
            "propose",
            "publie",
            "programme",
            "deprogramme",
            "archive",
            "retire",
            "accepte",
            "repris",
            "refuse",
            "deja-envoye",
            "photo-ajoutee",
            "photo-enregistree",
            "photo-retiree",
            "photo-remplacee",
            "photo-rangee",
            "photo-connue",
            "photos-decrites",
            "photo-gardee-retiree",
            "photo-remise",
            "page-supprimee",
            "index-reconstruit",
            "revenu",
            "commente",
            "lot",
            "lot-change",
            "lot-en-partie",
            "lot-fait",
            "lot-laisse",
            "lot-rien",
            "lot-vide",
            "jete",
            "double",
            "sorti",
            "supprime",
            "confie",
            "confiance-retiree",
            "invitation",
            "roles-changes",
            "compte-ferme",
            "compte-ouvert",
            "nom-change",
            "adresse-a-confirmer",
            "adresse-changee",
            "mot-de-passe-change",
            "appareil-sorti",
            "avis-changes",
            "cle-ajoutee",
            "cle-retiree",
            "tache-lancee",
            "sauvegarde-faite",
            "demo-retiree",
            "mails-regles",
            "territoire-garde",
            "mails-oublies",
            "couleurs");

    private final CurrentAccount account;
    private final DefinitionRegistry registry;
    private final ContentIndexes indexes;
    private final Review review;
    private final Clock clock;
    private final SiteName siteName;
    private final Stores stores;
    private final Withdrawals withdrawals;
    private final MessageSource messages;
    private final ObjectProvider<ReviewTasks> tasks;
    private final ObjectProvider<MenuEntries> menu;
    private final LateNotice lateNotice;
    private final ObjectProvider<ScreenGuide> guide;
    private final Authorship authorship;
    private final String version;

    Desk(
            CurrentAccount account,
            DefinitionRegistry registry,
            ContentIndexes indexes,
            Review review,
            Clock clock,
            SiteName siteName,
            Stores stores,
            Withdrawals withdrawals,
            MessageSource messages,
            ObjectProvider<ReviewTasks> tasks,
            ObjectProvider<MenuEntries> menu,
            LateNotice lateNotice,
            ObjectProvider<ScreenGuide> guide,
            Authorship authorship,
            ObjectProvider<BuildProperties> build) {
        this.guide = guide;
        this.authorship = authorship;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
        this.tasks = tasks;
        this.menu = menu;
        this.lateNotice = lateNotice;
        this.withdrawals = withdrawals;
        this.messages = messages;
        this.account = account;
        this.registry = registry;
        this.indexes = indexes;
        this.review = review;
        this.clock = clock.withZone(PARIS);
        this.siteName = siteName;
        this.stores = stores;
    }

    /** Whether somebody is signed in. */
    public boolean isOccupied() {
        return account.get().isPresent();
    }

    public Account account() {
        return account.get().orElseThrow();
    }

    /** With whose rights contents are read. */
    public Identity identity() {
        return account().identity();
    }

    /** Returns the person signed in as an actor of the workflow. */
    public Actor actor() {
        Account who = account();
        return new Actor(who.name(), who.displayName(), who.roles());
    }

    /** Whether this person reviews what others write. */
    public boolean reviews() {
        return review.reviews(actor());
    }

    /** Whether this person takes their own contents away as a table. */
    public boolean takesAway() {
        return review.mayTakeAway(actor());
    }

    /** Whether proposals wait for this person: they review, or a theme is in their hands today. */
    public boolean decides() {
        return reviews() || !review.entrusted(actor()).isEmpty();
    }

    /** Returns the mail address of this person; it may be empty. */
    public String mailAddress() {
        return account().email();
    }

    /** Whether this person has the role of the administration. */
    public boolean administers() {
        return account().roles().contains(Roles.ADMINISTRATOR);
    }

    /** Of some contents, the proposals that wait for this person's yes. */
    public ContentQuery proposals(ContentQuery query) {
        ContentQuery waiting = query.inState(State.PROPOSE).and(new ContentQuery.NotThis(Review.SUSPECT, "true"));
        return reviews()
                ? waiting
                : waiting.where(review.entrustedBy(), review.entrusted(actor()).toArray(new String[0]))
                        .and(new ContentQuery.Not(theirs()));
    }

    /** Of some contents, those of which this person acts as the author: written by them, or given to them. */
    public ContentQuery.Filter theirs() {
        ContentQuery.Filter written =
                new ContentQuery.AnyOf("auteur", List.of(account().name()));
        Set<String> given = authorship.owned(account().name());
        return given.isEmpty()
                ? written
                : new ContentQuery.OneOf(List.of(written, new ContentQuery.AnyOf("@id", given)));
    }

    /** The time, in Paris. */
    public Clock clock() {
        return clock;
    }

    /** Returns the current definitions of the light modules. */
    public Definitions definitions() {
        return registry.current();
    }

    /** The content type of that name, else the only one of the workspace of that name, if it is written in the private space. */
    public Optional<ContentType> type(String name) {
        Definitions definitions = definitions();
        return definitions
                .contentType(name)
                .or(() -> definitions.onlyTypeOf(name))
                .filter(type -> definitions.appOf(type).isPresent());
    }

    public String label(ContentType type) {
        return definitions()
                .appOf(type)
                .map(app -> definitions().messages().text(Locale.FRENCH, app.label()))
                .orElse(type.name());
    }

    /** Words of a light module, or a fallback when it has none. */
    public String words(String key, String otherwise) {
        String found = definitions().messages().text(Locale.FRENCH, new Label(key, List.of()));
        return found.equals(key) ? otherwise : found;
    }

    /** Returns the name of the pages of the site, as a kind of content. */
    public String pagesLabel() {
        return words("pages.app.label", Workspace.WEBSITE.name());
    }

    /** Returns the link to write a new content of a type. */
    public CreateLink createLink(ContentType type) {
        return new CreateLink(
                words(type.name() + ".create", "Écrire : " + label(type)), "/espace/" + type.name() + "/nouveau");
    }

    /**
     * Builds the frame around a screen.
     *
     * @param current key of the entry of the navigation that it belongs to
     */
    public Shell shell(HttpServletRequest request, String current) {
        CsrfToken csrf = Objects.requireNonNull((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        Account who = account();
        return new Shell(
                request.getContextPath(),
                siteName.get(),
                version,
                String.valueOf(request.getAttribute("cspNonce")),
                new Shell.Csrf(csrf.getParameterName(), csrf.getToken()),
                new Shell.Viewer(who.name(), who.displayName()),
                eachWeek(current),
                groups(current),
                flash(request),
                lateNotice.take(request),
                notice(current),
                guide(request));
    }

    private Shell.@Nullable Guide guide(HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        return guide.stream()
                .flatMap(one -> one.guide(address).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the key of the notice for a screen whose type has a broken or missing definition: withheld, or replaced
     * by the last good one; null when the definition is in order.
     */
    private @Nullable String notice(String type) {
        Definitions definitions = definitions();
        return definitions
                .contentType(type)
                .filter(one -> definitions.isFormer(type) || definitions.isWithheld(one.workspace(), one.nodeType()))
                .map(one -> definitions.isWithheld(one.workspace(), one.nodeType())
                        ? "definition-retenue"
                        : "definition-ancienne")
                .orElse(null);
    }

    private List<Shell.NavEntry> eachWeek(String current) {
        List<Shell.NavEntry> entries = new ArrayList<>();
        entries.add(entry("semaine", "/espace", current, 0));
        if (decides()) {
            entries.add(entry("taches", "/espace/taches", current, waiting()));
        }
        Shell.NavEntry media = entry("medias", "/espace/medias", current, 0);
        List<ContentType> written = eachWeek();
        written.stream()
                .filter(type -> type.extension().weekly() < MEDIA)
                .forEach(type -> entries.add(entry(type, current)));
        entries.add(media);
        written.stream()
                .filter(type -> type.extension().weekly() >= MEDIA)
                .forEach(type -> entries.add(entry(type, current)));
        return entries;
    }

    /** Returns the content types that this person writes each week, most used first. */
    public List<ContentType> eachWeek() {
        return definitions().contentTypes().stream()
                .filter(type -> type.extension().isWeekly() && type(type.name()).isPresent())
                .sorted(Comparator.comparingInt(type -> type.extension().weekly()))
                .toList();
    }

    /** Returns the menu entries not used each week, by group; a group of which this person may open nothing is left out. */
    private List<Shell.NavGroup> groups(String current) {
        Map<MenuGroup, List<Shell.NavEntry>> groups = new EnumMap<>(MenuGroup.class);
        BiConsumer<MenuGroup, Shell.NavEntry> put = (group, entry) ->
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(entry);
        if (readsPages()) {
            put.accept(MenuGroup.SITE, entry("pages", "/espace/pages", current, 0));
        }
        List<MenuEntries.MenuEntry> registered = menu.stream()
                .flatMap(one -> one.menu().stream())
                .sorted(Comparator.comparingInt(MenuEntries.MenuEntry::place))
                .toList();
        registered.stream()
                .filter(one -> one.place() < MenuEntries.TYPES)
                .forEach(one -> put.accept(one.group(), entry(one.key(), one.address(), current, 0)));
        if (reviews()) {
            Set<String> elsewhere =
                    menu.stream().flatMap(one -> one.menuTypes().stream()).collect(Collectors.toSet());
            definitions().contentTypes().stream()
                    .filter(type -> !type.extension().isWeekly()
                            && !elsewhere.contains(type.name())
                            && type(type.name()).isPresent())
                    .forEach(type -> put.accept(type.extension().menu(), entry(type, current)));
        }
        registered.stream()
                .filter(one -> one.place() >= MenuEntries.TYPES)
                .forEach(one -> put.accept(one.group(), entry(one.key(), one.address(), current, 0)));
        if (reviews()) {
            put.accept(MenuGroup.BACKSTAGE, entry("reglages", "/espace/reglages", current, 0));
            put.accept(MenuGroup.BACKSTAGE, entry("definitions", "/espace/definitions", current, 0));
        }
        return groups.entrySet().stream()
                .map(group -> new Shell.NavGroup(group.getKey().key(), List.copyOf(group.getValue())))
                .toList();
    }

    /** Whether this person reads the pages of the site in the author store. */
    boolean readsPages() {
        return stores.author().read(identity(), session -> session.nodeExists(Workspace.WEBSITE.storePath("/")));
    }

    /** Pictures that were taken off line at somebody's request, for those who review. */
    public List<Withdrawals.Request> withdrawals() {
        return reviews() ? withdrawals.waiting() : List.of();
    }

    /** Returns the other tasks that wait for a decision, for those who review. */
    public List<WeekPage.Task> otherTasks() {
        return reviews()
                ? tasks.stream().flatMap(one -> one.tasks(clock).stream()).toList()
                : List.of();
    }

    /** A sentence of the private space. */
    public String sentence(String key, Object... values) {
        return messages.getMessage(key, values, Locale.FRENCH);
    }

    /** How much waits for this person. */
    public int waiting() {
        ContentQuery proposals = proposals(ContentQuery.anywhere()).page(0, 0);
        return (int) indexes.author().find(proposals, identity()).total()
                + withdrawals().size()
                + otherTasks().size();
    }

    private static Shell.NavEntry entry(String key, String address, String current, int count) {
        return new Shell.NavEntry(key, null, null, address, key.equals(current), count);
    }

    private Shell.NavEntry entry(ContentType type, String current) {
        String name = type.name();
        String icon = definitions().appOf(type).map(AppDefinition::icon).orElse("");
        return new Shell.NavEntry(name, label(type), icon, "/espace/" + name, name.equals(current), 0);
    }

    private Shell.@Nullable Flash flash(HttpServletRequest request) {
        String key = request.getParameter("fait");
        if (key == null || !KEY.matcher(key).matches()) {
            return null;
        }
        String sentence = messages.getMessage("authoring.flash." + key, null, null, Locale.FRENCH);
        if (sentence == null && !FLASHES.contains(key)) {
            return null;
        }
        String kept = request.getParameter("garde");
        return new Shell.Flash(key, sentence, null, null, kept != null && kept.length() < 200 ? kept : null);
    }
}
