package com.spotitearly.acitrack.support;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code api/openapi.json} as tests ask it: which operation is this, and does this value fit that schema? */
public final class ContractDocument {

    private static final String URI = "https://acitrack.test/openapi.json";
    private static final String TEXT = ProjectFiles.contract();

    public static final JsonNode TREE = new JsonMapper().readTree(TEXT);

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(URI, TEXT)));

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private ContractDocument() {}

    /**
     * @param pointer where the schema stands in the contract
     * @return how the JSON breaks it; empty when it does not
     */
    public static List<String> violations(String pointer, String json) {
        return SCHEMAS
                .computeIfAbsent(pointer, at -> REGISTRY.getSchema(SchemaLocation.of(URI + "#" + at)))
                .validate(
                        json,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /**
     * @param rawPath the path as it was sent
     * @return where the operation stands in the contract, or empty when there is none
     */
    public static Optional<String> operation(String method, String rawPath) {
        PathContainer path = PathContainer.parsePath(rawPath);
        return TREE.get("paths").propertyNames().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .filter(pattern -> pattern.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(pattern -> "/paths/" + escape(pattern.getPatternString()) + "/" + method.toLowerCase(Locale.ROOT))
                .filter(pointer -> TREE.at(pointer).isObject());
    }

    /** @return the pointer itself, or that of what stands behind its {@code $ref} */
    public static String resolve(String pointer) {
        JsonNode ref = TREE.at(pointer).get("$ref");
        return ref == null ? pointer : ref.asString().substring(1);
    }

    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
