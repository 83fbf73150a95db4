package org.bocage.editorial.screens;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpStatus;

/**
 * Rule of who may call the handlers of a controller below {@code /espace}, or one of them; asked before the handler is called. A
 * rule on a method narrows that of its class: both must hold. A handler with neither is closed to everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OpenTo {

    /** Returns for whom it is: whoever is one of these. */
    People[] value();

    /** Returns the status for everybody else: 404 where others are not told that there is such a thing. */
    HttpStatus others() default HttpStatus.FORBIDDEN;
}
