package com.spotitearly.acitrack.http;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tomcat's own refusals, which never reach Spring (a request line that is no HTTP, a path that cannot be decoded,
 * headers that are too large), as problem documents too. Public, because Tomcat makes it by its name.
 */
public class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger("http");

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemType type = status >= 500 ? ProblemType.INTERNAL_ERROR : ProblemType.VALIDATION;
        ObjectNode document = MAPPER.createObjectNode()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", status)
                .put("detail", status >= 500 ? Problem.internalError().detail() : "The request is not valid HTTP")
                .put("instance", "/");
        if (response.getHeader(RequestLogFilter.REQUEST_ID_HEADER) == null) {
            response.setHeader(
                    RequestLogFilter.REQUEST_ID_HEADER, UUID.randomUUID().toString());
        }
        String requestId = response.getHeader(RequestLogFilter.REQUEST_ID_HEADER);
        document.put("request_id", requestId);
        log.info("A request is answered {} before it reaches the service, request id {}", status, requestId);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(document.toString());
                response.finishResponse();
            }
        } catch (IOException e) {
            // The client is gone; Tomcat closes the connection.
            container.getLogger().debug("The client went away", e);
        }
    }
}
