/**
 * The client of the AciTrack Backend.
 *
 * <p>{@link com.spotitearly.acitrack.client.AcitrackClient} reads and uploads;
 * {@link com.spotitearly.acitrack.client.FeedbackLinks} signs the links of the weekly digest. What goes over the wire is
 * described by the classes of {@code com.spotitearly.acitrack.client.generated.model}, generated from the contract.
 */
package com.spotitearly.acitrack.client;
