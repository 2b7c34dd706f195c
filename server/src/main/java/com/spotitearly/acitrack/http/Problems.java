package com.spotitearly.acitrack.http;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place that says which exception becomes which {@link Problem}. What is not named here is a bug: a 500. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** SQLSTATE classes: connection, resources, operator intervention, system error, transaction rollback. */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58", "40");

    /** A database that only reads, as a standby does during a failover, cannot be written to for now. */
    private static final String READ_ONLY_TRANSACTION = "25006";

    private static final String DATA_EXCEPTION_CLASS = "22";
    private static final String PROGRAM_LIMIT_EXCEEDED_CLASS = "54";

    private Problems() {}

    /** @return what to answer for the exception; what has no place here is a bug and becomes a 500 */
    public static Problem of(Exception exception) {
        if (exception instanceof ProblemException e) {
            return e.problem();
        }
        if (exception instanceof MissingServletRequestParameterException e) {
            return Problem.violations(List.of(ContractViolation.of(e.getParameterName(), ContractViolation.REQUIRED)));
        }
        if (exception instanceof MethodArgumentTypeMismatchException e) {
            return Problem.violations(List.of(ContractViolation.of(e.getName(), typeName(e))));
        }
        if (exception instanceof HandlerMethodValidationException e) {
            return Problem.violations(BeanViolations.of(e));
        }
        if (exception instanceof MethodArgumentNotValidException e) {
            return Problem.violations(BeanViolations.of(e.getBindingResult()));
        }
        if (exception instanceof HttpMessageNotReadableException e) {
            return BodyViolations.of(e);
        }
        if (exception instanceof NoHandlerFoundException || exception instanceof NoResourceFoundException) {
            return Problem.of(ProblemType.NOT_FOUND, "There is nothing at this path; GET / lists what there is");
        }
        if (exception instanceof HttpRequestMethodNotSupportedException e) {
            Set<HttpMethod> allowed = new LinkedHashSet<>(
                    Optional.ofNullable(e.getSupportedHttpMethods()).orElse(Set.of()));
            if (allowed.contains(HttpMethod.GET)) {
                allowed.add(HttpMethod.HEAD);
            }
            HttpHeaders headers = new HttpHeaders();
            headers.setAllow(allowed);
            return Problem.of(
                    ProblemType.METHOD_NOT_ALLOWED,
                    "This path takes " + allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", ")),
                    headers);
        }
        if (exception instanceof HttpMediaTypeNotAcceptableException e) {
            return Problem.of(
                    ProblemType.NOT_ACCEPTABLE, "This operation answers " + names(e.getSupportedMediaTypes()));
        }
        if (exception instanceof HttpMediaTypeNotSupportedException e) {
            HttpHeaders headers = new HttpHeaders();
            headers.setAccept(e.getSupportedMediaTypes());
            return Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "This operation takes " + names(e.getSupportedMediaTypes()),
                    headers);
        }
        if (exception instanceof DataAccessException || exception instanceof TransactionException) {
            return ofDatabase(exception);
        }
        log.error("A bug: {}", exception.toString(), exception);
        return Problem.internalError();
    }

    private static Problem ofDatabase(Exception exception) {
        String state = NestedExceptionUtils.getMostSpecificCause(exception) instanceof SQLException sql
                        && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
        String stateClass = state.length() < 2 ? "" : state.substring(0, 2);
        if (stateClass.equals(DATA_EXCEPTION_CLASS) || stateClass.equals(PROGRAM_LIMIT_EXCEEDED_CLASS)) {
            log.warn("PostgreSQL refused a value: SQLSTATE {}", state);
            return Problem.of(
                    ProblemType.VALIDATION,
                    "The request holds a value that the database cannot store, such as a number with too many digits");
        }
        if (UNAVAILABLE.contains(stateClass)
                || state.equals(READ_ONLY_TRANSACTION)
                || exception instanceof TransientDataAccessException
                || exception instanceof DataAccessResourceFailureException
                || exception instanceof TransactionException) {
            log.error("The database is unavailable: {}", exception.toString());
            return Problem.databaseUnavailable();
        }
        log.error("A bug: {}", exception.toString(), exception);
        return Problem.internalError();
    }

    private static String typeName(TypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        if (type == null) {
            return "has the wrong type";
        }
        return switch (type.getSimpleName()) {
            case "Integer", "Long" -> "must be a whole number";
            case "BigDecimal", "Double" -> "must be a number";
            case "LocalDate" -> "must be a date such as 2026-01-05";
            default -> "has the wrong type";
        };
    }

    private static String names(List<MediaType> types) {
        return types.stream()
                .filter(type -> !type.equals(MediaType.APPLICATION_PROBLEM_JSON))
                .map(MediaType::toString)
                .collect(Collectors.joining(" or "));
    }
}
