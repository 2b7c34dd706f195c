package com.spotitearly.acitrack.contract;

import static com.spotitearly.acitrack.support.ProjectFiles.SAMPLE_RUN_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.support.ProjectFiles;
import com.spotitearly.acitrack.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Custom GPT Actions take answers of up to 100,000 characters. */
class GptAnswerSizeTest {

    private static final int LONGEST = 100_000;

    private final TestServer server = TestServer.shared();

    private void postTheSample() {
        server.ingest().body(ProjectFiles.sampleManifest()).post("/ingest/run");
        server.ingest()
                .body("{\"run_id\":\"%s\",\"mode\":\"tri-model-daily\",\"must_reads\":%s}"
                        .formatted(SAMPLE_RUN_ID, ProjectFiles.sampleMustReads()))
                .post("/ingest/must-reads");
        server.ingest()
                .body("{\"run_id\":\"%s\",\"mode\":\"tri-model-daily\",\"events\":[%s]}"
                        .formatted(SAMPLE_RUN_ID, String.join(",", ProjectFiles.sampleEvents())))
                .post("/ingest/tri-model-events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/latest",
                "/must-reads?mode=tri-model-daily",
                "/disagreements",
                "/disagreements?limit=100",
                "/paper/7b241e5f36c066ece29425201d422731de6d25ba775cb0154cbd7223502e3824"
            })
    void answersOfTheSampleRunFit(String path) {
        postTheSample();
        String answer =
                server.client().get(path).then().statusCode(200).extract().asString();
        assertThat(answer).hasSizeBetween(100, LONGEST);
    }

    @Test
    void theGptIsNotOfferedMoreThanFits() {
        String served = server.anonymous().get("/openapi-gpt.json").asString();
        assertThat(new JsonMapper()
                        .readTree(served)
                        .at("/paths/~1disagreements/get/parameters/3/schema/maximum")
                        .asInt())
                .isEqualTo(100);
    }
}
