package com.spotitearly.acitrack.client;

import static com.spotitearly.acitrack.client.TestServer.hangUp;
import static com.spotitearly.acitrack.client.TestServer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.spotitearly.acitrack.client.generated.model.MustReadsIngest;
import com.spotitearly.acitrack.client.generated.model.RunIngest;
import com.spotitearly.acitrack.client.generated.model.TriModelEventIngest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RunUploadTest {

    private final TestServer server = new TestServer().ingesting();
    private final AcitrackClient client = AcitrackClient.builder(server.url(), "key")
            .firstDelay(Duration.ofMillis(10))
            .maxRetries(2)
            .build();
    private final List<String> heard = new ArrayList<>();
    private final UploadOptions options = UploadOptions.DEFAULTS.withListener(new UploadListener() {
        @Override
        public void inspected(InspectedRun run) {
            heard.add("inspected " + run.eventCount() + run.warnings());
        }

        @Override
        public void sent(long sent, long total) {
            heard.add("sent " + sent + " of " + total);
        }
    });

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsManifestThenMustReadsThenEventsInChunks() throws IOException {
        UploadResult result = client.upload(TestRun.write(directory, 250), options);

        assertThat(server.received())
                .extracting(TestServer.Received::uri)
                .containsExactly(
                        "/ingest/run",
                        "/ingest/must-reads",
                        "/ingest/tri-model-events",
                        "/ingest/tri-model-events",
                        "/ingest/tri-model-events");
        assertThat(result).isEqualTo(new UploadResult("run-1", "daily", 250, 0, 250));
        assertThat(heard).containsExactly("inspected 250[]", "sent 100 of 250", "sent 200 of 250", "sent 250 of 250");
        assertThat(server.received().get(4).json().get("events")).hasSize(50);
    }

    @Test
    void losesNothingOfWhatTheFilesSay() throws IOException {
        client.upload(TestRun.write(directory, List.of(TestRun.event("p1"), "", TestRun.event("ü😀") + "\r")), options);

        assertThat(server.received().get(0).text()).isEqualTo(TestRun.MANIFEST);
        assertThat(server.received().get(1).text())
                .isEqualTo("{\"run_id\":\"run-1\",\"mode\":\"daily\",\"must_reads\":" + TestRun.MUST_READS + "}");
        assertThat(server.received().get(2).text())
                .isEqualTo("{\"run_id\":\"run-1\",\"mode\":\"daily\",\"events\":[" + TestRun.event("p1") + ","
                        + TestRun.event("ü😀") + "\r]}");
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        TestRun.write(directory, List.of("\uFEFF" + TestRun.event("p1")));
        Files.writeString(directory.resolve("must_reads.json"), "\uFEFF" + TestRun.MUST_READS);

        client.upload(directory, options);

        assertThat(server.received()
                        .get(1)
                        .json()
                        .at("/must_reads/must_reads/0/id")
                        .stringValue())
                .isEqualTo("p1");
        assertThat(server.received()
                        .get(2)
                        .json()
                        .at("/events/0/publication_id")
                        .stringValue())
                .isEqualTo("p1");
    }

    @Test
    void uploadsTheSampleRun() {
        UploadResult result = client.upload(TestRun.sample(), options);

        assertThat(result.total()).isEqualTo(150);
        assertThat(heard.get(0)).startsWith("inspected 150[The score of gemini is missing (");
    }

    @Test
    void storesUnderAnotherRunIdAndMode() throws IOException {
        client.upload(
                TestRun.write(directory, 1), options.withRunId("run \"2\"").withMode("weekly"));

        assertThat(server.received()).allSatisfy(request -> {
            assertThat(request.json().get("run_id").stringValue()).isEqualTo("run \"2\"");
            assertThat(request.json().get("mode").stringValue()).isEqualTo("weekly");
        });
        assertThat(server.received().get(0).json().get("extra")).hasToString("[1.10,{\"ü\":null}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"publication_id": "p"        | is not JSON
                    {"publication_id": "p"} x     | is not JSON
                    {"publication_id": NaN}       | is not JSON
                    ["p"]                         | is not a JSON object
                    {"id": "p"}                   | has no publication_id
                    {"publication_id": 7}         | has no publication_id
                    """)
    void namesABrokenLineAndSendsNothing(String line, String why) throws IOException {
        List<String> events = new ArrayList<>(
                IntStream.range(0, 300).mapToObj(i -> TestRun.event("p" + i)).toList());
        events.set(211, line);
        TestRun.write(directory, events);

        assertThatExceptionOfType(InvalidRunException.class)
                .isThrownBy(() -> client.upload(directory, options))
                .withMessageStartingWith("tri_model_events.jsonl, line 212: " + why);
        assertThat(server.received()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void namesALineThatIsNotUtf8() throws IOException {
        TestRun.write(directory, 1);
        byte[] latin1 = {'{', '"', 'p', '"', ':', '"', (byte) 0xFC, '"', '}', '\n'};
        Files.write(directory.resolve("tri_model_events.jsonl"), latin1, java.nio.file.StandardOpenOption.APPEND);

        assertThatExceptionOfType(InvalidRunException.class)
                .isThrownBy(() -> client.upload(directory, options))
                .withMessageStartingWith("tri_model_events.jsonl, line 2: is not JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    manifest.json   | {"run_id": "r",       | manifest.json, line 1: is not JSON
                    manifest.json   | []                    | manifest.json: is not a JSON object
                    manifest.json   | {"mode": "daily"}     | manifest.json: has no run_id
                    manifest.json   | {"run_id": "r"}       | manifest.json: has no mode
                    must_reads.json | {"must_reads": {}}    | must_reads.json: has no array must_reads
                    """)
    void namesABrokenFile(String file, String content, String message) throws IOException {
        TestRun.write(directory, 1);
        Files.writeString(directory.resolve(file), content);

        assertThatExceptionOfType(InvalidRunException.class)
                .isThrownBy(() -> client.upload(directory, options))
                .withMessageStartingWith(message);
        assertThat(server.received()).isEmpty();
    }

    @Test
    void needsAManifest() {
        assertThatExceptionOfType(InvalidRunException.class)
                .isThrownBy(() -> client.upload(directory, options))
                .withMessage(directory + " holds no manifest.json");
    }

    @Test
    void warnsOfWhatLooksWrongAndStopsAtItWhenStrict() throws IOException {
        TestRun.write(
                directory,
                List.of(
                        TestRun.event("p1").replace("high", "sky-high"),
                        TestRun.event("p2").replace("\"final_relevancy_score\": 90.50", "\"run_id\": \"other\""),
                        TestRun.event("p3").replace("high", "sky-high").replace("relevancy_score\": 90}", "x\": 90}")));
        Files.writeString(
                directory.resolve("manifest.json"),
                "{\"run_id\": \"run-1\", \"mode\": \"daily\", \"counts\": {\"gpt_evaluations\": 4}}");
        Files.delete(directory.resolve("must_reads.json"));

        InspectedRun run = new RunInspector(options).inspect(directory);

        assertThat(run.warnings())
                .containsExactlyInAnyOrder(
                        "must_reads.json is missing, so no must-reads will be stored",
                        "manifest.json announces 4 events, there are 3",
                        "Unknown agreement_level 'sky-high' (2 lines, the first is 1)",
                        "final_relevancy_score is missing (line 2)",
                        "run_id is that of another run (line 2)",
                        "The score of claude is missing (line 3)");
        assertThatExceptionOfType(InvalidRunException.class)
                .isThrownBy(() -> client.upload(directory, options.withStrict(true)))
                .withMessageContaining("manifest.json announces 4 events");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void survivesAServerThatGoesAwayForAMoment() throws IOException {
        server.then(hangUp(), problem(503, "starting"));

        assertThat(client.upload(TestRun.write(directory, 120), options).total())
                .isEqualTo(120);
    }

    @Test
    void finishesTheRestAfterAnInterruption() throws IOException {
        TestRun.write(directory, 250);
        int port = server.port();
        UploadListener killer = new UploadListener() {
            @Override
            public void sent(long sent, long total) {
                server.close();
            }
        };

        assertThatExceptionOfType(NoAnswerException.class)
                .isThrownBy(() -> client.upload(directory, options.withListener(killer)));
        try (TestServer again = new TestServer(port).ingesting()) {
            assertThat(client.upload(directory, options).total()).isEqualTo(250);
            assertThat(again.received()).hasSize(5);
        }
    }

    @Test
    void cutsAChunkThatWouldGrowTooLong() throws IOException {
        String long5 = TestRun.event("p").replace("high\"", "high\", \"text\": \"" + "x".repeat(5 << 20) + "\"");

        client.upload(TestRun.write(directory, List.of(long5, long5, long5, long5, long5)), options);

        assertThat(server.received().stream()
                        .skip(2)
                        .map(request -> request.json().get("events").size()))
                .containsExactly(4, 1);
    }

    @Test
    void uploadsFromAStreamWithoutHoldingIt() {
        List<Integer> taken = new ArrayList<>();
        List<Integer> takenWhenSent = new ArrayList<>();
        UploadListener listener = new UploadListener() {
            @Override
            public void sent(long sent, long total) {
                takenWhenSent.add(taken.size());
            }
        };

        UploadResult result = client.upload(
                new RunIngest().runId("run-1").mode("daily"),
                new MustReadsIngest().runId("run-1").mustReads(Json.MAPPER.readTree("[{\"id\":\"p1\"}]")),
                IntStream.range(0, 25).boxed().peek(taken::add).map(i -> new TriModelEventIngest()
                        .publicationId("p" + i)
                        .disagreements(Json.MAPPER.readTree("[\"a\",\"b\"]"))),
                options.withChunkSize(10).withListener(listener));

        assertThat(result.total()).isEqualTo(25);
        assertThat(takenWhenSent).containsExactly(10, 20, 25);
        assertThat(server.received().get(1).json().at("/must_reads/0/id").stringValue())
                .isEqualTo("p1");
        assertThat(server.received().get(2).json().at("/events/0/disagreements"))
                .hasToString("[\"a\",\"b\"]");
    }

    @Test
    void refusesAChunkSizeOfZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> options.withChunkSize(0));
    }
}
