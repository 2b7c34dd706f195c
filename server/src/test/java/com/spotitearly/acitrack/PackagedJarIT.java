package com.spotitearly.acitrack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.support.ContractConformance;
import com.spotitearly.acitrack.support.TestPostgres;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that goes to production, started as a process of its own. */
class PackagedJarIT {

    private static final Path JAR = Path.of(System.getProperty("acitrack.jar"));
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path directory;

    private Process process;

    private void start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("DATABASE_URL", "ACITRACK_API_KEY", "DIGEST_FEEDBACK_SECRET", "PORT"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    private void startOn(String database) throws IOException {
        start(Map.of(
                "DATABASE_URL", database,
                "ACITRACK_API_KEY", "jar-key",
                "DIGEST_FEEDBACK_SECRET", "jar-secret",
                "PORT", "0"));
    }

    private Path log() {
        return directory.resolve("log");
    }

    private int port() throws Exception {
        for (int i = 0; i < 600; i++) {
            Matcher started = PORT.matcher(Files.readString(log()));
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
            assertThat(process.isAlive()).as(Files.readString(log())).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The jar does not start:\n" + Files.readString(log()));
    }

    private static RequestSpecification client(int port) {
        return given().baseUri("http://localhost:" + port)
                .header("X-API-Key", "jar-key")
                .contentType("application/json")
                .filter(new ContractConformance());
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void tellsAllMissingSettingsAtOnceAndStops() throws Exception {
        start(Map.of("PORT", "http"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log()))
                .contains("DATABASE_URL environment variable is required")
                .contains("ACITRACK_API_KEY environment variable is required")
                .contains("DIGEST_FEEDBACK_SECRET environment variable is required")
                .contains("PORT must be a number")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhyTheDatabaseCannotBeReachedAndStops() throws Exception {
        startOn("postgresql://user:hidden@localhost:1/db?sslmode=disable");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log()))
                .contains("The database cannot be migrated: Connection to localhost:1 refused")
                .contains("docs/runbook.md")
                .doesNotContain("hidden")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhatOperatorsLookForAndServes() throws Exception {
        startOn(TestPostgres.freshDatabase());
        int port = port();
        client(port).get("/health").then().statusCode(200);
        client(port)
                .body("{\"run_id\":\"r\",\"mode\":\"m\"}")
                .post("/ingest/run")
                .then()
                .statusCode(200);
        client(port).header("X-Request-Id", "find-me").get("/runs/r").then().statusCode(200);
        assertThat(Files.readString(log()))
                .containsSubsequence("Initializing database tables...", "Database tables initialized successfully")
                .containsPattern("INFO \\[find-me] http - GET /runs/r 200 \\d+ms client=127\\.0\\.0\\.1")
                .doesNotContain("jar-key")
                .doesNotContain("jar-secret");
    }

    @Test
    void finishesRequestsInFlightOnSigterm() throws Exception {
        String database = TestPostgres.freshDatabase();
        startOn(database);
        int port = port();
        try (Connection blocker = TestPostgres.connect(database);
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE runs IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Integer> inFlight = CompletableFuture.supplyAsync(() -> client(port)
                    .body("{\"run_id\":\"slow\",\"mode\":\"m\"}")
                    .post("/ingest/run")
                    .statusCode());
            while (!TestPostgres.query(database, "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                    .equals("1")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            process.destroy();
            TimeUnit.MILLISECONDS.sleep(500);
            assertThat(inFlight).isNotDone();
            blocker.rollback();
            assertThat(inFlight.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(TestPostgres.query(database, "SELECT count(*) FROM runs WHERE run_id = 'slow'"))
                .isEqualTo("1");
    }
}
