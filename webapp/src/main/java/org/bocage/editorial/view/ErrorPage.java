package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code erreur.ftlh}.
 *
 * @param status HTTP status; 400, 403, 404, 409, 413, 500, 503 and 507 have words of their own
 * @param reference what to quote to the person who runs the portal, for 500
 * @param back where the main button leads; the trash when what is asked for lies there
 * @param typed words of a comment or a remark that went nowhere
 */
public record ErrorPage(int status, @Nullable String reference, String back, List<String> typed) {}
