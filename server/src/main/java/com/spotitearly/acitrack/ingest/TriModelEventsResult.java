package com.spotitearly.acitrack.ingest;

/**
 * How many publications a bulk ingest wrote.
 *
 * @param inserted those that the run did not have before
 * @param total all of them, each counted once
 */
record TriModelEventsResult(int inserted, int total) {

    int updated() {
        return total - inserted;
    }
}
