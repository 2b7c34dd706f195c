package com.spotitearly.acitrack.http;

import com.spotitearly.acitrack.generated.model.ProblemError;

/**
 * One place in which a request breaks the contract.
 *
 * @param pointer a JSON pointer (RFC 6901) into the body, or null
 * @param parameter the name of a query, path or header parameter, or null
 * @param detail what is wrong with it
 */
public record ContractViolation(String pointer, String parameter, String detail) {

    static final String REQUIRED = "is required";
    static final String EMPTY = "must not be empty";

    /** @return whether something is not there that has to be */
    public boolean isAbsence() {
        return detail.equals(REQUIRED) || detail.equals(EMPTY);
    }

    public static ContractViolation at(String pointer, String detail) {
        return new ContractViolation(pointer, null, detail);
    }

    public static ContractViolation of(String parameter, String detail) {
        return new ContractViolation(null, parameter, detail);
    }

    String sentence() {
        if (parameter != null) {
            return "Parameter '" + parameter + "' " + detail;
        }
        return (pointer.isEmpty() ? "The request body " : pointer + " ") + detail;
    }

    ProblemError document() {
        return new ProblemError(detail).pointer(pointer).parameter(parameter);
    }
}
