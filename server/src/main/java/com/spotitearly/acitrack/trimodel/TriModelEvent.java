package com.spotitearly.acitrack.trimodel;

import com.spotitearly.acitrack.json.RawJson;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * What three models said of one publication in one run, as it is stored.
 *
 * @param claudeReview a JSON object, or null; so are geminiReview and gptEval
 * @param claudeScore taken from the review by the database function {@code review_score}, null when it has none
 * @param scoreDelta {@code |claudeScore - geminiScore|}, null when either is missing
 * @param details what else the event said, a JSON object
 */
public record TriModelEvent(
        long id,
        String runId,
        String mode,
        String publicationId,
        String title,
        String agreementLevel,
        String disagreements,
        String evaluatorRationale,
        RawJson claudeReview,
        RawJson geminiReview,
        RawJson gptEval,
        BigDecimal claudeScore,
        BigDecimal geminiScore,
        BigDecimal scoreDelta,
        Double finalRelevancyScore,
        RawJson details,
        OffsetDateTime createdAt) {}
