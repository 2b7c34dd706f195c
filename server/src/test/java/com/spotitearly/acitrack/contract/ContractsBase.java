package com.spotitearly.acitrack.contract;

import static io.restassured.RestAssured.given;

import com.spotitearly.acitrack.support.ContractConformance;
import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Under every test that is generated from {@code src/test/resources/contracts}: a server, a database, a run. */
public abstract class ContractsBase {

    private static final String RUN_ID = "tri-model-daily-20250124-103045";

    /** The links in the contracts are signed once and must work for years. */
    private static final String TWENTY_YEARS = "631152000";

    private static TestServer server;

    @BeforeEach
    void aRunWithTwoEventsAndAMustRead() {
        if (server == null) {
            server = TestServer.start(
                    TestPostgres.freshDatabase(),
                    Map.of(
                            "ACITRACK_API_KEY",
                            "contract-key",
                            "ACITRACK_READ_API_KEY",
                            "contract-read-key",
                            "FEEDBACK_MAX_AGE_SECONDS",
                            TWENTY_YEARS));
        }
        server.empty();
        RestAssured.baseURI = server.url();
        RestAssured.port = server.port();
        RestAssured.urlEncodingEnabled = false;
        RestAssured.replaceFiltersWith(new ContractConformance());
        post("/ingest/run", """
                {"run_id": "%s", "mode": "tri-model-daily", "started_at": "2025-01-24T10:30:45Z",
                 "window_start": "2025-01-23T00:00:00Z", "window_end": "2025-01-24T00:00:00Z",
                 "counts": {"total": 150, "high_agreement": 120}, "config": {"threshold": 0.8},
                 "artifacts": {"must_reads_count": 5}, "prompt_version": "v3"}
                """);
        post("/ingest/tri-model-events", """
                {"run_id": "%s", "mode": "tri-model-daily", "events": [
                  {"publication_id": "arxiv:2501.12345", "title": "Novel Approach to X", "agreement_level": "high",
                   "disagreements": ["Minor differences", "in magnitude"],
                   "evaluator_rationale": "All models agree this is highly relevant",
                   "claude_review": {"relevancy_score": 95, "relevancy_reason": "Prospective cohort"},
                   "gemini_review": {"relevancy_score": 92}, "gpt_eval": {"final_relevancy_score": 94},
                   "final_relevancy_score": 94.0, "source": "arXiv", "url": "https://example.org/abs/2501.12345"},
                  {"publication_id": "doi:10.1000/xyz", "title": "Controversial Paper", "agreement_level": "low",
                   "disagreements": "Claude rated high, Gemini rated low", "claude_review": {"score": "85"},
                   "gemini_review": {"review": {"score": 40}}, "final_relevancy_score": 62.5}]}
                """);
        post("/ingest/must-reads", """
                {"run_id": "%s", "mode": "tri-model-daily", "must_reads": {
                   "generated_at": "2025-01-24T10:31:02.118273", "total_candidates": 150,
                   "must_reads": [{"publication_id": "arxiv:2501.12345", "title": "Novel Approach to X",
                                   "relevancy_score": 95}]}}
                """);
    }

    private static void post(String path, String body) {
        given().header("X-API-Key", "contract-key")
                .contentType("application/json")
                .body(body.formatted(RUN_ID))
                .post(path)
                .then()
                .statusCode(200);
    }
}
