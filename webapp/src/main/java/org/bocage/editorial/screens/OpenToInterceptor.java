package org.bocage.editorial.screens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.cms.repository.Audience;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.workflow.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Refuses requests below {@code /espace} that the rules of their handler ({@link OpenTo}) do not allow, and whatever leads to a
 * handler without any.
 */
@Component
class OpenToInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(OpenToInterceptor.class);

    private final Desk desk;
    private final Roles roles;
    private final Workflow workflow;

    OpenToInterceptor(Desk desk, Roles roles, Workflow workflow) {
        this.desk = desk;
        this.roles = roles;
        this.workflow = workflow;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/espace", "/espace/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler || isSprings(handler)) {
            return true;
        }
        List<OpenTo> rules = handler instanceof HandlerMethod method ? rules(method) : List.of();
        if (rules.isEmpty()) {
            log.error(
                    "{} {} is closed: {} says not for whom it is",
                    request.getMethod(),
                    request.getRequestURI(),
                    handler);
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        for (OpenTo rule : rules) {
            if (Stream.of(rule.value())
                    .noneMatch(one -> one == People.ANYBODY || (desk.isOccupied() && isOneOf(one)))) {
                throw new ResponseStatusException(rule.others());
            }
        }
        return true;
    }

    /** Returns the rules of a handler, that of its class first; all of them must hold. */
    static List<OpenTo> rules(HandlerMethod handler) {
        Optional<OpenTo> ofClass =
                Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OpenTo.class));
        Optional<OpenTo> ofMethod = Optional.ofNullable(handler.getMethodAnnotation(OpenTo.class));
        return Stream.concat(ofClass.stream(), ofMethod.stream()).toList();
    }

    /** Whether Spring itself answers: to OPTIONS, which methods an address takes. */
    private static boolean isSprings(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("org.springframework.web.");
    }

    private boolean isOneOf(People people) {
        return switch (people) {
            case ANYBODY, SIGNED_IN, ENTITLED -> true;
            case REVIEWERS -> desk.reviews();
            case DECIDERS -> desk.decides();
            case ADMINISTRATORS -> desk.administers();
            case ACCOUNT_KEEPERS -> roles.administer(desk.account().roles());
            case BOARD -> desk.account().audiences().contains(Audience.BOARD);
            case JOURNAL_READERS -> workflow.readsOwnJournal(desk.actor());
            case PAGE_READERS -> desk.readsPages();
        };
    }
}
