package com.spotitearly.acitrack.support;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Fails any test whose response has a status, header, media type or body that the contract does not document. */
public final class ContractConformance implements Filter {

    /** What may answer a request that is no operation, always as a problem document. */
    private static final Set<Integer> NO_OPERATION = Set.of(400, 404, 405);

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        // A preflight request is answered by the framework, for the browser alone.
        if (!request.getMethod().equals("OPTIONS")) {
            List<String> violations = violations(request.getMethod(), URI.create(request.getURI()), response);
            if (!violations.isEmpty()) {
                throw new AssertionError("%s %s answered %d, which breaks the contract: %s%n%s"
                        .formatted(
                                request.getMethod(),
                                request.getURI(),
                                response.statusCode(),
                                violations,
                                response.asString()));
            }
        }
        return response;
    }

    private static List<String> violations(String method, URI uri, Response response) {
        boolean head = method.equals("HEAD");
        Optional<String> operation = ContractDocument.operation(head ? "GET" : method, uri.getRawPath());
        if (operation.isEmpty()) {
            return NO_OPERATION.contains(response.statusCode())
                    ? bodyViolations("/components/responses/BadRequest", response, head)
                    : List.of("this is no operation of the contract");
        }
        String documented = ContractDocument.resolve(operation.get() + "/responses/" + response.statusCode());
        if (!ContractDocument.TREE.at(documented).isObject()) {
            return List.of("the status is not documented");
        }
        List<String> missing = ContractDocument.TREE.at(documented + "/headers").propertyNames().stream()
                .filter(name -> response.header(name) == null)
                .map(name -> "the header " + name + " is missing")
                .toList();
        return missing.isEmpty() ? bodyViolations(documented, response, head) : missing;
    }

    private static List<String> bodyViolations(String documented, Response response, boolean head) {
        if (response.contentType() == null || response.contentType().isEmpty()) {
            return List.of("there is no Content-Type");
        }
        MediaType sent = MediaType.parseMediaType(response.contentType());
        String mediaType = sent.getType() + "/" + sent.getSubtype();
        String content = documented + "/content/" + ContractDocument.escape(mediaType);
        JsonNode schema = ContractDocument.TREE.at(content + "/schema");
        if (schema.isMissingNode()) {
            return List.of("the media type " + mediaType + " is not documented");
        }
        if (head) {
            return List.of();
        }
        String body = response.asString();
        return ContractDocument.violations(
                content + "/schema",
                mediaType.endsWith("json") ? body : StringNode.valueOf(body).toString());
    }
}
