package com.spotitearly.acitrack.trimodel;

import com.spotitearly.acitrack.json.RawJson;

/** A tri-model event to be stored; see {@link TriModelEvent}. */
public record NewTriModelEvent(
        String publicationId,
        String title,
        String agreementLevel,
        String disagreements,
        String evaluatorRationale,
        RawJson claudeReview,
        RawJson geminiReview,
        RawJson gptEval,
        Double finalRelevancyScore,
        RawJson details) {}
