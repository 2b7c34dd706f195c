package com.spotitearly.acitrack.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The folder that the pipeline leaves behind for each run. */
record RunFolder(Path directory) {

    Path manifest() {
        return directory.resolve("manifest.json");
    }

    Path mustReads() {
        return directory.resolve("must_reads.json");
    }

    Path events() {
        return directory.resolve("tri_model_events.jsonl");
    }

    static byte[] read(Path file) {
        try {
            return withoutByteOrderMark(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(Path file, byte[] json) {
        try {
            return object(Json.MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw InvalidRunException.in(file, Math.max(1, e.getLocation().getLineNr()), brokenJson(e));
        } catch (IllegalArgumentException e) {
            throw InvalidRunException.in(file, e.getMessage());
        }
    }

    /** @throws IllegalArgumentException when it is anything but an object */
    static JsonNode object(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("is not a JSON object");
        }
        return json;
    }

    static String brokenJson(JacksonException e) {
        return "is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("");
    }

    static byte[] withoutByteOrderMark(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }
}
