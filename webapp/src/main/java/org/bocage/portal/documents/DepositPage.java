package org.bocage.portal.documents;

import java.util.List;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;

/**
 * {@code deposer.ftlh}: a document is taken with as few questions as there can be, posted as multipart to
 * {@code address}.
 *
 * @param folders names of the folders there are
 * @param errors messages by field name
 */
public record DepositPage(
        String address,
        String title,
        String kind,
        String day,
        String folder,
        String access,
        List<FormField.Option> kinds,
        List<String> folders,
        String full,
        List<FormPage.Problem> errors,
        String token) {}
