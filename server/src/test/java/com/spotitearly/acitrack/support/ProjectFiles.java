package com.spotitearly.acitrack.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the checkout that tests are about. */
public final class ProjectFiles {

    /** Maven runs the tests in {@code server/}. */
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path SAMPLE = ROOT.resolve("samples/tri-model-daily-2026-01-12");

    public static final String SAMPLE_RUN_ID = "tri-model-daily-2026-01-12";

    private ProjectFiles() {}

    public static String contract() {
        return read(ROOT.resolve("api/openapi.json"));
    }

    public static String sampleManifest() {
        return read(SAMPLE.resolve("manifest.json"));
    }

    public static String sampleMustReads() {
        return read(SAMPLE.resolve("must_reads.json"));
    }

    public static List<String> sampleEvents() {
        return read(SAMPLE.resolve("tri_model_events.jsonl")).lines().toList();
    }

    public static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
