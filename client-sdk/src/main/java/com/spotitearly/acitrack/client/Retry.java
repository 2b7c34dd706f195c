package com.spotitearly.acitrack.client;

import java.time.Duration;

/**
 * A call failed in passing and will be made again.
 *
 * @param number which repetition this will be, from 1
 * @param of how many repetitions there are at most
 * @param delay how long the client waits before it
 * @param cause what the last attempt ended in
 */
public record Retry(int number, int of, Duration delay, AcitrackException cause) {}
