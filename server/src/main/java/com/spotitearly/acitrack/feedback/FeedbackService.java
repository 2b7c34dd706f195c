package com.spotitearly.acitrack.feedback;

import com.spotitearly.acitrack.http.ProblemException;
import com.spotitearly.acitrack.http.ProblemType;
import com.spotitearly.acitrack.json.RawJson;
import com.spotitearly.acitrack.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Decides whether a link counts. */
@Service
class FeedbackService {

    /** The clocks of the digest's sender and of this service may differ a little. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final FeedbackSignature signature;
    private final FeedbackRepository votes;
    private final Duration maxAge;
    private final boolean confirm;

    FeedbackService(FeedbackSignature signature, FeedbackRepository votes, Settings settings) {
        this.signature = signature;
        this.votes = votes;
        this.maxAge = settings.feedbackMaxAge();
        this.confirm = settings.feedbackConfirm();
    }

    /**
     * Follows a link.
     *
     * @return whether the vote was recorded; when it was not, the visitor has to confirm it
     */
    boolean follow(FeedbackLink link, String hex, Visitor visitor) {
        verify(link, hex);
        if (confirm || visitor.prefetching()) {
            return false;
        }
        record(link, visitor);
        return true;
    }

    /** Records the vote of a link that the visitor has confirmed. */
    void confirm(FeedbackLink link, String hex, Visitor visitor) {
        verify(link, hex);
        record(link, visitor);
    }

    private void verify(FeedbackLink link, String hex) {
        if (!signature.matches(link, hex)) {
            throw new ProblemException(ProblemType.INVALID_SIGNATURE, "Invalid feedback signature.");
        }
        Instant now = Instant.now();
        if (link.signedAt().isBefore(now.minus(maxAge))) {
            throw new ProblemException(ProblemType.LINK_EXPIRED, "This feedback link has expired.");
        }
        if (link.signedAt().isAfter(now.plus(CLOCK_SKEW))) {
            throw new ProblemException(ProblemType.VALIDATION, "This feedback link is dated in the future.");
        }
    }

    private void record(FeedbackLink link, Visitor visitor) {
        RawJson context = RawJson.object(Map.of(
                "signed_at", new RawJson(String.valueOf(link.signedAt().getEpochSecond())),
                "method", new RawJson('"' + visitor.method() + '"')));
        votes.add(link, visitor, context);
    }
}
