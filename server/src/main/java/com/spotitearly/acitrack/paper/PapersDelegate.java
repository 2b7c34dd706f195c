package com.spotitearly.acitrack.paper;

import com.spotitearly.acitrack.generated.api.PapersApiDelegate;
import com.spotitearly.acitrack.generated.model.Paper;
import com.spotitearly.acitrack.http.ProblemException;
import com.spotitearly.acitrack.json.RawObject;
import com.spotitearly.acitrack.trimodel.TriModelEvent;
import com.spotitearly.acitrack.trimodel.TriModelEventRepository;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads what the models said of a publication. */
@Component
final class PapersDelegate implements PapersApiDelegate {

    private final TriModelEventRepository events;

    PapersDelegate(TriModelEventRepository events) {
        this.events = events;
    }

    @Override
    public ResponseEntity<Paper> getPaper(String publicationId, String runId) {
        TriModelEvent event = events.findNewest(publicationId, runId)
                .orElseThrow(() -> ProblemException.notFound("No tri-model event found for publication_id="
                        + publicationId
                        + (runId == null ? "" : " and run_id=" + runId)));
        return ResponseEntity.ok(new Paper(
                event.id(),
                event.runId(),
                event.mode(),
                event.publicationId(),
                event.title(),
                event.agreementLevel(),
                event.disagreements(),
                event.evaluatorRationale(),
                RawObject.ofNullable(event.claudeReview()),
                RawObject.ofNullable(event.geminiReview()),
                RawObject.ofNullable(event.gptEval()),
                event.claudeScore(),
                event.geminiScore(),
                event.scoreDelta(),
                event.finalRelevancyScore(),
                event.details(),
                event.createdAt()));
    }
}
