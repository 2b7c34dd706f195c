package com.spotitearly.acitrack.mustread;

import com.spotitearly.acitrack.json.RawJson;
import java.time.OffsetDateTime;

/**
 * The must-reads of a run, as they are stored.
 *
 * @param items a JSON array of objects, as the pipeline sent them
 * @param details what the pipeline sent beside the array, a JSON object
 */
public record MustReads(
        String runId,
        String mode,
        RawJson items,
        RawJson details,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {}
