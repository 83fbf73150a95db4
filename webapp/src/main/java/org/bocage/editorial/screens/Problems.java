package org.bocage.editorial.screens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.bocage.cms.repository.failures.TooDeep;
import org.bocage.editorial.form.values.SubmissionTooLarge;
import org.bocage.editorial.view.ErrorPage;
import org.bocage.editorial.workflow.Trash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Error responses of the private space. */
@ControllerAdvice(annotations = ScreenController.class)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final Pattern COMMENT = Pattern.compile("commentaire|texte|remarque\\..+");
    private static final String TASKS = "/espace/taches";
    private static final String TRASH = "/espace/corbeille";
    private static final Pattern IDENTIFIER =
            Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:/|$)");
    private static final int MOST_COMMENTS = 20;
    /** Characters of one comment that is given back. */
    private static final int MOST_TYPED = 10_000;

    private final Desk desk;
    private final Trash trash;

    Problems(Desk desk, Trash trash) {
        this.desk = desk;
        this.trash = trash;
    }

    @ExceptionHandler
    ModelAndView refused(ResponseStatusException problem, HttpServletRequest request) {
        return page(request, problem.getStatusCode(), null);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentConversionNotSupportedException.class,
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MultipartException.class
    })
    ModelAndView unreadable(Exception problem, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, null);
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, SubmissionTooLarge.class})
    ModelAndView tooLarge(Exception problem, HttpServletRequest request) {
        return page(request, HttpStatus.CONTENT_TOO_LARGE, null);
    }

    @ExceptionHandler
    ModelAndView full(StoreFull problem, HttpServletRequest request) {
        log.error("{} {} failed: {}", request.getMethod(), request.getRequestURI(), problem.getMessage());
        return page(request, HttpStatus.INSUFFICIENT_STORAGE, null);
    }

    @ExceptionHandler
    ModelAndView tooDeep(TooDeep problem, HttpServletRequest request) {
        return page(request, HttpStatus.UNPROCESSABLE_CONTENT, null);
    }

    /** Parameters that are no UTF-8, or too many: our own screens read parameters too, so that the host's page answers. */
    @ExceptionHandler
    void undecodable(InvalidParameterException problem, HttpServletResponse response) throws IOException {
        response.sendError(problem.getErrorCode());
    }

    /** Control characters in the name of a parameter or in a header: the firewall looks when they are read, and answers. */
    @ExceptionHandler
    void rejected(RequestRejectedException problem) {
        throw problem;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView failed(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        // before an answer began, a connection that breaks is that of a database or of a mail server
        if (response.isCommitted() && DisconnectedClientHelper.isClientDisconnectedException(problem)) {
            // whoever asked stopped reading: there is nobody to tell, and nothing to mend
            return null;
        }
        if (RepositoryFailure.isOfDatabase(problem)) {
            log.error("{} {} failed: {}", request.getMethod(), request.getRequestURI(), problem.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            return page(request, HttpStatus.SERVICE_UNAVAILABLE, null);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, problem);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, reference);
    }

    ModelAndView page(HttpServletRequest request, HttpStatusCode status, @Nullable String reference) {
        return new ModelAndView(
                "espace/erreur",
                Map.of(
                        "shell",
                        desk.shell(request, ""),
                        "page",
                        new ErrorPage(status.value(), reference, back(request, status), typed(request))),
                status);
    }

    /** Home, the list that one was going through, or the trash when what is asked for lies there. */
    private String back(HttpServletRequest request, HttpStatusCode status) {
        if (request.getServletPath().startsWith(TASKS + "/")) {
            return TASKS;
        }
        return status.isSameCodeAs(HttpStatus.NOT_FOUND) && isInTrash(request) ? TRASH : "/espace";
    }

    private boolean isInTrash(HttpServletRequest request) {
        Matcher id = IDENTIFIER.matcher(request.getServletPath());
        return id.find() && trash.shows(id.group(1), desk.actor());
    }

    /** The comments of a request that went nowhere: its author gets them back. A form keeps its own texts on the device. */
    private static List<String> typed(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return List.of();
        }
        try {
            return request.getParameterMap().entrySet().stream()
                    .filter(sent -> COMMENT.matcher(sent.getKey()).matches())
                    .flatMap(sent -> Arrays.stream(sent.getValue()))
                    .filter(text -> !text.isBlank() && text.length() <= MOST_TYPED)
                    .limit(MOST_COMMENTS)
                    .toList();
        } catch (IllegalStateException | RequestRejectedException unreadable) {
            return List.of();
        }
    }
}
