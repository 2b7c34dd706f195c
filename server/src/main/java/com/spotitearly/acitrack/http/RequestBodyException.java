package com.spotitearly.acitrack.http;

import java.io.IOException;

/** Reading a request body found a {@link Problem}; an {@link IOException}, as it comes out of a stream. */
final class RequestBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RequestBodyException(ProblemType type, String detail) {
        super(detail);
        this.problem = Problem.of(type, detail);
    }

    Problem problem() {
        return problem;
    }
}
