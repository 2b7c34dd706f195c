package com.spotitearly.acitrack.http;

import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Why a request body could not be read, in words that tell where to look and nothing of the classes behind. */
final class BodyViolations {

    private BodyViolations() {}

    static Problem of(HttpMessageNotReadableException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestBodyException e) {
                return e.problem();
            }
        }
        if (exception.getCause() instanceof JacksonException json) {
            return Problem.violations(List.of(ContractViolation.at(pointer(json), detail(json))));
        }
        return Problem.violations(List.of(ContractViolation.at("", "is missing or cannot be read")));
    }

    private static String pointer(JacksonException exception) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : exception.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String detail(JacksonException exception) {
        if (exception instanceof StreamConstraintsException) {
            return "is nested too deeply, or holds a name, text or number that is too long";
        }
        if (exception instanceof StreamReadException) {
            return "is not valid JSON at line %d, column %d"
                    .formatted(
                            exception.getLocation().getLineNr(),
                            exception.getLocation().getColumnNr());
        }
        if (exception instanceof MismatchedInputException mismatch) {
            String message = exception.getOriginalMessage();
            if (message.startsWith("Trailing token")) {
                return "is not valid JSON: something follows its end";
            }
            return message.startsWith("must ") ? message : "must be " + kind(mismatch.getTargetType());
        }
        return exception instanceof DatabindException ? "has the wrong type" : "cannot be read";
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Iterable.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
