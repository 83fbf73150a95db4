package org.bocage.editorial.people;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/** {@code compte.ftlh}: one's own account, each part of it with what it says today and where it is changed. */
public record OwnAccountPage(String name, String email, String account, int devices, int keys) {

    /** {@code compte-nom.ftlh}: posts "titre". */
    public record Name(String address, String title, List<FormPage.Problem> problems) {}

    /** {@code compte-adresse.ftlh}: posts {@code courriel} and {@code password}. */
    public record Email(String address, String email, List<FormPage.Problem> problems) {}

    /** {@code compte-mot-de-passe.ftlh}: posts {@code password} and {@code passwordNouveau}. */
    public record Password(String address, String account, List<FormPage.Problem> problems) {}

    /** {@code compte-appareils.ftlh}: posts {@code sortir=<id>}, or {@code sortir=autres}. */
    public record Devices(String address, List<Device> devices) {}

    /**
     * A browser.
     *
     * @param browser its name, null when it says none that is known
     * @param system what it runs on, null likewise
     */
    public record Device(
            String id, @Nullable String browser, @Nullable String system, Moment since, Moment seen, boolean current) {}
}
