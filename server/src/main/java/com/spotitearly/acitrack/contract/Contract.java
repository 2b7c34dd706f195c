package com.spotitearly.acitrack.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code api/openapi.json}, the source of truth, as the running server knows it. */
@Component
public class Contract {

    private final JsonMapper mapper = new JsonMapper();
    private final ObjectNode document;
    private final ObjectNode gptDocument;
    private final Map<String, Operation> operations;

    Contract() {
        try (InputStream in = new ClassPathResource("api/openapi.json").getInputStream()) {
            document = (ObjectNode) mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("api/openapi.json is missing from the jar", e);
        }
        gptDocument = GptContract.of(document);
        operations = operations(document).collect(Collectors.toMap(Operation::operationId, Function.identity()));
    }

    /**
     * One operation.
     *
     * @param requiredRole the role that its {@code security} asks of the API key, null when it needs no key
     * @param queryParameters the names of its query parameters
     */
    record Operation(
            String operationId,
            String method,
            String path,
            String summary,
            String requiredRole,
            List<String> queryParameters) {}

    /** @return the role that an API key needs for the operation, empty when it needs no key */
    public Optional<String> requiredRole(String operationId) {
        return Optional.ofNullable(operations.get(operationId)).map(Operation::requiredRole);
    }

    /** @return the names of the operation's query parameters */
    public List<String> queryParameters(String operationId) {
        return Optional.ofNullable(operations.get(operationId))
                .map(Operation::queryParameters)
                .orElse(List.of());
    }

    String title() {
        return document.at("/info/title").asString();
    }

    /** @return the version of the API */
    public String version() {
        return document.at("/info/version").asString();
    }

    List<Operation> operations() {
        return operations(document).toList();
    }

    /** @return the contract as JSON, with the address as its one server */
    String document(String serverUrl) {
        return withServer(document, serverUrl);
    }

    /** @return the part that a Custom GPT imports as JSON, with the address as its one server */
    String gptDocument(String serverUrl) {
        return withServer(gptDocument, serverUrl);
    }

    private String withServer(ObjectNode contract, String serverUrl) {
        ObjectNode copy = contract.deepCopy();
        copy.putArray("servers").addObject().put("url", serverUrl);
        return mapper.writeValueAsString(copy);
    }

    private static Stream<Operation> operations(JsonNode document) {
        return document.get("paths").propertyStream().flatMap(path -> path.getValue()
                .propertyStream()
                .map(method -> operation(path.getKey(), method.getKey(), method.getValue())));
    }

    private static Operation operation(String path, String method, JsonNode operation) {
        String role = StreamSupport.stream(operation.path("security").spliterator(), false)
                .flatMap(scheme -> scheme.propertyStream())
                .map(scheme -> scheme.getValue().get(0).asString())
                .findFirst()
                .orElse(null);
        return new Operation(
                operation.get("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.get("summary").asString(),
                role,
                StreamSupport.stream(operation.path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.get("in").asString().equals("query"))
                        .map(parameter -> parameter.get("name").asString())
                        .toList());
    }
}
