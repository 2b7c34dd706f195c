package com.spotitearly.acitrack.disagreement;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A tri-model event without its reviews. */
record Disagreement(
        long id,
        String runId,
        String mode,
        String publicationId,
        String title,
        String agreementLevel,
        String disagreements,
        String evaluatorRationale,
        BigDecimal claudeScore,
        BigDecimal geminiScore,
        BigDecimal scoreDelta,
        Double finalRelevancyScore,
        OffsetDateTime createdAt) {}
