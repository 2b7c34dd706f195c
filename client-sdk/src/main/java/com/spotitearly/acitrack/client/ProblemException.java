package com.spotitearly.acitrack.client;

import com.spotitearly.acitrack.client.generated.model.Problem;
import com.spotitearly.acitrack.client.generated.model.ProblemError;
import java.util.List;
import java.util.stream.Collectors;

/** The server answered, and refused or failed; the problem document (RFC 9457) says why. */
public final class ProblemException extends AcitrackException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int status;

    ProblemException(Problem problem, Throwable cause) {
        super(describe(problem), cause);
        this.problem = problem;
        this.status = problem.getStatus();
    }

    /**
     * What the server said; made up from the status when something in between answered without a problem document. Its
     * {@code errors} are never null.
     */
    public Problem problem() {
        return problem;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    private static String describe(Problem problem) {
        String errors = problem.getErrors().stream()
                .filter(error -> !problem.getDetail().contains(error.getDetail()))
                .map(ProblemException::describe)
                .map("; "::concat)
                .collect(Collectors.joining());
        String request = problem.getRequestId() == null ? "" : " (request " + problem.getRequestId() + ")";
        return problem.getStatus() + " " + problem.getDetail() + errors + request;
    }

    private static String describe(ProblemError error) {
        String place = error.getPointer() != null ? error.getPointer() : error.getParameter();
        return place == null ? error.getDetail() : place + " " + error.getDetail();
    }

    static Problem withoutNulls(Problem problem) {
        return problem.getErrors() == null ? problem.errors(List.of()) : problem;
    }
}
