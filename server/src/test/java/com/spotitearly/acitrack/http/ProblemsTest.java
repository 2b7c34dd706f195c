package com.spotitearly.acitrack.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to ask wrongly gets a problem document that says what was wrong. */
class ProblemsTest {

    private static final String RUN = "/ingest/run";
    private static final String EVENTS = "/ingest/tri-model-events";

    private final TestServer server = TestServer.shared();

    private ValidatableResponse post(String path, String body) {
        return server.ingest().body(body).post(path).then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/runs/latest?mode=BAD               | mode        | must match",
                "/runs/latest?mode=                  | mode        | must not be empty",
                "/disagreements?limit=               | limit       | must not be empty",
                "/disagreements?min_delta=           | min_delta   | must not be empty",
                "/disagreements?run_id=a&run_id=b    | run_id      | must be given once",
                "/disagreements?limit=0              | limit       | must be greater than or equal to 1",
                "/disagreements?limit=501            | limit       | must be less than or equal to 500",
                "/disagreements?limit=ten            | limit       | must be a whole number",
                "/disagreements?limit=99999999999    | limit       | must be a whole number",
                "/disagreements?min_delta=NaN        | min_delta   | must be a number",
                "/disagreements?min_delta=-1         | min_delta   | must be greater than or equal to 0",
                "/disagreements?min_delta=1e999      | min_delta   | must be less than or equal to 100",
                "/disagreements?run_id=%00           | run_id      | must match",
                "/disagreements?agreement=low,       | agreement   | must match",
                "/must-reads?run_id=                 | run_id      | must",
                "/paper/x?run_id=%07                 | run_id      | must match",
            })
    void aParameterThatBreaksTheContractIsNamed(String path, String parameter, String detail) {
        server.client()
                .get(path)
                .then()
                .statusCode(400)
                .body("type", is("urn:acitrack:problem:validation"))
                .body("errors.parameter", hasItem(parameter))
                .body("errors.detail", hasItem(containsString(detail)))
                .body("instance", is(path.substring(0, path.indexOf('?'))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                              |               | is not valid JSON at line 1",
                "{\"run_id\":\"a\",\"mode\":\"x\"} {}           |               | is not valid JSON",
                "[]                                             |               | must be an object",
                "null                                           |               | is missing or cannot be read",
                "{\"mode\":\"x\"}                               | /run_id       | is required",
                "{\"run_id\":null,\"mode\":\"x\"}               | /run_id       | is required",
                "{\"run_id\":5,\"mode\":\"x\"}                  | /run_id       | must be a string",
                "{\"run_id\":true,\"mode\":\"x\"}               | /run_id       | must be a string",
                "{\"run_id\":\"\",\"mode\":\"x\"}               | /run_id       | must match",
                "{\"run_id\":\"a\",\"mode\":\"X Y\"}            | /mode         | must match",
                "{\"run_id\":\"a\",\"mode\":\"x\",\"counts\":[]} | /counts      | must be an object",
                "{\"run_id\":\"a\",\"mode\":\"x\",\"config\":\"\"} | /config    | must be an object",
                "{\"run_id\":\"a\",\"mode\":\"x\",\"started_at\":\"yesterday\"} | /started_at | must match",
                "{\"run_id\":\"a\",\"mode\":\"x\",\"started_at\":\"2025-02-30T00:00:00Z\"} | /started_at | must be a date and time that exists",
                "{\"run_id\":\"a\",\"mode\":\"x\",\"note\":\"\\u0000\"} | /note | must not contain the character U+0000",
                "{\"run_id\":\"a\",\"mode\":\"x\",\"note\":{\"deep\":[\"\\ud800\"]}} | /note | must not contain half of a surrogate pair",
                "{\"run_id\":\"\\udc00a\",\"mode\":\"x\"}       | /run_id       | must not contain half of a surrogate pair",
            })
    void aRunThatBreaksTheContractIsPointedAt(String body, String pointer, String detail) {
        post(RUN, body)
                .statusCode(400)
                .body("errors[0].pointer", is(pointer == null ? "" : pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"title\":\"no id\"}]                                | /events/0/publication_id         | is required",
                "[{\"publication_id\":\"a\"},null]                      | /events/1                        | must be an object",
                "[{\"publication_id\":\"a\",\"title\":5}]               | /events/0/title                  | must be a string",
                "[{\"publication_id\":\"a\"},{\"publication_id\":\"b\",\"final_relevancy_score\":101}] | /events/1/final_relevancy_score | must be less than or equal to 100",
                "[{\"publication_id\":\"a\",\"final_relevancy_score\":\"94\"}] | /events/0/final_relevancy_score | must be a number",
                "[{\"publication_id\":\"a\",\"final_relevancy_score\":1e400}] | /events/0/final_relevancy_score | must be less than or equal to 100",
                "[{\"publication_id\":\"a\",\"claude_review\":\"good\"}] | /events/0/claude_review         | must be an object",
                "[{\"publication_id\":\"a\",\"disagreements\":{}}]      | /events/0/disagreements          | must be a string, an array of strings or null",
                "[{\"publication_id\":\"a\",\"disagreements\":[1]}]     | /events/0/disagreements          | must be an array of strings",
                "{}                                                     | /events                          | must be an array",
            })
    void anEventThatBreaksTheContractIsPointedAtAndNothingIsStored(String events, String pointer, String detail) {
        post(EVENTS, "{\"run_id\":\"r\",\"mode\":\"m\",\"events\":" + events + "}")
                .statusCode(400)
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].detail", containsString(detail));
        server.client().get("/disagreements").then().body("count", is(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"text\"`               | must be an array of objects, or an object that has it in must_reads",
                "{\"items\":[]}           | must be an array of objects, or an object that has it in must_reads",
                "{\"must_reads\":{}}      | must be an array of objects, or an object that has it in must_reads",
                "[\"arxiv:1\"]            | must hold objects only",
            })
    void mustReadsThatBreakTheContractAreRefused(String mustReads, String detail) {
        post("/ingest/must-reads", "{\"run_id\":\"r\",\"mode\":\"m\",\"must_reads\":" + mustReads + "}")
                .statusCode(400)
                .body("errors[0].detail", is(detail));
    }

    @Test
    void deepNestingIsRefused() {
        post(RUN, "{\"run_id\":\"a\",\"mode\":\"x\",\"deep\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                .statusCode(400)
                .body("errors[0].detail", containsString("nested too deeply"));
    }

    @Test
    void aNumberThatTheDatabaseCannotStoreIsRefused() {
        post(RUN, "{\"run_id\":\"a\",\"mode\":\"x\",\"huge\":1e999999}")
                .statusCode(400)
                .body("detail", containsString("cannot store"));
        server.client().get("/runs/a").then().statusCode(404);
    }

    @Test
    void oneUnstorableEventAmongGoodOnesLeavesNothing() {
        post(
                        EVENTS,
                        "{\"run_id\":\"r\",\"mode\":\"m\",\"events\":[{\"publication_id\":\"a\"},"
                                + "{\"publication_id\":\"b\",\"huge\":1e999999},{\"publication_id\":\"c\"}]}")
                .statusCode(400);
        server.client().get("/disagreements").then().body("count", is(0));
    }

    /** A table that has lost a column is the nearest thing to a bug that a test can make. */
    @Test
    void aBugIsAnsweredWithTheRequestIdAndNothingOfTheCause() {
        String database = TestPostgres.freshDatabase();
        try (TestServer broken = TestServer.start(database, Map.of())) {
            TestPostgres.execute(database, "ALTER TABLE runs RENAME COLUMN counts_json TO gone");
            broken.client()
                    .header("X-Request-Id", "report-me")
                    .get("/runs/latest")
                    .then()
                    .statusCode(500)
                    .header("X-Request-Id", "report-me")
                    .body("request_id", is("report-me"))
                    .body("detail", is("Something went wrong here. Please report the request id."))
                    .body(not(containsString("counts_json")));
        }
    }

    @Test
    void whatTomcatRefusesItselfIsAProblemToo() {
        server.client()
                .get("/paper/%00")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", is("The request is not valid HTTP"))
                .body("request_id", notNullValue());
    }

    @Test
    void unknownPathsMethodsAndMediaTypesAreTold() {
        server.client().get("/error").then().statusCode(404);
        server.client().get("/nope").then().statusCode(404).body("type", is("urn:acitrack:problem:not-found"));
        server.client().put("/runs/latest").then().statusCode(405).header("Allow", "GET,HEAD");
        server.client().delete("/ingest/run").then().statusCode(405).header("Allow", "POST");
        server.client().accept("application/xml").get("/runs/latest").then().statusCode(406);
        server.client()
                .contentType("text/plain")
                .body("{}")
                .post(RUN)
                .then()
                .statusCode(415)
                .body("detail", is("This operation takes application/json"));
        server.ingest()
                .header("Content-Encoding", "br")
                .body("{}")
                .post(RUN)
                .then()
                .statusCode(415);
    }

    @Test
    void theTextsOfTheOldServiceStay() {
        server.anonymous().get("/runs/latest").then().statusCode(401).body("detail", is("Missing X-API-Key header"));
        server.anonymous()
                .header("X-API-Key", "wrong")
                .get("/runs/latest")
                .then()
                .statusCode(403)
                .body("detail", is("Invalid API key"));
        detail("/runs/latest?mode=weekly", 404, "No runs found for mode=weekly");
        detail("/runs/nightly-7", 404, "Run not found: nightly-7");
        detail("/must-reads?run_id=nightly-7", 404, "No must-reads found for run_id=nightly-7");
        detail("/must-reads?mode=weekly", 404, "No runs found for mode=weekly");
        detail("/paper/arxiv:9999.1", 404, "No tri-model event found for publication_id=arxiv:9999.1");
        detail("/must-reads", 400, "Either 'mode' or 'run_id' query parameter is required");
    }

    private void detail(String path, int status, String detail) {
        server.client().get(path).then().statusCode(status).body("detail", is(detail));
    }

    @Test
    void theRequestIdOfTheCallerComesBackWhenItIsSound() {
        server.anonymous()
                .header("X-Request-Id", "abc-123")
                .get("/livez")
                .then()
                .header("X-Request-Id", "abc-123");
        server.anonymous()
                .header("X-Request-Id", "forged id\" 200")
                .get("/livez")
                .then()
                .header("X-Request-Id", notNullValue())
                .header("X-Request-Id", not(containsString("forged")));
    }
}
