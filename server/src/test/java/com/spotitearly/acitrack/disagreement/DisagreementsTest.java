package com.spotitearly.acitrack.disagreement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.spotitearly.acitrack.support.TestServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters work in SQL, before the limit, on the newest events first. */
class DisagreementsTest {

    private TestServer server;

    @BeforeEach
    void sixtyEvents() {
        server = TestServer.shared();
        ingest(
                "r1",
                IntStream.range(0, 60)
                        .mapToObj(i -> event(i, i < 5 ? "low" : "high", i < 5 ? 90 - i : 10))
                        .collect(Collectors.joining(",")));
        ingest("r2", event(100, "moderate", 40) + ",{\"publication_id\":\"unscored\"}");
    }

    private void ingest(String run, String events) {
        server.ingest()
                .body("{\"run_id\":\"" + run + "\",\"mode\":\"m\",\"events\":[" + events + "]}")
                .post("/ingest/tri-model-events")
                .then()
                .statusCode(200);
    }

    private static String event(int i, String agreement, int claude) {
        return ("{\"publication_id\":\"p%03d\",\"title\":\"t\",\"agreement_level\":\"%s\",\"evaluator_rationale\":\"why\","
                        + "\"claude_review\":{\"score\":%d},\"gemini_review\":{\"score\":5},\"final_relevancy_score\":62.5}")
                .formatted(i, agreement, claude);
    }

    @Test
    void withoutFiltersFiftyOfAllEventsNewestFirst() {
        server.client()
                .get("/disagreements")
                .then()
                .body("count", is(50))
                .body("disagreements", hasSize(50))
                .body("disagreements[0].publication_id", is("unscored"))
                .body("disagreements[1].publication_id", is("p100"))
                .body("disagreements[2].publication_id", is("p059"))
                .body("filters.run_id", nullValue())
                .body("filters.agreement", nullValue())
                .body("filters.min_delta", nullValue())
                .body("filters.limit", is(50));
    }

    @Test
    void theDeltaIsFilteredBeforeTheLimit() {
        server.client()
                .get("/disagreements?run_id=r1&min_delta=83&limit=2")
                .then()
                .body("count", is(2))
                .body("disagreements.publication_id", contains("p002", "p001"))
                .body("filters.min_delta", is(83))
                .body("filters.run_id", is("r1"));
    }

    @Test
    void anEventCarriesWhatTheModelsSaid() {
        server.client()
                .get("/disagreements?agreement=moderate")
                .then()
                .body("count", is(1))
                .body("disagreements[0].mode", is("m"))
                .body("disagreements[0].evaluator_rationale", is("why"))
                .body("disagreements[0].claude_score", is(40))
                .body("disagreements[0].gemini_score", is(5))
                .body("disagreements[0].score_delta", is(35))
                .body("disagreements[0].final_relevancy_score", is(62.5f))
                .body("disagreements[0].disagreements", nullValue());
    }

    @Test
    void agreementLevelsAreSeparatedByCommas() {
        server.client().get("/disagreements?agreement=low,moderate").then().body("count", is(6));
        server.client().get("/disagreements?agreement=low,%20moderate").then().body("count", is(6));
        server.client().get("/disagreements?agreement=unheard-of").then().body("count", is(0));
    }

    @Test
    void anEventWithoutBothScoresHasNoDeltaToFilter() {
        server.client().get("/disagreements?min_delta=0&limit=500").then().body("count", is(61));
        server.client().get("/disagreements?limit=500").then().body("count", is(62));
    }
}
