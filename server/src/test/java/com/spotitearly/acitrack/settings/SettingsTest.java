package com.spotitearly.acitrack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SettingsTest {

    private static Settings settings(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of(
                "DATABASE_URL", "postgres://u:p@host/db",
                "ACITRACK_API_KEY", "key",
                "DIGEST_FEEDBACK_SECRET", "secret"));
        all.putAll(variables);
        MockEnvironment environment = new MockEnvironment();
        all.forEach(environment::setProperty);
        return Settings.from(environment);
    }

    @Test
    void theDefaultsAreThoseOfTheOldService() {
        Settings settings = settings(Map.of());
        assertThat(settings.port()).isEqualTo(8000);
        assertThat(settings.logLevel()).isEqualTo("INFO");
        assertThat(settings.feedbackMaxAge()).isEqualTo(Duration.ofDays(90));
        assertThat(settings.feedbackConfirm()).isFalse();
        assertThat(settings.maxRequestBytes()).isEqualTo(64 * 1024 * 1024);
        assertThat(settings.corsAllowedOrigins()).containsExactly("https://chat.openai.com", "https://chatgpt.com");
        assertThat(settings.readApiKeys()).isEmpty();
        assertThat(settings.publicBaseUrl()).isEmpty();
    }

    @Test
    void everySettingIsRead() {
        Settings settings = settings(Map.of(
                "PORT", "10000",
                "LOG_LEVEL", "warning",
                "ACITRACK_API_KEY", " a , b,",
                "ACITRACK_READ_API_KEY", "c",
                "FEEDBACK_MAX_AGE_SECONDS", "60",
                "FEEDBACK_CONFIRM", "TRUE",
                "PUBLIC_BASE_URL", "https://api.example/",
                "CORS_ALLOWED_ORIGINS", "https://a.example,https://b.example",
                "MAX_REQUEST_BYTES", "1048576",
                "DATABASE_POOL_SIZE", "3"));
        assertThat(settings.port()).isEqualTo(10_000);
        assertThat(settings.logLevel()).isEqualTo("WARN");
        assertThat(settings.apiKeys()).containsExactly("a", "b");
        assertThat(settings.readApiKeys()).containsExactly("c");
        assertThat(settings.feedbackMaxAge()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.feedbackConfirm()).isTrue();
        assertThat(settings.publicBaseUrl()).contains(URI.create("https://api.example"));
        assertThat(settings.corsAllowedOrigins()).containsExactly("https://a.example", "https://b.example");
        assertThat(settings.maxRequestBytes()).isEqualTo(1_048_576);
        assertThat(settings.databasePoolSize()).isEqualTo(3);
    }

    @Test
    void oneMessageNamesEverythingThatIsMissingOrWrongAndNoValue() {
        assertThatThrownBy(() -> settings(Map.of(
                        "DATABASE_URL", "",
                        "ACITRACK_API_KEY", " , ",
                        "DIGEST_FEEDBACK_SECRET", "",
                        "PORT", "eighty",
                        "LOG_LEVEL", "LOUD",
                        "FEEDBACK_MAX_AGE_SECONDS", "0",
                        "FEEDBACK_CONFIRM", "perhaps",
                        "PUBLIC_BASE_URL", "ftp://x")))
                .isInstanceOf(SettingsException.class)
                .message()
                .satisfies(
                        message -> assertThat(message.lines())
                                .containsExactly(
                                        "DATABASE_URL environment variable is required",
                                        "ACITRACK_API_KEY environment variable is required",
                                        "DIGEST_FEEDBACK_SECRET environment variable is required",
                                        "FEEDBACK_MAX_AGE_SECONDS must be between 1 and 2147483647",
                                        "FEEDBACK_CONFIRM must be true or false",
                                        "PORT must be a number",
                                        "LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR",
                                        "PUBLIC_BASE_URL must be an http or https address such as https://example.onrender.com"));
    }

    @Test
    void secretsStayOutOfTheText() {
        assertThat(settings(Map.of("ACITRACK_API_KEY", "topsecret")).toString())
                .doesNotContain("topsecret")
                .doesNotContain("secret")
                .doesNotContain("u:p");
    }
}
