package org.bocage.editorial.media;

import freemarker.template.Configuration;
import freemarker.template.TemplateModelException;
import java.util.Map;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Tells the screens, as {@code poidsPermis}, how heavy a file may be: a form says it before anything is sent. */
@Component
public class PermittedWeights {

    public static final String VARIABLE = "poidsPermis";

    PermittedWeights(Configuration screens, DamOptions options) throws TemplateModelException {
        screens.setSharedVariable(VARIABLE, by(options));
    }

    /**
     * Largest weight of a kind of file.
     *
     * @param words « 15 Mo »
     */
    public record Weight(long bytes, String words) {
        static Weight of(DataSize size) {
            return new Weight(size.toBytes(), size.toMegabytes() + "\u00a0Mo");
        }
    }

    /** Returns the largest weights by kind: {@code photo}, {@code document}, {@code dessin}, or {@code fichier} for any. */
    public static Map<String, Weight> by(DamOptions options) {
        return Map.of(
                "photo", Weight.of(options.maxPictureSize()),
                "document", Weight.of(options.maxDocumentSize()),
                "dessin", Weight.of(UploadGuard.LARGEST_DRAWING),
                "fichier", Weight.of(options.maxFileSize()));
    }
}
