package com.spotitearly.acitrack.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every exception as a problem document (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Object> answer(Exception exception, HttpServletRequest request) {
        return Problems.of(exception).response(request.getRequestURI());
    }

    /** The client has gone; there is nobody to answer. */
    @ExceptionHandler
    void clientWentAway(AsyncRequestNotUsableException exception) {
        // RequestLogFilter writes the line for it.
    }
}
