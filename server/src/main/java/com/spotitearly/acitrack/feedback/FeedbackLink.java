package com.spotitearly.acitrack.feedback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a signed link of the weekly digest says: a vote on a publication of a week window.
 *
 * @param signedAt when the link was made, to the second
 */
record FeedbackLink(String publicationId, LocalDate weekStart, LocalDate weekEnd, Vote vote, Instant signedAt) {

    /** What is signed: the parameters by sorted key, as Python's {@code urllib.parse.urlencode} writes them. */
    String canonicalQuery() {
        return "e=" + weekEnd + "&p=" + urlencode(publicationId) + "&t=" + signedAt.getEpochSecond() + "&v="
                + vote.word() + "&w=" + weekStart;
    }

    private static String urlencode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
