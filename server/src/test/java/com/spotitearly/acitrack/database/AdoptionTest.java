package com.spotitearly.acitrack.database;

import static com.spotitearly.acitrack.support.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.spotitearly.acitrack.support.ProjectFiles;
import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriUtils;

/** Started on a database of the Python service, the server takes it over in place. */
class AdoptionTest {

    private static TestServer server;
    private static String database;

    @BeforeAll
    static void startOnTheOldDatabase() {
        database = old("python-service.sql");
        server = TestServer.start(database, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String old(String fixture) {
        String url = TestPostgres.freshDatabase();
        TestPostgres.execute(url, ProjectFiles.read(Path.of("src/test/resources/adoption", fixture)));
        return url;
    }

    @Test
    void everyRowIsStillThere() {
        assertThat(query(database, "SELECT count(*) FROM runs")).isEqualTo("3");
        assertThat(query(database, "SELECT count(*) FROM tri_model_events")).isEqualTo("4");
        assertThat(query(database, "SELECT count(*) FROM must_reads")).isEqualTo("3");
        assertThat(query(database, "SELECT count(*) FROM weekly_digest_feedback"))
                .isEqualTo("2");
        assertThat(query(database, "SELECT version_num FROM alembic_version")).isEqualTo("a1b2c3");
    }

    @Test
    void runsAnswerAsBefore() {
        server.client()
                .get("/runs/run-old")
                .then()
                .statusCode(200)
                .body("started_at", is("2025-01-24T10:30:45.000Z"))
                .body("created_at", is("2025-01-24T10:30:45.123Z"))
                .body("counts.high_agreement", is(120))
                .body("config.threshold", is(0.8f))
                .body("artifacts.must_reads_count", is(5))
                .body("details.size()", is(0));
    }

    @Test
    void theLatestRunIsTheNewestAlsoWithoutAStart() {
        server.client()
                .get("/runs/latest")
                .then()
                .statusCode(200)
                .body("run_id", is("run-new"))
                .body("artifacts", nullValue())
                .body("updated_at", is("2025-02-01T06:00:00.000Z"));
    }

    @Test
    void jsonThatIsNotValidIsKeptBeside() {
        server.client()
                .get("/runs/run-odd")
                .then()
                .statusCode(200)
                .body("counts", nullValue())
                .body("config", nullValue())
                .body("details.invalid_json.counts_json", is("{\"total\": 1"))
                .body("details.invalid_json.config_json", is("[1, 2]"))
                .body("details.invalid_json.artifacts_json", is("{\"ratio\": NaN}"));
        server.client()
                .get("/paper/arxiv:2501.12345?run_id=run-new")
                .then()
                .statusCode(200)
                .body("claude_review", nullValue())
                .body("details.invalid_json.claude_review_json", is("not json"))
                .body("details.invalid_json.gpt_eval_json", is("{\"quote\": \"\\u0000\"}"));
        server.client()
                .get("/must-reads?run_id=run-odd")
                .then()
                .statusCode(200)
                .body("must_reads", hasSize(0))
                .body("details.invalid_json.must_reads_json", is("[{\"publication_id\": \"cut off"));
    }

    @Test
    void scoresAreBackFilled() {
        server.client()
                .get("/disagreements?min_delta=45")
                .then()
                .statusCode(200)
                .body("count", is(1))
                .body("disagreements[0].publication_id", is("doi:10.1000/xyz"))
                .body("disagreements[0].claude_score", is(85.5f))
                .body("disagreements[0].gemini_score", is(40))
                .body("disagreements[0].score_delta", is(45.5f))
                .body("disagreements[0].disagreements", is("score, far apart; design; {braces}"));
    }

    @Test
    void aScoreOfAHostileSizeIsNoScore() {
        assertThat(query(database, "SELECT claude_score FROM tri_model_events WHERE id = 7"))
                .isNull();
        assertThat(query(database, "SELECT gemini_score FROM tri_model_events WHERE id = 7"))
                .isEqualTo("3");
    }

    @Test
    void withoutDisagreementsThereIsNull() {
        assertThat(query(database, "SELECT count(*) FROM tri_model_events WHERE disagreements IS NULL"))
                .isEqualTo("3");
    }

    @Test
    void mustReadsInTheirEnvelopeBecomeTheArrayWithTheRestBeside() {
        server.client()
                .get("/must-reads?mode=tri-model-daily")
                .then()
                .statusCode(200)
                .body("run_id", is("run-new"))
                .body("must_reads[0].id", is("arxiv:2501.12345"))
                .body("details.total_candidates", is(150));
        server.client()
                .get("/must-reads?run_id=run-old")
                .then()
                .statusCode(200)
                .body("must_reads[0].relevancy_score", is(95));
    }

    @Test
    void votesKeepTheirWeeks() {
        assertThat(query(database, "SELECT week_start FROM weekly_digest_feedback WHERE id = 1"))
                .isEqualTo("2025-01-05");
        assertThat(query(
                        database,
                        "SELECT context_json #>> '{invalid,week_start}' FROM weekly_digest_feedback WHERE id = 2"))
                .isEqualTo("last week");
    }

    @Test
    void reportsGoOnReading() {
        assertThat(query(database, "SELECT total FROM report_runs WHERE run_id = 'run-old'"))
                .isEqualTo("150");
        assertThat(query(database, "SELECT count(*) FROM report_events WHERE total = '150'"))
                .isEqualTo("2");
        assertThat(query(database, "SELECT has_table_privilege('pg_monitor', 'report_runs', 'SELECT')"))
                .isEqualTo("t");
    }

    @Test
    void newEventsGoOnFromTheOldIds() {
        String own = old("python-service.sql");
        try (TestServer onIt = TestServer.start(own, Map.of())) {
            onIt.ingest()
                    .body("{\"run_id\":\"run-old\",\"mode\":\"daily\",\"events\":[{\"publication_id\":\"new\"},"
                            + "{\"publication_id\":\"doi:10.1000/xyz\",\"title\":\"again\"}]}")
                    .post("/ingest/tri-model-events")
                    .then()
                    .statusCode(200)
                    .body("inserted", is(1))
                    .body("updated", is(1));
        }
        assertThat(Integer.parseInt(query(own, "SELECT id FROM tri_model_events WHERE publication_id = 'new'")))
                .isGreaterThan(7);
    }

    @Test
    void theSchemaEndsUpTheSameAsOnAnEmptyDatabase() {
        String fresh = TestPostgres.freshDatabase();
        TestServer.start(fresh, Map.of()).close();
        String columns = """
                SELECT string_agg(table_name || '.' || column_name || ' ' || data_type, E'\\n' ORDER BY 1)
                  FROM (SELECT table_name, column_name, data_type FROM information_schema.columns
                         WHERE table_schema = 'public'
                           AND table_name IN ('runs', 'tri_model_events', 'must_reads', 'weekly_digest_feedback')
                         ORDER BY 1, 2) AS c
                """;
        assertThat(query(database, columns)).isEqualTo(query(fresh, columns)).contains("tri_model_events.id bigint");
        assertThat(query(fresh, "SELECT count(*) FROM pg_proc WHERE proname LIKE 'adopt%'"))
                .isEqualTo("0");
        String unique =
                "SELECT string_agg(conname, ',') FROM pg_constraint WHERE conrelid = 'tri_model_events'::regclass AND contype = 'u'";
        assertThat(query(database, unique)).isEqualTo(query(fresh, unique));
    }

    /** The conformance filter looks at every answer: whatever the rows held, it fits the contract. */
    @Test
    void everyOddRowCanBeRead() {
        String odd = old("python-service-odd-rows.sql");
        try (TestServer onIt = TestServer.start(odd, Map.of())) {
            for (String run : rows(odd, "SELECT run_id FROM runs")) {
                onIt.client().get("/runs/" + run).then().statusCode(200);
            }
            for (String run : rows(odd, "SELECT run_id FROM must_reads")) {
                onIt.client().get("/must-reads?run_id=" + run).then().statusCode(200);
            }
            for (String publication : rows(odd, "SELECT publication_id FROM tri_model_events")) {
                String path = UriUtils.encodePathSegment(publication, StandardCharsets.UTF_8)
                        .replace("/", "%2F");
                onIt.client().get("/paper/" + path).then().statusCode(200);
            }
            onIt.client().get("/disagreements?limit=500").then().statusCode(200).body("count", is(7));
            onIt.client().get("/disagreements?min_delta=40").then().body("count", is(2));
            onIt.client().get("/runs/latest").then().body("run_id", is("tri-model-daily-2026-01-12"));
            onIt.client()
                    .get("/must-reads?run_id=no-mode")
                    .then()
                    .body("mode", is("unknown"))
                    .body("must_reads.id", hasItem("kept"));
        }
        assertThat(query(odd, "SELECT count(*) FROM publications")).isEqualTo("2");
        assertThat(query(odd, "SELECT disagreements FROM run_report WHERE run_id = 'tri-model-daily-2026-01-12'"))
                .isEqualTo("7");
        assertThat(query(odd, "SELECT events FROM mode_report WHERE mode = 'weekly'"))
                .isEqualTo("0");
    }

    private static List<String> rows(String url, String sql) {
        return List.of(query(url, "SELECT string_agg(x, E'\\n') FROM (" + sql + ") AS t (x)")
                .split("\n"));
    }

    @Test
    void disagreementsAsTextAreRead() {
        String older = old("python-service-text-disagreements.sql");
        TestServer.start(older, Map.of()).close();
        assertThat(query(
                        older,
                        "SELECT string_agg(publication_id || '=' || coalesce(disagreements, 'NULL'), '|' ORDER BY id)"
                                + " FROM tri_model_events"))
                .isEqualTo("empty=NULL|literal=a, b; say \"c\"|json=a; b|none=NULL|prose=They differ on design."
                        + "|brace={not \"an array|object={\"a\": \"b\"}");
        assertThat(query(older, "SELECT created_at AT TIME ZONE 'UTC' FROM tri_model_events WHERE id = 1"))
                .isEqualTo("2025-01-24 08:30:45");
        assertThat(query(older, "SELECT score_delta FROM tri_model_events WHERE id = 1"))
                .isEqualTo("1");
    }

    @Test
    void twoInstancesMayStartAtOnce() {
        String shared = old("python-service.sql");
        CompletableFuture<TestServer> one = CompletableFuture.supplyAsync(() -> TestServer.start(shared, Map.of()));
        CompletableFuture<TestServer> two = CompletableFuture.supplyAsync(() -> TestServer.start(shared, Map.of()));
        one.join().close();
        two.join().close();
        assertThat(query(shared, "SELECT count(*) - count(DISTINCT id) FROM databasechangelog"))
                .isEqualTo("0");
    }

    @Test
    void anInstanceThatWasKilledWhileMigratingStopsNobody() {
        String stuck = TestPostgres.freshDatabase();
        TestPostgres.execute(
                stuck,
                "CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp,"
                        + " lockedby varchar(255)); INSERT INTO databasechangeloglock VALUES (1, true, now(), 'gone')");
        TestServer.start(stuck, Map.of()).close();
        assertThat(query(stuck, "SELECT count(*) FROM runs")).isEqualTo("0");
    }
}
