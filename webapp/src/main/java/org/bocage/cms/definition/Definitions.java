package org.bocage.cms.definition;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the light modules declare, at one moment; immutable. Definitions with a severe problem are not in it. */
public interface Definitions {

    /** Reads folders of light modules once, the first one winning. */
    static Definitions load(List<Path> folders) {
        return Loading.of(ResourceTree.ofFolders(folders));
    }

    /** Page or component by its id, {@code module:pages/home}. */
    Optional<TemplateDefinition> template(String id);

    Collection<TemplateDefinition> templates();

    /**
     * The template as rendering sees it: a page of render type {@code site} merged over the prototype of the site (spec
     * 3.10); any other as it is.
     */
    TemplateDefinition merged(TemplateDefinition template);

    /** Dialog by its id, {@code module:pages/home}. */
    Optional<DialogDefinition> dialog(String id);

    Optional<ContentType> contentType(String name);

    Collection<ContentType> contentTypes();

    Optional<AppDefinition> app(String name);

    Collection<AppDefinition> apps();

    List<VirtualUriMapping> virtualUriMappings();

    Optional<Theme> theme(String name);

    SiteDefinition site();

    List<RestEndpointDefinition> restEndpoints();

    /**
     * The configuration the light modules give to a module of Magnolia by {@code decorations/<module>/config.yaml}, such
     * as {@code admincentral}; empty when none does.
     */
    Map<String, Object> moduleConfig(String module);

    /** Names of the light modules, those that others depend on first. */
    List<String> modules();

    Messages messages();

    Resources resources();

    /** What is wrong in the files, worst first. */
    List<Problem> problems();
}
