package com.spotitearly.acitrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes in comes out, once, whatever the order, the repetition and the company. */
class IngestTest {

    private final TestServer server = TestServer.shared();

    private ValidatableResponse events(String... events) {
        return server.ingest()
                .body("{\"run_id\":\"r\",\"mode\":\"m\",\"events\":[" + String.join(",", events) + "]}")
                .post("/ingest/tri-model-events")
                .then()
                .statusCode(200);
    }

    private static String event(String publicationId, String members) {
        return "{\"publication_id\":\"" + publicationId + "\"" + members + "}";
    }

    private ValidatableResponse run(String body) {
        return server.ingest().body(body).post("/ingest/run").then().statusCode(200);
    }

    @Test
    void aRunIsReplacedAndKeepsItsCreation() {
        String created = run("{\"run_id\":\"r\",\"mode\":\"m\",\"counts\":{\"total\":1},\"note\":\"first\"}")
                .extract()
                .path("created_at");
        run("{\"run_id\":\"r\",\"mode\":\"m2\"}")
                .body("created_at", is(created))
                .body("mode", is("m2"));
        server.client()
                .get("/runs/r")
                .then()
                .body("mode", is("m2"))
                .body("counts", nullValue())
                .body("details.size()", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-24T10:30:45Z,               2025-01-24T10:30:45.000Z",
        "2026-01-12T16:05:41.201554,         2026-01-12T16:05:41.201Z",
        "2026-01-12 15:59:01,                2026-01-12T15:59:01.000Z",
        "2026-01-12T15:45:00.000211+00:00,   2026-01-12T15:45:00.000Z",
        "2026-01-12T15:45:00+02:00,          2026-01-12T13:45:00.000Z",
        "2026-01-12T15:45:00-0530,           2026-01-12T21:15:00.000Z",
        "2026-01-12T15:45,                   2026-01-12T15:45:00.000Z"
    })
    void aTimeWithoutAZoneIsUtc(String sent, String answered) {
        run("{\"run_id\":\"r\",\"mode\":\"m\",\"started_at\":\"" + sent + "\"}");
        server.client().get("/runs/r").then().body("started_at", is(answered));
    }

    @Test
    void theLatestRunIsByStartElseWindowEndElseCreation() {
        run("{\"run_id\":\"started\",\"mode\":\"m\",\"started_at\":\"2026-01-03T00:00:00\"}");
        run("{\"run_id\":\"window\",\"mode\":\"m\",\"window_end\":\"2026-01-04T00:00:00\"}");
        run(
                "{\"run_id\":\"older\",\"mode\":\"m\",\"started_at\":\"2026-01-02T00:00:00\",\"window_end\":\"2027-01-01T00:00:00\"}");
        run("{\"run_id\":\"other-mode\",\"mode\":\"n\",\"started_at\":\"2029-01-03T00:00:00\"}");
        server.client().get("/runs/latest?mode=m").then().body("run_id", is("window"));
        run("{\"run_id\":\"created\",\"mode\":\"m\"}");
        server.client().get("/runs/latest?mode=m").then().body("run_id", is("created"));
    }

    @Test
    void insertedUpdatedAndTotalAreExactAndTheLastDuplicateWins() {
        events(event("a", ""), event("b", ""))
                .body("inserted", is(2))
                .body("updated", is(0))
                .body("total", is(2));
        events(event("b", ",\"title\":\"first\""), event("c", ""), event("b", ",\"title\":\"last\""))
                .body("inserted", is(1))
                .body("updated", is(1))
                .body("total", is(2));
        server.client().get("/paper/b").then().body("title", is("last"));
        events().body("total", is(0));
    }

    @Test
    void aRepeatedBatchWritesNoRowVersions() {
        String[] batch = {
            event("a", ",\"claude_review\":{\"score\":1.50},\"note\":\"n\""), event("b", ",\"title\":\"t\"")
        };
        events(batch);
        String before = versions();
        events(batch).body("inserted", is(0)).body("updated", is(2)).body("total", is(2));
        assertThat(versions()).isEqualTo(before);
        events(event("a", ",\"title\":\"changed\"")).body("updated", is(1));
        assertThat(versions()).isNotEqualTo(before);
    }

    private String versions() {
        return TestPostgres.query(
                server.databaseUrl(), "SELECT string_agg(ctid::text || xmin, ',' ORDER BY id) FROM tri_model_events");
    }

    @Test
    void whatTheContractDoesNotNameIsKept() {
        events(event("a", ",\"url\":null,\"latency\":1.10,\"nested\":{\"b\":[1,2,{}],\"a\":\"\\u00fc\"}"));
        server.client()
                .get("/paper/a")
                .then()
                .body("details.nested.b", hasSize(3))
                .body("details.nested.a", is("ü"))
                .body("details.containsKey('url')", is(true))
                .body("details.url", nullValue());
        assertThat(server.client().get("/paper/a").asString()).contains("1.10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "\"They differ.\"   | They differ.",
                "[\"a\",\"b\"]      | a; b",
                "[]                 | -",
                "null               | -",
                "\"None\"           | -",
                "[\"None\"]         | -"
            })
    void disagreementsAreATextOrNull(String sent, String answered) {
        events(event("a", ",\"disagreements\":" + sent));
        server.client().get("/paper/a").then().body("disagreements", is(answered));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"relevancy_score\":95}                                      | 95",
                "{\"relevancy_score\":\" 85.5 \"}                              | 85.5",
                "{\"relevancy_score\":null,\"relevancy_score_0_100\":40}       | 40",
                "{\"relevancy_score\":\"n/a\",\"final_relevancy_score\":\"7\"} | 7",
                "{\"score\":0}                                                 | 0",
                "{\"review\":{\"score\":12}}                                   | 12",
                "{\"score\":1,\"review\":{\"relevancy_score\":2}}              | 1",
                "{\"review\":{\"review\":{\"score\":3}}}                       | -",
                "{\"relevancy_score\":true}                                    | -",
                "{\"relevancy_score\":1e300}                                   | -",
                "{\"relevancy_score\":\"1e99\",\"score\":5}                    | 5",
                "{\"relevancy_score\":[1]}                                     | -",
                "{\"review\":[1]}                                              | -",
                "{}                                                            | -",
                "null                                                          | -"
            })
    void aScoreIsTheFirstNumberAmongItsKeys(String review, Float score) {
        events(event("a", ",\"claude_review\":" + review));
        Number answered = server.client().get("/paper/a").path("claude_score");
        assertThat(answered == null ? null : answered.floatValue()).isEqualTo(score);
    }

    @Test
    void theDeltaIsExactAndMissingWithoutBothScores() {
        events(
                event("a", ",\"claude_review\":{\"score\":85.1},\"gemini_review\":{\"score\":40.2}"),
                event("b", ",\"claude_review\":{\"score\":85}"));
        assertThat(server.client().get("/paper/a").asString()).contains("\"score_delta\":44.9,");
        server.client().get("/paper/b").then().body("score_delta", nullValue());
    }

    @Test
    void anyPublicationIdCanBeAskedFor() {
        Map<String, String> paths = Map.of(
                "doi:10.1000/xyz", "doi%3A10.1000%2Fxyz",
                "a b+c", "a%20b+c",
                "漢字 🎉", "%E6%BC%A2%E5%AD%97%20%F0%9F%8E%89",
                "50%", "50%25",
                "semi;colon=1", "semi%3Bcolon%3D1",
                "back\\\\slash", "back%5Cslash",
                "../runs/latest", "..%2Fruns%2Flatest",
                "q?x#y", "q%3Fx%23y");
        paths.forEach((id, path) -> {
            events(event(id, ""));
            server.client()
                    .get("/paper/" + path)
                    .then()
                    .statusCode(200)
                    .body("publication_id", is(id.replace("\\\\", "\\")));
        });
    }

    @Test
    void thePaperOfARunAndTheNewestPaper() {
        events(event("a", ",\"title\":\"old\""));
        server.ingest()
                .body("{\"run_id\":\"r2\",\"mode\":\"m\",\"events\":[" + event("a", ",\"title\":\"new\"") + "]}")
                .post("/ingest/tri-model-events");
        server.client().get("/paper/a").then().body("title", is("new"));
        server.client().get("/paper/a?run_id=r").then().body("title", is("old"));
        server.client()
                .get("/paper/a?run_id=r3")
                .then()
                .statusCode(404)
                .body("detail", is("No tri-model event found for publication_id=a and run_id=r3"));
    }

    @Test
    void mustReadsComeAsAnArrayOrWithTheirEnvelope() {
        mustReads("{\"run_id\":\"r\",\"mode\":\"m\",\"must_reads\":[{\"publication_id\":\"a\",\"n\":1.0}]}");
        assertThat(server.client().get("/must-reads?run_id=r").asString()).contains("\"n\": 1.0");
        mustReads(
                "{\"run_id\":\"r\",\"mode\":\"m\",\"must_reads\":{\"total_candidates\":9,\"must_reads\":[{\"id\":\"b\"}]}}");
        server.client()
                .get("/must-reads?run_id=r")
                .then()
                .body("must_reads.id", contains("b"))
                .body("details.total_candidates", is(9));
    }

    @Test
    void theFileItselfMayBePostedOnceItsRunIsKnown() {
        String file = "{\"run_id\":\"r\",\"generated_at\":\"2026\",\"must_reads\":[{\"id\":\"b\"}]}";
        server.ingest().body(file).post("/ingest/must-reads").then().statusCode(400);
        run("{\"run_id\":\"r\",\"mode\":\"m\"}");
        mustReads(file).body("mode", is("m"));
        server.client().get("/must-reads?mode=m").then().body("details.generated_at", is("2026"));
    }

    private ValidatableResponse mustReads(String body) {
        return server.ingest().body(body).post("/ingest/must-reads").then().statusCode(200);
    }

    @Test
    void gzipIsUnpackedAndCounted() throws IOException {
        gzip("{\"run_id\":\"r\",\"mode\":\"m\"}").statusCode(200);
        gzip("{\"run_id\":\"r\"," + " ".repeat(65 * 1024 * 1024) + "\"mode\":\"m\"}")
                .statusCode(413);
        server.ingest()
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post("/ingest/run")
                .then()
                .statusCode(400)
                .body("detail", is("The request body is not valid gzip"));
    }

    private ValidatableResponse gzip(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return server.ingest()
                .header("Content-Encoding", "gzip")
                .body(bytes.toByteArray())
                .post("/ingest/run")
                .then();
    }

    @Test
    void tenThousandEventsAndSixtyFourMebibytesAreTakenAndMoreIs413() {
        String review = ",\"claude_review\":{\"relevancy_score\":50,\"reason\":\"" + "x".repeat(6_300) + "\"}";
        String body = "{\"run_id\":\"r\",\"mode\":\"m\",\"events\":["
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> event("p" + i, review))
                        .collect(Collectors.joining(","))
                + "]}";
        int limit = 64 * 1024 * 1024;
        assertThat(body.length()).isBetween(limit * 9 / 10, limit);
        String full = body + " ".repeat(limit - body.length());
        server.ingest()
                .body(full)
                .post("/ingest/tri-model-events")
                .then()
                .statusCode(200)
                .body("inserted", is(10_000));
        server.ingest()
                .body(full + " ")
                .post("/ingest/tri-model-events")
                .then()
                .statusCode(413)
                .body("detail", is("The request body is larger than 67108864 bytes"));
    }

    @Test
    void concurrentWritersOfOneRunNeverDeadlock() throws Exception {
        int writers = 8;
        int rounds = 12;
        List<String> ids = IntStream.range(0, 300).mapToObj(i -> "p" + i).toList();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                String name = "w" + writer;
                tasks.add(() -> {
                    int inserted = 0;
                    for (int round = 0; round < rounds; round++) {
                        List<String> shuffled = new ArrayList<>(ids);
                        Collections.shuffle(shuffled, random);
                        String title = ",\"title\":\"" + name + " " + round + "\"";
                        inserted += events(shuffled.stream()
                                        .map(id -> event(id, title))
                                        .toArray(String[]::new))
                                .body("total", is(300))
                                .extract()
                                .<Integer>path("inserted");
                    }
                    return inserted;
                });
            }
            int inserted = 0;
            for (Future<Integer> done : pool.invokeAll(tasks)) {
                inserted += done.get();
            }
            assertThat(inserted).isEqualTo(300);
        } finally {
            pool.shutdown();
        }
        assertThat(TestPostgres.query(server.databaseUrl(), "SELECT count(*) FROM tri_model_events"))
                .isEqualTo("300");
        assertThat(TestPostgres.query(
                        server.databaseUrl(),
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void eventsMayComeBeforeTheirRun() {
        events(event("a", ""));
        server.client().get("/runs/r").then().statusCode(404);
        server.client()
                .get("/disagreements?run_id=r")
                .then()
                .body("count", is(1))
                .body("disagreements.id", not(hasSize(0)));
    }
}
