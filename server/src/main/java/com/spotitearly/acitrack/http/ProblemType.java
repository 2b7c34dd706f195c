package com.spotitearly.acitrack.http;

import java.net.URI;
import org.springframework.http.HttpStatus;

/** Every kind of problem that this service answers: slug, status and title, in the order of the statuses. */
public enum ProblemType {
    VALIDATION("validation", HttpStatus.BAD_REQUEST, "Request breaks the contract"),
    MISSING_API_KEY("missing-api-key", HttpStatus.UNAUTHORIZED, "API key missing"),
    INVALID_API_KEY("invalid-api-key", HttpStatus.FORBIDDEN, "API key not accepted"),
    INSUFFICIENT_SCOPE("insufficient-scope", HttpStatus.FORBIDDEN, "API key may not do this"),
    INVALID_SIGNATURE("invalid-signature", HttpStatus.FORBIDDEN, "Signature does not match"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    LINK_EXPIRED("link-expired", HttpStatus.GONE, "Link expired"),
    PAYLOAD_TOO_LARGE("payload-too-large", HttpStatus.CONTENT_TOO_LARGE, "Request body too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "Internal server error"),
    DATABASE_UNAVAILABLE("database-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Database unavailable");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    ProblemType(String slug, HttpStatus status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public URI uri() {
        return URI.create("urn:acitrack:problem:" + slug);
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }
}
