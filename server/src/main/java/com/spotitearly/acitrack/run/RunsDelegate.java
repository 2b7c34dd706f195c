package com.spotitearly.acitrack.run;

import com.spotitearly.acitrack.generated.api.RunsApiDelegate;
import com.spotitearly.acitrack.http.ProblemException;
import com.spotitearly.acitrack.json.RawObject;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads runs. */
@Component
final class RunsDelegate implements RunsApiDelegate {

    private final RunRepository runs;

    RunsDelegate(RunRepository runs) {
        this.runs = runs;
    }

    @Override
    public ResponseEntity<com.spotitearly.acitrack.generated.model.Run> getLatestRun(String mode) {
        return answer(
                runs.findLatest(mode).orElseThrow(() -> ProblemException.notFound("No runs found for mode=" + mode)));
    }

    @Override
    public ResponseEntity<com.spotitearly.acitrack.generated.model.Run> getRun(String runId) {
        return answer(runs.find(runId).orElseThrow(() -> ProblemException.notFound("Run not found: " + runId)));
    }

    private static ResponseEntity<com.spotitearly.acitrack.generated.model.Run> answer(Run run) {
        return ResponseEntity.ok(new com.spotitearly.acitrack.generated.model.Run(
                run.runId(),
                run.mode(),
                run.startedAt(),
                run.windowStart(),
                run.windowEnd(),
                RawObject.ofNullable(run.counts()),
                RawObject.ofNullable(run.config()),
                RawObject.ofNullable(run.artifacts()),
                run.details(),
                run.createdAt(),
                run.updatedAt()));
    }
}
