package com.spotitearly.acitrack.mustread;

import com.spotitearly.acitrack.json.RawJson;

/**
 * Must-reads to be stored; see {@link MustReads}.
 *
 * @param mode null to take the mode of the run
 */
public record NewMustReads(String runId, String mode, RawJson items, RawJson details) {}
