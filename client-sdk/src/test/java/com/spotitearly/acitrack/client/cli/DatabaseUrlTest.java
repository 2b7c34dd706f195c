package com.spotitearly.acitrack.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsWhatRenderGives() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://us%40er:p%2Fa+s%25s@dpg-1.oregon-postgres.render.com/acitrack");

        assertThat(url).hasToString("jdbc:postgresql://dpg-1.oregon-postgres.render.com:5432/acitrack");
        assertThat(url.properties())
                .containsEntry("user", "us@er")
                .containsEntry("password", "p/a+s%s")
                .containsEntry("sslmode", "require");
    }

    @Test
    void keepsPortAndParameters() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://localhost:5433/db?sslmode=disable&connectTimeout=3");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5433/db");
        assertThat(url.properties()).containsEntry("sslmode", "disable").containsEntry("connectTimeout", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mysql://secret@h/db", "postgresql://secret@h", "postgresql://se cret@h/db", "h/secret"})
    void refusesTheRestWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(url))
                .withMessageContaining("is not of the form")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret@"));
    }
}
