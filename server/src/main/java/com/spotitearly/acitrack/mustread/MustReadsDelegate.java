package com.spotitearly.acitrack.mustread;

import com.spotitearly.acitrack.generated.api.MustReadsApiDelegate;
import com.spotitearly.acitrack.http.ProblemException;
import com.spotitearly.acitrack.http.ProblemType;
import com.spotitearly.acitrack.run.Run;
import com.spotitearly.acitrack.run.RunRepository;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads must-reads. */
@Component
final class MustReadsDelegate implements MustReadsApiDelegate {

    private final MustReadsRepository mustReads;
    private final RunRepository runs;

    MustReadsDelegate(MustReadsRepository mustReads, RunRepository runs) {
        this.mustReads = mustReads;
        this.runs = runs;
    }

    @Override
    public ResponseEntity<com.spotitearly.acitrack.generated.model.MustReads> getMustReads(String mode, String runId) {
        String wanted = runId != null ? runId : latestRunOf(mode);
        MustReads found = mustReads
                .find(wanted)
                .orElseThrow(() -> ProblemException.notFound("No must-reads found for run_id=" + wanted));
        return ResponseEntity.ok(new com.spotitearly.acitrack.generated.model.MustReads(
                found.runId(), found.mode(), found.items(), found.details(), found.createdAt(), found.updatedAt()));
    }

    private String latestRunOf(String mode) {
        if (mode == null) {
            throw new ProblemException(ProblemType.VALIDATION, "Either 'mode' or 'run_id' query parameter is required");
        }
        return runs.findLatest(mode)
                .map(Run::runId)
                .orElseThrow(() -> ProblemException.notFound("No runs found for mode=" + mode));
    }
}
