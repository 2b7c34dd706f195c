package com.spotitearly.acitrack.client;

import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What the files of a run hold, found fit to send.
 *
 * @param runId the run_id it will be stored under
 * @param mode the mode it will be stored under
 * @param eventCount how many events there are
 * @param warnings what can be sent but looks wrong
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record InspectedRun(String runId, String mode, long eventCount, List<String> warnings) {

    /** Keeps its own copy of the warnings. */
    public InspectedRun {
        warnings = List.copyOf(warnings);
    }
}
