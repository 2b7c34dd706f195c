package com.spotitearly.acitrack.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.spotitearly.acitrack.client.generated.ApiClient;
import com.spotitearly.acitrack.client.generated.ApiException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;

/** Posts JSON that is ready to go. The generated API would take it apart, and knows no gzip. */
final class IngestCalls {

    private final HttpClient http;
    private final ApiClient api;
    private final Attempts attempts;
    private final boolean gzip;

    IngestCalls(HttpClient http, ApiClient api, Attempts attempts, boolean gzip) {
        this.http = http;
        this.api = api;
        this.attempts = attempts;
        this.gzip = gzip;
    }

    <T> T post(String path, byte[] json, Class<T> answer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.getBaseUri() + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(BodyPublishers.ofByteArray(gzip ? gzipped(json) : json));
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        api.getRequestInterceptor().accept(request);
        HttpRequest ready = request.build();
        return attempts.retried(() -> send(ready, answer));
    }

    private <T> T send(HttpRequest request, Class<T> answer) throws ApiException {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new ApiException(
                        response.statusCode(),
                        request.uri().getPath(),
                        response.headers(),
                        new String(response.body(), UTF_8));
            }
            return Json.MAPPER.readValue(response.body(), answer);
        } catch (IOException | JacksonException e) {
            throw new ApiException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(e);
        }
    }

    private static byte[] gzipped(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 4 + 64);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return bytes.toByteArray();
    }
}
