package com.spotitearly.acitrack.trimodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spotitearly.acitrack.json.RawJson;
import com.spotitearly.acitrack.support.TestServer;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class TriModelEventRepositoryTest {

    private final TriModelEventRepository events = TestServer.shared().bean(TriModelEventRepository.class);

    private static NewTriModelEvent event(String publicationId, String title, String claude, String details) {
        return new NewTriModelEvent(
                publicationId,
                title,
                "low",
                null,
                null,
                RawJson.ofNullable(claude),
                new RawJson("{\"score\":\"40.5\"}"),
                null,
                62.5,
                new RawJson(details));
    }

    @Test
    void storesEveryColumnAndDerivesTheScores() {
        assertThat(events.upsert("r", "m", List.of(event("p", "t", "{\"score\":85}", "{\"url\":null}"))))
                .isEqualTo(1);
        assertThat(events.findNewest("p", "r")).hasValueSatisfying(stored -> {
            assertThat(stored.runId()).isEqualTo("r");
            assertThat(stored.mode()).isEqualTo("m");
            assertThat(stored.title()).isEqualTo("t");
            assertThat(stored.claudeScore()).isEqualByComparingTo("85");
            assertThat(stored.geminiScore()).isEqualByComparingTo("40.5");
            assertThat(stored.scoreDelta()).isEqualByComparingTo(new BigDecimal("44.5"));
            assertThat(stored.gptEval()).isNull();
            assertThat(stored.finalRelevancyScore()).isEqualTo(62.5);
            assertThat(stored.details().text()).isEqualTo("{\"url\": null}");
        });
    }

    @Test
    void countsOnlyWhatWasNew() {
        events.upsert("r", "m", List.of(event("a", "t", null, "{}"), event("b", "t", null, "{}")));
        assertThat(events.upsert("r", "m", List.of(event("b", "changed", null, "{}"), event("c", "t", null, "{}"))))
                .isEqualTo(1);
        assertThat(events.findNewest("b", null).orElseThrow().title()).isEqualTo("changed");
        assertThat(events.upsert("r", "m", List.of())).isZero();
    }

    @Test
    void oneBadValueStoresNothing() {
        List<NewTriModelEvent> batch =
                List.of(event("a", "t", null, "{}"), event("b", "t", null, "{\"huge\":1e999999}"));
        assertThatThrownBy(() -> events.upsert("r", "m", batch)).isInstanceOf(DataAccessException.class);
        assertThat(events.findNewest("a", null)).isEmpty();
    }
}
