package com.spotitearly.acitrack.client;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the folder of a run. */
public final class TestRun {

    public static final String MANIFEST =
            "{\"run_id\": \"run-1\", \"mode\": \"daily\", \"extra\": [1.10, {\"ü\": null}]}\n";
    public static final String MUST_READS =
            "{\"run_id\": \"run-1\", \"must_reads_count\": 1, \"must_reads\": [{\"id\": \"p1\", \"x\": 1.0}]}\n";

    private TestRun() {}

    /** The sample run of the repository, as the pipeline wrote it. */
    public static Path sample() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("samples"))) {
            directory = directory.getParent();
        }
        return directory.resolve("samples/tri-model-daily-2026-01-12");
    }

    public static Path write(Path directory, List<String> events) throws IOException {
        Files.writeString(directory.resolve("manifest.json"), MANIFEST);
        Files.writeString(directory.resolve("must_reads.json"), MUST_READS);
        Files.write(directory.resolve("tri_model_events.jsonl"), events);
        return directory;
    }

    public static Path write(Path directory, int events) throws IOException {
        write(directory, List.of());
        try (BufferedWriter writer = Files.newBufferedWriter(directory.resolve("tri_model_events.jsonl"))) {
            for (int i = 1; i <= events; i++) {
                writer.write(event("p" + i));
                writer.newLine();
            }
        }
        return directory;
    }

    public static String event(String publicationId) {
        return "{\"publication_id\": \"" + publicationId
                + "\", \"agreement_level\": \"high\", \"claude_review\": {\"relevancy_score\": 90},"
                + " \"gemini_review\": {\"review\": {\"score\": \"91\"}}, \"final_relevancy_score\": 90.50}";
    }
}
