package org.bocage.cms.definition;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.files.ResourceTree;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.DialogDefinition;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.site.Theme;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.Withheld;

/** All that the light modules declare, at one moment; immutable. Definitions with a severe problem are not in
 * it, but for types and apps that were in order before, in a host that runs: their last good definition stays. */
public interface Definitions {

    /** Reads folders of light modules once, the first one winning. */
    static Definitions load(List<Path> folders) {
        return Loading.of(ResourceTree.ofFolders(folders), Optional.empty(), List.of(), () -> Wording.AS_WRITTEN);
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

    /** The type of items of a workspace and node type; one that says who reads its fields rather than one that does not. */
    default Optional<ContentType> contentTypeOf(String workspace, String nodeType) {
        return contentTypes().stream()
                .filter(type -> type.isOf(workspace, nodeType))
                .max(Comparator.comparing(type -> type.extension().declared()));
    }

    /** The type whose items are all that a workspace is for; empty where there are several, or none. */
    default Optional<ContentType> onlyTypeOf(String workspace) {
        List<ContentType> types = contentTypes().stream()
                .filter(type -> type.workspace().equals(workspace))
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    /**
     * Whether no definition can be relied on for items of a workspace and node type, although some module claimed them: the files of
     * their type are gone, are broken and were so when the host started, or no longer say who reads its fields. Such an item is
     * neither brought on line nor changed there; it may be taken off. Items that no module ever claimed are not withheld.
     */
    boolean isWithheld(String workspace, String nodeType);

    /** Returns the kinds of items that are {@linkplain #isWithheld withheld}. */
    Withheld withheld();

    /** Whether the definition in force of a content type is the last good one, a file of it being broken or gone now. */
    boolean isFormer(String contentType);

    Optional<AppDefinition> app(String name);

    Collection<AppDefinition> apps();

    /**
     * The app with the form of a content type, whatever its name: the one of the type's name, else one that was generated from the type, else
     * one that was written by hand for its workspace and node type.
     */
    default Optional<AppDefinition> appOf(ContentType type) {
        return apps().stream()
                .filter(app -> app.form().isPresent())
                .filter(app -> app.contentType().equals(type.name())
                        || (app.contentType().isEmpty()
                                && app.datasource() instanceof Datasource.Jcr nodes
                                && nodes.workspace().equals(type.workspace())
                                && (nodes.allowedNodeTypes().contains(type.nodeType())
                                        || (nodes.allowedNodeTypes().isEmpty()
                                                && onlyTypeOf(type.workspace()).isPresent()))))
                .min(Comparator.comparing((AppDefinition app) -> !app.name().equals(type.name()))
                        .thenComparing(app -> app.contentType().isEmpty()));
    }

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

    /** Returns the problems of the files, worst first. */
    List<Problem> problems();
}
