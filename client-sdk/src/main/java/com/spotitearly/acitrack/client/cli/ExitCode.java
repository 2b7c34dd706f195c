package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.AcitrackException;
import com.spotitearly.acitrack.client.InvalidRunException;
import com.spotitearly.acitrack.client.NoAnswerException;
import com.spotitearly.acitrack.client.ProblemException;

/** What scripts can rely on. {@link Acitrack}'s help lists the same. */
final class ExitCode {

    static final int OK = 0;
    static final int BUG = 1;
    static final int USAGE = 2;
    static final int INVALID_FILES = 3;
    static final int REFUSED = 4;
    static final int NOT_FOUND = 5;
    static final int UNAVAILABLE = 6;

    private ExitCode() {}

    static int of(AcitrackException e) {
        if (e instanceof InvalidRunException) {
            return INVALID_FILES;
        }
        if (e instanceof NoAnswerException) {
            return UNAVAILABLE;
        }
        int status = ((ProblemException) e).status();
        if (status == 404) {
            return NOT_FOUND;
        }
        return status == 408 || status == 429 || status >= 500 ? UNAVAILABLE : REFUSED;
    }
}
