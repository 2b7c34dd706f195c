package com.spotitearly.acitrack.client.cli;

import static com.spotitearly.acitrack.client.TestServer.answer;
import static com.spotitearly.acitrack.client.TestServer.hangUp;
import static com.spotitearly.acitrack.client.TestServer.ok;
import static com.spotitearly.acitrack.client.TestServer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.client.Json;
import com.spotitearly.acitrack.client.TestRun;
import com.spotitearly.acitrack.client.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CommandLineTest {

    private static final String PAPER = """
            {"id":1,"run_id":"r","mode":"m","publication_id":"p1","title":"Tit\\u001B[31mle","agreement_level":null,
             "claude_score":85,"gemini_score":40,"score_delta":45,"final_relevancy_score":62.50,
             "created_at":"2026-01-12T00:00:00.000Z"}""";

    private final TestServer server = new TestServer();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("BACKEND_URL", server.url(), "BACKEND_API_KEY", "key"));
    private String out;
    private String err;

    @TempDir
    Path directory;

    private int acitrack(String... args) {
        return acitrack(false, args);
    }

    private int acitrack(boolean terminal, String... args) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = Acitrack.run(
                new Environment(environment, terminal), new PrintWriter(outText), new PrintWriter(errText), args);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ingestReportsPlainLinesAndTheResult() throws IOException {
        server.ingesting();
        TestRun.write(directory, 200);

        assertThat(acitrack("ingest", "--chunk-size", "50", directory.toString()))
                .isZero();

        assertThat(err.lines())
                .containsExactly(
                        "Checking " + directory,
                        "run-1: sending 200 events",
                        "50 of 200 events sent (25%)",
                        "100 of 200 events sent (50%)",
                        "150 of 200 events sent (75%)",
                        "200 of 200 events sent (100%)");
        assertThat(out).isEqualToIgnoringNewLines("run-1 (daily): 200 events stored, 200 of them new and 0 updated");
    }

    @Test
    void ingestDrawsABarOnATerminal() throws IOException {
        server.ingesting();
        TestRun.write(directory, 200);

        assertThat(acitrack(true, "ingest", directory.toString())).isZero();

        assertThat(err).contains("\rEvents 100% [").contains("200/200");
    }

    @Test
    void ingestAnswersJson() throws IOException {
        server.ingesting();
        TestRun.write(directory, 3);

        acitrack("ingest", "--json", "--run-id", "other", directory.toString());

        assertThat(Json.MAPPER.readTree(out))
                .isEqualTo(Json.MAPPER.readTree(
                        "{\"run_id\":\"other\",\"mode\":\"daily\",\"inserted\":3,\"updated\":0,\"total\":3}"));
    }

    @Test
    void ingestSaysHowFarItCame() throws IOException {
        TestRun.write(directory, 30);
        server.ingesting().then();
        server.then(
                ok("{\"status\":\"success\"}"),
                ok("{\"status\":\"success\"}"),
                ok("{\"status\":\"success\",\"inserted\":10,\"updated\":0,\"total\":10}"),
                hangUp());

        int code = acitrack("ingest", "--retries", "0", "--chunk-size", "10", directory.toString());

        assertThat(code).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err)
                .contains("Stopped after 10 of 30 events; running the same command again finishes the rest")
                .contains("Connection lost to " + server.url());
    }

    @Test
    void aDryRunSendsNothingAndNeedsNeitherServerNorKey() {
        environment.clear();

        int code = acitrack("ingest", "--dry-run", TestRun.sample().toString());

        assertThat(code).isZero();
        assertThat(out).contains("tri-model-daily-2026-01-12: 150 events keep the contract; nothing was sent");
        assertThat(err).contains("Warning: The score of gemini is missing (5 lines");
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dry-run", "--json"})
    void everythingIsHeldAgainstTheContractBeforeAnythingIsSent(String option) throws IOException {
        TestRun.write(
                directory, List.of(TestRun.event("p1"), TestRun.event("p2").replace("90.50", "101")));
        Files.writeString(
                directory.resolve("manifest.json"),
                "{\"run_id\": \"r\", \"mode\": \"Upper Case\", \"window_end\": \"yesterday\"}");

        int code = acitrack("ingest", option, directory.toString());

        assertThat(code).isEqualTo(ExitCode.INVALID_FILES);
        assertThat(err)
                .contains("break the contract")
                .contains("manifest.json: /mode: ")
                .contains("manifest.json: /window_end: ")
                .contains("line 2: /final_relevancy_score: ");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void strictStopsAtWarnings() {
        assertThat(acitrack("ingest", "--strict", TestRun.sample().toString())).isEqualTo(ExitCode.INVALID_FILES);
        assertThat(err).contains("Stopped at warnings:").contains("The score of gemini is missing");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void latestShowsTheRun() {
        server.always(ok("""
                {"run_id":"r-1","mode":"weekly","window_end":"2026-01-12T15:45:00.000Z","counts":{"total":7},
                 "updated_at":"2026-01-12T16:00:00.000Z"}"""));

        assertThat(acitrack("latest", "--mode", "weekly")).isZero();
        assertThat(out).contains("r-1").contains("weekly").containsPattern("total +7");

        acitrack("latest", "--json");
        assertThat(Json.MAPPER.readTree(out).get("window_end").stringValue()).isEqualTo("2026-01-12T15:45:00.000Z");
        assertThat(server.received())
                .extracting(TestServer.Received::uri)
                .containsExactly("/runs/latest?mode=weekly", "/runs/latest?mode=tri-model-daily");
    }

    @Test
    void mustReadsAreATable() {
        server.always(ok("""
                {"run_id":"r-1","mode":"m","must_reads":[{"id":"p1","title":"One","final_relevancy_score":97.5},
                 {"publication_id":"p2","relevancy_score":90,"odd":{}}]}"""));

        assertThat(acitrack("must-reads", "--run-id", "r-1")).isZero();
        assertThat(out.lines())
                .containsExactly(
                        "r-1: 2 must-reads",
                        "",
                        "SCORE  PUBLICATION  TITLE",
                        "97.5   p1           One",
                        "90     p2           -");
        assertThat(server.received().get(0).uri()).isEqualTo("/must-reads?run_id=r-1");
    }

    @Test
    void textsOfTheWideWorldDoNotSteerTheTerminal() {
        server.always(ok(PAPER));

        assertThat(acitrack("paper", "p1")).isZero();
        assertThat(out).contains("Tit [31mle").contains("62.50").doesNotContain("\u001B");
    }

    @Test
    void disagreementsPassTheFiltersOn() {
        server.always(ok("{\"count\":1,\"disagreements\":[" + PAPER + "]}"));

        acitrack("disagreements", "--run-id", "r", "--agreement", "low,moderate", "--min-delta", "20", "--limit", "5");

        assertThat(server.received().get(0).uri())
                .isEqualTo("/disagreements?run_id=r&agreement=low%2Cmoderate&min_delta=20&limit=5");
        assertThat(out.lines().skip(1))
                .containsExactly("45     85      40      62.50  -          p1           Tit [31mle");
    }

    @Test
    void healthNeedsNoKeyAndTellsTheUnwell() {
        environment.remove("BACKEND_API_KEY");
        server.then(ok("{\"status\":\"healthy\",\"db_connected\":true,\"db_host\":\"db:5432\"}"))
                .always(answer(503, "application/json", "{\"status\":\"unhealthy\",\"db_connected\":false}"));

        assertThat(acitrack("health")).isZero();
        assertThat(out).contains("healthy").contains("db:5432");
        assertThat(acitrack("health")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(out).contains("not connected");
        assertThat(server.received().get(0).header("X-API-Key")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"400,4", "401,4", "403,4", "404,5", "429,6", "500,6", "503,6"})
    void exitCodesFollowTheAnswer(int status, int code) {
        server.always(problem(status, "because"));

        assertThat(acitrack("latest", "--retries", "0")).isEqualTo(code);
        assertThat(err).isEqualToIgnoringNewLines(status + " because");
        assertThat(out).isEmpty();
    }

    @Test
    void announcesRetries() {
        server.then(problem(503, "starting")).always(ok("{\"run_id\":\"r\"}"));

        assertThat(acitrack("latest")).isZero();
        assertThat(err).containsPattern("503 starting; trying again in 0[.]\\d s \\(1 of 6\\)");
    }

    @Test
    void takesTheKeyFromAFile() throws IOException {
        server.always(ok("{\"run_id\":\"r\"}"));
        Path key = Files.writeString(directory.resolve("key"), "from-file\n");

        assertThat(acitrack("latest", "--key-file", key.toString())).isZero();
        assertThat(server.received().get(0).header("X-API-Key")).isEqualTo("from-file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ingest",
                "ingest /no/such/folder",
                "ingest --chunk-size 0 .",
                "latest --timeout 0",
                "latest --retries -1",
                "latest --url ftp://x",
                "latest --key-file /no/such/file",
                "latest --api-key x",
                "must-reads --mode a --run-id b",
                "sign-link p --week-start yesterday"
            })
    void wrongUseExitsWith2AndSaysWhy(String line) {
        assertThat(acitrack(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err).isNotBlank().doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"BACKEND_URL,BACKEND_URL or --url is needed", "BACKEND_API_KEY,BACKEND_API_KEY or --key-file is needed"
    })
    void missingSettingsAreNamed(String variable, String message) {
        environment.remove(variable);

        assertThat(acitrack("latest")).isEqualTo(ExitCode.USAGE);
        assertThat(err).startsWith(message);
    }

    @Test
    void signsTheDocumentedLink() {
        environment.put("DIGEST_FEEDBACK_SECRET", "test-secret");
        environment.put("BACKEND_URL", "https://acitrack.example");

        assertThat(acitrack("sign-link", "pub-123", "--week-start", "2026-01-05", "--time", "1736035200", "--json"))
                .isZero();
        assertThat(Json.MAPPER.readTree(out).get("up").stringValue())
                .isEqualTo("https://acitrack.example/feedback?p=pub-123&w=2026-01-05&e=2026-01-11&v=up&t=1736035200"
                        + "&s=1c7759a2abaee58aec9daba5233341b87dbc2f33f220d188131cfca11f5312ec");
    }

    @Test
    void checkDbSaysWhyThereIsNoConnectionWithoutThePassword() {
        environment.put("DATABASE_URL", "postgresql://user:hunter2@localhost:1/db");

        assertThat(acitrack("check-db")).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(err)
                .contains("No connection to jdbc:postgresql://localhost:1/db")
                .doesNotContain("hunter2");

        environment.put("DATABASE_URL", "postgresql://user:hunter2@bad host/db");
        assertThat(acitrack("check-db")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("percent-encode").doesNotContain("hunter2");
    }

    @Test
    void helpAndCompletionCoverEveryCommand() {
        assertThat(acitrack("--help")).isZero();
        assertThat(out).contains("ingest", "must-reads", "check-db", "Exit codes:", "BACKEND_API_KEY");

        assertThat(acitrack("generate-completion")).isZero();
        assertThat(out).contains("disagreements").contains("--min-delta");
    }
}
