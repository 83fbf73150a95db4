package org.bocage.cms.rest.openapi;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.rest.RestRequest;
import org.bocage.cms.rest.delivery.Endpoints;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;

/** The description of the delivery for people, from the same definitions as {@link OpenApi}. */
@Component
public class DocsPage {

    private final FreeMarkerViewResolver views;

    public DocsPage(FreeMarkerViewResolver views) {
        this.views = views;
    }

    /**
     * An endpoint on the page.
     *
     * @param type name of the content type; empty when none is declared
     */
    public record Shown(
            String address,
            String workspace,
            String type,
            int limit,
            int maxLimit,
            int depth,
            List<Field> fields,
            List<String> references) {}

    /** A field of what the endpoint tells. */
    public record Field(String name, String type, boolean multiple, boolean filterable) {}

    public void draw(Definitions definitions, RestRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        List<Shown> endpoints = Endpoints.of(definitions).stream()
                .sorted(Comparator.comparing(RestEndpointDefinition::path))
                .map(endpoint -> shown(endpoint, definitions, request))
                .toList();
        response.setHeader("Cache-Control", "no-cache");
        try {
            View page = Objects.requireNonNull(views.resolveViewName("rest/docs", Locale.FRANCE));
            Map<String, Object> model = Map.of(
                    "endpoints",
                    endpoints,
                    "openapi",
                    request.contextPath() + "/.rest/openapi.json",
                    "base",
                    request.http().getContextPath());
            page.render(model, request.http(), response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException("The description of the delivery cannot be drawn", e);
        }
    }

    private static Shown shown(RestEndpointDefinition endpoint, Definitions definitions, RestRequest request) {
        Optional<ContentType> type = OpenApi.type(endpoint, definitions);
        List<Field> fields = type.map(one -> OpenApi.properties(endpoint, one, request.author()).stream()
                        .map(property -> field(one, property))
                        .toList())
                .orElse(List.of());
        return new Shown(
                request.contextPath() + "/.rest/" + endpoint.path(),
                endpoint.workspace(),
                type.map(ContentType::name).orElse(""),
                endpoint.limit(),
                endpoint.maxLimit(),
                endpoint.depth(),
                fields,
                endpoint.references().stream()
                        .map(RestEndpointDefinition.Reference::propertyName)
                        .distinct()
                        .toList());
    }

    private static Field field(ContentType type, ContentType.Property property) {
        boolean isChild = type.subModels().containsKey(property.type());
        return new Field(property.name(), property.type(), property.multiple(), !isChild);
    }
}
