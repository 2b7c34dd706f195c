package com.spotitearly.acitrack.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a client is built from.
 *
 * @param apiKey the key, or null for a client that asks only what needs none
 * @param requestTimeout the longest that one attempt may take, from connecting to the answer's last byte
 * @param maxRetries how often a call is repeated after its first failure
 * @param firstDelay the first pause; it doubles with each further one
 */
record ClientSettings(
        URI baseUrl,
        String apiKey,
        Duration connectTimeout,
        Duration requestTimeout,
        int maxRetries,
        Duration firstDelay,
        boolean gzip,
        Consumer<Retry> retryListener) {}
