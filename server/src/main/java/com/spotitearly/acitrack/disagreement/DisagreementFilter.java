package com.spotitearly.acitrack.disagreement;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which disagreements are asked for; a null filters nothing.
 *
 * @param minDelta the least score delta, 0 to 100
 * @param limit the most events to answer
 */
record DisagreementFilter(String runId, List<String> agreementLevels, BigDecimal minDelta, int limit) {}
