package com.spotitearly.acitrack.run;

import com.spotitearly.acitrack.json.RawJson;
import java.time.OffsetDateTime;

/**
 * One execution of the pipeline, as it is stored.
 *
 * @param counts a JSON object, or null; so are config and artifacts
 * @param details what else the manifest said, a JSON object
 */
public record Run(
        String runId,
        String mode,
        OffsetDateTime startedAt,
        OffsetDateTime windowStart,
        OffsetDateTime windowEnd,
        RawJson counts,
        RawJson config,
        RawJson artifacts,
        RawJson details,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {}
