package org.bocage.cms.rest.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.bocage.cms.repository.failures.TooDeep;
import org.bocage.cms.rest.RestAnswer;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.RestReader;
import org.bocage.cms.rest.RestRequest;
import org.bocage.cms.rest.delivery.ContentDelivery;
import org.bocage.cms.rest.delivery.Endpoints;
import org.bocage.cms.rest.nodes.NodesApi;
import org.bocage.cms.rest.nodes.PropertiesApi;
import org.bocage.cms.rest.openapi.DocsPage;
import org.bocage.cms.rest.openapi.OpenApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers what applications ask: the delivery, the nodes and properties of the author store, their description. */
@Component
public class RestHandler implements HttpRequestHandler {

    private static final Logger log = LoggerFactory.getLogger(RestHandler.class);
    private static final String DELIVERY_METHODS = "HEAD, GET, OPTIONS";

    private final DefinitionRegistry registry;
    private final ContentDelivery delivery;
    private final NodesApi nodes;
    private final PropertiesApi properties;
    private final OpenApi openApi;
    private final DocsPage docs;
    private final ObjectProvider<RestReader> readers;

    public RestHandler(
            DefinitionRegistry registry,
            ContentDelivery delivery,
            NodesApi nodes,
            PropertiesApi properties,
            OpenApi openApi,
            DocsPage docs,
            ObjectProvider<RestReader> readers) {
        this.registry = registry;
        this.delivery = delivery;
        this.nodes = nodes;
        this.properties = properties;
        this.openApi = openApi;
        this.docs = docs;
        this.readers = readers;
    }

    @Override
    public void handleRequest(HttpServletRequest http, HttpServletResponse response)
            throws IOException, ServletException {
        RestReader current = readers.getIfAvailable();
        Identity reader = current == null ? Identity.visitor() : current.of(http);
        RestRequest request = RestRequest.of(http, reader);
        if (request.path().equals("/docs") && request.method().equals("GET")) {
            docs.draw(registry.current(), request, response);
            return;
        }
        RestAnswer answer;
        try {
            answer = answer(request, response);
        } catch (RestError e) {
            answer = error(e);
        } catch (ConcurrentEdit e) {
            answer = error(RestError.conflict(String.valueOf(e.getMessage())));
        } catch (TooDeep e) {
            answer = error(RestError.badRequest("A node lies at most " + Workspace.MAX_DEPTH + " nodes deep"));
        } catch (StoreFull e) {
            log.error("{} {} failed: {}", request.method(), request.path(), e.getMessage());
            answer = error(RestError.full());
        } catch (RepositoryFailure e) {
            if (RepositoryFailure.isOfDatabase(e)) {
                // told as at any other address
                throw e;
            }
            answer = error(failure(request, e));
        }
        answer.send(request, response);
    }

    private RestAnswer answer(RestRequest request, HttpServletResponse response) throws IOException {
        if (request.method().equals("HEAD")) {
            // as Magnolia does, whose filters stop it
            return RestAnswer.text(HttpServletResponse.SC_FORBIDDEN, RestAnswer.HTML, "");
        }
        Definitions definitions = registry.current();
        Optional<Endpoints.Found> endpoint = delivery.endpoint(request.path(), definitions);
        if (endpoint.isPresent()) {
            return delivery(request, endpoint.get(), definitions, response);
        }
        if (request.path().equals("/openapi.json") && request.method().equals("GET")) {
            return RestAnswer.json(openApi.describe(definitions, request));
        }
        if (request.author() && NodesApi.isFor(request.path())) {
            return nodes.answer(request);
        }
        if (request.author() && PropertiesApi.isFor(request.path())) {
            return properties.answer(request);
        }
        throw RestError.noResource(request);
    }

    private RestAnswer delivery(
            RestRequest request, Endpoints.Found endpoint, Definitions definitions, HttpServletResponse response)
            throws IOException {
        switch (request.method()) {
            case "GET" -> {
                return delivery.answer(request, endpoint, definitions, response);
            }
            case "OPTIONS" -> {
                response.setHeader("Allow", DELIVERY_METHODS);
                return RestAnswer.text(HttpServletResponse.SC_OK, "text/plain;charset=UTF-8", DELIVERY_METHODS);
            }
            default -> {
                response.setHeader("Allow", DELIVERY_METHODS);
                throw RestError.methodNotAllowed(request.method());
            }
        }
    }

    private static RestError failure(RestRequest request, RepositoryFailure failure) {
        if (failure.getCause() instanceof AccessDeniedException) {
            return RestError.denied();
        }
        log.error("{} {} failed", request.method(), request.path(), failure);
        return RestError.unknown(String.valueOf(failure.getMessage()));
    }

    private static RestAnswer error(RestError error) {
        if (error.code().isEmpty()) {
            return RestAnswer.text(error.status(), error.sentence().isEmpty() ? "" : RestAnswer.JSON, error.sentence());
        }
        Map<String, Object> body = Map.of("error", Map.of("code", error.code().get(), "message", error.sentence()));
        return new RestAnswer(
                error.status(), RestAnswer.JSON, JsonMapper.shared().writeValueAsBytes(body));
    }
}
