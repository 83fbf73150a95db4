package org.bocage.editorial.administration.theme;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.HomePage;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.screens.Desk;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The colours chosen for the site, on the home page beside the name and the logo: as they were chosen, and below them every
 * property that the style sheet prints, so that a template reads them and computes nothing.
 */
@Component
class ThemeColours {

    private static final String NODE = "couleurs";
    private static final String FIRST = "premiere";
    private static final String SECOND = "seconde";
    private static final Map<Light, String> WORKED_OUT = Map.of(Light.DAY, "clair", Light.NIGHT, "sombre");
    private static final String TYPE = "mgnl:contentNode";

    private final Desk desk;
    private final Stores stores;
    private final HomePage home;

    /** The theme counts whatever version is on line. */
    @Bean
    static LiveFields liveThemeColours() {
        return new LiveFields(Workspace.WEBSITE.name(), Set.of(NODE));
    }

    ThemeColours(Desk desk, Stores stores, HomePage home) {
        this.desk = desk;
        this.stores = stores;
        this.home = home;
    }

    /** The fills of the theme that may be changed, by their name. */
    Map<String, String> usual() {
        return settings().colours();
    }

    /** The two fills that take the colours of the association; none when the theme has no palette. */
    List<String> main() {
        return settings().mainColours();
    }

    private SiteDefinition.Settings settings() {
        return desk.definitions().site().settings();
    }

    /** Every property that some colours give, in a light; none is given for what stays as in the theme. */
    Map<String, String> properties(Light light, ChosenColours chosen) {
        Map<String, String> properties = new LinkedHashMap<>();
        Set<String> behind = new HashSet<>(light.grounds());
        if (chosen.pair().isPresent() && !main().isEmpty()) {
            properties.putAll(Palette.of(light, chosen.pair().get(), usual(), main()));
            properties.forEach((name, colour) -> {
                if (name.endsWith("-soft") || name.equals("sky")) {
                    behind.add(colour);
                }
            });
        }
        chosen.single()
                .forEach((name, colour) -> properties.putAll(Palette.fill(light, name, Oklch.of(colour), behind)));
        return properties;
    }

    /** The fills in force with some colours, by day: those chosen one by one as they were chosen. */
    Map<String, String> fills(ChosenColours chosen) {
        Map<String, String> fills = new LinkedHashMap<>(usual());
        fills.putAll(pairFills(chosen.pair()));
        fills.putAll(chosen.single());
        return fills;
    }

    /** The fills without those that are chosen one by one. */
    Map<String, String> pairFills(Optional<ColourPair> pair) {
        Map<String, String> properties = properties(Light.DAY, new ChosenColours(pair, Map.of()));
        Map<String, String> fills = new LinkedHashMap<>();
        usual().forEach((name, colour) -> fills.put(name, properties.getOrDefault(name, colour)));
        return fills;
    }

    ChosenColours chosen() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> page = home.of(session);
            if (page.isEmpty() || !page.get().hasNode(NODE)) {
                return ChosenColours.NONE;
            }
            Node node = page.get().getNode(NODE);
            Map<String, String> single = new LinkedHashMap<>();
            for (String name : usual().keySet()) {
                if (node.hasProperty(name)) {
                    single.put(name, node.getProperty(name).getString());
                }
            }
            return new ChosenColours(pair(node), single);
        });
    }

    private static Optional<ColourPair> pair(Node node) throws RepositoryException {
        return node.hasProperty(FIRST) && node.hasProperty(SECOND)
                ? Optional.of(new ColourPair(
                        node.getProperty(FIRST).getString(),
                        node.getProperty(SECOND).getString()))
                : Optional.empty();
    }

    /** Keeps colours; they count on line at once, whatever else is being written on the home page. */
    void keep(ChosenColours chosen) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> page = home.of(session);
            if (page.isPresent()) {
                write(page.get(), chosen);
            }
        });
    }

    private void write(Node page, ChosenColours chosen) throws RepositoryException {
        if (page.hasNode(NODE)) {
            page.getNode(NODE).remove();
        }
        if (chosen.isEmpty()) {
            return;
        }
        Node node = page.addNode(NODE, TYPE);
        if (chosen.pair().isPresent()) {
            node.setProperty(FIRST, chosen.pair().get().first());
            node.setProperty(SECOND, chosen.pair().get().second());
        }
        write(chosen.single(), node);
        for (Light light : Light.values()) {
            write(properties(light, chosen), node.addNode(WORKED_OUT.get(light), TYPE));
        }
    }

    private static void write(Map<String, String> colours, Node node) throws RepositoryException {
        for (Map.Entry<String, String> one : colours.entrySet()) {
            node.setProperty(one.getKey(), one.getValue());
        }
    }
}
