package com.spotitearly.acitrack.feedback;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages that a feedback link answers with: one template, no script, everything escaped. */
@Component
class FeedbackPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Template template;
    private final String style;
    private final String contentSecurityPolicy;

    FeedbackPages() {
        template = Mustache.compiler().defaultValue("").compile(resource("templates/feedback.html"));
        style = resource("templates/feedback.css");
        contentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** What the template shows; a null part is left out. */
    record Page(String title, String text, String action, FeedbackLink link, String requestId, String style) {

        String thumbs() {
            return link == null ? null : "thumbs " + link.vote().word();
        }

        boolean down() {
            return link != null && link.vote() == Vote.DOWN;
        }
    }

    ResponseEntity<String> thanks(FeedbackLink link) {
        return answer(
                HttpStatus.OK, new Page("Thank you", "Thanks, your feedback was recorded.", null, link, null, style));
    }

    /** @param action the link's own address, to which the button posts */
    ResponseEntity<String> confirm(FeedbackLink link, String action) {
        return answer(
                HttpStatus.OK, new Page("One more click", "Please confirm your vote.", action, link, null, style));
    }

    ResponseEntity<String> refusal(HttpStatus status, String text, String requestId) {
        String title =
                switch (status) {
                    case FORBIDDEN -> "This link is not valid";
                    case GONE -> "This link has expired";
                    case BAD_REQUEST -> "This link is incomplete";
                    default -> "Please try again later";
                };
        return answer(status, new Page(title, text, null, null, requestId, style));
    }

    private ResponseEntity<String> answer(HttpStatus status, Page page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", contentSecurityPolicy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Language", Locale.ENGLISH.getLanguage())
                .body(template.execute(page));
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is missing from the jar", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
