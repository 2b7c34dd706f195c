package com.spotitearly.acitrack.client;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which disagreements to list; {@link #ALL} narrowed down step by step.
 *
 * @param runId only this run, or null for all
 * @param agreement only these agreement levels, or empty for all
 * @param minDelta only where Claude and Gemini are at least this far apart, or null for any distance
 * @param limit at most this many, or null for as many as the server answers unasked
 */
public record DisagreementQuery(String runId, List<String> agreement, BigDecimal minDelta, Integer limit) {

    /** No filter. */
    public static final DisagreementQuery ALL = new DisagreementQuery(null, List.of(), null, null);

    /** Keeps its own copy of the levels. */
    public DisagreementQuery {
        agreement = agreement == null ? List.of() : List.copyOf(agreement);
    }

    /** {@return this query, for one run} */
    public DisagreementQuery ofRun(String newRunId) {
        return new DisagreementQuery(newRunId, agreement, minDelta, limit);
    }

    /** {@return this query, for these agreement levels} */
    public DisagreementQuery withAgreement(String... levels) {
        return new DisagreementQuery(runId, List.of(levels), minDelta, limit);
    }

    /** {@return this query, for scores at least this far apart} */
    public DisagreementQuery withMinDelta(BigDecimal newMinDelta) {
        return new DisagreementQuery(runId, agreement, newMinDelta, limit);
    }

    /** {@return this query, for at most so many} */
    public DisagreementQuery withLimit(int newLimit) {
        return new DisagreementQuery(runId, agreement, minDelta, newLimit);
    }

    String agreementParameter() {
        return agreement.isEmpty() ? null : String.join(",", agreement);
    }
}
