package com.spotitearly.acitrack.mustread;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.json.RawJson;
import com.spotitearly.acitrack.support.TestPostgres;
import com.spotitearly.acitrack.support.TestServer;
import org.junit.jupiter.api.Test;

class MustReadsRepositoryTest {

    private final TestServer server = TestServer.shared();
    private final MustReadsRepository mustReads = server.bean(MustReadsRepository.class);

    private static NewMustReads of(String runId, String mode) {
        return new NewMustReads(runId, mode, new RawJson("[{\"id\":\"a\"}]"), new RawJson("{\"n\":1}"));
    }

    @Test
    void withoutAModeTheRunsIsTakenAndWithoutARunNothingIsStored() {
        assertThat(mustReads.upsert(of("r", null))).isEmpty();
        assertThat(mustReads.find("r")).isEmpty();
        TestPostgres.execute(server.databaseUrl(), "INSERT INTO runs (run_id, mode) VALUES ('r', 'weekly')");
        assertThat(mustReads.upsert(of("r", null)))
                .hasValueSatisfying(stored -> assertThat(stored.mode()).isEqualTo("weekly"));
        assertThat(mustReads.find("r")).hasValueSatisfying(found -> {
            assertThat(found.items().text()).isEqualTo("[{\"id\": \"a\"}]");
            assertThat(found.details().text()).isEqualTo("{\"n\": 1}");
        });
    }
}
