package org.bocage.editorial.screens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.bocage.cms.repository.failures.StoreFull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * At an address of the private space, what nothing answers, and what other parts of the portal refuse there, is said in the
 * words of the private space.
 */
@ControllerAdvice
class ElsewhereProblems {

    private final Desk desk;
    private final Problems problems;

    ElsewhereProblems(Desk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @ExceptionHandler
    ModelAndView unknown(NoResourceFoundException problem, HttpServletRequest request) throws NoResourceFoundException {
        if (!isInside(request)) {
            throw problem;
        }
        return problems.page(request, HttpStatus.NOT_FOUND, null);
    }

    @ExceptionHandler
    ModelAndView refused(ResponseStatusException problem, HttpServletRequest request) {
        if (!isInside(request)) {
            throw problem;
        }
        return problems.page(request, problem.getStatusCode(), null);
    }

    @ExceptionHandler
    ModelAndView full(StoreFull problem, HttpServletRequest request) {
        if (!isInside(request)) {
            throw problem;
        }
        return problems.full(problem, request);
    }

    /**
     * Refuses what is too heavy, before it is known which handler it is for. Who shares and has to sign in is told then; so is who
     * shares more than a request may hold, whose parameters no screen can read.
     */
    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException problem, HttpServletRequest request) {
        if (isInside(request) && isReadable(request)) {
            return problems.tooLarge(problem, request);
        }
        if (request.getRequestURI().equals(request.getContextPath() + WorkAddress.SHARE)) {
            return new ModelAndView("redirect:" + WorkAddress.SHARE + "?trop-lourd");
        }
        throw problem;
    }

    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (InvalidParameterException e) {
            return false;
        }
    }

    /** Text that came as a file: Spring takes it for a fault of the server. */
    @ExceptionHandler
    void unreadable(MethodArgumentConversionNotSupportedException problem, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    private boolean isInside(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/espace/") && desk.isOccupied();
    }
}
