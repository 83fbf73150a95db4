package org.bocage.editorial.items;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.media.MediaShelf;
import org.bocage.editorial.media.Photos;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.view.FormPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files that come with a form. */
@Component
public class FormFiles {

    private static final String FILE = ".fichier";
    /** Asked with each picture, whether one is sent or not. */
    private static final String RIGHTS = ".droits";

    private static final String ALT = "alt";

    private final MediaShelf shelf;
    private final Photos photos;
    private final Desk desk;
    private final MessageSource messages;

    FormFiles(MediaShelf shelf, Photos photos, Desk desk, MessageSource messages) {
        this.shelf = shelf;
        this.photos = photos;
        this.desk = desk;
        this.messages = messages;
    }

    /**
     * Files sent along become assets; the field then holds the new one's key, even when the form comes back with an error.
     * What is said beside a picture that waits for its words is noted at it.
     */
    public FormValues take(
            ContentTypeExtension type, HttpServletRequest request, FormValues values, List<FormPage.Problem> problems)
            throws IOException {
        if (!(request instanceof MultipartHttpServletRequest multipart)) {
            return values;
        }
        FormValues taken = values;
        Set<String> sent = new HashSet<>();
        for (Map.Entry<String, MultipartFile> file : multipart.getFileMap().entrySet()) {
            String name = file.getKey();
            if (!name.endsWith(FILE) || file.getValue().isEmpty()) {
                continue;
            }
            String field = name.substring(0, name.length() - FILE.length());
            MediaShelf.Added added = add(type, field, file.getValue(), words(field, values, request));
            if (added instanceof MediaShelf.Added.Kept kept) {
                taken = taken.with(field, kept.key());
                sent.add(field);
            } else if (added instanceof MediaShelf.Added.Refused refused) {
                problems.add(new FormPage.Problem(
                        name, text("authoring.file"), messages.getMessage(refused.reason(), Locale.FRENCH)));
            }
        }
        for (String name : multipart.getParameterMap().keySet()) {
            if (name.endsWith(RIGHTS)) {
                String field = name.substring(0, name.length() - RIGHTS.length());
                complete(field, taken, sent.contains(field), request, problems);
            }
        }
        return taken;
    }

    private void complete(
            String field,
            FormValues values,
            boolean sent,
            HttpServletRequest request,
            List<FormPage.Problem> problems) {
        String key = values.text(field);
        if (key.isBlank()
                || photos.complete(
                        key,
                        words(field, values, request),
                        sent,
                        desk.actor(),
                        desk.clock().instant())) {
            return;
        }
        String beside = beside(field, ALT);
        boolean asksBeside = request.getParameter(beside) != null;
        if (sent || !asksBeside) {
            problems.add(new FormPage.Problem(
                    asksBeside ? beside : field + "." + ALT,
                    text("authoring.photo.alt"),
                    text("authoring.alt-missing")));
        }
    }

    /** Reads the words about the picture of a field, from the fields beside it or sent with the file. */
    private static MediaShelf.Words words(String field, FormValues values, HttpServletRequest request) {
        return new MediaShelf.Words(
                said(field, ALT, values, request),
                said(field, "decorative", values, request).equals("true"),
                said(field, "credit", values, request),
                Photos.rights(request, field + "."));
    }

    private static String said(String field, String name, FormValues values, HttpServletRequest request) {
        String with = Parameters.parameter(request, field + "." + name);
        return with.isBlank() ? values.text(beside(field, name)) : with;
    }

    private static String beside(String field, String name) {
        int dot = field.lastIndexOf('.');
        return dot < 0 ? name : field.substring(0, dot + 1) + name;
    }

    private MediaShelf.Added add(ContentTypeExtension type, String field, MultipartFile file, MediaShelf.Words words)
            throws IOException {
        String by = desk.account().name();
        LocalDate day = LocalDate.now(desk.clock());
        if (type.isDocument(field)) {
            return shelf.addFile(file, type.readersOf(field).equals(FieldReaders.STAFF), by, day);
        }
        return shelf.add(file, words, by, day);
    }

    private String text(String key) {
        return messages.getMessage(key, new Object[0], Locale.FRENCH);
    }
}
