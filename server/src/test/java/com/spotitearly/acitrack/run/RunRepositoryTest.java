package com.spotitearly.acitrack.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.database.Stored;
import com.spotitearly.acitrack.json.RawJson;
import com.spotitearly.acitrack.support.TestServer;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class RunRepositoryTest {

    private final RunRepository runs = TestServer.shared().bean(RunRepository.class);

    private static NewRun run(String runId, OffsetDateTime startedAt, OffsetDateTime windowEnd) {
        return new NewRun(
                runId, "m", startedAt, null, windowEnd, new RawJson("{\"total\":1}"), null, null, new RawJson("{}"));
    }

    @Test
    void keepsTimesToTheMicrosecondWhateverTheirOffset() {
        OffsetDateTime moment = OffsetDateTime.parse("2026-01-12T15:45:00.000211+02:00");
        Stored stored = runs.upsert(run("r", moment, null));
        assertThat(runs.find("r")).hasValueSatisfying(found -> {
            assertThat(found.startedAt()).isEqualTo(moment);
            assertThat(found.windowEnd()).isNull();
            assertThat(found.counts().text()).isEqualTo("{\"total\": 1}");
            assertThat(found.config()).isNull();
            assertThat(found.createdAt()).isEqualTo(stored.createdAt());
        });
        assertThat(runs.find("other")).isEmpty();
    }

    @Test
    void theLatestIsByStartElseWindowEnd() {
        runs.upsert(
                run("a", OffsetDateTime.parse("2026-01-02T00:00:00Z"), OffsetDateTime.parse("2026-12-01T00:00:00Z")));
        runs.upsert(run("b", null, OffsetDateTime.parse("2026-01-03T00:00:00Z")));
        assertThat(runs.findLatest("m")).map(Run::runId).contains("b");
        assertThat(runs.findLatest("none")).isEmpty();
    }
}
