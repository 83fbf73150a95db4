package org.bocage.editorial.view;

import java.util.List;

/**
 * A form that arrived after the session had ended. The sign-in form carries it in hidden fields: {@code reprise-vers} is the address,
 * and each field's name is prefixed with {@code reprise.}; {@code reprise.ftlh} then sends it again under the true names.
 *
 * @param address local address the form was sent to
 * @param fields in their order, without the CSRF token, without passwords and files
 */
public record KeptForm(String address, List<Field> fields) {

    /** One field; a field with several values appears several times. */
    public record Field(String name, String value) {}
}
