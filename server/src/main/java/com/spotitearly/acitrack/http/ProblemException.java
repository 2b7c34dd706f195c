package com.spotitearly.acitrack.http;

import java.util.List;

/** Ends a request with a {@link Problem}. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }

    /** For the part of the contract that a schema cannot express. */
    public static ProblemException violation(ContractViolation violation) {
        return new ProblemException(Problem.violations(List.of(violation)));
    }

    public Problem problem() {
        return problem;
    }
}
