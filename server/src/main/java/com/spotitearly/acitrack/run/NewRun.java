package com.spotitearly.acitrack.run;

import com.spotitearly.acitrack.json.RawJson;
import java.time.OffsetDateTime;

/** A run to be stored; see {@link Run}. */
public record NewRun(
        String runId,
        String mode,
        OffsetDateTime startedAt,
        OffsetDateTime windowStart,
        OffsetDateTime windowEnd,
        RawJson counts,
        RawJson config,
        RawJson artifacts,
        RawJson details) {}
