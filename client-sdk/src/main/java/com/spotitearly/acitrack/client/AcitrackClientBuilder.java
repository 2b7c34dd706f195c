package com.spotitearly.acitrack.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Builds an {@link AcitrackClient}. What is not set has a sound default. */
public final class AcitrackClientBuilder {

    private final URI baseUrl;
    private final String apiKey;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(60);
    private int maxRetries = 6;
    private Duration firstDelay = Duration.ofMillis(500);
    private boolean gzip = true;
    private Consumer<Retry> retryListener = retry -> {};

    AcitrackClientBuilder(String baseUrl, String apiKey) {
        this.baseUrl = parse(baseUrl);
        this.apiKey = apiKey == null ? null : checked(apiKey.strip());
    }

    static AcitrackClientBuilder from(Map<String, String> environment) {
        String baseUrl = environment.getOrDefault("BACKEND_URL", "");
        if (baseUrl.isBlank()) {
            throw new IllegalArgumentException("BACKEND_URL is not set");
        }
        return new AcitrackClientBuilder(baseUrl, environment.get("BACKEND_API_KEY"));
    }

    /** How long connecting may take; 10 seconds unless set. */
    public AcitrackClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = positive(timeout);
        return this;
    }

    /** How long one attempt may take, from connecting to the last byte of the answer; 60 seconds unless set. */
    public AcitrackClientBuilder requestTimeout(Duration timeout) {
        requestTimeout = positive(timeout);
        return this;
    }

    /**
     * How often a call is repeated when the connection fails, the time runs out, or the server answers 408, 429 or 5xx;
     * 6 times unless set, which bridges about half a minute. Repeating is harmless: every request is idempotent.
     */
    public AcitrackClientBuilder maxRetries(int retries) {
        if (retries < 0) {
            throw new IllegalArgumentException("maxRetries must not be negative");
        }
        maxRetries = retries;
        return this;
    }

    /**
     * The pause before the first repetition; half a second unless set, at most 30 seconds. It doubles with each further
     * one, is varied by a fifth either way, and gives way to a longer or shorter {@code Retry-After}.
     */
    public AcitrackClientBuilder firstDelay(Duration delay) {
        firstDelay = positive(delay);
        return this;
    }

    /** Whether request bodies travel compressed; they do unless told otherwise. */
    public AcitrackClientBuilder gzip(boolean compressed) {
        gzip = compressed;
        return this;
    }

    /** Is told of every repetition before the pause. */
    public AcitrackClientBuilder onRetry(Consumer<Retry> listener) {
        retryListener = Objects.requireNonNull(listener);
        return this;
    }

    /** {@return the client; it is thread-safe and meant to be kept} */
    public AcitrackClient build() {
        return new AcitrackClient(new ClientSettings(
                baseUrl, apiKey, connectTimeout, requestTimeout, maxRetries, firstDelay, gzip, retryListener));
    }

    private static URI parse(String baseUrl) {
        try {
            URI uri = new URI(baseUrl.strip().replaceAll("/+$", ""));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && (scheme.equals("https") || scheme.equals("http"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, in the words of the one who set it.
        }
        throw new IllegalArgumentException("'" + baseUrl + "' is not a base URL such as https://your-app.onrender.com");
    }

    /** A key that no header can carry would otherwise be repeated in an exception's message. */
    private static String checked(String apiKey) {
        if (apiKey.isEmpty() || !apiKey.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("The API key is empty or has characters that no header can carry");
        }
        return apiKey;
    }

    private static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("A duration must be longer than zero");
        }
        return duration;
    }
}
