package org.bocage.e2e;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.jcr.Node;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.security.links.Invitations;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Delegations;
import org.bocage.editorial.workflow.Journal;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.bocage.portal.insight.PageViews;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A portal with one person of each role at it, and the items they try their hands on. */
final class RoleDesk implements AutoCloseable {

    private static final String THEME = "b0ca0002-0000-4000-8000-000000000005";
    private static final String OTHER_THEME = "b0ca0002-0000-4000-8000-000000000004";
    /** Somebody whose items are not theirs. */
    private static final Actor OTHER = new Actor("adherent2", "La Roue Qui Rit", Set.of("adherent"));

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));

    /** What makes a form whole that no single field could. */
    private static final Map<String, Map<String, String>> PARTS = Map.of(
            "evenements", Map.of("lieu.nom", "La grange", "organisateurs[0].nom", "Le foyer rural"),
            "annonces",
                    Map.of(
                            "type.type", "bon-plan",
                            "type.bon-plan.avantage", "Dix pour cent",
                            "type.bon-plan.conditions", "Jusqu’à épuisement",
                            "structure.nom", "Le foyer rural",
                            "commentRepondre[0].genre", "courriel",
                            "commentRepondre[0].valeur", "nom@exemple.fr"),
            "lieux",
                    Map.of(
                            "photos[0].image", "jcr:b0caa00a-0000-4000-8000-000000000017",
                            "photos[0].alt", "Une grange",
                            "photos[0].credit", "le pôle"),
            "projets", Map.of("porteur.prenom", "Zoé"));

    private final Portal portal;
    private final Stores stores;
    private final Review review;
    private final Delegations delegations;
    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private final AtomicInteger number = new AtomicInteger();

    /** The roles of the table, by the account that stands for each; a visitor has none. */
    enum Role {
        V(""),
        A("adherent"),
        K("contributeur"),
        C("ca"),
        S("salariee"),
        X("admin");

        private final String account;

        Role(String account) {
            this.account = account;
        }
    }

    RoleDesk(Portal portal) {
        this.portal = portal;
        this.stores = portal.context().getBean(Stores.class);
        this.review = portal.context().getBean(Review.class);
        this.delegations = portal.context().getBean(Delegations.class);
        for (Role role : Role.values()) {
            people.put(role, new Person(role));
        }
    }

    Person person(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    /** Somebody at a browser. */
    final class Person {
        private final Role role;
        private final Browser browser = new Browser(portal.port());
        private final String csrf;

        Person(Role role) {
            this.role = role;
            if (role != Role.V) {
                browser.signIn(role.account, "demo-bocage");
            }
            Document page = Browser.page(browser.get(role == Role.V ? "/connexion" : "/espace"));
            this.csrf = Objects.requireNonNull(page.selectFirst("input[name=_csrf]"))
                    .val();
        }

        String account() {
            return role.account;
        }

        Actor actor() {
            return new Actor(role.account, role.account, Set.of(role.account));
        }

        String get(String path) {
            return String.valueOf(browser.get(path).statusCode());
        }

        String reads(String path, String words) {
            return browser.get(path).body().contains(words) ? "lu" : "caché";
        }

        String posts(String path, Map<String, String> fields) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("_csrf", csrf);
            return String.valueOf(browser.post(path, all).statusCode());
        }

        String decides(String id, String decision) {
            return posts(
                    "/espace/taches/actus/" + id,
                    Map.of("decision", decision, "commentaire", "Voilà pourquoi.", "revision", revision(id)));
        }

        String comments(String id) {
            return posts("/espace/actus/" + id + "/commentaires", Map.of("texte", "Et l’heure ?"));
        }

        String archives(String id) {
            return posts("/espace/actus/" + id + "/ranger", Map.of("action", "archiver", "revision", revision(id)));
        }

        /** Sends the form of an item; whatever it says is missing is filled in. */
        String writes(String type, String id, Map<String, String> given, String action) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("_csrf", csrf);
            fields.put("titre", "Essai " + number.incrementAndGet());
            fields.put("action", action);
            fields.put("revision", id.equals("nouveau") ? "" : revision(id));
            fields.putAll(PARTS.getOrDefault(type, Map.of()));
            fields.putAll(given);
            String address = "/espace/" + type + "/" + id;
            for (int round = 0; round < 6; round++) {
                HttpResponse<String> answer = browser.post(address, fields);
                if (answer.statusCode() == 422 && Browser.problems(answer).contains("réservée")) {
                    return "réservé";
                }
                if (answer.statusCode() != 422 || !fill(Browser.page(answer), fields)) {
                    return String.valueOf(answer.statusCode());
                }
            }
            return "422";
        }
    }

    /** Fills in the fields that a refused form names; false when none could be. */
    private static boolean fill(Document page, Map<String, String> fields) {
        boolean filled = false;
        for (String anchor : page.select(".bilan li a").eachAttr("href")) {
            Element field = page.getElementById(anchor.substring(1));
            Element control = field == null || field.is("input, select, textarea")
                    ? field
                    : field.selectFirst("input:not([type=hidden]), select, textarea");
            if (control != null && !fields.containsKey(control.attr("name"))) {
                fields.put(control.attr("name"), value(control));
                filled = true;
            }
        }
        return filled;
    }

    private static String value(Element control) {
        String type = control.is("textarea") ? "textarea" : control.attr("type");
        if (control.is("select")) {
            return control.select("option").eachAttr("value").stream()
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse("");
        }
        return switch (type) {
            case "radio", "checkbox" -> control.val();
            case "date" -> LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
            case "datetime-local" -> LocalDate.now(ZoneOffset.UTC).plusDays(30) + "T18:00";
            case "number" -> "3";
            case "email" -> "nom@exemple.fr";
            case "url" -> "https://exemple.org/";
            default -> "Une phrase assez longue pour dire de quoi il s’agit, à qui, et pourquoi c’est bien.";
        };
    }

    private String revision(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            var node = Workspace.byId(session, id);
            return node.isPresent() ? String.valueOf(Revisions.number(node.get())) : "0";
        });
    }

    /** An actu of somebody, moved by one gesture; {@code publier} is la salariée's, whoever wrote it. */
    String item(String author, String action) {
        return item(new Actor(author, author, Set.of(author.replaceAll("[0-9]", ""))), action);
    }

    private String item(Actor author, String action) {
        return stores.author().write(Identity.SYSTEM, session -> {
            String name = "essai-de-role-" + number.incrementAndGet();
            Node node = new Workspace("actus").root(session).addNode(name, "bocage:actu");
            node.setProperty("auteur", author.name());
            node.setProperty("name", name);
            node.setProperty("themes", new String[] {THEME});
            AccessControl.setOwner(node, author.name());
            Actor mover = action.equals("publier") ? NOOR : author;
            review.move(session, node, action, mover, 0, "", item -> item.setProperty("titre", name));
            return node.getIdentifier();
        });
    }

    /** What one gets with one's own item, and with somebody else's. */
    String ownAndOther(Person who, String state, Function<String, String> gesture) {
        if (who.role == Role.V) {
            return gesture.apply(item(OTHER, state));
        }
        return RolesActionsTests.both(gesture.apply(item(who.actor(), state)), gesture.apply(item(OTHER, state)));
    }

    /** What one gets with somebody else's item; a member of the CA first with its theme in their hands, then with another. */
    String entrusted(Person who, String state, Function<String, String> gesture) {
        if (who.role != Role.C) {
            return gesture.apply(item(OTHER, state));
        }
        String with = holding(THEME, () -> gesture.apply(item(OTHER, state)));
        String without = holding(OTHER_THEME, () -> gesture.apply(item(OTHER, state)));
        return RolesActionsTests.both(with, without);
    }

    /** One's own proposal, with its theme in one's hands where that can be. */
    String acceptsTheirs(Person who) {
        String author = who.role == Role.V ? OTHER.name() : who.account();
        return holding(THEME, () -> who.decides(item(author, "proposer"), "accepter"));
    }

    private String holding(String theme, java.util.function.Supplier<String> work) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        delegations.entrust("ca", List.of(theme), today, today, "salariee");
        try {
            return work.get();
        } finally {
            delegations.all().forEach(one -> delegations.takeBack(one.id()));
        }
    }

    String entrusts(Person who) {
        String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        try {
            return who.posts(
                    "/espace/reglages/delegations", Map.of("compte", "ca2", "theme", THEME, "du", today, "au", today));
        } finally {
            delegations.all().forEach(one -> delegations.takeBack(one.id()));
        }
    }

    /** By what people put on line that they may propose; reviewers do not propose to themselves. */
    String sends(Person who) {
        return who.role == Role.S || who.role == Role.X ? "publier" : "proposer";
    }

    String publishesTheirs(Person who) {
        String title = "Mon texte " + number.incrementAndGet();
        String answer = who.writes("actus", "nouveau", Map.of("titre", title, "origine", "territoire"), "publier");
        boolean logged = stores.author()
                .read(
                        Identity.SYSTEM,
                        session ->
                                Journal.of(
                                                session,
                                                YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC))
                                                        .toString())
                                        .stream()
                                        .anyMatch(entry -> entry.title().equals(title) && entry.own()));
        return logged ? answer + " au journal" : answer;
    }

    String journal(Person who) {
        String own = who.role == Role.V ? "rien" : title(item(who.actor(), "proposer"));
        String other = title(item(OTHER, "proposer"));
        HttpResponse<String> page = who.browser.get("/espace/journal");
        if (page.statusCode() != 200) {
            return String.valueOf(page.statusCode());
        }
        return page.body().contains(other) ? "tout" : page.body().contains(own) ? "le sien" : "rien";
    }

    /** On somebody else's item; a contributor first on their own. */
    String comments(Person who) {
        String other = who.comments(item(OTHER, "proposer"));
        return who.role == Role.K ? RolesActionsTests.both(who.comments(item(who.actor(), "proposer")), other) : other;
    }

    private String title(String id) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.byId(session, id)
                                .orElseThrow()
                                .getProperty("titre")
                                .getString());
    }

    /** The card of one's own structure, and somebody else's. */
    String sheets(Person who) {
        String other =
                who.writes("acteurs", sheet(OTHER), Map.of(), "proposer".equals(sends(who)) ? "proposer" : "publier");
        return who.role == Role.V
                ? other
                : RolesActionsTests.both(who.writes("acteurs", sheet(who.actor()), Map.of(), sends(who)), other);
    }

    private String sheet(Actor author) {
        return node("acteurs", "bocage:acteur", author, "publie");
    }

    String membership(Person who) {
        String other = who.get("/espace/adhesions/" + membershipOf("autre"));
        return who.role == Role.A
                ? RolesActionsTests.both(who.get("/espace/adhesions/" + membershipOf(who.account())), other)
                : other;
    }

    String membershipOf(String account) {
        return node("adhesions", "bocage:adhesion", new Actor(account, account, Set.of()), null);
    }

    /** A request for membership that waits. */
    String request() {
        return node("adhesions", "bocage:adhesion", new Actor("autre", "autre", Set.of()), null);
    }

    /** Words that nobody else uses. */
    String fresh(String words) {
        return words + " " + number.incrementAndGet();
    }

    private String node(String workspace, String type, Actor author, @Nullable String state) {
        return stores.author().write(Identity.SYSTEM, session -> {
            String name = "essai-de-role-" + number.incrementAndGet();
            Node node = new Workspace(workspace).root(session).addNode(name, type);
            node.setProperty("titre", name);
            node.setProperty("name", name);
            node.setProperty("auteur", author.name());
            if (state != null) {
                node.setProperty("etat", state);
            }
            AccessControl.setOwner(node, author.name());
            return node.getIdentifier();
        });
    }

    /** A document of the CA that every member may read. */
    String documentForMembers() {
        String id = node("documents", "bocage:document", OTHER, null);
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = Workspace.byId(session, id).orElseThrow();
            node.setProperty("acces", "adherents");
            AccessControl.setReaders(node, Audience.MEMBERS, true);
        });
        return id;
    }

    /** A picture of the demo, that nobody of the table sent. */
    String picture() {
        return "b0cab00a-0000-4000-8000-000000000014";
    }

    /** What somebody sees of who agreed to somebody else's picture. */
    String rights(Person who) {
        HttpResponse<String> page = who.browser.get("/espace/medias/" + picture());
        if (page.statusCode() != 200) {
            return String.valueOf(page.statusCode());
        }
        return page.body().contains("name=\"droits\"")
                ? "modifié"
                : page.body().contains("Les personnes sur la photo") ? "lu" : "caché";
    }

    /** Sends all that there is to say of a picture. */
    String describes(Person who) {
        String address = "/espace/medias/" + picture();
        String revision =
                Browser.page(who.browser.get(address)).select("[name=revision]").val();
        return who.posts(
                address,
                Map.of(
                        "alt", "Une grange au bord du chemin",
                        "credit", "le pôle",
                        "droits", "personne",
                        "revision", revision.isEmpty() ? "0" : revision,
                        "action", "enregistrer"));
    }

    /** Which pages are read, beside the totals. */
    String statistics(Person who) {
        portal.context().getBean(PageViews.class).count(PageViews.Kind.PAGE, "/agenda");
        return who.reads("/espace/statistiques", "Les pages les plus lues");
    }

    /** How often what one wrote is read. */
    String readers(Person who) {
        String author = who.role == Role.V ? OTHER.name() : who.account();
        return who.reads("/espace/actus/" + item(author, "publier"), "Personne ne l’a encore lu");
    }

    /** The table of a list, of which one's own lines or somebody else's are looked for. */
    String takesAway(Person who, boolean own) {
        Actor author = own && who.role != Role.V ? who.actor() : OTHER;
        return who.reads("/espace/actus/tableau.csv", title(item(author, "publier")));
    }

    /** A message that somebody sent to the pôle. */
    String message(Person who) {
        return who.get("/espace/messages/" + node("messages", "bocage:message", OTHER, null));
    }

    String thrownAway() {
        String id = item(OTHER, "enregistrer");
        portal.context().getBean(Trash.class).throwAway(new Workspace("actus"), id, NOOR);
        return id;
    }

    /** Somebody who could be invited. */
    Map<String, String> invited(String role) {
        String name = "essai-" + number.incrementAndGet();
        return Map.of("titre", name, "courriel", name + "@exemple.invalid", "role", role);
    }

    /** The account of somebody who was invited. */
    String invitedAccount() {
        Map<String, String> one = invited("ca");
        return portal.context()
                .getBean(Invitations.class)
                .invite(one.getOrDefault("titre", ""), one.getOrDefault("courriel", ""), "ca", "Noor")
                .name();
    }

    String accountOf(Person who) {
        return who.role == Role.V ? "ca" : who.account();
    }

    String forMembers() {
        return "kevin@exemple.invalid";
    }

    String forBoard() {
        return "06 39 98 00 17";
    }

    @Override
    public void close() {
        portal.close();
    }
}
