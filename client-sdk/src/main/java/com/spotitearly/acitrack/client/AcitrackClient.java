package com.spotitearly.acitrack.client;

import com.spotitearly.acitrack.client.generated.ApiClient;
import com.spotitearly.acitrack.client.generated.ApiException;
import com.spotitearly.acitrack.client.generated.api.DisagreementsApi;
import com.spotitearly.acitrack.client.generated.api.HealthApi;
import com.spotitearly.acitrack.client.generated.api.MustReadsApi;
import com.spotitearly.acitrack.client.generated.api.PapersApi;
import com.spotitearly.acitrack.client.generated.api.RunsApi;
import com.spotitearly.acitrack.client.generated.model.Disagreements;
import com.spotitearly.acitrack.client.generated.model.Health;
import com.spotitearly.acitrack.client.generated.model.IngestResult;
import com.spotitearly.acitrack.client.generated.model.MustReads;
import com.spotitearly.acitrack.client.generated.model.MustReadsIngest;
import com.spotitearly.acitrack.client.generated.model.Paper;
import com.spotitearly.acitrack.client.generated.model.Run;
import com.spotitearly.acitrack.client.generated.model.RunIngest;
import com.spotitearly.acitrack.client.generated.model.TriModelEventIngest;
import com.spotitearly.acitrack.client.generated.model.TriModelEventsIngest;
import com.spotitearly.acitrack.client.generated.model.TriModelEventsIngestResult;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * Reads from an AciTrack Backend and uploads runs to it.
 *
 * <p>Every call is repeated when it fails in passing, as the builder was told. A call throws {@link ProblemException}
 * when the server refuses or fails, and {@link NoAnswerException} when no usable answer comes. Clients are thread-safe.
 *
 * <pre>{@code
 * AcitrackClient acitrack = AcitrackClient.fromEnvironment();
 * UploadResult stored = acitrack.upload(Path.of("out/tri-model-daily-2026-01-12"), UploadOptions.DEFAULTS);
 * Run latest = acitrack.latestRun("tri-model-daily");
 * }</pre>
 */
public final class AcitrackClient {

    private final Attempts attempts;
    private final RunsApi runs;
    private final MustReadsApi mustReads;
    private final PapersApi papers;
    private final DisagreementsApi disagreements;
    private final HealthApi health;
    private final IngestCalls ingest;

    AcitrackClient(ClientSettings settings) {
        // One connection after the other: HTTP/2 would gain nothing, and its upgrade over plain HTTP upsets proxies.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        ApiClient api = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return http;
            }
        };
        api.updateBaseUri(settings.baseUrl().toString());
        api.setObjectMapper(Json.MAPPER);
        api.setRequestInterceptor(request -> {
            request.header("User-Agent", "acitrack-client");
            if (settings.apiKey() != null) {
                request.header("X-API-Key", settings.apiKey());
            }
        });
        attempts = new Attempts(settings);
        runs = new RunsApi(api);
        mustReads = new MustReadsApi(api);
        papers = new PapersApi(api);
        disagreements = new DisagreementsApi(api);
        health = new HealthApi(api);
        ingest = new IngestCalls(http, api, attempts, settings.gzip());
    }

    /**
     * Begins a client.
     *
     * @param baseUrl where the service is, such as {@code https://your-app.onrender.com}
     * @param apiKey the key, or null for a client that asks only what needs none
     * @throws IllegalArgumentException when either cannot be used
     */
    public static AcitrackClientBuilder builder(String baseUrl, String apiKey) {
        return new AcitrackClientBuilder(baseUrl, apiKey);
    }

    /**
     * The client that {@code BACKEND_URL} and {@code BACKEND_API_KEY} describe.
     *
     * @throws IllegalArgumentException when either cannot be used
     */
    public static AcitrackClient fromEnvironment() {
        return AcitrackClientBuilder.from(System.getenv()).build();
    }

    /** {@return the newest run of a mode, such as {@code tri-model-daily}} */
    public Run latestRun(String mode) {
        Objects.requireNonNull(mode);
        return attempts.retried(() -> runs.getLatestRun(mode));
    }

    /** {@return the run of this identifier} */
    public Run run(String runId) {
        Objects.requireNonNull(runId);
        return attempts.retried(() -> runs.getRun(runId));
    }

    /** {@return the must-reads of the newest run of a mode} */
    public MustReads latestMustReads(String mode) {
        Objects.requireNonNull(mode);
        return attempts.retried(() -> mustReads.getMustReads(mode, (String) null));
    }

    /** {@return the must-reads of a run} */
    public MustReads mustReads(String runId) {
        Objects.requireNonNull(runId);
        return attempts.retried(() -> mustReads.getMustReads(null, runId));
    }

    /** {@return what the models last said of a publication} */
    public Paper paper(String publicationId) {
        Objects.requireNonNull(publicationId);
        return attempts.retried(() -> papers.getPaper(publicationId, (String) null));
    }

    /** {@return what the models said of a publication in one run} */
    public Paper paper(String publicationId, String runId) {
        Objects.requireNonNull(publicationId);
        Objects.requireNonNull(runId);
        return attempts.retried(() -> papers.getPaper(publicationId, runId));
    }

    /** {@return the events that match} */
    public Disagreements disagreements(DisagreementQuery query) {
        return attempts.retried(() -> disagreements.listDisagreements(
                query.runId(), query.agreementParameter(), query.minDelta(), query.limit()));
    }

    /** {@return the service's health, also when it is bad; asked once, as the answer at this moment is the point} */
    public Health health() {
        return attempts.once(() -> {
            try {
                return health.getHealth();
            } catch (ApiException e) {
                return unhealthy(e);
            }
        });
    }

    /** Stores a run, or replaces it. */
    public IngestResult ingestRun(RunIngest run) {
        return ingest.post(RunUploader.RUN, Json.MAPPER.writeValueAsBytes(run), IngestResult.class);
    }

    /** Stores a run's must-reads, or replaces them. */
    public IngestResult ingestMustReads(MustReadsIngest request) {
        return ingest.post(RunUploader.MUST_READS, Json.MAPPER.writeValueAsBytes(request), IngestResult.class);
    }

    /** Stores tri-model events, or replaces those that are there: all of the request or nothing. */
    public TriModelEventsIngestResult ingestTriModelEvents(TriModelEventsIngest request) {
        return ingest.post(
                RunUploader.EVENTS, Json.MAPPER.writeValueAsBytes(request), TriModelEventsIngestResult.class);
    }

    /**
     * Uploads the folder of a run: {@code manifest.json}, {@code must_reads.json} and {@code tri_model_events.jsonl}, in
     * this order, byte for byte. All of it is checked before anything is sent, and events are read as a stream. After an
     * interruption, or to be sure, just upload it again: what is there already is replaced by the same.
     *
     * @throws InvalidRunException when the files cannot be uploaded; nothing was sent then
     */
    public UploadResult upload(Path folder, UploadOptions options) {
        return new RunUploader(ingest, options).upload(folder);
    }

    /**
     * Uploads a run from memory or from any other source. Events are taken from the stream as they are sent.
     *
     * @param run the run
     * @param mustReads its must-reads, or null when there are none to store
     * @param events its events; the caller closes the stream
     */
    public UploadResult upload(
            RunIngest run, MustReadsIngest mustReads, Stream<TriModelEventIngest> events, UploadOptions options) {
        return new RunUploader(ingest, options).upload(run, mustReads, events);
    }

    private static Health unhealthy(ApiException e) throws ApiException {
        try {
            Health answer = e.getCode() == 503 ? Json.MAPPER.readValue(e.getResponseBody(), Health.class) : null;
            if (answer != null && answer.getStatus() != null) {
                return answer;
            }
        } catch (JacksonException notOfTheService) {
            e.addSuppressed(notOfTheService);
        }
        throw e;
    }
}
