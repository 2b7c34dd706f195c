package com.spotitearly.acitrack.feedback;

import com.spotitearly.acitrack.generated.api.FeedbackApiController;
import com.spotitearly.acitrack.http.ContractViolation;
import com.spotitearly.acitrack.http.Problem;
import com.spotitearly.acitrack.http.Problems;
import com.spotitearly.acitrack.http.RequestLogFilter;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The same problems as everywhere, as a page: a person clicked on the link. */
@RestControllerAdvice(assignableTypes = FeedbackApiController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FeedbackErrorAdvice {

    private final FeedbackPages pages;

    FeedbackErrorAdvice(FeedbackPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> answer(Exception exception) {
        Problem problem = Problems.of(exception);
        ResponseEntity<String> page = pages.refusal(
                problem.type().status(),
                text(problem),
                problem.type().status().is5xxServerError() ? MDC.get(RequestLogFilter.REQUEST_ID) : null);
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .headers(problem.headers())
                .body(page.getBody());
    }

    private static String text(Problem problem) {
        return switch (problem.type()) {
            case VALIDATION ->
                problem.errors().stream().anyMatch(ContractViolation::isAbsence)
                        ? "Missing required feedback parameters."
                        : problem.detail();
            case INVALID_SIGNATURE, LINK_EXPIRED -> problem.detail();
            default -> "Your feedback could not be saved right now. The link stays valid; please try again later.";
        };
    }
}
