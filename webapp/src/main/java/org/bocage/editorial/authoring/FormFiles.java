package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.definition.ContentTypeExtension;
import org.bocage.cms.definition.FieldReaders;
import org.bocage.editorial.authoring.form.FormValues;
import org.bocage.editorial.authoring.view.FormPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The files that come with a form. */
@Component
class FormFiles {

    private static final String FILE = ".fichier";

    private final MediaShelf shelf;
    private final Desk desk;
    private final MessageSource messages;

    FormFiles(MediaShelf shelf, Desk desk, MessageSource messages) {
        this.shelf = shelf;
        this.desk = desk;
        this.messages = messages;
    }

    /** Files sent along become assets; the field then holds the new one's key. */
    FormValues take(
            ContentTypeExtension type, HttpServletRequest request, FormValues values, List<FormPage.Problem> problems)
            throws IOException {
        if (!(request instanceof MultipartHttpServletRequest multipart)) {
            return values;
        }
        FormValues taken = values;
        for (Map.Entry<String, MultipartFile> file : multipart.getFileMap().entrySet()) {
            String name = file.getKey();
            if (!name.endsWith(FILE) || file.getValue().isEmpty()) {
                continue;
            }
            String field = name.substring(0, name.length() - FILE.length());
            MediaShelf.Added added = add(type, field, file.getValue(), request);
            if (added instanceof MediaShelf.Added.Kept kept) {
                taken = taken.with(field, kept.key());
            } else if (added instanceof MediaShelf.Added.Refused refused) {
                problems.add(new FormPage.Problem(
                        name, text("authoring.file"), messages.getMessage(refused.reason(), Locale.FRENCH)));
            } else {
                problems.add(new FormPage.Problem(
                        field + ".alt", text("authoring.photo.alt"), text("authoring.alt-missing")));
            }
        }
        return taken;
    }

    private MediaShelf.Added add(
            ContentTypeExtension type, String field, MultipartFile file, HttpServletRequest request)
            throws IOException {
        String by = desk.account().name();
        LocalDate day = LocalDate.now(desk.clock());
        if (type.isDocument(field)) {
            return shelf.addFile(file, type.readersOf(field).equals(FieldReaders.STAFF), by, day);
        }
        return shelf.add(
                file,
                new MediaShelf.Words(
                        ItemController.parameter(request, field + ".alt"),
                        request.getParameter(field + ".decorative") != null,
                        ItemController.parameter(request, field + ".credit"),
                        PhotoController.rights(request, field + ".")),
                by,
                day);
    }

    private String text(String key) {
        return messages.getMessage(key, new Object[0], Locale.FRENCH);
    }
}
