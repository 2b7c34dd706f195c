package com.spotitearly.acitrack.feedback;

import com.spotitearly.acitrack.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 over a link's canonical query, keyed with DIGEST_FEEDBACK_SECRET. */
@Component
class FeedbackSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    FeedbackSignature(Settings settings) {
        key = new SecretKeySpec(settings.feedbackSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @return whether the signature, hex in either case, is the link's; takes the same time for every wrong one */
    boolean matches(FeedbackLink link, String signature) {
        return MessageDigest.isEqual(
                hex(link).getBytes(StandardCharsets.UTF_8),
                signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private String hex(FeedbackLink link) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(link.canonicalQuery().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
