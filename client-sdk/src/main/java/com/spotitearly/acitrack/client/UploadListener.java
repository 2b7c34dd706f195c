package com.spotitearly.acitrack.client;

/** Is told how an upload goes. Calls come from the uploading thread, in order. */
public interface UploadListener {

    /** Hears nothing. */
    UploadListener NONE = new UploadListener() {};

    /**
     * The files were read and can be sent.
     *
     * @param run what was found, with its warnings
     */
    default void inspected(InspectedRun run) {}

    /**
     * The server has stored a further chunk.
     *
     * @param sent how many events it has from this upload
     * @param total how many there are, or -1 when they come from a stream
     */
    default void sent(long sent, long total) {}
}
