package com.spotitearly.acitrack.http;

import com.spotitearly.acitrack.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Unpacks {@code Content-Encoding: gzip} and holds every body to MAX_REQUEST_BYTES. What is counted are the unpacked
 * bytes, as they are read, so that a small request cannot become a large one.
 */
@Component
class RequestBodyFilter extends OncePerRequestFilter {

    private final long maxBytes;

    RequestBodyFilter(Settings settings) {
        this.maxBytes = settings.maxRequestBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new LimitedRequest(request, maxBytes), response);
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long maxBytes;
        private ServletInputStream body;

        LimitedRequest(HttpServletRequest request, long maxBytes) {
            super(request);
            this.maxBytes = maxBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(unpacked(), maxBytes);
            }
            return body;
        }

        private InputStream unpacked() throws IOException {
            if (getContentLengthLong() > maxBytes) {
                throw tooLarge(maxBytes);
            }
            String encoding = getHeader(HttpHeaders.CONTENT_ENCODING);
            if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
                return super.getInputStream();
            }
            if (!encoding.trim().toLowerCase(Locale.ROOT).equals("gzip")) {
                throw new RequestBodyException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "This service reads Content-Encoding gzip, or none");
            }
            try {
                return new GZIPInputStream(super.getInputStream(), 8192);
            } catch (ZipException e) {
                throw notGzip();
            }
        }
    }

    private static final class LimitedBody extends ServletInputStream {

        private final InputStream in;
        private final long maxBytes;
        private long count;

        LimitedBody(InputStream in, long maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(bytes, offset, length);
            } catch (ZipException e) {
                throw notGzip();
            }
            if (read > 0) {
                count += read;
                if (count > maxBytes) {
                    throw tooLarge(maxBytes);
                }
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read blocking");
        }
    }

    private static RequestBodyException tooLarge(long maxBytes) {
        return new RequestBodyException(
                ProblemType.PAYLOAD_TOO_LARGE, "The request body is larger than " + maxBytes + " bytes");
    }

    private static RequestBodyException notGzip() {
        return new RequestBodyException(ProblemType.VALIDATION, "The request body is not valid gzip");
    }
}
