package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: each cell of {@code roles/gestes.txt}, by a direct request with the session of its role. */
class RolesActionsTests {

    private static final Path TABLE = Path.of("webapp/src/test/resources/roles/gestes.txt");
    private static final List<RoleDesk.Role> ROLES = List.of(RoleDesk.Role.values());
    private static final Map<String, String> TERRITORY = Map.of("origine", "territoire");
    private static final List<String> TYPES = List.of("actus", "evenements", "annonces", "lieux", "projets", "acteurs");

    @TempDir
    static Path home;

    private static RoleDesk desk;
    private static Map<String, Function<RoleDesk.Person, String>> gestures;

    /** One cell. */
    record Cell(String gesture, RoleDesk.Role role, String expected) {
        @Override
        public String toString() {
            return gesture + ", " + role + " : " + expected;
        }
    }

    @BeforeAll
    static void start() {
        desk = new RoleDesk(Portal.start(home));
        gestures = gestures(desk);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    static Stream<Cell> cells() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .flatMap(line -> IntStream.range(0, ROLES.size())
                        .mapToObj(i -> new Cell(line.get(0), ROLES.get(i), line.get(i + 1))));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void CT_04_each_role_may_do_what_the_table_says_and_nothing_else(Cell cell) {
        assertThat(Objects.requireNonNull(gestures.get(cell.gesture()), cell.gesture())
                        .apply(desk.person(cell.role())))
                .isEqualTo(cell.expected());
    }

    @Test
    void the_table_and_the_gestures_are_the_same() throws IOException {
        assertThat(new TreeSet<>(cells().map(Cell::gesture).toList())).isEqualTo(new TreeSet<>(gestures.keySet()));
    }

    private static Map<String, Function<RoleDesk.Person, String>> gestures(RoleDesk desk) {
        Map<String, Function<RoleDesk.Person, String>> all = new LinkedHashMap<>();
        reading(all, desk);
        writing(all, desk);
        reviewing(all, desk);
        keeping(all, desk);
        people(all, desk);
        looking(all);
        filing(all, desk);
        pages(all);
        whole(all, desk);
        return all;
    }

    private static void reading(Map<String, Function<RoleDesk.Person, String>> all, RoleDesk desk) {
        all.put("lire-public", who -> who.get("/reseau/acteurs/le-fournil-des-mots"));
        all.put("lire-adherents", who -> who.get("/reseau/projets/une-creche-dans-la-ferme"));
        all.put("lire-ca", who -> who.get("/reseau/projets/habiter-a-six"));
        all.put("lire-compte-rendu", who -> who.get("/espace/documents/b0cad001-0000-4000-8000-000000000002"));
        all.put("agenda-interne", who -> who.get("/espace/agenda"));
        all.put("contact-adherents", who -> who.reads("/.rest/delivery/personnes/v1?limit=100", desk.forMembers()));
        all.put(
                "contact-ca",
                who -> who.reads("/espace/personnes/b0caa006-0000-4000-8000-000000000017", desk.forBoard()));
        all.put("donnees-publiques", who -> who.get("/.rest/delivery/actus/v1"));
        all.put("comptes-par-rest", who -> who.get("/author/.rest/nodes/v1/users/admin/ca"));
        all.put("journal", desk::journal);
        all.put("lettres", who -> who.get("/espace/lettres"));
        Map.of(
                        "agenda-interne", "agenda",
                        "messages-de-contact", "messages",
                        "statistiques", "statistiques",
                        "comptes", "comptes",
                        "regle-de-visibilite", "reglages/visibilite",
                        "theme", "reglages/theme",
                        "sauvegardes", "reglages/sauvegardes",
                        "liens-casses", "reglages/liens",
                        "taches-planifiees", "reglages/taches",
                        "sante", "reglages/sante")
                .forEach((gesture, address) -> all.put(gesture, who -> who.get("/espace/" + address)));
        all.put("association", who -> who.get("/espace/reglages/association"));
        all.put("statistiques-des-pages", who -> desk.statistics(who));
        all.put("lectures-du-sien", desk::readers);
        all.put("consentements-des-photos", desk::rights);
        all.put("lire-document-adherents", who -> who.get("/espace/documents/" + desk.documentForMembers() + "/lire"));
        all.put("fichier-interne", who -> who.get("/documents/b0cad001-0000-4000-8000-000000000002/fichier"));
        all.put("proposer-sans-compte", who -> who.get("/proposer"));
        all.put("fiche-par-lien", who -> who.get("/proposer/mise-a-jour/le-fournil-des-mots"));
    }

    private static void writing(Map<String, Function<RoleDesk.Person, String>> all, RoleDesk desk) {
        for (String type : TYPES) {
            all.put("proposer-" + type, who -> who.writes(type, "nouveau", TERRITORY, "proposer"));
        }
        Map<String, String> pole = Map.of("origine", "pole");
        all.put("ecrire-actu-du-pole", who -> who.writes("actus", "nouveau", pole, desk.sends(who)));
        all.put("ecrire-evenement-du-pole", who -> who.writes("evenements", "nouveau", pole, desk.sends(who)));
        all.put("ecrire-action", who -> who.writes("actions", "nouveau", Map.of(), desk.sends(who)));
        all.put("ecrire-mission", who -> who.writes("missions", "nouveau", Map.of(), desk.sends(who)));
        all.put(
                "garder-un-brouillon",
                who -> desk.ownAndOther(who, "enregistrer", id -> who.writes("actus", id, Map.of(), "enregistrer")));
        all.put(
                "reprendre-un-publie",
                who -> desk.ownAndOther(who, "publier", id -> who.writes("actus", id, TERRITORY, "proposer")));
        all.put("modifier-une-fiche", who -> desk.sheets(who));
        all.put(
                "coup-de-coeur",
                who -> who.writes(
                        "actus",
                        "nouveau",
                        Map.of("origine", "territoire", "coupDeCoeur.phrase", "On adore"),
                        "proposer"));
        all.put("publier-le-sien", desk::publishesTheirs);
        all.put("sources", who -> who.get("/espace/sources/nouveau"));
        String nothing = "00000000-0000-4000-8000-000000000000";
        all.put("decider-d-un-doublon", who -> who.posts("/espace/doublons/" + nothing + "/" + nothing, Map.of()));
        all.put(
                "changer-une-part-d-une-serie",
                who -> who.posts("/espace/evenements/" + nothing + "/serie", Map.of("portee", "cette")));
        all.put("vocabulaires", who -> who.get("/espace/vocabulaires/nouveau"));
        all.put(
                "retirer-une-photo",
                who -> who.posts("/espace/medias/" + desk.picture() + "/retrait", Map.of("decision", "garder")));
        all.put("deposer-un-document", who -> who.get("/espace/documents/nouveau"));
    }

    private static void reviewing(Map<String, Function<RoleDesk.Person, String>> all, RoleDesk desk) {
        Map.of("accepter", "accepter", "demander-une-reprise", "reprendre", "refuser", "refuser")
                .forEach((gesture, decision) ->
                        all.put(gesture, who -> desk.entrusted(who, "proposer", id -> who.decides(id, decision))));
        all.put("accepter-le-sien", desk::acceptsTheirs);
        all.put("archiver", who -> desk.ownAndOther(who, "publier", who::archives));
        all.put("archiver-confie", who -> desk.entrusted(who, "publier", who::archives));
        all.put(
                "supprimer-pour-de-bon",
                who -> who.posts("/espace/corbeille/" + desk.thrownAway(), Map.of("action", "supprimer")));
        all.put("commenter", desk::comments);
        all.put("confier-la-relecture", desk::entrusts);
    }

    private static void keeping(Map<String, Function<RoleDesk.Person, String>> all, RoleDesk desk) {
        all.put("adhesion", who -> desk.membership(who));
        all.put(
                "valider-une-adhesion",
                who -> who.writes("adhesions", desk.membershipOf("autre"), Map.of(), "enregistrer"));
        all.put("appliquer-la-visibilite", who -> who.posts("/espace/reglages/visibilite", Map.of("actus", "?")));
        all.put(
                "remettre-la-visibilite",
                who -> who.posts(
                        "/espace/reglages/visibilite", Map.of("annuler", "00000000-0000-4000-8000-000000000000")));
        String person = "/espace/reglages/personne";
        all.put("changer-le-theme", who -> who.posts("/espace/reglages/theme", Map.of("sun", "?")));
        all.put("changer-l-association", who -> who.posts("/espace/reglages/association", Map.of("nomSite", "")));
        all.put("donnees-de-quelqu-un", who -> who.get(person));
        all.put("emporter-des-donnees", who -> who.posts(person, Map.of("adresse", "?", "geste", "emporter")));
        all.put("effacer-des-donnees", who -> who.posts(person, Map.of("adresse", "?", "geste", "effacer")));
        all.put("exporter-tout", who -> who.posts("/espace/reglages/exporter", Map.of("espace", "actus")));
        all.put("importer-un-tableau", who -> who.posts("/espace/acteurs/tableau", Map.of("action", "importer")));
        all.put("emporter-un-tableau", who -> who.get("/espace/acteurs/tableau.csv"));
        all.put("emporter-ce-qui-est-aux-autres", who -> desk.takesAway(who, false));
        all.put("emporter-les-siens", who -> desk.takesAway(who, true));
        all.put("sauvegarder", who -> who.posts("/espace/reglages/sauvegardes", Map.of()));
        all.put("emporter-une-sauvegarde", who -> who.get("/espace/reglages/sauvegardes/bocage-2000-01-01-000000.zip"));
        all.put("lancer-une-tache", who -> who.posts("/espace/reglages/taches", Map.of("tache", "rien")));
        all.put(
                "demander-un-accord",
                who -> who.posts("/espace/projets/00000000-0000-4000-8000-000000000000/demander-accord", Map.of()));
        all.put(
                "regler-une-adresse",
                who -> who.posts("/espace/courriers/adresses/00000000-0000-4000-8000-000000000000", Map.of()));
        all.put("mon-adhesion", who -> who.get("/espace/mon-adhesion"));
        all.put("retirer-la-demonstration", who -> who.posts("/espace/reglages/demonstration", Map.of()));
        all.put("refaire-l-index", who -> who.posts("/espace/reglages/index", Map.of()));
    }

    private static void people(Map<String, Function<RoleDesk.Person, String>> all, RoleDesk desk) {
        all.put("mon-compte", who -> who.get("/espace/compte"));
        all.put("inviter", who -> who.posts("/espace/comptes/inviter", desk.invited("contributeur")));
        all.put("inviter-a-l-administration", who -> who.posts("/espace/comptes/inviter", desk.invited("admin")));
        String person = "/espace/comptes/personne/";
        all.put(
                "renvoyer-une-invitation",
                who -> who.posts(person + desk.invitedAccount(), Map.of("action", "inviter")));
        all.put(
                "changer-un-role",
                who -> who.posts(person + desk.invitedAccount(), Map.of("action", "roles", "role", "adherent")));
        all.put("fermer-un-compte", who -> who.posts(person + desk.invitedAccount(), Map.of("action", "fermer")));
        all.put(
                "confier-une-structure",
                who -> who.posts(person + desk.invitedAccount(), Map.of("action", "confier", "structure", "rien")));
        all.put("ma-structure", who -> who.get("/espace/ma-structure"));
        all.put("demander-une-structure", who -> who.posts("/espace/ma-structure", Map.of()));
        all.put(
                "repondre-a-une-demande",
                who -> who.posts(
                        "/espace/ma-structure/demandes/00000000-0000-4000-8000-000000000000",
                        Map.of("decision", "accorder")));
        all.put("fermer-le-sien", who -> who.posts(person + desk.accountOf(who), Map.of("action", "fermer")));
    }

    /** Screens that show what lies behind the others. */
    private static void looking(Map<String, Function<RoleDesk.Person, String>> all) {
        Map.of(
                        "semaine", "",
                        "mediatheque", "/medias",
                        "pages", "/pages",
                        "taches", "/taches",
                        "corbeille", "/corbeille",
                        "a-venir", "/a-venir",
                        "reglages", "/reglages",
                        "definitions", "/definitions",
                        "courriers", "/courriers",
                        "importer-ecran", "/reglages/importer")
                .forEach((gesture, address) -> all.put(gesture, who -> who.get("/espace" + address)));
        all.put("releve-de-decisions", who -> who.reads("/espace/documents/decisions", "Louer la salle du Four"));
        Map.of("lettres", "/lettres", "abonnes", "/lettres/abonnes", "aide", "/aide")
                .forEach((gesture, address) -> all.put(gesture, who -> who.get("/espace" + address)));
    }

    /** Pictures, documents, versions, imports: what is kept beside the texts. */
    private static void filing(Map<String, Function<RoleDesk.Person, String>> all, RoleDesk desk) {
        String photo = "/espace/medias/" + desk.picture();
        Map<String, String> none = Map.of();
        all.put(
                "decrire-une-photo",
                who -> who.posts(photo, Map.of("alt", "", "revision", "1", "action", "enregistrer")));
        all.put("ranger-une-photo", who -> who.posts(photo + "/dossier", Map.of("dossier", "nulle-part")));
        all.put("faire-un-dossier", who -> who.posts("/espace/medias/dossiers", Map.of("nom", "")));
        all.put("annoncer-un-import", who -> who.posts("/espace/reglages/importer/envois", none));
        all.put("annoncer-un-envoi", who -> who.posts("/espace/medias/envois", none));
        all.put("deposer-un-compte-rendu", who -> who.get("/espace/documents/deposer"));
        all.put(
                "ouvrir-un-dossier",
                who -> who.posts("/espace/documents/acces", Map.of("dossier", "rien", "acces", "ca")));
        all.put(
                "reprendre-une-version-de-document",
                who -> who.posts(
                        "/espace/documents/b0cad001-0000-4000-8000-000000000002/versions/99", Map.of("revision", "1")));
        all.put(
                "historique",
                who -> desk.ownAndOther(who, "enregistrer", id -> who.get("/espace/actus/" + id + "/historique")));
        all.put(
                "revenir-en-arriere",
                who -> desk.ownAndOther(
                        who,
                        "enregistrer",
                        id -> who.posts("/espace/actus/" + id + "/historique/1", Map.of("revision", "1"))));
        all.put(
                "faire-un-double",
                who -> desk.ownAndOther(who, "enregistrer", id -> who.posts("/espace/actus/" + id + "/double", none)));
        all.put(
                "jeter",
                who -> desk.ownAndOther(
                        who,
                        "enregistrer",
                        id -> who.posts(
                                "/espace/actus/" + id + "/ranger", Map.of("action", "jeter", "revision", "1"))));
        all.put(
                "sortir-de-la-corbeille",
                who -> who.posts("/espace/corbeille/" + desk.thrownAway(), Map.of("action", "restaurer")));
        all.put("importer", who -> who.posts("/espace/reglages/importer", none));
        all.put(
                "noter-un-reglement",
                who -> who.posts("/espace/adhesions/00000000-0000-4000-8000-000000000000/payee", none));
        all.put(
                "valider-une-demande",
                who -> who.posts("/espace/adhesions/00000000-0000-4000-8000-000000000000/validee", none));
        all.put("adhesions-a-renouveler", who -> who.get("/espace/adhesions/a-renouveler.csv"));
        all.put("adresse-de-l-agenda-interne", who -> who.posts("/espace/agenda", Map.of("action", "retirer")));
        all.put("lire-une-source", who -> who.posts("/espace/sources/00000000-0000-4000-8000-000000000000/lire", none));
        all.put(
                "dire-toujours-d-actualite",
                who -> who.posts(
                        "/espace/toujours-d-actualite/projets/00000000-0000-4000-8000-000000000000/oui", none));
        all.put("accepter-en-lot", who -> who.posts("/espace/taches", none));
        all.put("ranger-en-lot", who -> who.posts("/espace/actus/lot", Map.of("action", "archiver")));
        all.put(
                "essayer-une-source",
                who -> who.posts("/espace/sources/00000000-0000-4000-8000-000000000000/tester", none));
        all.put("remplacer-une-photo", who -> who.posts(photo + "/fichier", Map.of("revision", "1")));
        all.put("supprimer-une-photo", who -> who.posts(photo, Map.of("revision", "1", "action", "retirer")));
        all.put("preparer-une-lettre", who -> who.posts("/espace/lettres", none));
        all.put("partager-du-telephone", who -> who.posts("/espace/partage", none));
        all.put("reprendre-une-liste", who -> who.posts("/espace/lettres/abonnes/reprendre", none));
        all.put("lire-un-message", desk::message);
        all.put(
                "commenter-un-champ",
                who -> desk.entrusted(
                        who,
                        "proposer",
                        id -> who.posts(
                                "/espace/taches/actus/" + id,
                                Map.of("decision", "commenter", "remarque.titre", "Plus court ?"))));
    }

    /** With all that is asked for, where the gestures above leave something out or are about nothing. */
    private static void whole(Map<String, Function<RoleDesk.Person, String>> all, RoleDesk desk) {
        Map<String, String> none = Map.of();
        all.put(
                "faire-un-dossier-nomme",
                who -> who.posts("/espace/medias/dossiers", Map.of("nom", desk.fresh("Dossier"))));
        all.put(
                "ecrire-un-vocabulaire",
                who -> who.writes("vocabulaires", "nouveau", Map.of("genre", "theme"), "enregistrer"));
        all.put(
                "ecrire-une-source",
                who -> who.writes(
                        "sources",
                        "nouveau",
                        Map.of(
                                "adresse", "https://exemple.org/agenda.ics",
                                "confirme.adresse", "https://exemple.org/agenda.ics"),
                        "enregistrer"));
        all.put("noter-un-reglement-recu", who -> who.posts("/espace/adhesions/" + desk.request() + "/payee", none));
        all.put(
                "valider-une-demande-recue",
                who -> who.posts("/espace/adhesions/" + desk.request() + "/validee", none));
        all.put(
                "lancer-une-tache-connue",
                who -> who.posts("/espace/reglages/taches", Map.of("tache", "JournalRetention.forgetOld")));
        all.put(
                "creer-une-page-entiere",
                who -> who.posts(
                        "/espace/pages",
                        Map.of("geste", "creer", "titre", desk.fresh("Page"), "gabarit", "portail:pages/page")));
        all.put(
                "emporter-les-donnees-d-une-personne",
                who -> who.posts(
                        "/espace/reglages/personne",
                        Map.of("adresse", "camille@exemple.invalid", "geste", "emporter")));
        all.put("rendre-le-theme", who -> who.posts("/espace/reglages/theme", Map.of("geste", "origine")));
        all.put("decrire-une-photo-entierement", desk::describes);
    }

    /** The pages of the site. */
    private static void pages(Map<String, Function<RoleDesk.Person, String>> all) {
        String page = "/espace/pages/mentions-legales";
        all.put("page-voir", who -> who.get(page));
        all.put(
                "page-creer",
                who -> who.posts("/espace/pages", Map.of("geste", "creer", "titre", "Essai", "gabarit", "rien")));
        all.put(
                "page-deplacer",
                who -> who.posts("/espace/pages", Map.of("geste", "monter", "page", "/mentions-legales")));
        all.put("page-publier", who -> who.posts(page, Map.of("geste", "publier", "revision", "999")));
        all.put(
                "page-composer",
                who -> who.posts(page, Map.of("geste", "supprimer", "composant", "rien", "revision", "999")));
        all.put("page-changements", who -> who.get(page + "?changements="));
        all.put("page-versions", who -> who.get(page + "?versions="));
        all.put("page-revenir", who -> who.posts(page, Map.of("geste", "revenir", "de", "1", "revision", "999")));
        all.put(
                "page-commenter",
                who -> who.posts(page, Map.of("geste", "commenter", "texte", "Et l’adresse ?", "revision", "0")));
        all.put("page-montrer", who -> who.get(page + "?partager="));
        all.put("page-prendre", who -> who.posts(page, Map.of("geste", "prendre", "noeud", "rien", "revision", "999")));
        all.put("page-coller", who -> who.posts(page, Map.of("geste", "coller", "noeud", "rien", "revision", "999")));
        all.put("page-qui-y-est", who -> who.get(page + "?presence="));
        all.put("page-ne-plus-montrer", who -> who.posts(page, Map.of("geste", "ne-plus-montrer")));
        all.put("page-apercu", who -> who.get("/author/mentions-legales"));
    }

    /** Both answers, where there are two. */
    static String both(String... answers) {
        return String.join("/", new ArrayList<>(List.of(answers)));
    }
}
