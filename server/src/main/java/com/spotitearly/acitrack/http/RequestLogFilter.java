package com.spotitearly.acitrack.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id and one line in the log. The query is left out of the line: it may carry a signature. The
 * path stands there as it was sent, percent-encoded, so that no request can forge a line.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestLogFilter extends OncePerRequestFilter {

    /** Where the id of the current request stands in the logging context. */
    public static final String REQUEST_ID = "request_id";

    static final String REQUEST_ID_HEADER = "X-Request-Id";

    private static final Logger log = LoggerFactory.getLogger("http");
    private static final Pattern SOUND_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        String id = requestId(request);
        MDC.put(REQUEST_ID, id);
        response.setHeader(REQUEST_ID_HEADER, id);
        try {
            chain.doFilter(request, response);
        } finally {
            log.info(
                    "{} {} {} {}ms client={}",
                    request.getMethod(),
                    request.getRequestURI(),
                    response.getStatus(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                    request.getRemoteAddr());
            MDC.remove(REQUEST_ID);
        }
    }

    private static String requestId(HttpServletRequest request) {
        String sent = request.getHeader(REQUEST_ID_HEADER);
        return sent != null && SOUND_ID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
