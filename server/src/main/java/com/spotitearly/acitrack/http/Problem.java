package com.spotitearly.acitrack.http;

import java.util.List;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a request is not answered as asked; becomes a problem document (RFC 9457).
 *
 * @param type the kind of problem
 * @param detail what went wrong, for the person who reads the answer
 * @param errors what breaks the contract, and where; empty for other problems
 * @param headers what the status asks for beside the body, such as {@code Allow} or {@code Retry-After}
 */
public record Problem(ProblemType type, String detail, List<ContractViolation> errors, HttpHeaders headers) {

    static final int RETRY_AFTER_SECONDS = 5;

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), new HttpHeaders());
    }

    static Problem of(ProblemType type, String detail, HttpHeaders headers) {
        return new Problem(type, detail, List.of(), headers);
    }

    /** A request that breaks the contract, with the violations that were found. */
    static Problem violations(List<ContractViolation> errors) {
        String detail = errors.size() == 1
                ? errors.get(0).sentence()
                : "The request breaks the contract in %d places".formatted(errors.size());
        return new Problem(ProblemType.VALIDATION, detail, errors, new HttpHeaders());
    }

    static Problem databaseUnavailable() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        return of(
                ProblemType.DATABASE_UNAVAILABLE,
                "The database cannot be reached. Nothing was stored; try again.",
                headers);
    }

    static Problem internalError() {
        return of(ProblemType.INTERNAL_ERROR, "Something went wrong here. Please report the request id.");
    }

    /** The problem document for a request to this path. */
    com.spotitearly.acitrack.generated.model.Problem document(String path) {
        var document = new com.spotitearly.acitrack.generated.model.Problem(
                type.uri(), type.title(), type.status().value(), detail, path);
        document.setRequestId(MDC.get(RequestLogFilter.REQUEST_ID));
        if (!errors.isEmpty()) {
            document.setErrors(errors.stream().map(ContractViolation::document).toList());
        }
        return document;
    }

    ResponseEntity<Object> response(String path) {
        return ResponseEntity.status(type.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document(path));
    }
}
