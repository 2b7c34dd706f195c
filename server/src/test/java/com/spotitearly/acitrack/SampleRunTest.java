package com.spotitearly.acitrack;

import static com.spotitearly.acitrack.support.ProjectFiles.SAMPLE_RUN_ID;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.spotitearly.acitrack.support.ProjectFiles;
import com.spotitearly.acitrack.support.TestServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample run folder goes in as the pipeline posts it, and every question is answered from it. */
class SampleRunTest {

    private TestServer server;

    @BeforeEach
    void postTheThreeFiles() {
        server = TestServer.shared();
        server.ingest()
                .body(ProjectFiles.sampleManifest())
                .post("/ingest/run")
                .then()
                .statusCode(200);
        server.ingest()
                .body("{\"run_id\":\"%s\",\"mode\":\"tri-model-daily\",\"must_reads\":%s}"
                        .formatted(SAMPLE_RUN_ID, ProjectFiles.sampleMustReads()))
                .post("/ingest/must-reads")
                .then()
                .statusCode(200);
        List<String> events = ProjectFiles.sampleEvents();
        for (int from = 0; from < events.size(); from += 100) {
            List<String> chunk = events.subList(from, Math.min(from + 100, events.size()));
            server.ingest()
                    .body("{\"run_id\":\"%s\",\"mode\":\"tri-model-daily\",\"events\":[%s]}"
                            .formatted(SAMPLE_RUN_ID, String.join(",", chunk)))
                    .post("/ingest/tri-model-events")
                    .then()
                    .statusCode(200)
                    .body("inserted", is(chunk.size()))
                    .body("updated", is(0))
                    .body("total", is(chunk.size()));
        }
    }

    @Test
    void latestRunComesFromTheManifest() {
        server.client()
                .get("/runs/latest")
                .then()
                .statusCode(200)
                .body("run_id", is(SAMPLE_RUN_ID))
                .body("started_at", is((Object) null))
                .body("window_start", is("2026-01-10T15:45:00.000Z"))
                .body("window_end", is("2026-01-12T15:45:00.000Z"))
                .body("counts.raw_fetched", is(412))
                .body("details.gating.audit_rate", is(0.02f))
                .body("details.generated_at", is("2026-01-12T16:05:41.201554"));
    }

    @Test
    void mustReadsAnswerTheArrayWithTheEnvelopeBeside() {
        server.client()
                .get("/must-reads?mode=tri-model-daily")
                .then()
                .statusCode(200)
                .body("run_id", is(SAMPLE_RUN_ID))
                .body("must_reads", hasSize(5))
                .body("must_reads[2].final_relevancy_score", is(97))
                .body("details.total_candidates", is(150))
                .body("details.generated_at", is("2026-01-12T16:05:41.118273"));
    }

    @Test
    void disagreementsAreThoseOfTheFile() {
        server.client()
                .get("/disagreements?min_delta=20&limit=500")
                .then()
                .statusCode(200)
                .body("count", is(32))
                .body("disagreements.score_delta", everyItem(greaterThanOrEqualTo(20)));
    }

    @Test
    void aPaperHasItsReviewsScoresAndDetails() {
        server.client()
                .get("/paper/7b241e5f36c066ece29425201d422731de6d25ba775cb0154cbd7223502e3824")
                .then()
                .statusCode(200)
                .body("claude_score", is(22))
                .body("gemini_score", is(51))
                .body("score_delta", is(29))
                .body("final_relevancy_score", is(38.0f))
                .body("claude_review.key_findings", hasSize(2))
                .body("details.source", is("The Lancet"))
                .body("details.created_at", is("2026-01-12 15:46:03"));
    }
}
