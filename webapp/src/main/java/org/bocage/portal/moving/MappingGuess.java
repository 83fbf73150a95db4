package org.bocage.portal.moving;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bocage.editorial.form.FormTable;
import org.bocage.portal.moving.reading.FormerItem;

/** First proposal for what becomes of what, by the names that programs and people give things; somebody changes it on the screen. */
final class MappingGuess {

    private static final Pattern EVENTS =
            Pattern.compile(".*(event|evenement|agenda|rendez|calendrier|sortie|atelier|formation).*");
    private static final Pattern ADS = Pattern.compile("(.* )?(job|emploi|annonce|offre|benevol|stage|recrut|appel).*");
    private static final Pattern RESOURCES =
            Pattern.compile(".*(ressource|outil|document|guide|fiche pratique|boite).*");
    private static final Pattern STRUCTURES =
            Pattern.compile(".*(annuaire|acteur|membre|adherent|structure|partenaire|association|lieu).*");
    private static final Set<String> NEWS = Set.of("post", "article", "breve");

    /** Fields of forms that may say what a field over there says, the best first; by its folded name. */
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    private MappingGuess() {}

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<String> text = List.of("corps", "description", "texte", "presentation", "pourquoiInspirant");
        List<String> summary = List.of("chapo", "resume", "accroche", "phrase");
        for (String one : List.of("texte", "description", "descriptif", "contenu", "content", "presentation")) {
            all.put(one, text);
        }
        for (String one :
                List.of("extrait", "chapo", "resume", "accroche", "excerpt", "description_courte", "soustitre")) {
            all.put(one, summary);
        }
        for (String one : List.of(
                "categories", "etiquettes", "themes", "tags", "mots_cles", "categorie", "domaines", "secteur")) {
            all.put(one, List.of("themes", "domaines"));
        }
        for (String one : List.of("debut", "date_debut_evenement", "date_debut", "start", "date_de_debut")) {
            all.put(one, List.of("debut", "priseDePoste"));
        }
        for (String one : List.of("fin", "date_fin_evenement", "date_fin", "end", "date_de_fin")) {
            all.put(one, List.of("fin"));
        }
        all.put("journee", List.of("journee"));
        all.put("cloture", List.of("cloture"));
        for (String one : List.of("lieu", "lieu_evenement", "venue", "nom_du_lieu")) {
            all.put(one, List.of("lieu.nom"));
        }
        for (String one : List.of("adresse", "adresse1", "address", "rue", "adresse_postale")) {
            all.put(one, List.of("lieu.adresse", "adresse"));
        }
        for (String one : List.of("commune", "ville", "city", "localite")) {
            all.put(one, List.of("commune", "communes"));
        }
        for (String one : List.of("mail", "courriel", "email", "e_mail", "adresse_mail", "contact_mail")) {
            all.put(one, List.of("contact.courriel", "courriel"));
        }
        for (String one : List.of("telephone", "tel", "phone", "tel_fixe", "numero_de_telephone")) {
            all.put(one, List.of("contact.telephone", "telephone"));
        }
        for (String one :
                List.of("site", "site_web", "site_internet", "url", "siteweb", "website", "lien", "lien_internet")) {
            all.put(one, List.of("siteWeb", "lien", "lienAilleurs", "lienOfficiel"));
        }
        for (String one : List.of("image", "photo", "logo", "illustration")) {
            all.put(one, List.of());
        }
        all.put("organisateur", List.of("organisateurs[0].nom"));
        all.put("structure", List.of("structure.nom", "structure"));
        all.put("latitude", List.of("position.lat"));
        all.put("longitude", List.of("position.lon"));
        all.put("enligne", List.of("enLigne"));
        all.put("fonction", List.of("fonction"));
        all.put("statut", List.of("statut"));
        all.put("tarif", List.of("tarifTexte"));
        return all;
    }

    /** Returns the content type that a kind may become; empty to leave it aside. */
    static String type(MoveContents.Kind kind, Set<String> types) {
        String words = folded(kind.kind() + " " + kind.category()).replace('_', ' ');
        Set<String> fields = new HashSet<>();
        kind.fields().keySet().forEach(one -> fields.add(plain(one)));
        String guess;
        if (kind.kind().equals("personne")) {
            guess = "personnes";
        } else if (kind.kind().equals("page")) {
            guess = "";
        } else if (fields.contains("debut")
                || fields.contains("date_debut_evenement")
                || EVENTS.matcher(words).matches()) {
            guess = fields.contains("debut")
                            || fields.contains("date_debut_evenement")
                            || kind.kind().contains("event")
                    ? "evenements"
                    : "actus";
        } else if (ADS.matcher(words).matches()) {
            guess = "annonces";
        } else if (RESOURCES.matcher(words).matches()) {
            guess = "ressources";
        } else if (kind.kind().equals("structure")
                || fields.contains("siret")
                || (fields.contains("adresse") && fields.contains("mail"))
                || STRUCTURES.matcher(words).matches()) {
            guess = NEWS.contains(kind.kind()) ? "actus" : "acteurs";
        } else {
            guess = NEWS.contains(kind.kind())
                    ? "actus"
                    : Set.of("fiche", "ligne").contains(kind.kind()) ? "acteurs" : "";
        }
        return types.contains(guess) ? guess : "";
    }

    /** Returns what becomes of the fields of a kind in a type. */
    static MovePlan.Kind fields(MoveContents.Kind kind, MoveTarget target) {
        List<FormTable.Column> columns = target.columns();
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>(kind.fields().keySet());
        if (!names.contains(FormerItem.SUMMARY) && names.contains(FormerItem.TEXT)) {
            // its first sentences stand for it
            names.add(FormerItem.SUMMARY);
        }
        for (String name : names) {
            Optional<String> path = name.equals(FormerItem.TITLE) ? Optional.of("titre") : path(name, columns, used);
            path.ifPresent(one -> {
                fields.put(name, one);
                // several fields may name themes
                if (!one.equals("themes") && !one.equals("domaines")) {
                    used.add(one);
                }
            });
        }
        return new MovePlan.Kind(target.type().name(), fields, Map.of());
    }

    private static Optional<String> path(String name, List<FormTable.Column> columns, Set<String> used) {
        if (name.equals(FormerItem.DATE)) {
            return Optional.empty();
        }
        String plain = plain(name);
        List<String> wanted = SYNONYMS.getOrDefault(plain, List.of());
        Optional<String> known = wanted.stream()
                .filter(path -> columns.stream().anyMatch(one -> one.path().equals(path)) && !used.contains(path))
                .findFirst();
        if (known.isPresent() || SYNONYMS.containsKey(plain)) {
            return known;
        }
        List<Function<FormTable.Column, String>> ways = List.of(
                FormTable.Column::path,
                FormTable.Column::label,
                column -> column.path().substring(column.path().lastIndexOf('.') + 1));
        for (Function<FormTable.Column, String> way : ways) {
            List<String> found = columns.stream()
                    .filter(column -> folded(way.apply(column)).equals(plain))
                    .map(FormTable.Column::path)
                    .filter(path -> !used.contains(path) && !path.equals("titre"))
                    .toList();
            if (found.size() == 1) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** The name of a field without the mark of its program. */
    private static String plain(String name) {
        return folded(name)
                .replaceFirst("^(bf|acf|field)_", "")
                .replaceFirst("^(liste_?liste|checkbox_?liste|radio_?liste|checkbox)_?", "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.FRENCH).replace("œ", "oe"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
