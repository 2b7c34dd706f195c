package com.spotitearly.acitrack.ingest;

import com.spotitearly.acitrack.database.Stored;
import com.spotitearly.acitrack.generated.api.IngestApiDelegate;
import com.spotitearly.acitrack.generated.model.IngestResult;
import com.spotitearly.acitrack.generated.model.MustReadsIngest;
import com.spotitearly.acitrack.generated.model.RunIngest;
import com.spotitearly.acitrack.generated.model.TriModelEventIngest;
import com.spotitearly.acitrack.generated.model.TriModelEventsIngest;
import com.spotitearly.acitrack.generated.model.TriModelEventsIngestResult;
import com.spotitearly.acitrack.http.ContractViolation;
import com.spotitearly.acitrack.http.ProblemException;
import com.spotitearly.acitrack.json.DisagreementsText;
import com.spotitearly.acitrack.json.RawJson;
import com.spotitearly.acitrack.json.RawObject;
import com.spotitearly.acitrack.mustread.MustReadsRepository;
import com.spotitearly.acitrack.mustread.NewMustReads;
import com.spotitearly.acitrack.run.NewRun;
import com.spotitearly.acitrack.run.RunRepository;
import com.spotitearly.acitrack.trimodel.NewTriModelEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes in what the pipeline posts. */
@Component
final class IngestDelegate implements IngestApiDelegate {

    private final RunRepository runs;
    private final MustReadsRepository mustReads;
    private final TriModelEventsService events;

    IngestDelegate(RunRepository runs, MustReadsRepository mustReads, TriModelEventsService events) {
        this.runs = runs;
        this.mustReads = mustReads;
        this.events = events;
    }

    @Override
    public ResponseEntity<IngestResult> ingestRun(RunIngest run) {
        Stored stored = runs.upsert(new NewRun(
                run.getRunId(),
                run.getMode(),
                IngestTimes.parse("started_at", run.getStartedAt()),
                IngestTimes.parse("window_start", run.getWindowStart()),
                IngestTimes.parse("window_end", run.getWindowEnd()),
                json(run.getCounts()),
                json(run.getConfig()),
                json(run.getArtifacts()),
                RawJson.object(run.getAdditionalProperties())));
        return answer(run.getRunId(), stored);
    }

    @Override
    public ResponseEntity<IngestResult> ingestMustReads(MustReadsIngest body) {
        Map<String, RawJson> details = new LinkedHashMap<>();
        if (body.getAdditionalProperties() != null) {
            details.putAll(body.getAdditionalProperties());
        }
        details.putAll(body.getMustReads().envelope());
        Stored stored = mustReads
                .upsert(new NewMustReads(
                        body.getRunId(),
                        body.getMode().orElse(null),
                        body.getMustReads().items(),
                        RawJson.object(details)))
                .orElseThrow(() -> ProblemException.violation(
                        ContractViolation.at("/mode", "is required, as the run is not known yet")));
        return answer(body.getRunId(), stored);
    }

    @Override
    public ResponseEntity<TriModelEventsIngestResult> ingestTriModelEvents(TriModelEventsIngest body) {
        List<NewTriModelEvent> sent = new ArrayList<>(body.getEvents().size());
        for (TriModelEventIngest event : body.getEvents()) {
            if (event == null) {
                throw ProblemException.violation(ContractViolation.at("/events/" + sent.size(), "must be an object"));
            }
            sent.add(event(event));
        }
        TriModelEventsResult result = events.ingest(body.getRunId(), body.getMode(), sent);
        return ResponseEntity.ok(new TriModelEventsIngestResult(
                TriModelEventsIngestResult.StatusEnum.SUCCESS,
                body.getRunId(),
                body.getMode(),
                result.inserted(),
                result.updated(),
                result.total()));
    }

    private static NewTriModelEvent event(TriModelEventIngest event) {
        DisagreementsText disagreements = event.getDisagreements().orElse(null);
        return new NewTriModelEvent(
                event.getPublicationId(),
                event.getTitle().orElse(null),
                event.getAgreementLevel().orElse(null),
                disagreements == null ? null : disagreements.text(),
                event.getEvaluatorRationale().orElse(null),
                json(event.getClaudeReview()),
                json(event.getGeminiReview()),
                json(event.getGptEval()),
                event.getFinalRelevancyScore().orElse(null),
                RawJson.object(event.getAdditionalProperties()));
    }

    private static RawJson json(JsonNullable<RawObject> object) {
        RawObject value = object.orElse(null);
        return value == null ? null : value.value();
    }

    private static ResponseEntity<IngestResult> answer(String runId, Stored stored) {
        return ResponseEntity.ok(new IngestResult(
                IngestResult.StatusEnum.SUCCESS, runId, stored.mode(), stored.createdAt(), stored.updatedAt()));
    }
}
