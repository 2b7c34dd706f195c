package com.spotitearly.acitrack.client;

import static com.spotitearly.acitrack.client.TestServer.answer;
import static com.spotitearly.acitrack.client.TestServer.hangUp;
import static com.spotitearly.acitrack.client.TestServer.ok;
import static com.spotitearly.acitrack.client.TestServer.problem;
import static com.spotitearly.acitrack.client.TestServer.stall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.spotitearly.acitrack.client.generated.model.Health;
import com.spotitearly.acitrack.client.generated.model.Paper;
import com.spotitearly.acitrack.client.generated.model.RunIngest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AcitrackClientTest {

    private static final String RUN = "{\"run_id\":\"r-1\",\"mode\":\"tri-model-daily\",\"counts\":{\"total\":1.50}}";

    private final TestServer server = new TestServer();
    private final List<Retry> retries = new ArrayList<>();
    private final AcitrackClient client = builder().build();

    private AcitrackClientBuilder builder() {
        return AcitrackClient.builder(server.url() + "/", "secret-key")
                .firstDelay(Duration.ofMillis(10))
                .requestTimeout(Duration.ofSeconds(5))
                .maxRetries(3)
                .onRetry(retries::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheKeyAndReadsTheRun() {
        server.always(ok(RUN));

        assertThat(client.latestRun("tri-model-daily").getRunId()).isEqualTo("r-1");

        TestServer.Received request = server.received().get(0);
        assertThat(request.uri()).isEqualTo("/runs/latest?mode=tri-model-daily");
        assertThat(request.header("X-API-Key")).isEqualTo("secret-key");
    }

    @Test
    void encodesIdentifiersInPaths() {
        server.always(ok("{}"));

        client.paper("doi:10.1000/a b+ü");

        assertThat(server.received().get(0).uri()).isEqualTo("/paper/doi%3A10.1000%2Fa%20b%2B%C3%BC");
    }

    /** The build runs this test in a JVM whose default charset is not UTF-8. */
    @Test
    void readsUnicodeWhateverThePlatformsCharset() {
        server.always(ok("{\"publication_id\":\"日本\",\"title\":\"Größe – 😀\",\"claude_review\":{\"note\":\"é\"}}"));

        Paper paper = client.paper("日本");

        assertThat(paper.getTitle()).isEqualTo("Größe – 😀");
        assertThat(paper.getClaudeReview().get("note").stringValue()).isEqualTo("é");
    }

    @Test
    void toleratesWhatANewerServerAdds() {
        server.always(ok("{\"status\":\"dozing\",\"db_connected\":true,\"new_key\":[1]}"));

        assertThat(client.health().getStatus()).isEqualTo(Health.StatusEnum.UNKNOWN_DEFAULT_OPEN_API);
    }

    @Test
    void keepsEveryDigitOfANumber() {
        server.always(
                ok("{\"claude_review\":{\"x\":0.12345678901234567890,\"y\":1.50},\"final_relevancy_score\":94.10}"));

        Paper paper = client.paper("p");

        assertThat(paper.getClaudeReview()).hasToString("{\"x\":0.12345678901234567890,\"y\":1.50}");
        assertThat(paper.getFinalRelevancyScore()).isEqualTo(new BigDecimal("94.10"));
    }

    @Test
    void passesTheFiltersOn() {
        server.always(ok("{\"count\":0,\"disagreements\":[]}"));

        client.disagreements(DisagreementQuery.ALL
                .ofRun("r 1")
                .withAgreement("low", "moderate")
                .withMinDelta(new BigDecimal("20.5"))
                .withLimit(7));

        assertThat(server.received().get(0).uri())
                .isEqualTo("/disagreements?run_id=r%201&agreement=low%2Cmoderate&min_delta=20.5&limit=7");
    }

    @Test
    void carriesTheProblemDocument() {
        server.always(answer(400, "application/problem+json", """
                {"type":"urn:acitrack:problem:validation","title":"Request breaks the contract","status":400,
                 "detail":"The request body breaks the contract","instance":"/ingest/run",
                 "errors":[{"pointer":"/run_id","detail":"must not be null"}]}""", "X-Request-Id", "01JQ"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.run("x"))
                .withMessage("400 The request body breaks the contract; /run_id must not be null (request 01JQ)")
                .satisfies(e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.problem().getType()).hasToString("urn:acitrack:problem:validation");
                    assertThat(e.problem().getTitle()).isEqualTo("Request breaks the contract");
                    assertThat(e.problem().getInstance()).isEqualTo("/ingest/run");
                    assertThat(e.problem().getErrors()).hasSize(1);
                    assertThat(e.problem().getRequestId()).isEqualTo("01JQ");
                });
        assertThat(server.received()).as("a 400 is final").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad Gateway</html>", "", "{\"status\":\"strange\"}"})
    void makesDoWithoutAProblemDocument(String body) {
        server.always(answer(418, "text/html", body));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.run("x"))
                .withMessage("418 The server answered without a problem document");
    }

    @Test
    void saysWhereARedirectLeadsAndDoesNotTakeTheKeyThere() {
        server.always(answer(301, "text/html", "", "Location", "https://acitrack.example/"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.run("x"))
                .withMessageContaining("redirects to https://acitrack.example/");
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void repeatsWhatMayPass(int status) {
        server.then(problem(status, "busy"), problem(status, "busy")).always(ok(RUN));

        assertThat(client.run("r-1").getRunId()).isEqualTo("r-1");
        assertThat(server.received()).hasSize(3);
        assertThat(retries).extracting(Retry::number).containsExactly(1, 2);
        assertThat(retries.get(0).cause()).hasMessageStartingWith(status + " busy");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 415, 501})
    void takesTheRestAsFinal(int status) {
        server.always(problem(status, "no"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.ingestRun(new RunIngest().runId("r").mode("m")));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void givesUpAfterTheLastRetryWithTheLastProblem() {
        server.always(problem(503, "The database cannot be reached. Nothing was stored; try again."));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> client.run("x"))
                .withMessageContaining("database cannot be reached");
        assertThat(server.received()).hasSize(4);
    }

    @Test
    void waitsAsLongAsRetryAfterSays() {
        server.then(problem(429, "slow down", "Retry-After", "1")).always(ok(RUN));

        client.run("x");

        assertThat(pauseInMillis()).isBetween(1000L, 2500L);
    }

    @Test
    void understandsRetryAfterAsADate() {
        String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3));
        server.then(problem(503, "restarting", "Retry-After", soon)).always(ok(RUN));

        client.run("x");

        assertThat(pauseInMillis()).isBetween(1800L, 5000L);
    }

    @Test
    void doesNotWaitForHours() {
        server.always(problem(503, "maintenance", "Retry-After", "7200"));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> client.run("x"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void pausesGrow() {
        server.always(problem(500, "bug"));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> client.run("x"));
        assertThat(retries).hasSize(3);
        for (int i = 0; i < 3; i++) {
            long expected = 10L << i;
            assertThat(retries.get(i).delay().toMillis()).isBetween(expected * 8 / 10 - 1, expected * 12 / 10 + 1);
        }
    }

    @Test
    void survivesALostConnection() {
        server.then(hangUp(), hangUp()).always(ok("{\"status\":\"success\",\"run_id\":\"r\",\"mode\":\"m\"}"));

        assertThat(client.ingestRun(new RunIngest().runId("r").mode("m")).getRunId())
                .isEqualTo("r");
        assertThat(retries).extracting(Retry::cause).allSatisfy(cause -> assertThat(cause)
                .isInstanceOf(NoAnswerException.class)
                .hasMessageStartingWith("Connection lost to " + server.url()));
    }

    @Test
    void repeatsAnAnswerThatNeverEnds() {
        AcitrackClient impatient =
                builder().requestTimeout(Duration.ofMillis(400)).build();
        server.then(stall()).always(ok(RUN));

        assertThat(impatient.run("x").getRunId()).isEqualTo("r-1");
        assertThat(retries.get(0).cause()).hasMessage("No answer from " + server.url() + " within 0.4 s");
        assertThat(Thread.interrupted()).as("the timeout leaves no trace").isFalse();
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        AcitrackClient lonely = AcitrackClient.builder("http://localhost:" + port, "k")
                .maxRetries(0)
                .build();

        assertThatExceptionOfType(NoAnswerException.class)
                .isThrownBy(() -> lonely.run("x"))
                .withMessage("No connection to http://localhost:" + port + ": connection refused");
    }

    @Test
    void anInterruptedThreadIsNotKeptBusy() {
        server.always(problem(503, "down"));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(NoAnswerException.class).isThrownBy(() -> client.run("x"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void healthIsReadFromA503AndAskedOnce() {
        server.always(answer(503, "application/json", "{\"status\":\"unhealthy\",\"db_connected\":false}"));

        assertThat(client.health().getStatus()).isEqualTo(Health.StatusEnum.UNHEALTHY);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void healthOfAProxyIsNoHealth() {
        server.always(answer(503, "text/html", "<html>starting</html>"));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(client::health);
    }

    @Test
    void anEmptyAnswerIsNoAnswer() {
        server.always(answer(200, "application/json", ""));

        assertThatExceptionOfType(NoAnswerException.class).isThrownBy(() -> client.run("x"));
    }

    @Test
    void packsRequestBodies() {
        server.ingesting();

        client.ingestRun(
                new RunIngest().runId("r").mode("m").putAdditionalProperty("new", Json.MAPPER.readTree("[1.10]")));
        builder().gzip(false).build().ingestRun(new RunIngest().runId("r").mode("m"));

        assertThat(server.received().get(0).header("Content-Encoding")).isEqualTo("gzip");
        assertThat(server.received().get(0).text()).isEqualTo("{\"run_id\":\"r\",\"mode\":\"m\",\"new\":[1.10]}");
        assertThat(server.received().get(1).header("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acitrack.example", "ftp://acitrack.example", "https://", "http://x?y=z", "http://a b"})
    void refusesWhatIsNoBaseUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcitrackClient.builder(url, "k"))
                .withMessageContaining("is not a base URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "schlüssel"})
    void refusesAKeyThatNoHeaderCanCarryWithoutRepeatingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcitrackClient.builder("https://acitrack.example", key))
                .withMessage("The API key is empty or has characters that no header can carry");
    }

    private long pauseInMillis() {
        List<TestServer.Received> requests = server.received();
        return (requests.get(1).nanos() - requests.get(0).nanos()) / 1_000_000;
    }
}
