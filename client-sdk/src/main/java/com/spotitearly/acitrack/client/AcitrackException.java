package com.spotitearly.acitrack.client;

/** Why a call or an upload failed; its three kinds ask for three different answers. */
public abstract sealed class AcitrackException extends RuntimeException
        permits ProblemException, NoAnswerException, InvalidRunException {

    private static final long serialVersionUID = 1L;

    AcitrackException(String message, Throwable cause) {
        super(message, cause);
    }
}
