package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.site.Theme;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.Report;

/** Reads themes (spec 3.11). */
public final class ThemeReader {

    private ThemeReader() {}

    public static Theme read(String name, Raw.Mapping raw, SourceFile source, Report report) {
        Bean bean = new Bean(raw, name, report);
        Bean imaging = bean.child("imaging");
        Theme theme = new Theme(
                name,
                files(bean, "cssFiles"),
                files(bean, "jsFiles"),
                imaging.flag("enabled", true),
                imaging.childMap("variations", ThemeReader::variation),
                source,
                raw.plain());
        imaging.accept("fallback").finish();
        bean.accept("settings", "enabled").finish();
        return theme;
    }

    /** Style sheets or scripts listed at a key. */
    static List<Theme.File> files(Bean bean, String key) {
        List<Theme.File> files = new ArrayList<>();
        for (Bean file : bean.children(key)) {
            files.add(new Theme.File(
                    file.name(),
                    file.text("link"),
                    file.text("media"),
                    file.text("conditionalComment"),
                    file.flag("addFingerPrint", false)));
            file.accept("farFutureCaching", "async", "defer", "position").finish();
        }
        return List.copyOf(files);
    }

    private static Theme.Variation variation(Bean bean) {
        Theme.Variation variation = new Theme.Variation(
                bean.name(),
                bean.text("class"),
                bean.integer("width", 0),
                bean.integer("height", 0),
                bean.flag("crop", true),
                bean.flag("expand", false));
        bean.accept("imageOperation", "generatorName", "enabled").finish();
        return variation;
    }
}
