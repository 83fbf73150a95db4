package org.bocage.editorial.administration.theme;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.jspecify.annotations.Nullable;

/**
 * {@code logo.ftlh}: the logo, as it is seen by day and by night.
 *
 * @param logo null while there is none
 */
public record LogoPage(String address, @Nullable Logo logo, List<FormPage.Problem> problems) {

    /**
     * A logo.
     *
     * @param picture its address
     * @param under what lies under it: {@code clair} by night, {@code sombre} by day; empty where it is seen as it is
     * @param hasName whether it shows the name of the association
     */
    public record Logo(String picture, int width, int height, String under, boolean hasName) {}
}
