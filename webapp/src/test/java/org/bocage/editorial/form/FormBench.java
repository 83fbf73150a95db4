package org.bocage.editorial.form;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.cms.search.ContentIndex;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Picture;
import org.bocage.editorial.view.StoredFile;

/** A store with an item to write, two themes, a commune, a structure and a picture; and the form of the real actus. */
final class FormBench implements AutoCloseable, PictureShelf {

    private static final Map<String, String> NAMESPACES = Map.of("bocage", "https://bocage.org/jcr/1.0");

    final WritableStore store;
    final ContentIndex index;
    final DefinitionRegistry registry;
    private final Map<String, String> ids = new LinkedHashMap<>();

    FormBench(Path home, Path lightModules) {
        store = SegmentStores.open("author", home.resolve("store"));
        index = new ContentIndex(store, home.resolve("index"));
        registry = DefinitionRegistry.watching(List.of(lightModules));
        store.update(Identity.SYSTEM, this::fill);
    }

    private void fill(Session session) throws RepositoryException {
        for (String type : List.of("bocage:actu", "bocage:vocabulaire", "bocage:acteur")) {
            NodeTypes.ensure(session, NAMESPACES, Map.of(type, "mgnl:content"));
        }
        for (String workspace : List.of("actus", "vocabulaires", "acteurs", "dam")) {
            NodeTypes.ensureWorkspace(session, new Workspace(workspace));
        }
        session.getNode("/actus").addNode("essai", "bocage:actu");
        Node themes = session.getNode("/vocabulaires").addNode("themes", "mgnl:folder");
        titled(themes, "energie", "bocage:vocabulaire", "Énergie");
        titled(themes, "alimentation", "bocage:vocabulaire", "Alimentation");
        Node communes = session.getNode("/vocabulaires").addNode("communes", "mgnl:folder");
        titled(communes, "guichen", "bocage:vocabulaire", "Guichen");
        titled(session.getNode("/acteurs"), "la-roue", "bocage:acteur", "La Roue");
        titled(session.getNode("/dam"), "chaises", "mgnl:asset", "Chaises");
    }

    private void titled(Node parent, String name, String type, String title) throws RepositoryException {
        Node node = parent.addNode(name, type);
        node.setProperty("titre", title);
        node.setProperty("name", name);
        ids.put(name, node.getIdentifier());
    }

    /** An empty item again. */
    void clear() {
        store.update(Identity.SYSTEM, session -> {
            session.getNode("/actus/essai").remove();
            session.getNode("/actus").addNode("essai", "bocage:actu");
        });
    }

    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    ItemForm form() {
        return form(Identity.SYSTEM);
    }

    ItemForm form(Identity reader) {
        return new ItemForms(store, index, this, Clock.systemUTC())
                .of(registry.current(), "actus", reader)
                .orElseThrow();
    }

    void write(FormValues values) {
        store.update(Identity.SYSTEM, session -> form().write(values, session.getNode("/actus/essai")));
    }

    FormValues read() {
        return store.read(Identity.SYSTEM, session -> form().read(session.getNode("/actus/essai")));
    }

    /** An actu with a value in each field. */
    Map<String, String[]> full() {
        Map<String, String[]> posted = new LinkedHashMap<>();
        post(posted, "titre", "Trente chaises pour l’été");
        post(posted, "name", "trente-chaises");
        post(posted, "origine", "pole");
        post(posted, "chapo", "Deux phrases pour donner envie.\r\nEt une autre pour la route, longue assez.");
        post(posted, "corps", "<p>Venez <strong>toutes</strong> et tous.</p>");
        post(posted, "photos[0].image", "jcr:" + id("chaises"));
        post(posted, "photos[0].alt", "Un cercle de chaises");
        post(posted, "photos[0].decorative", "true");
        post(posted, "photos[0].credit", "Maëlle");
        post(posted, "photos[0].legende", "Le soir venu");
        post(posted, "photos[1].image", "jcr:" + id("chaises"));
        post(posted, "photos[1].credit", "Yann");
        post(posted, "themes", id("energie"), id("alimentation"));
        post(posted, "communes", id("guichen"));
        post(posted, "contactStructure", id("la-roue"));
        post(posted, "contactMoyen.genre", "telephone");
        post(posted, "contactMoyen.valeur", "02 99 01 02 03");
        post(posted, "lienAilleurs[0]", "https://exemple.org/a");
        post(posted, "lienAilleurs[1]", "https://exemple.org/b");
        post(posted, "visibilite", "public");
        post(posted, "publierLe", "2026-11-03T18:30");
        post(posted, "depublierLe", "2027-07-01T00:00");
        post(posted, "coupDeCoeur.du", "2026-11-03");
        post(posted, "coupDeCoeur.au", "2026-12-03");
        post(posted, "coupDeCoeur.phrase", "Parce que c’est beau");
        post(posted, "coupDeCoeur.role", "Une voisine");
        post(posted, "seo.titre", "Trente chaises");
        post(posted, "seo.description", "Une fête de voisinage.");
        return posted;
    }

    static void post(Map<String, String[]> posted, String name, String... values) {
        posted.put(name, values);
    }

    FormValues bound(Map<String, String[]> posted) {
        return form().bind(Submission.of(posted));
    }

    /** The field of that name, wherever it stands in the form. */
    static <T extends FormField> T field(List<FormPage.Section> sections, String name, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(byName(sections).get(name), name));
    }

    /** All fields of a form, those within others too, by name. */
    static Map<String, FormField> byName(List<FormPage.Section> sections) {
        Map<String, FormField> found = new LinkedHashMap<>();
        sections.forEach(section -> collect(section.fields(), found));
        return found;
    }

    private static void collect(List<FormField> fields, Map<String, FormField> found) {
        for (FormField field : fields) {
            if (field instanceof FormField.Composite group) {
                found.put(group.caption().name(), field);
                collect(group.fields(), found);
            } else if (field instanceof FormField.Several several) {
                found.put(several.caption().name(), field);
                several.entries().forEach(entry -> collect(entry.fields(), found));
            } else if (field instanceof FormField.Text text) {
                found.put(text.caption().name(), field);
            } else if (field instanceof FormField.Choice choice) {
                found.put(choice.caption().name(), field);
            } else if (field instanceof FormField.PictureChoice picture) {
                found.put(picture.caption().name(), field);
            } else if (field instanceof FormField.RichText text) {
                found.put(text.caption().name(), field);
            } else if (field instanceof FormField.Date date) {
                found.put(date.caption().name(), field);
            } else if (field instanceof FormField.Numeric number) {
                found.put(number.caption().name(), field);
            }
        }
    }

    @Override
    public List<StoredFile> latestFiles(String query, int limit) {
        return List.of();
    }

    @Override
    public Optional<StoredFile> fileByKey(String key) {
        return Optional.empty();
    }

    @Override
    public List<Picture> latest(String query, int limit) {
        return new ArrayList<>(byKey("jcr:" + id("chaises")).stream().toList());
    }

    @Override
    public Optional<Picture> byKey(String key) {
        return key.equals("jcr:" + id("chaises"))
                ? Optional.of(new Picture(key, "/v.webp", 320, 200, "Des chaises", false, null, "chaises.jpg", "/x"))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        registry.close();
        index.close();
        store.close();
    }
}
