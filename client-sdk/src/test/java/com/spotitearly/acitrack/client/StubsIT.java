package com.spotitearly.acitrack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spotitearly.acitrack.client.generated.model.Disagreements;
import com.spotitearly.acitrack.client.generated.model.Health;
import com.spotitearly.acitrack.client.generated.model.Paper;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.cloud.contract.stubrunner.junit.StubRunnerExtension;
import org.springframework.cloud.contract.stubrunner.spring.StubRunnerProperties.StubsMode;

/** The client against the contracts that the server has just been verified with, as stubs over real HTTP. */
class StubsIT {

    private static final String RUN = "tri-model-daily-20250124-103045";

    private static final Path STUBS = Path.of(
            System.getProperty("acitrack.server.target"),
            "stubs/META-INF/com.spotitearly.acitrack/acitrack-server",
            System.getProperty("acitrack.version"));

    @RegisterExtension
    static final StubRunnerExtension SERVER = new StubRunnerExtension()
            .repoRoot("stubs://file://" + STUBS)
            .downloadStub("com.spotitearly.acitrack", "acitrack-server", System.getProperty("acitrack.version"))
            .stubsMode(StubsMode.REMOTE);

    private AcitrackClient client;

    @BeforeEach
    void connect() {
        client = client("contract-key");
    }

    private static AcitrackClient client(String key) {
        return AcitrackClient.builder(SERVER.findStubUrl("acitrack-server").toString(), key)
                .maxRetries(0)
                .gzip(false)
                .build();
    }

    @Test
    void readsWhatTheContractsAnswer() {
        assertThat(client.latestRun("tri-model-daily")
                        .getCounts()
                        .get("high_agreement")
                        .asInt())
                .isEqualTo(120);
        assertThat(client.run(RUN).getMode()).isEqualTo("tri-model-daily");
        assertThat(client.latestMustReads("tri-model-daily").getMustReads()).hasSize(1);
        assertThat(client.mustReads(RUN).getDetails().get("total_candidates").asInt())
                .isEqualTo(150);
        Paper doi = client.paper("doi:10.1000/xyz");
        assertThat(doi.getScoreDelta()).isEqualByComparingTo(BigDecimal.valueOf(45));
        Disagreements none = client.disagreements(DisagreementQuery.ALL.withMinDelta(BigDecimal.valueOf(99)));
        assertThat(none.getCount()).isZero();
        assertThat(client.health().getStatus()).isEqualTo(Health.StatusEnum.HEALTHY);
    }

    @Test
    void problemsComeAsTheContractsSay() {
        assertThatThrownBy(() -> client.run("nightly-7")).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(404);
            assertThat(problem.problem().getDetail()).isEqualTo("Run not found: nightly-7");
        });
        assertThatThrownBy(() -> client("wrong-key").latestRun("tri-model-daily"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
    }
}
