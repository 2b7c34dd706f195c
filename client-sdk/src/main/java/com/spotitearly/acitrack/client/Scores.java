package com.spotitearly.acitrack.client;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Where a review holds its score, as the contract's schema {@code Review} says it. */
final class Scores {

    private static final List<String> KEYS =
            List.of("relevancy_score", "relevancy_score_0_100", "final_relevancy_score", "score");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+([.]\\d*)?|[.]\\d+)([eE][+-]?\\d+)?");

    private Scores() {}

    static boolean hasScore(JsonNode review) {
        return hasScoreItself(review) || hasScoreItself(review.path("review"));
    }

    private static boolean hasScoreItself(JsonNode review) {
        return KEYS.stream().map(review::path).anyMatch(Scores::isScore);
    }

    private static boolean isScore(JsonNode value) {
        return value.isNumber() || NUMBER.matcher(value.stringValue("").strip()).matches();
    }
}
