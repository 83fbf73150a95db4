package org.bocage.cms.definition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.DialogDefinition;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.site.Theme;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.Withheld;

/** The definitions of one reading. */
record Snapshot(
        Map<String, TemplateDefinition> templatesById,
        Map<String, TemplateDefinition> mergedById,
        Map<String, DialogDefinition> dialogsById,
        Map<String, ContentType> typesByName,
        Map<String, AppDefinition> appsByName,
        List<VirtualUriMapping> virtualUriMappings,
        Map<String, Theme> themesByName,
        SiteDefinition site,
        List<RestEndpointDefinition> restEndpoints,
        Map<String, Map<String, Object>> configByModule,
        List<String> modules,
        Messages messages,
        Resources resources,
        Withheld withheld,
        Set<String> former,
        List<Problem> problems)
        implements Definitions {

    @Override
    public Optional<TemplateDefinition> template(String id) {
        return Optional.ofNullable(templatesById.get(id));
    }

    @Override
    public Collection<TemplateDefinition> templates() {
        return templatesById.values();
    }

    @Override
    public TemplateDefinition merged(TemplateDefinition template) {
        return mergedById.getOrDefault(template.id(), template);
    }

    @Override
    public Optional<DialogDefinition> dialog(String id) {
        return Optional.ofNullable(dialogsById.get(id));
    }

    @Override
    public Optional<ContentType> contentType(String name) {
        return Optional.ofNullable(typesByName.get(name));
    }

    @Override
    public Collection<ContentType> contentTypes() {
        return typesByName.values();
    }

    @Override
    public boolean isWithheld(String workspace, String nodeType) {
        return withheld.contains(
                workspace, nodeType, contentTypeOf(workspace, nodeType).isPresent());
    }

    @Override
    public boolean isFormer(String contentType) {
        return former.contains(contentType);
    }

    @Override
    public Optional<AppDefinition> app(String name) {
        return Optional.ofNullable(appsByName.get(name));
    }

    @Override
    public Collection<AppDefinition> apps() {
        return appsByName.values();
    }

    @Override
    public Optional<Theme> theme(String name) {
        return Optional.ofNullable(themesByName.get(name));
    }

    @Override
    public Map<String, Object> moduleConfig(String module) {
        return configByModule.getOrDefault(module, Map.of());
    }
}
