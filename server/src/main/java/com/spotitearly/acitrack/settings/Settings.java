package com.spotitearly.acitrack.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.PropertyResolver;

/**
 * What an operator sets, by environment variables. The README has the table.
 *
 * @param database where the database is ({@code DATABASE_URL})
 * @param databasePoolSize how many connections at most ({@code DATABASE_POOL_SIZE})
 * @param apiKeys keys that may read and ingest ({@code ACITRACK_API_KEY})
 * @param readApiKeys keys that may only read ({@code ACITRACK_READ_API_KEY})
 * @param feedbackSecret the key of the feedback signatures ({@code DIGEST_FEEDBACK_SECRET})
 * @param feedbackMaxAge how long a feedback link works ({@code FEEDBACK_MAX_AGE_SECONDS})
 * @param feedbackConfirm whether a link asks before it records ({@code FEEDBACK_CONFIRM})
 * @param port where the server listens ({@code PORT})
 * @param logLevel how much it logs ({@code LOG_LEVEL}), in Spring's words
 * @param publicBaseUrl the service's own public address ({@code PUBLIC_BASE_URL}, else {@code RENDER_EXTERNAL_URL})
 * @param corsAllowedOrigins the web origins that may call ({@code CORS_ALLOWED_ORIGINS})
 * @param maxRequestBytes the largest request body after decompression ({@code MAX_REQUEST_BYTES})
 */
public record Settings(
        DatabaseUrl database,
        int databasePoolSize,
        List<String> apiKeys,
        List<String> readApiKeys,
        String feedbackSecret,
        Duration feedbackMaxAge,
        boolean feedbackConfirm,
        int port,
        String logLevel,
        Optional<URI> publicBaseUrl,
        List<String> corsAllowedOrigins,
        long maxRequestBytes) {

    static final int DEFAULT_PORT = 8000;

    private static final List<String> OPENAI_ORIGINS = List.of("https://chat.openai.com", "https://chatgpt.com");

    /**
     * Reads all settings.
     *
     * @throws SettingsException naming every setting that is missing or wrong
     */
    static Settings from(PropertyResolver environment) {
        SettingsReader reader = new SettingsReader(environment);
        Settings settings = new Settings(
                reader.required("DATABASE_URL", DatabaseUrl::parse),
                reader.integer("DATABASE_POOL_SIZE", 10, 1, 1000),
                reader.requiredList("ACITRACK_API_KEY"),
                reader.list("ACITRACK_READ_API_KEY", List.of()),
                reader.required("DIGEST_FEEDBACK_SECRET", secret -> secret),
                Duration.ofSeconds(reader.integer("FEEDBACK_MAX_AGE_SECONDS", 7_776_000, 1, Integer.MAX_VALUE)),
                reader.flag("FEEDBACK_CONFIRM", false),
                reader.integer("PORT", DEFAULT_PORT, 0, 65_535),
                reader.optional("LOG_LEVEL", Settings::springLogLevel).orElse("INFO"),
                reader.optional("PUBLIC_BASE_URL", Settings::baseUrl)
                        .or(() -> reader.optional("RENDER_EXTERNAL_URL", Settings::baseUrl)),
                reader.list("CORS_ALLOWED_ORIGINS", OPENAI_ORIGINS),
                reader.integer("MAX_REQUEST_BYTES", 64 * 1024 * 1024, 1024, Integer.MAX_VALUE));
        reader.throwIfAnythingIsWrong();
        return settings;
    }

    /** Python's WARNING and CRITICAL are Spring's WARN and ERROR. */
    static String springLogLevel(String level) {
        String upper = level.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "WARNING" -> "WARN";
            case "CRITICAL" -> "ERROR";
            default -> {
                if (!Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR").contains(upper)) {
                    throw new IllegalArgumentException("must be DEBUG, INFO, WARNING or ERROR");
                }
                yield upper;
            }
        };
    }

    private static URI baseUrl(String url) {
        URI uri = URI.create(url.replaceFirst("/+$", ""));
        if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException("must be an http or https address such as https://example.onrender.com");
        }
        return uri;
    }

    /** Leaves out everything secret, so that a log line or a debugger cannot leak it. */
    @Override
    public String toString() {
        return "Settings[database=" + database + ", port=" + port + ", logLevel=" + logLevel + "]";
    }
}
