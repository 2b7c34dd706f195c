package com.spotitearly.acitrack.client;

import com.spotitearly.acitrack.client.generated.ApiException;
import com.spotitearly.acitrack.client.generated.model.Problem;
import dev.failsafe.TimeoutExceededException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What an attempt ended in, as the retries and the caller need to know it. */
record Failure(Throwable thrown) {

    /** {@return whether the same call may well succeed a little later} */
    boolean isPassing() {
        if (thrown instanceof ApiException e && e.getCode() != 0) {
            int status = e.getCode();
            return status == 408 || status == 429 || (status >= 500 && status != 501);
        }
        return thrown instanceof TimeoutExceededException || cause() instanceof IOException;
    }

    /** {@return how long the server asked to wait: {@code Retry-After} in seconds or as a date} */
    Optional<Duration> retryAfter() {
        return thrown instanceof ApiException e ? header(e, "Retry-After").flatMap(Failure::wait) : Optional.empty();
    }

    AcitrackException toException(ClientSettings settings) {
        if (thrown instanceof ApiException e && e.getCode() != 0) {
            return new ProblemException(problem(e), e);
        }
        Throwable cause = cause();
        String url = settings.baseUrl().toString();
        if (thrown instanceof TimeoutExceededException) {
            return new NoAnswerException(
                    "No answer from " + url + " within " + seconds(settings.requestTimeout()), thrown);
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return new NoAnswerException(
                    "No connection to " + url + " within " + seconds(settings.connectTimeout()), cause);
        }
        if (cause instanceof ConnectException) {
            boolean unknownHost = cause.getCause() instanceof ConnectException c
                    && c.getCause() instanceof UnresolvedAddressException;
            return new NoAnswerException(
                    "No connection to " + url + ": " + (unknownHost ? "unknown host" : "connection refused"), cause);
        }
        if (cause instanceof InterruptedException) {
            return new NoAnswerException("Interrupted while waiting for " + url, cause);
        }
        String what = cause instanceof JacksonException ? "Unreadable answer from " : "Connection lost to ";
        return new NoAnswerException(what + url + ": " + cause.getMessage(), cause);
    }

    private Throwable cause() {
        return thrown instanceof ApiException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static Problem problem(ApiException e) {
        Problem problem = parse(e.getResponseBody()).orElseGet(() -> standIn(e));
        if (problem.getRequestId() == null) {
            problem.setRequestId(header(e, "X-Request-Id").orElse(null));
        }
        return ProblemException.withoutNulls(problem);
    }

    private static Optional<Problem> parse(String body) {
        try {
            return Optional.ofNullable(Json.MAPPER.readValue(body == null ? "null" : body, Problem.class))
                    .filter(problem -> problem.getStatus() != null && problem.getDetail() != null);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Something between the client and the service answered, such as a proxy while the service starts. */
    private static Problem standIn(ApiException e) {
        String detail = header(e, "Location")
                .map(to -> "redirects to " + to + "; use that address as the base URL")
                .orElse("answered without a problem document");
        return new Problem()
                .type(URI.create("about:blank"))
                .title("HTTP " + e.getCode())
                .status(e.getCode())
                .detail("The server " + detail)
                .instance("");
    }

    private static Optional<String> header(ApiException e, String name) {
        HttpHeaders headers = e.getResponseHeaders();
        return headers == null ? Optional.empty() : headers.firstValue(name);
    }

    private static Optional<Duration> wait(String retryAfter) {
        try {
            Duration wait = retryAfter.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            Instant.now(),
                            ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
