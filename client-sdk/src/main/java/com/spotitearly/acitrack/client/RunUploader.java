package com.spotitearly.acitrack.client;

import com.spotitearly.acitrack.client.generated.model.IngestResult;
import com.spotitearly.acitrack.client.generated.model.MustReadsIngest;
import com.spotitearly.acitrack.client.generated.model.RunIngest;
import com.spotitearly.acitrack.client.generated.model.TriModelEventIngest;
import com.spotitearly.acitrack.client.generated.model.TriModelEventsIngestResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Sends a run: manifest, must-reads, then the events in chunks. */
final class RunUploader {

    static final String RUN = "/ingest/run";
    static final String MUST_READS = "/ingest/must-reads";
    static final String EVENTS = "/ingest/tri-model-events";

    /** A chunk is sent early when it gets this long, well below what the server takes in one request. */
    private static final int FULL_CHUNK = 16 << 20;

    private final IngestCalls ingest;
    private final UploadOptions options;

    RunUploader(IngestCalls ingest, UploadOptions options) {
        this.ingest = ingest;
        this.options = options;
    }

    UploadResult upload(Path directory) {
        InspectedRun run = new RunInspector(options).inspect(directory);
        options.listener().inspected(run);
        RunFolder folder = new RunFolder(directory);
        RunPayloads payloads = new RunPayloads(run.runId(), run.mode());
        ingest.post(RUN, payloads.run(RunFolder.read(folder.manifest())), IngestResult.class);
        if (Files.isRegularFile(folder.mustReads())) {
            ingest.post(MUST_READS, payloads.mustReads(RunFolder.read(folder.mustReads())), IngestResult.class);
        }
        if (run.eventCount() == 0) {
            return sendEvents(payloads, Collections.emptyIterator(), 0);
        }
        try (EventLines lines = new EventLines(folder.events())) {
            return sendEvents(payloads, lines, run.eventCount());
        }
    }

    UploadResult upload(RunIngest run, MustReadsIngest mustReads, Stream<TriModelEventIngest> events) {
        RunPayloads payloads = new RunPayloads(
                Objects.requireNonNullElse(options.runId(), run.getRunId()),
                Objects.requireNonNullElse(options.mode(), run.getMode()));
        ingest.post(RUN, payloads.run(Json.MAPPER.writeValueAsBytes(run)), IngestResult.class);
        if (mustReads != null) {
            byte[] items = Json.MAPPER.writeValueAsBytes(mustReads.getMustReads());
            ingest.post(MUST_READS, payloads.mustReads(items), IngestResult.class);
        }
        return sendEvents(payloads, events.map(Json.MAPPER::writeValueAsBytes).iterator(), -1);
    }

    private UploadResult sendEvents(RunPayloads payloads, Iterator<byte[]> events, long total) {
        UploadResult result = new UploadResult(payloads.runId(), payloads.mode(), 0, 0, 0);
        long sent = 0;
        while (events.hasNext()) {
            List<byte[]> chunk = nextChunk(events);
            result = result.plus(ingest.post(EVENTS, payloads.events(chunk), TriModelEventsIngestResult.class));
            sent += chunk.size();
            options.listener().sent(sent, total);
        }
        return result;
    }

    private List<byte[]> nextChunk(Iterator<byte[]> events) {
        List<byte[]> chunk = new ArrayList<>();
        long length = 0;
        while (chunk.size() < options.chunkSize() && length < FULL_CHUNK && events.hasNext()) {
            byte[] event = events.next();
            chunk.add(event);
            length += event.length;
        }
        return chunk;
    }
}
