package com.spotitearly.acitrack.client;

/**
 * No usable answer came: the connection failed, the time ran out, or the answer could not be read. Whether the server
 * acted on the request is unknown; repeating it is harmless.
 */
public final class NoAnswerException extends AcitrackException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
