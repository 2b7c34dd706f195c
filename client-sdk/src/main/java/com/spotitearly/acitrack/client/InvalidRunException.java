package com.spotitearly.acitrack.client;

import java.nio.file.Path;

/** The files of a run cannot be uploaded as they are. Thrown before anything is sent. */
public final class InvalidRunException extends AcitrackException {

    private static final long serialVersionUID = 1L;

    InvalidRunException(String message) {
        super(message, null);
    }

    static InvalidRunException in(Path file, String detail) {
        return new InvalidRunException(file.getFileName() + ": " + detail);
    }

    static InvalidRunException in(Path file, long line, String detail) {
        return new InvalidRunException(file.getFileName() + ", line " + line + ": " + detail);
    }
}
