package com.spotitearly.acitrack.feedback;

import com.spotitearly.acitrack.generated.api.FeedbackApiDelegate;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers the links of the weekly digest. */
@Component
final class FeedbackDelegate implements FeedbackApiDelegate {

    private static final int LONGEST_USER_AGENT = 1_000;

    private final FeedbackService feedback;
    private final FeedbackPages pages;
    private final HttpServletRequest request;

    /** @param request the current request, which Spring puts behind this one reference */
    FeedbackDelegate(FeedbackService feedback, FeedbackPages pages, HttpServletRequest request) {
        this.feedback = feedback;
        this.pages = pages;
        this.request = request;
    }

    @Override
    public ResponseEntity<String> getFeedback(String p, LocalDate w, LocalDate e, String v, Long t, String s) {
        FeedbackLink link = new FeedbackLink(p, w, e, Vote.of(v), Instant.ofEpochSecond(t));
        return feedback.follow(link, s, visitor())
                ? pages.thanks(link)
                : pages.confirm(link, "feedback?" + request.getQueryString());
    }

    @Override
    public ResponseEntity<String> confirmFeedback(String p, LocalDate w, LocalDate e, String v, Long t, String s) {
        FeedbackLink link = new FeedbackLink(p, w, e, Vote.of(v), Instant.ofEpochSecond(t));
        feedback.confirm(link, s, visitor());
        return pages.thanks(link);
    }

    private Visitor visitor() {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Visitor(
                request.getRemoteAddr(),
                userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                        ? userAgent
                        : userAgent.substring(0, LONGEST_USER_AGENT),
                request.getMethod(),
                isAheadOfClick());
    }

    /** Mail scanners send HEAD first; browsers and previews mark what they fetch ahead of a click. */
    private boolean isAheadOfClick() {
        return request.getMethod().equals("HEAD")
                || Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
                        .map(request::getHeader)
                        .anyMatch(purpose -> purpose != null
                                && purpose.toLowerCase(Locale.ROOT).matches(".*(prefetch|prerender|preview).*"));
    }
}
