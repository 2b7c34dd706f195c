package com.spotitearly.acitrack.client;

import java.util.Objects;

/**
 * How to upload a run; {@link #DEFAULTS} changed where needed.
 *
 * @param runId the run_id to store it under, or null for the manifest's own
 * @param mode the mode to store it under, or null for the manifest's own
 * @param chunkSize how many events travel in one request
 * @param strict whether warnings stop the upload
 * @param rules what every payload must obey besides being fit to send
 * @param listener is told how it goes
 */
public record UploadOptions(
        String runId, String mode, int chunkSize, boolean strict, PayloadRules rules, UploadListener listener) {

    /** What the manifest says, in chunks of 100, in spite of warnings. */
    public static final UploadOptions DEFAULTS =
            new UploadOptions(null, null, 100, false, PayloadRules.NONE, UploadListener.NONE);

    /** Refuses what cannot work. */
    public UploadOptions {
        Objects.requireNonNull(rules);
        Objects.requireNonNull(listener);
        if (chunkSize < 1) {
            throw new IllegalArgumentException("chunkSize must be at least 1");
        }
    }

    /** {@return these options, storing under another run_id} */
    public UploadOptions withRunId(String newRunId) {
        return new UploadOptions(newRunId, mode, chunkSize, strict, rules, listener);
    }

    /** {@return these options, storing under another mode} */
    public UploadOptions withMode(String newMode) {
        return new UploadOptions(runId, newMode, chunkSize, strict, rules, listener);
    }

    /** {@return these options, with so many events in a request} */
    public UploadOptions withChunkSize(int newChunkSize) {
        return new UploadOptions(runId, mode, newChunkSize, strict, rules, listener);
    }

    /** {@return these options, stopping at warnings or not} */
    public UploadOptions withStrict(boolean newStrict) {
        return new UploadOptions(runId, mode, chunkSize, newStrict, rules, listener);
    }

    /** {@return these options, holding every payload against these rules before anything is sent} */
    public UploadOptions withRules(PayloadRules newRules) {
        return new UploadOptions(runId, mode, chunkSize, strict, newRules, listener);
    }

    /** {@return these options, reporting to this listener} */
    public UploadOptions withListener(UploadListener newListener) {
        return new UploadOptions(runId, mode, chunkSize, strict, rules, newListener);
    }
}
