package com.spotitearly.acitrack.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Builds the signed thumbs-up and thumbs-down links of the weekly digest. Thread-safe. */
public final class FeedbackLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final String baseUrl;
    private final SecretKeySpec key;

    /** What a reader thinks of a publication. */
    public enum Vote {
        UP,
        DOWN
    }

    /**
     * A signer for one service.
     *
     * @param baseUrl where the service is, such as {@code https://your-app.onrender.com}
     * @param secret the server's {@code DIGEST_FEEDBACK_SECRET}
     */
    public FeedbackLinks(String baseUrl, String secret) {
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("The secret is empty");
        }
        key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /**
     * Signs a link.
     *
     * @param weekStart the first day of the digest's week
     * @param weekEnd its last day
     * @param signedAt when the link is made; it expires from then on
     * @return the link that records this vote
     */
    public URI link(String publicationId, LocalDate weekStart, LocalDate weekEnd, Vote vote, Instant signedAt) {
        if (publicationId.isEmpty() || publicationId.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The publication_id is empty or holds control characters");
        }
        String p = "p=" + urlencode(publicationId);
        String w = "w=" + weekStart;
        String e = "e=" + weekEnd;
        String v = "v=" + vote.name().toLowerCase(Locale.ROOT);
        String t = "t=" + signedAt.getEpochSecond();
        String signature = sign(String.join("&", e, p, t, v, w));
        return URI.create(baseUrl + "/feedback?" + String.join("&", p, w, e, v, t, "s=" + signature));
    }

    private String sign(String canonicalQuery) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(canonicalQuery.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** As Python's {@code urllib.parse.urlencode} does it, which differs from Java's in two characters. */
    private static String urlencode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("*", "%2A").replace("%7E", "~");
    }
}
