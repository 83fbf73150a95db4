package org.bocage.portal.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.dam.decoding.Refusal;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.CheckedFile;
import org.bocage.cms.dam.uploads.RefusedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.view.FormPage.Problem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads a form that was sent, with its pictures. */
@Component
public class SubmittedFormReader {

    private static final String FILE = ".fichier";

    private final UploadGuard guard;
    private final HeldFiles files;
    private final MessageSource messages;

    SubmittedFormReader(UploadGuard guard, HeldFiles files, MessageSource messages) {
        this.guard = guard;
        this.files = files;
        this.messages = messages;
    }

    /** Values as typed, with their errors. */
    public record Typed(FormValues values, Errors errors) {}

    /**
     * Reads what was sent over what was there.
     *
     * @throws org.bocage.editorial.form.values.SubmissionTooLarge when it is more than a form may hold
     */
    public Typed read(ProposalForm form, FormValues base, HttpServletRequest request) throws IOException {
        FormValues values = form.bind(base, request.getParameterMap());
        for (Map.Entry<String, String> held : form.held(values).entrySet()) {
            if (files.name(held.getValue()).isEmpty() || isDropped(request, held.getKey())) {
                values = values.with(held.getKey(), "");
            }
        }
        List<Problem> problems = new ArrayList<>();
        if (request instanceof MultipartHttpServletRequest multipart) {
            for (Map.Entry<String, MultipartFile> sent : multipart.getFileMap().entrySet()) {
                String field = sent.getKey().replaceAll("\\.fichier$", "");
                if (sent.getKey().endsWith(FILE)
                        && form.isPicture(field)
                        && !sent.getValue().isEmpty()) {
                    values = taken(field, sent.getValue(), values, problems);
                }
            }
        }
        problems.addAll(form.check(values).problems());
        return new Typed(values, new Errors(problems));
    }

    private static boolean isDropped(HttpServletRequest request, String field) {
        return request.getParameter(field + ".retirer") != null;
    }

    private FormValues taken(String field, MultipartFile sent, FormValues values, List<Problem> problems)
            throws IOException {
        String name = sent.getOriginalFilename() == null ? "" : sent.getOriginalFilename();
        try (InputStream bytes = sent.getInputStream()) {
            CheckedFile checked = guard.check(name, bytes);
            if (checked instanceof RefusedFile refused) {
                problems.add(refusal(field, refused.wherePictureIsAsked()));
                return values;
            }
            try (AcceptedFile accepted = (AcceptedFile) checked) {
                if (!accepted.isPicture()) {
                    problems.add(refusal(field, new RefusedFile(name, Refusal.NOT_A_PICTURE, List.of())));
                    return values;
                }
                Optional<String> kept = files.keep(accepted);
                if (kept.isEmpty()) {
                    problems.add(refusal(field, new RefusedFile(name, Refusal.BUSY, List.of())));
                }
                return kept.map(value -> values.with(field, value)).orElse(values);
            }
        }
    }

    private Problem refusal(String field, RefusedFile refused) {
        return new Problem(
                field,
                messages.getMessage("contribution.photo", new Object[0], Locale.FRENCH),
                messages.getMessage(refused, Locale.FRENCH));
    }
}
