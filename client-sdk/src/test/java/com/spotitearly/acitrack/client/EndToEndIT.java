package com.spotitearly.acitrack.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.client.FeedbackLinks.Vote;
import com.spotitearly.acitrack.client.generated.model.Health;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against the packaged server over a real database. */
class EndToEndIT {

    private static final String SAMPLE = "tri-model-daily-2026-01-12";

    @TempDir
    private static Path directory;

    private static RealServer server;
    private static AcitrackClient client;

    @BeforeAll
    static void start() throws Exception {
        server = new RealServer(directory.resolve("log"));
        server.start();
        client = AcitrackClient.builder(server.url(), RealServer.KEY)
                .maxRetries(60)
                .firstDelay(Duration.ofMillis(500))
                .build();
        Instant deadline = Instant.now().plusSeconds(60);
        while (!isHealthy()) {
            assertThat(Instant.now())
                    .as(Files.readString(directory.resolve("log")))
                    .isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean isHealthy() {
        try {
            return client.health().getStatus() == Health.StatusEnum.HEALTHY;
        } catch (NoAnswerException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void theSampleRunGoesInTwiceAndIsReadBack() {
        UploadResult first = client.upload(TestRun.sample(), UploadOptions.DEFAULTS);
        assertThat(first.inserted()).isEqualTo(150);
        UploadResult again = client.upload(TestRun.sample(), UploadOptions.DEFAULTS);
        assertThat(again.inserted()).isZero();
        assertThat(again.updated()).isEqualTo(150);

        assertThat(client.latestRun("tri-model-daily").getRunId()).isEqualTo(SAMPLE);
        assertThat(client.mustReads(SAMPLE).getMustReads()).hasSize(5);
        assertThat(client.disagreements(DisagreementQuery.ALL
                                .ofRun(SAMPLE)
                                .withMinDelta(BigDecimal.valueOf(20))
                                .withLimit(500))
                        .getCount())
                .isEqualTo(32);
    }

    @Test
    void aSignedLinkIsRecorded() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(new FeedbackLinks(server.url(), RealServer.SECRET)
                                        .link(
                                                "doi:10.1000/ü ~+*",
                                                LocalDate.parse("2026-01-05"),
                                                LocalDate.parse("2026-01-11"),
                                                Vote.UP,
                                                Instant.now()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(server.query("SELECT publication_id FROM weekly_digest_feedback"))
                .isEqualTo("doi:10.1000/ü ~+*");
    }

    @Test
    void aServerThatDiesInTheMiddleOfAnUploadAndComesBackLosesAndDoublesNothing(@TempDir Path folder) throws Exception {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            events.add(TestRun.event("p" + i));
        }
        TestRun.write(folder, events);
        CountDownLatch halfWay = new CountDownLatch(1);
        UploadListener listener = new UploadListener() {
            @Override
            public void sent(long sent, long total) {
                if (sent >= total / 2) {
                    halfWay.countDown();
                }
            }
        };
        CompletableFuture<UploadResult> upload = CompletableFuture.supplyAsync(
                () -> client.upload(folder, UploadOptions.DEFAULTS.withListener(listener)));
        assertThat(halfWay.await(60, TimeUnit.SECONDS)).isTrue();
        server.kill();
        assertThat(upload).isNotDone();
        server.start();
        assertThat(upload.get(120, TimeUnit.SECONDS).total()).isEqualTo(5_000);
        assertThat(server.query("SELECT count(*) || ' ' || count(DISTINCT publication_id) FROM tri_model_events"
                        + " WHERE run_id = 'run-1'"))
                .isEqualTo("5000 5000");
    }
}
