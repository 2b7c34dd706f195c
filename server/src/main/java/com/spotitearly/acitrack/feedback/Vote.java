package com.spotitearly.acitrack.feedback;

import com.spotitearly.acitrack.http.ProblemException;
import com.spotitearly.acitrack.http.ProblemType;

/** What a reader thinks of a publication. */
enum Vote {
    UP("up"),
    DOWN("down");

    private final String word;

    Vote(String word) {
        this.word = word;
    }

    /** The contract's word for it. */
    String word() {
        return word;
    }

    static Vote of(String word) {
        for (Vote vote : values()) {
            if (vote.word.equals(word)) {
                return vote;
            }
        }
        throw new ProblemException(ProblemType.VALIDATION, "Invalid vote value. Use 'up' or 'down'.");
    }
}
