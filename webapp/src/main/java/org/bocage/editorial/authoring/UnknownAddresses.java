package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address of the private space behind which there is nothing says so in the words of the private space. */
@ControllerAdvice
class UnknownAddresses {

    private final Desk desk;
    private final Problems problems;

    UnknownAddresses(Desk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @ExceptionHandler
    ModelAndView unknown(NoResourceFoundException problem, HttpServletRequest request) throws NoResourceFoundException {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/espace/") || !desk.isOccupied()) {
            throw problem;
        }
        return problems.page(request, HttpStatus.NOT_FOUND, null, null);
    }
}
