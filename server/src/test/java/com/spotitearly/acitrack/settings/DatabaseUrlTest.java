package com.spotitearly.acitrack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "postgres://u:p@host/db,                       host:5432, jdbc:postgresql://host:5432/db",
        "postgresql://u:p@host:6543/db,                host:6543, jdbc:postgresql://host:6543/db",
        "postgresql+psycopg2://u:p@dpg-x-a.render.com/a_b, dpg-x-a.render.com:5432, jdbc:postgresql://dpg-x-a.render.com:5432/a_b",
        "postgres://u:p@[::1]:5433/db,                 [::1]:5433, jdbc:postgresql://[::1]:5433/db"
    })
    void isReadInEveryForm(String url, String hostAndPort, String jdbcUrl) {
        DatabaseUrl database = DatabaseUrl.parse(url);
        assertThat(database.hostAndPort()).isEqualTo(hostAndPort);
        assertThat(database.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(database.driverProperties())
                .containsEntry("user", "u")
                .containsEntry("password", "p")
                .containsEntry("sslmode", "require");
    }

    @Test
    void userAndPasswordArePercentDecodedButAPlusStays() {
        DatabaseUrl database = DatabaseUrl.parse("postgres://us%40er:p%3Aa%2Fs+s%25@host/db");
        assertThat(database.driverProperties()).containsEntry("user", "us@er").containsEntry("password", "p:a/s+s%");
        assertThat(database.toString()).isEqualTo("host:5432/db");
    }

    @Test
    void parametersAreHandedOnInTheDriversWordsAndUnknownOnesLeftOut() {
        DatabaseUrl database = DatabaseUrl.parse(
                "postgres://host/db?sslmode=disable&connect_timeout=7&application_name=a%20b&target_session_attrs=read-write&keepalives=1&nonsense=1");
        assertThat(database.driverProperties())
                .containsEntry("sslmode", "disable")
                .containsEntry("connectTimeout", "7")
                .containsEntry("ApplicationName", "a b")
                .containsEntry("targetServerType", "primary")
                .containsEntry("tcpKeepAlive", "true")
                .doesNotContainKey("nonsense")
                .doesNotContainKey("user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:secret@host/db",
                "postgres://u:secret@host",
                "postgres://u:secret@/db",
                "host/db?password=secret",
                "postgres://u:se cret@host/db",
                "postgres://u:secret%zz@host/db"
            })
    void whatIsNoDatabaseUrlIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://user:password@host:port/database")
                .hasMessageNotContaining("secret");
    }
}
